import { findItemOfHeading } from '#domains/items/cells.ts';
import type { Item } from '#domains/items/model.ts';
import * as m from '#messages';
import {
  type Field,
  fieldsOf,
  fieldWords,
  type LedgerColumns,
  type LedgerKind,
  ledgerColumns,
} from './model.ts';
import { foldWord } from './writing.ts';

/** What forms call a column, beside the word of the screen; apart by `|`. */
const otherHeadings: Record<Field, () => string> = {
  date: m.ledgers_heading_date,
  month: m.ledgers_heading_month,
  district: m.ledgers_heading_district,
  household: m.ledgers_heading_household,
  kana: m.ledgers_heading_kana,
  address: m.ledgers_heading_address,
  visitor: m.ledgers_heading_visitor,
  channel: m.ledgers_heading_channel,
  contact: m.ledgers_heading_contact,
  condition: m.ledgers_heading_condition,
  note: m.ledgers_heading_note,
  count: m.ledgers_heading_count,
  name: m.ledgers_heading_name,
  phone: m.ledgers_heading_phone,
  cautions: m.ledgers_heading_cautions,
};

/** What columns with these headings may stand for, by their names. It is offered on the screen and never taken unasked. */
export function guessColumns(
  kind: LedgerKind,
  headings: readonly string[],
  items: readonly Item[],
): LedgerColumns {
  const left = new Set(headings);
  const guessed: Partial<Record<Field, string>> = {};
  for (const field of fieldsOf[kind]) {
    const names = [fieldWords[field](), ...otherHeadings[field]().split('|')].map(foldWord);
    const heading = [...left].find((one) => names.includes(foldWord(one)));
    if (heading === undefined) continue;
    guessed[field] = heading;
    left.delete(heading);
  }
  return offerItems(ledgerColumns.parse(guessed), headings, items);
}

/** The same columns, and for items of which nothing was said before, a heading that bears their name and is free. */
export function offerItems(
  columns: LedgerColumns,
  headings: readonly string[],
  items: readonly Item[],
): LedgerColumns {
  const { items: said, ...usual } = columns;
  const taken = new Set<string | null>([...Object.values(usual), ...Object.values(said)]);
  const offered = items
    .filter(({ id }) => !(id in said))
    .map(({ id }) => [
      id,
      headings.find((one) => !taken.has(one) && findItemOfHeading(items, one)?.id === id) ?? null,
    ]);
  const known = Object.entries(said).filter(([id]) => items.some((one) => one.id === id));
  return { ...usual, items: Object.fromEntries([...offered, ...known]) };
}
