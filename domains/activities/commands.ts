import * as z from 'zod';
import { authorColumns, authorValues, refuseUnlessWritten, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { addUp, objectTo, totalColumn, totalOfLine, withCorrections } from './filling.ts';
import { activityRule, blocksFor, daysIn, firstAndLast } from './model.ts';
import { countRecord, isChaired, readPerson } from './queries.ts';
import { type Content, type Person, readCorrections, readPeople, readRule, stateOf } from './reading.ts';
import { objectToRule } from './rule-check.ts';
import type * as sheetApi from './sheet-api.ts';

/** Everything of a district's month waits for one another: what is sent is what was checked. */
async function takeMonth(db: Db, person: Pick<Person, 'district_id' | 'holder_id'>, month: string) {
  await takeTurns(db, `${person.district_id} ${person.holder_id} ${month}`);
}

/** @throws Refusal `refused` for what is locked, or when somebody else wrote meanwhile; `invalid` for a month to come */
async function openForWriting(
  db: Db,
  { post_id, month, follows }: { post_id: string; month: string; follows: number },
  act: Act,
): Promise<Person> {
  if (firstAndLast(month).first > act.today) throw new Refusal('invalid', m.activities_refused_future());
  await takeMonth(db, await readPerson(db, month, post_id), month);
  const person = await readPerson(db, month, post_id);
  if (person.sent) throw new Refusal('refused', m.activities_refused_sent());
  if ((person.sheet?.version ?? 0) !== follows) throw new Refusal('refused', m.activities_refused_written());
  return person;
}

async function addVersion(
  db: Db,
  { id, person, month, content }: { id: string; person: Person; month: string; content: Content | null },
  { added, days }: { added: Record<string, number>; days: readonly number[] },
  act: Act,
): Promise<void> {
  const written = await db.run(
    sql`insert into activity_sheets (id, post_id, month, version, added, worked_days, content, entered_by, entered_post_id,
        entered_at, holder_id, district_id)
      values (${id}, ${person.post_id}, ${firstAndLast(month).first}::date, ${(person.sheet?.version ?? 0) + 1},
        ${JSON.stringify(added)}::jsonb, ${days}::smallint[], ${content && JSON.stringify(content)}::jsonb,
        ${act.actor.account}, ${act.actor.post}, ${act.now}, ${person.holder_id}, ${person.district_id})
      on conflict do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.activities_refused_written());
}

/** What visits do not tell, by whoever's record it is or, from paper, by the chair. Written anew it waits to be handed in again. */
export async function writeActivitySheet(
  db: Db,
  input: ParsedInputOf<typeof sheetApi.writeActivitySheet>,
  act: Act,
) {
  const { id, month, added } = input;
  const person = await openForWriting(db, input, act);
  const { rule } = await readRule(db, month);
  const lines = blocksFor(rule, person.duty).flatMap((block) => block.lines.map(({ code }) => code));
  if (Object.keys(added).some((line) => !lines.includes(line)))
    throw new Refusal('invalid', m.activities_field_line());
  const days = [...new Set(input.days)].sort((a, b) => a - b);
  if (days.some((day) => day > daysIn(month)))
    throw new Refusal('invalid', m.activities_field_day(), { days: m.activities_field_day() });
  const counts = Object.fromEntries(Object.entries(added).filter(([, n]) => n > 0));
  await addVersion(db, { id, person, month, content: null }, { added: counts, days }, act);
  return { id };
}

/**
 * Keeps what the month comes to now as what was handed in.
 *
 * @throws Refusal `refused` before the month's last day; `invalid` when blocks that must be equal are not, or no day was worked on
 */
export async function handInActivitySheet(
  db: Db,
  input: ParsedInputOf<typeof sheetApi.handInActivitySheet>,
  act: Act,
) {
  const { id, month } = input;
  if (act.today < firstAndLast(month).last) throw new Refusal('refused', m.activities_refused_running());
  const person = await openForWriting(db, input, act);
  const rule = await readRule(db, month);
  const content = await countRecord(db, month, person, rule);
  const objection = objectTo(rule.rule, content.tables);
  if (objection) throw new Refusal('invalid', objection);
  const { added = {}, days = [] } = person.sheet ?? {};
  await addVersion(db, { id, person, month, content }, { added, days }, act);
  return { id };
}

const handed = z.object({
  id: z.uuid(),
  post_id: z.uuid(),
  month: z.string(),
  holder_id: z.uuid(),
  district_id: z.uuid(),
});

/** The sheet of an id, and the one whose it is; for the chair. */
async function openForChair(db: Db, id: string) {
  const sheet = await db.one(
    handed,
    sql`select s.id, s.post_id, to_char(s.month, 'YYYY-MM') as month, s.holder_id, s.district_id
      from activity_sheets s where s.id = ${id}`,
  );
  if (!(await isChaired(db, sheet.district_id))) throw refuseNotFound();
  await takeMonth(db, sheet, sheet.month);
  return { sheet, person: await readPerson(db, sheet.month, sheet.post_id) };
}

/** @throws Refusal `refused` for a sheet that is not waiting for the chair; `invalid` when it is sent back without a word */
export async function answerActivitySheet(
  db: Db,
  { sheet_id, answer, words }: ParsedInputOf<typeof sheetApi.answerActivitySheet>,
  act: Act,
) {
  const { sheet, person } = await openForChair(db, sheet_id);
  if (person.sheet?.id !== sheet_id || stateOf(person) !== 'handed_in')
    throw new Refusal('refused', m.activities_refused_not_waiting());
  if (answer === 'sent_back' && words === null)
    throw new Refusal('invalid', m.activities_field_words(), { words: m.activities_field_words() });
  await db.run(
    sql`insert into activity_answers (sheet_id, answer, words, answered_by, answered_at, post_id, holder_id, district_id)
      values (${sheet_id}, ${answer}, ${words}, ${act.actor.account}, ${act.now}, ${sheet.post_id}, ${sheet.holder_id},
        ${sheet.district_id})`,
  );
  return { sheet_id };
}

/** @throws Refusal `refused` while somebody's record is missing or not checked, and when it was sent already */
export async function sendActivityMonth(
  db: Db,
  { id, district_id, month }: ParsedInputOf<typeof api.sendActivityMonth>,
  act: Act,
) {
  if (!(await isChaired(db, district_id))) throw refuseNotFound();
  await takeMonth(db, { district_id, holder_id: act.actor.body ?? '' }, month);
  const people = await readPeople(db, month, { district: district_id });
  if (people.some(({ sent }) => sent)) throw new Refusal('refused', m.activities_refused_sent());
  const missing = people.filter((person) => stateOf(person) !== 'checked').map(({ name }) => name);
  if (missing.length > 0 || people.length === 0)
    throw new Refusal('refused', m.activities_refused_missing({ names: missing.join(m.activities_comma()) }));
  const { version } = await readRule(db, month);
  const parts = people.flatMap(({ sheet }) =>
    sheet?.content ? [{ tables: sheet.content.tables, corrections: [] }] : [],
  );
  const content = { tables: addUp(parts, totalColumn), rule_version: version };
  const written = await db.run(
    sql`insert into activity_sendings (id, holder_id, district_id, month, sheets, content, sent_at, ${authorColumns})
      values (${id}, ${act.actor.body}, ${district_id}, ${firstAndLast(month).first}::date, ${parts.length},
        ${JSON.stringify(content)}::jsonb, ${act.now}, ${authorValues}) on conflict do nothing`,
  );
  refuseUnlessWritten(written, m.activities_refused_sent(), 'month');
  return { id };
}

/**
 * Says beside a locked record what was wrong; what must be equal stays equal.
 *
 * @throws Refusal `refused` before the lock; `invalid` for a line it does not have, a figure that changes nothing, and blocks that
 *   would no longer come to the same
 */
export async function correctActivitySheet(
  db: Db,
  { id, sheet_id, cells, reason }: ParsedInputOf<typeof sheetApi.correctActivitySheet>,
  act: Act,
) {
  const { sheet, person } = await openForChair(db, sheet_id);
  const content = person.sheet?.id === sheet_id && person.sent ? person.sheet.content : null;
  if (!content) throw new Refusal('refused', m.activities_refused_not_sent());
  const before = (await readCorrections(db, sql`c.sheet_id = ${sheet_id}`)).flatMap((one) => one.cells);
  const tables = withCorrections(content.tables, before);
  const put = cells.map(({ line, now }) => {
    const was = totalOfLine(tables, line);
    if (was === undefined) throw new Refusal('invalid', m.activities_field_line());
    return { line, was, now };
  });
  if (new Set(put.map(({ line }) => line)).size < put.length || put.every(({ was, now }) => was === now))
    throw new Refusal('invalid', m.activities_refused_same());
  const after = withCorrections(tables, put);
  const { rule } = await readRule(db, sheet.month);
  if ((totalOfLine(after, 'days') ?? 0) > daysIn(sheet.month))
    throw new Refusal('invalid', m.activities_field_day());
  const objection = objectTo(rule, after);
  if (objection) throw new Refusal('invalid', objection);
  await db.run(
    sql`insert into activity_corrections (id, sheet_id, cells, reason, written_at, ${authorColumns}, month, post_id, holder_id,
        district_id)
      values (${id}, ${sheet_id}, ${JSON.stringify(put)}::jsonb, ${reason}, ${act.now}, ${authorValues},
        ${firstAndLast(sheet.month).first}::date, ${sheet.post_id}, ${sheet.holder_id}, ${sheet.district_id})`,
  );
  return { id };
}

/**
 * Sets what a month's record counts and what its lines are called, from a month on. Records of the months before keep their words.
 *
 * @throws Refusal `invalid` for a month that has begun, and for a rule that does not hold together (rule-check.ts)
 */
export async function setActivityRule(db: Db, input: ParsedInputOf<typeof api.setActivityRule>, act: Act) {
  const { first } = firstAndLast(input.from_month);
  if (first <= act.today)
    throw new Refusal('invalid', m.activities_refused_begun(), { from_month: m.activities_refused_begun() });
  const rule = activityRule.parse(input.rule);
  const objection = objectToRule(rule);
  if (objection) throw new Refusal('invalid', objection);
  const written = await db.run(
    sql`insert into activity_rules (id, version, from_month, rule, note, written_at, ${authorColumns})
      select ${input.id}, ${input.after_version + 1}, ${first}::date, ${JSON.stringify(rule)}::jsonb, ${input.note}, ${act.now},
        ${authorValues}
      where ${input.after_version} = (select coalesce(max(version), 0) from activity_rules)
      on conflict do nothing`,
  );
  refuseUnlessWritten(written, m.activities_refused_rule_written(), 'note');
  return { id: input.id };
}

export async function setCommissionerDuty(
  db: Db,
  input: ParsedInputOf<typeof api.setCommissionerDuty>,
  act: Act,
) {
  const written = await db.run(
    sql`insert into commissioner_duties (id, post_id, duty, chair, from_month, decided_by, decided_at, holder_id, district_id)
      select ${input.id}, p.id, ${input.duty}, ${input.chair}, ${firstAndLast(input.from_month).first}::date,
        ${act.actor.account}, ${act.now}, p.body_id, p.district_id
      from posts p where p.id = ${input.post_id} and p.role = 'commissioner' and p.district_id is not null`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}
