import * as m from '#messages';
import type { Column } from '#ui/DataTable/columns.ts';
import { type RenewalState, renewalStates, renewalStateWords } from '../../renewal-model.ts';

type Counts = Record<RenewalState | 'posts', number>;

/** How many posts there are, and how many stand in which way. */
export function countColumns<Row extends Counts>(): Column<Row>[] {
  return [
    { key: 'posts', heading: m.posts_renewal_posts(), value: (row) => row.posts, numeric: true },
    ...renewalStates.map(
      (state): Column<Row> => ({
        key: state,
        heading: renewalStateWords[state](),
        value: (row) => row[state],
        numeric: true,
      }),
    ),
  ];
}

export const renewalStateTones = {
  undecided: 'yellow',
  reappointed: 'green',
  succeeded: 'blue',
  vacant: 'red',
} as const satisfies Record<RenewalState, string>;
