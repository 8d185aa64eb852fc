import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { type CheckedAnswers, checkAnswers } from './checking.ts';
import { type Answers, type Item, type ItemRecord, item, sayAnswer, type TypedAnswers } from './model.ts';

/** An item `i` as a row of `item`, worded as it is today. */
export const shownItem = sql`i.id, i.record, i.facet, i.kind, i.starts_on, i.ends_on, w.label, w.hint, w.unit, w.required,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', x.label, 'starts_on', o.starts_on,
      'ends_on', o.ends_on) order by o.sort, o.id), '[]')
    from item_options o
    cross join lateral (select x.label from item_option_wordings x where x.option_id = o.id
      order by x.version desc limit 1) x
    where o.item_id = i.id) as options`;
export const wordedNow = sql`cross join lateral (select * from item_wordings w where w.item_id = i.id
  order by w.version desc limit 1) w`;

/** The items of a record that the actor may know of, in their order; those that have ended among them. */
export function listItemsOf(db: Db, record: ItemRecord): Promise<Item[]> {
  return db.all(
    item,
    sql`select ${shownItem} from items i ${wordedNow} where i.record = ${record} order by i.facet, i.sort, i.id`,
  );
}

interface Asking {
  from: string;
  until?: string;
  insists: boolean;
  /** Only the items of one part of what is known. */
  facet?: string;
}

/**
 * What was typed for the town's own items, as it is kept; null when nothing was, and every answer stays as it is.
 *
 * @throws Refusal `invalid` with a sentence for every field
 */
export async function readAnswers(
  db: Db,
  record: ItemRecord,
  typed: TypedAnswers | undefined,
  { facet, ...asking }: Asking,
): Promise<CheckedAnswers | null> {
  if (!typed) return null;
  const items = await listItemsOf(db, record);
  const checked = checkAnswers(
    items.filter((one) => facet === undefined || one.facet === facet),
    typed,
    asking,
  );
  const [first, ...others] = Object.values(checked.sentences);
  if (first === undefined) return checked;
  throw new Refusal('invalid', others.length === 0 ? first : m.items_refused_several(), checked.sentences);
}

/** Rows of answers as they travel in one JSON value, as a table `r` inside a statement. */
export function answerRowsIn(json: Sql): Sql {
  return sql`jsonb_to_recordset(${json})
    r(item_id uuid, part smallint, option_id uuid, number integer, day date, words text)`;
}

/** The rows of `readAnswers` as a table `r` inside a statement. */
export function answerRows({ rows }: CheckedAnswers): Sql {
  return answerRowsIn(sql`${JSON.stringify(rows)}::jsonb`);
}

/** What an answers table keeps of each row of `answerRows`, and how it follows when it is answered anew. */
export const answerColumns = sql`item_id, part, option_id, number, day, words`;
export const answerValues = sql`r.item_id, r.part, r.option_id, r.number, r.day, r.words`;
export const answeredAnew = sql`option_id = excluded.option_id, number = excluded.number, day = excluded.day,
  words = excluded.words`;

/** The answers of one record as `answers` reads them: `a` of a table, where the condition holds. */
export function answersOf(table: Sql, condition: Sql): Sql {
  return sql`(select coalesce(jsonb_object_agg(p.item_id, p.parts), '{}')
    from (select a.item_id, jsonb_agg(coalesce(to_jsonb(a.option_id), to_jsonb(a.number), to_jsonb(a.day),
        to_jsonb(a.words)) order by a.part) as parts
      from ${table} a where ${condition} group by a.item_id) p)`;
}

/**
 * For each item that was typed otherwise than it stands now: both in words, by the name of the form's field. For whoever comes
 * second of two who answer at the same time.
 */
export function differingAnswers(
  items: readonly Item[],
  now: Answers,
  typed: Answers,
): Record<string, { now: string; typed: string }> {
  const fields: Record<string, { now: string; typed: string }> = {};
  for (const one of items) {
    const said = { now: sayAnswer(one, now[one.id]) ?? '', typed: sayAnswer(one, typed[one.id]) ?? '' };
    if (said.now !== said.typed) fields[`answers.${one.id}`] = said;
  }
  return fields;
}
