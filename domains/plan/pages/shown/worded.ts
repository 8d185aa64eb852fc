import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { listWordings } from '../../wordings-api.ts';
import { writeOrigin } from './wording.ts';

type Worded = OutputOf<typeof listWordings>['parts'][number];
type Version = Worded['versions'][number];

/** Which wording of the plan it is: 課題 3, めざす姿, a body's name for the plan. */
export function nameOfPart({ part, number, body }: Worded): string {
  switch (part) {
    case 'vision':
      return m.plan_worded_vision();
    case 'owner':
      return m.plan_worded_owner({ body: body ?? '' });
    case 'challenge':
      return m.plan_worded_challenge({ number });
    case 'group':
      return m.plan_worded_group({ number });
    case 'measure':
      return m.plan_worded_measure({ number });
  }
}

/** As it stands in an address: `challenge-3`. */
export function addressOfPart({ part, number }: Worded): string {
  return `${part}-${number}`;
}

/** Who wrote a version and when; the first one is what the book began with. */
export function originOfVersion({ author, on }: Version): string {
  return author && on ? writeOrigin({ author, on }) : m.plan_wording_first();
}
