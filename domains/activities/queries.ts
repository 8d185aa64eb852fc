import * as z from 'zod';
import { dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { addUp, fillRecord, sameDigits, totalColumn } from './filling.ts';
import { answers, blocksFor, firstAndLast, monthsBack, type states } from './model.ts';
import {
  type Content,
  type Person,
  type RuleOfMonth,
  readCorrections,
  readPeople,
  readRule,
  readSendings,
  readVisitDays,
  stateOf,
} from './reading.ts';
import type * as sheetApi from './sheet-api.ts';

export { printMonthEnd } from './print.ts';
export { listActivityRules, listCommissionerDuties } from './setting-queries.ts';
export { readVisitMonth } from './visit-month.ts';

/** How many months back the list of the own months goes. */
const monthsShown = 13;

export async function listActivityMonths(
  db: Db,
  _input: ParsedInputOf<typeof sheetApi.listActivityMonths>,
  act: Act,
): Promise<OutputOf<typeof sheetApi.listActivityMonths>> {
  const own = await db.one(
    z.object({ id: z.uuid(), starts_on: z.string(), ends_on: z.string().nullable() }),
    sql`select p.id, p.starts_on, p.ends_on from posts p where p.id = (select gate.actor_post())`,
  );
  const months = monthsBack(act.today, monthsShown).filter((month) => {
    const { first, last } = firstAndLast(month);
    return own.starts_on <= last && (own.ends_on === null || own.ends_on >= first);
  });
  const listed: { month: string; state: (typeof states)[number] }[] = [];
  for (const month of months) {
    const [mine] = await readPeople(db, month, { post: own.id });
    if (mine) listed.push({ month, state: stateOf(mine) });
  }
  const chairs = await db.maybe(
    z.object({ district_id: z.uuid(), district_name: z.string() }),
    sql`select d.id as district_id, d.name as district_name from districts d
      where d.id = any((select gate.districts_chaired())::uuid[]) order by d.sort limit 1`,
  );
  return { post_id: own.id, months: listed, chairs: chairs ?? null };
}

/** What a record comes to now, from the records and what was written. */
export async function countRecord(
  db: Db,
  month: string,
  person: Person,
  rule: RuleOfMonth,
): Promise<Content> {
  const visits = await readVisitDays(db, person.post_id, month, rule);
  const asked = blocksFor(rule.rule, person.duty).some(({ lines }) =>
    lines.some(({ code }) => code === rule.rule.visits.line),
  );
  return {
    tables: fillRecord(rule.rule, person.duty, {
      visits,
      added: person.sheet?.added ?? {},
      days: person.sheet?.days ?? [],
    }),
    visit_days: visits.map(({ day }) => day),
    visits_left_out: asked ? 0 : visits.reduce((sum, { n }) => sum + n, 0),
  };
}

/** The one whose record it is. @throws Refusal `not_found` for whoever may not read it, and for months outside the term */
export async function readPerson(db: Db, month: string, post: string): Promise<Person> {
  const [found] = await readPeople(db, month, { post });
  if (!found) throw refuseNotFound();
  return found;
}

export async function readActivitySheet(
  db: Db,
  { post, month }: ParsedInputOf<typeof sheetApi.readActivitySheet>,
  act: Act,
): Promise<OutputOf<typeof sheetApi.readActivitySheet>> {
  const person = await readPerson(db, month, post);
  const rule = await readRule(db, month);
  const { sheet } = person;
  const now = await countRecord(db, month, person, rule);
  const kept = sheet?.content ?? now;
  const { first, last } = firstAndLast(month);
  const state = stateOf(person);
  return {
    post_id: person.post_id,
    account_id: person.account_id,
    name: person.name,
    own: person.post_id === act.actor.post,
    chairs: await isChaired(db, person.district_id),
    district_id: person.district_id,
    district_name: person.district_name,
    duty: person.duty,
    rule: { version: rule.version, from_month: rule.from_month },
    state,
    running: act.today < last,
    version: sheet?.version ?? 0,
    sheet_id: sheet?.id ?? null,
    tables: kept.tables,
    changed: state !== 'sent' && !sameDigits(kept.tables, now.tables),
    blocks: blocksFor(rule.rule, person.duty),
    added: sheet?.added ?? {},
    days: sheet?.days ?? [],
    visit_days: kept.visit_days,
    visits_left_out: kept.visits_left_out,
    entered: sheet && { by_self: sheet.by_self, by_name: sheet.by_name, on: sheet.on },
    answers: await db.all(
      z.object({ answer: z.enum(answers), words: z.string().nullable(), on: z.string() }),
      sql`select x.answer, x.words, ${dayIn(sql`x.answered_at`)} as on
        from activity_answers x join activity_sheets s on s.id = x.sheet_id
        where s.post_id = ${post} and s.month = ${first}::date order by x.answered_at desc, x.sheet_id`,
    ),
    corrections: sheet ? (await readCorrections(db, sql`c.sheet_id = ${sheet.id}`)).map(withoutWho) : [],
  };
}

/** Whom a correction is about stays with the record it stands beside. */
function withoutWho({ id, cells, reason, author, on }: Awaited<ReturnType<typeof readCorrections>>[number]) {
  return { id, cells, reason, author, on };
}

export async function isChaired(db: Db, district: string): Promise<boolean> {
  const { yes } = await db.one(
    z.object({ yes: z.boolean() }),
    sql`select coalesce(${district}::uuid = any((select gate.districts_chaired())::uuid[]), false) as yes`,
  );
  return yes;
}

export async function readActivityDistrict(
  db: Db,
  { district, month }: ParsedInputOf<typeof api.readActivityDistrict>,
  act: Act,
): Promise<OutputOf<typeof api.readActivityDistrict>> {
  const chairs = await isChaired(db, district);
  const sending = (await readSendings(db, month)).find((one) => one.district_id === district);
  if (!chairs && !sending) throw refuseNotFound();
  const people = chairs ? await readPeople(db, month, { district }) : [];
  const rule = await readRule(db, month);
  const { first, last } = firstAndLast(month);
  const corrections = sending
    ? await readCorrections(
        db,
        sql`c.district_id = ${district} and c.holder_id = ${sending.holder_id} and c.month = ${first}::date`,
      )
    : [];
  const checked = people.flatMap(({ sheet }) =>
    sheet?.content && sheet.answer === 'checked' ? [{ tables: sheet.content.tables, corrections: [] }] : [],
  );
  const names = await db.one(
    z.object({ district_name: z.string(), group_name: z.string() }),
    sql`select d.name as district_name, b.name as group_name from districts d, bodies b
      where d.id = ${district} and b.id = ${sending?.holder_id ?? act.actor.body}`,
  );
  return {
    district_id: district,
    ...names,
    chairs,
    running: act.today < last,
    sheets: people.map((person) => ({
      post_id: person.post_id,
      account_id: person.account_id,
      name: person.name,
      duty: person.duty,
      state: stateOf(person),
    })),
    sent_on: sending?.sent_on ?? null,
    tables: sending
      ? addUp([{ tables: sending.content.tables, corrections: corrections.flatMap(({ cells }) => cells) }], 0)
      : addUp(checked, totalColumn),
    rule: { version: rule.version, from_month: rule.from_month },
    corrections: corrections.map(withoutWho),
  };
}

export async function readActivityTown(
  db: Db,
  { month }: ParsedInputOf<typeof api.readActivityTown>,
  _act: Act,
): Promise<OutputOf<typeof api.readActivityTown>> {
  const { first, last } = firstAndLast(month);
  const { version, from_month } = await readRule(db, month);
  const sendings = await readSendings(db, month);
  const corrections = await readCorrections(db, sql`c.month = ${first}::date`);
  const expected = await db.all(
    z.object({ district_id: z.uuid(), holder_id: z.uuid(), district_name: z.string(), n: z.int() }),
    sql`select e.district_id, e.holder_id, d.name as district_name, e.n
      from gate.commissioners_of_month(${first}::date, ${last}::date) e join districts d on d.id = e.district_id
      order by d.sort, d.code, e.holder_id`,
  );
  const same = (one: { district_id: string; holder_id: string }) => (other: typeof one) =>
    one.district_id === other.district_id && one.holder_id === other.holder_id;
  return {
    rule: { version, from_month },
    districts: expected.map((one) => {
      const sent = sendings.find(same(one));
      return {
        district_id: one.district_id,
        district_name: one.district_name,
        n: one.n,
        sent_on: sent?.sent_on ?? null,
        sheets: sent?.sheets ?? null,
      };
    }),
    tables: addUp(
      sendings.map((one) => ({
        tables: one.content.tables,
        corrections: corrections.filter(same(one)).flatMap(({ cells }) => cells),
      })),
      0,
    ),
  };
}
