import type { Column } from '#ui/DataTable/columns.ts';
import { type Answers, cellOfAnswer, type Item, isChosen, sayAnswer, sayItem } from '../../model.ts';

interface Answered {
  answers: Answers;
}

/** The name under which the address keeps the chosen columns, each in its own right. */
export const columnParameter = 'column';

/** One column for each of the items chosen in the address. */
export function answerColumnsFor<Row extends Answered>(
  items: readonly Item[],
  search: URLSearchParams,
  today: string,
): Column<Row>[] {
  const chosen = search.getAll(columnParameter);
  return items
    .filter(({ id, kind }) => kind !== 'section' && chosen.includes(id))
    .map((one) => ({
      key: one.id,
      heading: sayItem(one, today),
      value: ({ answers }) => cellOfAnswer(one, answers[one.id]),
      numeric: one.kind === 'number',
      ...(one.kind === 'date' && { cell: ({ answers }: Row) => sayAnswer(one, answers[one.id]) }),
      ...(isChosen(one.kind) && {
        order: ({ answers }: Row) => {
          const place = one.options.findIndex(({ id }) => id === answers[one.id]?.[0]);
          return place < 0 ? null : place;
        },
      }),
    }));
}
