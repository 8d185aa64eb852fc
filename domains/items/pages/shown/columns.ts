import type { Column } from '#ui/DataTable/columns.ts';
import { type Answers, cellOfAnswer, headItem, type Item, isChosen, sayAnswer } from '../../model.ts';

/** The name under which the address keeps the chosen columns, each in its own right. */
export const columnParameter = 'column';

/**
 * One column for each of the items chosen in the address.
 *
 * @param answersOf what a row of the list answers
 */
export function answerColumnsFor<Row>(
  items: readonly Item[],
  search: URLSearchParams,
  today: string,
  answersOf: (row: Row) => Answers,
): Column<Row>[] {
  const chosen = search.getAll(columnParameter);
  return items
    .filter(({ id, kind }) => kind !== 'section' && chosen.includes(id))
    .map((one) => ({
      key: one.id,
      heading: headItem(one, today),
      value: (row) => cellOfAnswer(one, answersOf(row)[one.id]),
      numeric: one.kind === 'number',
      ...(one.kind === 'date' && { cell: (row: Row) => sayAnswer(one, answersOf(row)[one.id]) }),
      ...(isChosen(one.kind) && { order: (row: Row) => placeOf(one, answersOf(row)) }),
    }));
}

/** Chosen answers stand in the order of their list. */
function placeOf({ id, options }: Item, answers: Answers): number | null {
  const place = options.findIndex((option) => option.id === answers[id]?.[0]);
  return place < 0 ? null : place;
}
