import * as z from 'zod';
import { answerColumns, answerRows, answersOf, answerValues, listItemsOf } from '#domains/items/answering.ts';
import { type CheckedAnswers, checkAnswers } from '#domains/items/checking.ts';
import {
  type Answers,
  answers,
  cellOfAnswer,
  type Item,
  isInForce,
  sayAnswer,
  type TypedAnswers,
} from '#domains/items/model.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';

/** What an answer says to the town's own items. `answer` is its id, and goes by another alias than `a`. */
export function ownAnswersOf(answer: Sql): Sql {
  return answersOf(sql`project_own_answers`, sql`a.answer_id = ${answer}`);
}

/** The own items an inquiry asks: those in force on the day it was sent, headings among them. */
export function askedOn(items: readonly Item[], sentOn: string): Item[] {
  return items.filter((one) => isInForce(one, sentOn));
}

/**
 * What was typed for the own items of an inquiry; null when nothing was, and every answer stays as it is.
 *
 * @param insists whether a required item has to be answered
 */
export async function checkOwnAnswers(
  db: Db,
  typed: TypedAnswers | undefined,
  { sentOn, insists }: { sentOn: string; insists: boolean },
): Promise<CheckedAnswers | null> {
  if (!typed) return null;
  return checkAnswers(await listItemsOf(db, 'project_answer'), typed, { from: sentOn, insists });
}

interface NewVersion {
  readonly id: string;
  readonly inquiry_id: string;
  readonly body_id: string;
  /** The version before; null for the first. */
  readonly before: string | null;
}

/** The common table expressions that write a version's own answers; what is not asked anew comes along from before. */
export function writeOwnAnswers(
  { id, inquiry_id, body_id, before }: NewVersion,
  checked: CheckedAnswers | null,
): Sql {
  const into = sql`insert into project_own_answers (answer_id, ${answerColumns}, inquiry_id, body_id)`;
  const carried = sql`own_carried as (${into}
      select ${id}::uuid, a.item_id, a.part, a.option_id, a.number, a.day, a.words, a.inquiry_id, a.body_id
      from project_own_answers a
      where a.answer_id = ${before}::uuid and a.item_id <> all(${checked?.asked ?? []}::uuid[]))`;
  if (!checked || checked.rows.length === 0) return carried;
  return sql`${carried}, own_answered as (${into}
      select ${id}::uuid, ${answerValues}, ${inquiry_id}::uuid, ${body_id}::uuid from ${answerRows(checked)})`;
}

const confirmed = z.object({ item_id: z.uuid(), own: answers });

/**
 * Keeps a gathering's own items as they are worded now, and what its confirmed answers say to them in words.
 * Asked are those of the day of sending; whatever else is answered is kept too.
 */
export async function gatherOwnAnswers(
  db: Db,
  { gathering, sentOn }: { gathering: string; sentOn: string },
): Promise<void> {
  const items = await listItemsOf(db, 'project_answer');
  if (items.length === 0) return;
  const gathered = await db.all(
    confirmed,
    sql`select g.item_id, ${ownAnswersOf(sql`g.answer_id`)} as own from gathered_answers g
      where g.gathering_id = ${gathering}::uuid and g.answer_id is not null`,
  );
  const told = gathered.map(({ own }) => own);
  const kept = keepItems(items, told, sentOn);
  const said = gathered.flatMap(({ item_id, own }) =>
    items.flatMap((one) => (own[one.id] ? [{ item_id, ...keepAnswer(one, own[one.id] ?? []) }] : [])),
  );
  await db.run(
    sql`with item as (insert into gathered_own_items (gathering_id, own_item_id, place, section, label, unit, kind, options)
        select ${gathering}::uuid, k.own_item_id, k.place, k.section, k.label, k.unit, k.kind, k.options
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) k(own_item_id uuid, place integer, section text,
          label text, unit text, kind text, options text[]))
      insert into gathered_own_answers (gathering_id, item_id, own_item_id, said, number)
      select ${gathering}::uuid, s.item_id, s.own_item_id, s.said, s.number
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) s(item_id uuid, own_item_id uuid, said text[],
        number integer)`,
  );
}

/** Of a list what was offered on the day of sending, and what was chosen nevertheless. */
function keepItems(items: readonly Item[], told: readonly Answers[], sentOn: string) {
  let section: string | null = null;
  return items.flatMap((one, place) => {
    const { id: own_item_id, kind, label, unit } = one;
    const asked = isInForce(one, sentOn);
    if (kind === 'section' && asked) section = label;
    const chosen = new Set(told.flatMap((said) => said[own_item_id] ?? []));
    if (kind === 'section' || !(asked || chosen.size > 0)) return [];
    const options = one.options.filter((option) => isInForce(option, sentOn) || chosen.has(option.id));
    return [
      { own_item_id, place, section, label, unit, kind, options: options.map((option) => option.label) },
    ];
  });
}

function keepAnswer(one: Item, parts: Answers[string]) {
  const cell = cellOfAnswer(one, parts);
  const chosen = parts.flatMap((part) => one.options.find(({ id }) => id === part)?.label ?? []);
  return {
    own_item_id: one.id,
    said: chosen.length > 0 ? chosen : [sayAnswer(one, parts) ?? ''],
    number: typeof cell === 'number' ? cell : null,
  };
}
