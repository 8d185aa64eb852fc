import * as z from 'zod';
import { authorColumns, authorValues, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './committee-api.ts';
import { answersGathered } from './events.ts';
import { gradeMeasures } from './measure-grades.ts';
import { type InquiryAct, whyNotFix, whyNotInquiry } from './model.ts';
import { gatherOwnAnswers } from './own-items.ts';
import { readReadiness } from './readiness.ts';
import { itemTables, readHead, readRuleOf, stateOfItem } from './reading.ts';

/** An inquiry, held still until the commit; refuses what its stage does not allow. */
async function takeInquiry(db: Db, id: string, act: InquiryAct) {
  await takeTurns(db, id);
  const head = await readHead(db, id);
  const why = whyNotInquiry(act, head.stage);
  if (why !== null) throw new Refusal('refused', why);
  return head;
}

/** とりまとめ: keeps a copy of what is confirmed now, with the measures' grades, for the committee's table. */
export async function gatherAnswers(db: Db, input: ParsedInputOf<typeof api.gatherAnswers>, act: Act) {
  const { sent_on } = await takeInquiry(db, input.inquiry_id, 'collect');
  await writeGathering(db, { ...input, sent_on }, act);
  return { id: input.id };
}

async function writeGathering(
  db: Db,
  { id, inquiry_id, sent_on }: { id: string; inquiry_id: string; sent_on: string },
  act: Act,
): Promise<void> {
  await db.run(sql`insert into gatherings (id, inquiry_id, number, written_at, ${authorColumns})
    select ${id}::uuid, ${inquiry_id}::uuid, coalesce(max(g.number), 0) + 1, ${act.now}::timestamptz, ${authorValues}
    from gatherings g where g.inquiry_id = ${inquiry_id}`);
  await db.run(sql`insert into gathered_answers (gathering_id, item_id, state, answer_id, results, amount, grade,
      grade_reason, course, remarks)
    select ${id}::uuid, i.id, ${stateOfItem}, c.id, c.results, c.amount, c.grade, c.grade_reason, c.course, c.remarks
    from ${itemTables}
    left join answers c on c.id = a.id and v.kind = 'confirmed'
    where i.inquiry_id = ${inquiry_id}`);
  await gatherOwnAnswers(db, { gathering: id, sentOn: sent_on });
  const { fiscal_year } = await readHead(db, inquiry_id);
  await tell(answersGathered, db, { gathering: id, fiscal_year }, act);
  const measures = await gradeMeasures(db, inquiry_id, await readRuleOf(db, inquiry_id));
  for (const measure of measures) {
    await db.run(sql`insert into gathered_measures (gathering_id, measure_id, name, grade, reason)
      values (${id}, ${measure.id}, ${measure.name}, ${measure.grade}, ${measure.reason})`);
  }
}

/** Writes a measure's grade, where the town's rule is that a person does. */
export async function gradeMeasure(db: Db, input: ParsedInputOf<typeof api.gradeMeasure>, act: Act) {
  await takeInquiry(db, input.inquiry_id, 'collect');
  const rule = await readRuleOf(db, input.inquiry_id);
  if (rule.measure_rule !== 'written') throw new Refusal('refused', m.projects_refused_by_rule());
  if (!rule.grades.some(({ code }) => code === input.grade))
    throw new Refusal('invalid', m.projects_field_grade(), { grade: m.projects_field_grade() });
  const written = await db.run(
    sql`insert into measure_grades (id, inquiry_id, measure_id, version, grade, reason, written_at, ${authorColumns})
      select ${input.id}::uuid, ${input.inquiry_id}::uuid, ${input.measure_id}::uuid, ${input.after_version + 1}::int,
        ${input.grade}, ${input.reason}, ${act.now}, ${authorValues}
      where ${input.after_version} = coalesce((select max(g.version) from measure_grades g
        where g.inquiry_id = ${input.inquiry_id} and g.measure_id = ${input.measure_id}), 0)
      on conflict on constraint measure_grades_version do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.projects_refused_version());
  return { id: input.id };
}

/**
 * Records what a committee said to what was gathered last.
 *
 * @throws Refusal `refused` before anything was gathered; `invalid` for a day to come
 */
export async function recordOpinion(db: Db, input: ParsedInputOf<typeof api.recordOpinion>, act: Act) {
  await takeInquiry(db, input.inquiry_id, 'collect');
  if (input.met_on > act.today)
    throw new Refusal('invalid', m.projects_refused_met_on(), { met_on: m.projects_refused_met_on() });
  const recorded = await db.run(
    sql`insert into committee_opinions (id, inquiry_id, gathering_id, committee, met_on, measure_id, opinion, written_at,
        ${authorColumns})
      select ${input.id}::uuid, g.inquiry_id, g.id, ${input.committee}, ${input.met_on}::date, ${input.measure_id}::uuid,
        ${input.opinion}, ${act.now}, ${authorValues}
      from gatherings g where g.inquiry_id = ${input.inquiry_id} order by g.number desc limit 1`,
  );
  if (recorded === 0) throw new Refusal('refused', m.projects_refused_gather_first());
  return { id: input.id };
}

/** Writes the reply to an opinion; an earlier wording stays readable. */
export async function replyToOpinion(db: Db, input: ParsedInputOf<typeof api.replyToOpinion>, act: Act) {
  const { inquiry_id } = await db.one(
    z.object({ inquiry_id: z.uuid() }),
    sql`select inquiry_id from committee_opinions where id = ${input.opinion_id}`,
  );
  await takeInquiry(db, inquiry_id, 'collect');
  const written = await db.run(
    sql`insert into opinion_replies (id, opinion_id, inquiry_id, version, reply, written_at, ${authorColumns})
      select ${input.id}::uuid, ${input.opinion_id}::uuid, ${inquiry_id}::uuid, ${input.after_version + 1}::int,
        ${input.reply}, ${act.now}, ${authorValues}
      where ${input.after_version} = coalesce((select max(r.version) from opinion_replies r
        where r.opinion_id = ${input.opinion_id}), 0)
      on conflict on constraint opinion_replies_version do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.projects_refused_version());
  return { id: input.id };
}

/**
 * 確定: gathers once more, and from then on nothing moves.
 *
 * @throws Refusal `refused` while a project is not confirmed, a measure has no grade, or the figures of the year are open
 */
export async function fixInquiry(db: Db, input: ParsedInputOf<typeof api.fixInquiry>, act: Act) {
  const head = await takeInquiry(db, input.inquiry_id, 'fix');
  const rule = await readRuleOf(db, head.id);
  const why = whyNotFix(await readReadiness(db, head, rule, await gradeMeasures(db, head.id, rule)));
  if (why !== null) throw new Refusal('refused', why);
  await writeGathering(db, { ...input, sent_on: head.sent_on }, act);
  await db.run(sql`insert into inquiry_fixings (inquiry_id, gathering_id, written_at, ${authorColumns})
    values (${head.id}, ${input.id}, ${act.now}, ${authorValues})`);
  return { id: input.id };
}

/** 公表 of what was fixed. */
export async function publishInquiry(db: Db, input: ParsedInputOf<typeof api.publishInquiry>, act: Act) {
  const head = await takeInquiry(db, input.inquiry_id, 'publish');
  await db.run(sql`insert into inquiry_publications (inquiry_id, written_at, ${authorColumns})
    values (${head.id}, ${act.now}, ${authorValues})`);
  return {};
}
