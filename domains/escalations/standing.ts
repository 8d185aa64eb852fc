import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { listEscalations } from './api.ts';

type Followed = Pick<
  OutputOf<typeof listEscalations>['escalations'][number],
  'state' | 'taken_by' | 'taken_at' | 'meant_for'
>;

/** How it stands, said to whoever raised it. */
export function sayStanding({ state, taken_by, taken_at, meant_for }: Followed): string {
  const [name, at] = [taken_by ?? m.escalations_somebody(), taken_at === null ? '' : formatInstant(taken_at)];
  switch (state) {
    case 'taken':
      return m.escalations_follow_taken({ name, at });
    case 'acting':
      return m.escalations_follow_acting({ name, at });
    case 'closed':
      return m.escalations_follow_closed({ name });
    default:
      return meant_for === null
        ? m.escalations_follow_raised()
        : m.escalations_follow_meant({ name: meant_for });
  }
}
