import * as z from 'zod';
import { authorColumns, authorValues, refuseUnlessWritten, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './inquiries-api.ts';
import { whyNotInquiry } from './model.ts';
import { linksOn, standingOn } from './owners.ts';
import { itemTables, readHead, stateOfItem } from './reading.ts';

/** Sets how answers are graded from a fiscal year on; what was sent before keeps its own rule. */
export async function setGradingRule(db: Db, input: ParsedInputOf<typeof api.setGradingRule>, act: Act) {
  for (const field of ['grades', 'courses'] as const) {
    if (new Set(input[field].map(({ code }) => code)).size < input[field].length)
      throw new Refusal('invalid', m.projects_refused_codes(), { [field]: m.projects_refused_codes() });
  }
  await db.run(sql`insert into grading_rules (id, starts_year, grades, courses, how, measure_rule, written_at, ${authorColumns})
    values (${input.id}, ${input.starts_year}, ${JSON.stringify(input.grades)}, ${JSON.stringify(input.courses)}, ${input.how},
      ${input.measure_rule}, ${act.now}, ${authorValues})`);
  return { id: input.id };
}

/**
 * Asks every owner about each of its projects that belonged to the plan in that year. What is asked is written down as
 * it is called now, and no later change of a project reaches it.
 *
 * @throws Refusal `refused` for a second inquiry of the year, where no rule is set, or where no project belongs to the
 *   plan; `invalid` for a due date that has passed and a year outside of the plan
 */
export async function sendInquiry(db: Db, input: ParsedInputOf<typeof api.sendInquiry>, act: Act) {
  if (input.due_on < act.today) throw refuseField('due_on', m.projects_refused_due());
  const { fits } = await db.one(
    z.object({ fits: z.boolean() }),
    sql`select ${input.fiscal_year}::int between first_year and last_year as fits from plans where id = ${input.plan_id}`,
  );
  if (!fits) throw refuseField('fiscal_year', m.projects_refused_year_of_plan());
  const sent = await db.run(
    sql`insert into inquiries (id, plan_id, fiscal_year, title, instruction, due_on, rule_id, written_at, ${authorColumns})
      select ${input.id}::uuid, ${input.plan_id}::uuid, ${input.fiscal_year}::int, ${input.title}, ${input.instruction},
        ${input.due_on}::date, r.id, ${act.now}, ${authorValues}
      from grading_rules r where r.starts_year <= ${input.fiscal_year}
      order by r.starts_year desc, r.written_at desc, r.id desc limit 1
      on conflict on constraint inquiries_year do nothing`,
  );
  if (sent === 0) await refuseSending(db, input.fiscal_year);
  await askOwners(db, input, act);
  return { id: input.id };
}

async function refuseSending(db: Db, year: number): Promise<never> {
  const { ruled } = await db.one(
    z.object({ ruled: z.boolean() }),
    sql`select exists (select from grading_rules where starts_year <= ${year}) as ruled`,
  );
  if (!ruled) throw new Refusal('refused', m.projects_refused_no_rule());
  throw refuseField('fiscal_year', m.projects_refused_sent());
}

/** Projects of the plan's measures that ran in the year, with their owner on its last day, or today while it runs. */
async function askOwners(db: Db, input: ParsedInputOf<typeof api.sendInquiry>, act: Act): Promise<void> {
  const { first, last } = daysOfFiscalYear(input.fiscal_year);
  const day = [last, act.today].sort()[0] ?? last;
  const asked = await db.all(
    z.object({
      project_id: z.uuid(),
      body_id: z.uuid().nullable(),
      number: z.int(),
      name: z.string(),
      summary: z.string(),
    }),
    sql`select p.id as project_id, o.body_id, p.number, w.name, w.summary
      from ${standingOn(day)}
      where p.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on >= ${first}::date)
        and exists (select from ${linksOn(day)}
          and l.measure_id in (select s.id from measures s where s.plan_id = ${input.plan_id}))
      order by p.number`,
  );
  if (asked.length === 0) throw new Refusal('refused', m.projects_refused_no_projects());
  for (const project of asked) {
    const item = mintId();
    await db.run(sql`insert into inquiry_items (id, inquiry_id, body_id, project_id, number, name, summary)
      values (${item}, ${input.id}, ${project.body_id}, ${project.project_id}, ${project.number}, ${project.name},
        ${project.summary})`);
    await db.run(sql`insert into inquiry_item_links (item_id, inquiry_id, body_id, measure_id, other_plan_id)
      select ${item}::uuid, ${input.id}::uuid, ${project.body_id}::uuid, l.measure_id, l.other_plan_id
      from projects p, lateral (select l.measure_id, l.other_plan_id from ${linksOn(day)}) l
      where p.id = ${project.project_id}`);
  }
}

/**
 * Reminds one owner, or everybody who still owes an answer: it stands on their page of today until they have answered.
 *
 * @throws Refusal `refused` when nobody owes anything, or the inquiry is fixed
 */
export async function remindOwners(db: Db, input: ParsedInputOf<typeof api.remindOwners>, act: Act) {
  await takeTurns(db, input.inquiry_id);
  const head = await readHead(db, input.inquiry_id);
  const stands = whyNotInquiry('collect', head.stage);
  if (stands !== null) throw new Refusal('refused', stands);
  const owing = await db.all(
    z.object({ body_id: z.uuid() }),
    sql`select distinct i.body_id from ${itemTables}
      where i.inquiry_id = ${head.id} and ${stateOfItem} in ('waiting', 'draft', 'returned')
        and (${input.body_id}::uuid is null or i.body_id = ${input.body_id}::uuid)
      order by 1`,
  );
  refuseUnlessWritten(owing.length, m.projects_refused_nobody_owes(), 'body_id');
  for (const { body_id } of owing) {
    await db.run(sql`insert into reminders (id, inquiry_id, body_id, written_at, ${authorColumns})
      values (${mintId()}, ${head.id}, ${body_id}, ${act.now}, ${authorValues})`);
  }
  return {};
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
