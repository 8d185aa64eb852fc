import * as z from 'zod';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import { filledTable } from '#domains/returns/model.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { activityRule, added, answers, duties, firstAndLast, type State } from './model.ts';
import { correction } from './sheet-api.ts';
import { usualRule } from './usual-rule.ts';

const ruleRow = z.object({ version: z.int(), from_month: z.string().nullable(), rule: activityRule });
export type RuleOfMonth = z.output<typeof ruleRow>;

/** What a month counts: of the versions that had begun the newest, or the usual one. */
export async function readRule(db: Db, month: string): Promise<RuleOfMonth> {
  const found = await db.maybe(
    ruleRow,
    sql`select r.version, to_char(r.from_month, 'YYYY-MM') as from_month, r.rule from activity_rules r
      where r.from_month <= ${firstAndLast(month).first}::date order by r.version desc limit 1`,
  );
  return found ?? { version: 0, from_month: null, rule: usualRule() };
}

/** A record as it was handed in. */
const content = z.object({
  tables: z.array(filledTable),
  visit_days: z.array(z.int()),
  visits_left_out: z.int(),
});
export type Content = z.output<typeof content>;

const person = z.object({
  post_id: z.uuid(),
  account_id: z.uuid(),
  name: z.string(),
  district_id: z.uuid(),
  district_name: z.string(),
  holder_id: z.uuid(),
  duty: z.enum(duties),
  sheet: z
    .object({
      id: z.uuid(),
      version: z.int(),
      added,
      days: z.array(z.int()),
      content: content.nullable(),
      by_self: z.boolean(),
      by_name: z.string().nullable(),
      on: z.string(),
      answer: z.enum(answers).nullable(),
    })
    .nullable(),
  last_answer: z.enum(answers).nullable(),
  sent: z.boolean(),
});
export type Person = z.output<typeof person>;

/** Whose records a month has: the own, and for the chair everybody's of the district, by name. */
export function readPeople(
  db: Db,
  month: string,
  of: { readonly post: string } | { readonly district: string },
): Promise<Person[]> {
  const { first, last } = firstAndLast(month);
  return db.all(
    person,
    sql`select p.id as post_id, a.id as account_id, a.name, p.district_id, d.name as district_name, p.body_id as holder_id,
        coalesce((select u.duty from commissioner_duties u where u.post_id = p.id and u.from_month <= ${first}::date
          order by u.from_month desc, u.decided_at desc, u.id desc limit 1), 'area') as duty,
        (select to_jsonb(s) from (select s.id, s.version, s.added, s.worked_days as days, s.content, s.entered_by = p.account_id as by_self,
            (select w.name from accounts w where w.id = s.entered_by) as by_name, ${dayIn(sql`s.entered_at`)} as on,
            (select x.answer from activity_answers x where x.sheet_id = s.id) as answer
          from activity_sheets s where s.post_id = p.id and s.month = ${first}::date order by s.version desc limit 1) s) as sheet,
        (select x.answer from activity_answers x join activity_sheets s on s.id = x.sheet_id
          where s.post_id = p.id and s.month = ${first}::date order by s.version desc limit 1) as last_answer,
        exists (select from activity_sendings g where g.district_id = p.district_id and g.holder_id = p.body_id
          and g.month = ${first}::date) as sent
      from posts p join accounts a on a.id = p.account_id join districts d on d.id = p.district_id
      where p.role = 'commissioner' and p.acting_for is null and p.starts_on <= ${last}::date
        and (p.ends_on is null or p.ends_on >= ${first}::date)
        and (p.id = (select gate.post_of_record()) or p.district_id = any((select gate.districts_chaired())::uuid[]))
        and ${'post' in of ? sql`p.id = ${of.post}` : sql`p.district_id = ${of.district}`}
      order by a.kana_key, p.id`,
  );
}

export function stateOf({ sheet, last_answer, sent }: Pick<Person, 'sheet' | 'last_answer' | 'sent'>): State {
  if (sent) return 'sent';
  if (!sheet) return 'open';
  if (!sheet.content) return last_answer === 'sent_back' ? 'sent_back' : 'open';
  return sheet.answer ?? 'handed_in';
}

/** The recorded visits of a month that its rule counts, by day of the month; through the gate, without whom or where. */
export async function readVisitDays(db: Db, post: string, month: string, { rule }: RuleOfMonth) {
  const { first, last } = firstAndLast(month);
  return db.all(
    z.object({ day: z.int(), n: z.int() }),
    sql`select extract(day from v.day)::int as day, v.n
      from gate.visits_of_record(${post}::uuid, ${first}::date, ${last}::date, ${JSON.stringify(rule.visits)}::jsonb) v
      order by 1`,
  );
}

/** What was put right after the lock, the oldest first. `where` speaks of `c`. */
export function readCorrections(db: Db, where: Sql) {
  return db.all(
    correction.extend({ post_id: z.uuid(), district_id: z.uuid(), holder_id: z.uuid() }),
    sql`select c.id, c.cells, c.reason, ${authorOf(sql`c`)} as author, ${dayIn(sql`c.written_at`)} as on, c.post_id,
        c.district_id, c.holder_id
      from activity_corrections c where ${where} order by c.written_at, c.id`,
  );
}

const sending = z.object({
  id: z.uuid(),
  district_id: z.uuid(),
  holder_id: z.uuid(),
  sent_on: z.string(),
  sheets: z.int(),
  content: z.object({ tables: z.array(filledTable), rule_version: z.int() }),
});

/** What districts sent of a month, as far as the actor may know. */
export function readSendings(db: Db, month: string) {
  return db.all(
    sending,
    sql`select g.id, g.district_id, g.holder_id, ${dayIn(sql`g.sent_at`)} as sent_on, g.sheets, g.content
      from activity_sendings g where g.month = ${firstAndLast(month).first}::date order by g.sent_at, g.id`,
  );
}
