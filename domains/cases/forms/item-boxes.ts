import { type Answers, type Item, isChosen, isInForce, nameItem, sayAnswer } from '#domains/items/model.ts';
import { boxOf, type FormBox, formColumns } from '#platform/typesetting/form.ts';
import { tick } from './frame.ts';

/**
 * The town's own items as rows of boxes, in their order: what is chosen from a list as ticks, a number or a day beside another,
 * words across the page. Headings stand as boxes of their own.
 *
 * @param day on which it is asked: what a list offered then is shown, and what was chosen from it before
 */
export function rowsOfItems(items: readonly Item[], said: Answers, day: string): FormBox[][] {
  const rows: FormBox[][] = [];
  for (const one of items) {
    const box = boxOfItem(one, said, day);
    const last = rows.at(-1);
    if (isShort(one) && last?.length === 1 && last[0]?.span === half) last.push(box);
    else {
      widen(last);
      rows.push([box]);
    }
  }
  widen(rows.at(-1));
  return rows;
}

const half = formColumns / 2;

function isShort({ kind }: Item): boolean {
  return kind === 'number' || kind === 'date' || kind === 'line' || kind === 'yes_no';
}

/** Who stands alone in a row takes all of it. */
function widen(row: FormBox[] | undefined): void {
  const [only, ...others] = row ?? [];
  if (row && only && others.length === 0) row[0] = { ...only, span: formColumns };
}

function boxOfItem(one: Item, said: Answers, day: string): FormBox {
  const span = isShort(one) ? half : formColumns;
  const label = nameItem(one, day);
  if (!isChosen(one.kind))
    return boxOf(label, span, sayAnswer(one, said[one.id]), one.kind === 'lines' ? 14 : 7);
  const chosen = (said[one.id] ?? []).map(String);
  const ticks = one.options
    .filter((option) => isInForce(option, day) || chosen.includes(option.id))
    .map((option) => tick(option.label, chosen.includes(option.id)));
  return { label, span, lines: [], ticks, room: 7 };
}
