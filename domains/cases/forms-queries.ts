import * as z from 'zod';
import { listItemsOf } from '#domains/items/answering.ts';
import { isInForce } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readAssessment } from './assessment-queries.ts';
import { caseRelations } from './case-model.ts';
import { assessmentForm } from './forms/assessment-form.ts';
import { closingForm } from './forms/closing-form.ts';
import { fileOf, readFrame } from './forms/frame.ts';
import { intakeForm } from './forms/intake-form.ts';
import { planForm } from './forms/plan-form.ts';
import type * as api from './forms-api.ts';
import { readIntake } from './intake-queries.ts';
import { readJoiningsOf } from './joining-queries.ts';
import { readSupportPlan } from './plan-queries.ts';
import { screeningResults } from './screening-model.ts';

/** @throws Refusal `not_found` for a plan that is not this person's, or not given */
export async function printPlanForm(
  db: Db,
  { client_id, id, form, format }: ParsedInputOf<typeof api.printPlanForm>,
  act: Act,
): Promise<LaterFile> {
  const plan = await readSupportPlan(db, { id }, act);
  if (plan.client_id !== client_id) throw refuseNotFound();
  const frame = await readFrame(db, act);
  const joinings = form === 'plan' ? await readJoiningsOf(db, client_id) : [];
  const filled = form === 'plan' ? planForm(plan, frame, joinings) : closingForm(plan, frame);
  return fileOf(filled, format, m.cases_form_file({ title: filled.title, number: plan.case_number ?? '' }));
}

/** @throws Refusal `not_found` for a first word that is not this person's, or not given */
export async function printIntakeForm(
  db: Db,
  { client_id, id, format }: ParsedInputOf<typeof api.printIntakeForm>,
  act: Act,
): Promise<LaterFile> {
  const intake = await readIntake(db, { client_id, id }, act);
  const frame = await readFrame(db, act);
  const { receiver, district } = await db.one(
    z.object({ receiver: z.string().nullable(), district: z.string().nullable() }),
    sql`select (select a.name from intakes i join posts p on p.id = i.received_by join accounts a on a.id = p.account_id
          where i.id = ${id}::uuid) as receiver,
        (select name from districts where id = ${intake.contact?.district_id ?? null}::uuid) as district`,
  );
  const items = await listItemsOf(db, 'intake');
  const form = intakeForm({ intake, receiver, district }, frame, {
    items,
    consented: intake.consent === 'given',
  });
  return fileOf(form, format, m.cases_form_intake_file({ title: form.title, day: intake.received_on }));
}

const beside = z.object({
  holder: z.string(),
  household: z.array(
    z.object({
      name: z.string().nullable(),
      relation: z.enum(caseRelations),
      born_on: z.string().nullable(),
      lives_in: z.boolean(),
    }),
  ),
  urgent: z.array(z.string()).nullable(),
  screening: z
    .object({
      result: z.enum(screeningResults),
      screened_on: z.string(),
      words: z.string().nullable(),
    })
    .nullable(),
  answered_on: z.string().nullable(),
});

/** @throws Refusal `not_found` for a person of whom nothing is seen */
export async function printAssessment(
  db: Db,
  { client_id, format }: ParsedInputOf<typeof api.printAssessment>,
  act: Act,
): Promise<LaterFile> {
  const { name, answers, cases } = await readAssessment(db, { client_id }, act);
  const frame = await readFrame(db, act);
  const newest = cases.at(-1) ?? null;
  const more = await db.one(
    beside,
    sql`select (select b.name from clients k join bodies b on b.id = k.holder_id where k.id = ${client_id}::uuid) as holder,
        (select coalesce(jsonb_agg(jsonb_build_object('name', coalesce(k.name, k.called), 'relation', o.relation,
            'born_on', k.born_on, 'lives_in', o.lives_in) order by o.joined_on, o.client_id), '[]')
          from case_members o left join clients k on k.id = o.client_id
          where o.case_id = ${newest?.id ?? null}::uuid and o.left_on is null) as household,
        (select u.kinds from case_urgencies u where u.case_id = ${newest?.id ?? null}::uuid
          order by u.said_at desc, u.id desc limit 1) as urgent,
        (select jsonb_build_object('result', s.result, 'screened_on', s.screened_on, 'words', s.words)
          from case_screenings s where s.case_id = ${newest?.id ?? null}::uuid
          order by s.screened_at desc, s.id desc limit 1) as screening,
        (select (max(v.written_at) at time zone 'Asia/Tokyo')::date from client_answer_versions v
          where v.client_id = ${client_id}::uuid) as answered_on`,
  );
  const items = await listItemsOf(db, 'client');
  const form = assessmentForm({ name, answers, case_number: newest?.number ?? null, ...more }, frame, items);
  return fileOf(form, format, m.cases_form_file({ title: form.title, number: newest?.number ?? '' }));
}

export async function printBlankForm(
  db: Db,
  { form, format }: ParsedInputOf<typeof api.printBlankForm>,
  act: Act,
): Promise<LaterFile> {
  const frame = await readFrame(db, act);
  const items = async (record: 'intake' | 'client') =>
    (await listItemsOf(db, record)).filter((one) => isInForce(one, act.today));
  const blank = {
    intake_consented: async () => intakeForm(null, frame, { items: await items('intake'), consented: true }),
    intake_unconsented: async () =>
      intakeForm(null, frame, { items: await items('intake'), consented: false }),
    assessment: async () => assessmentForm(null, frame, await items('client')),
    plan: () => planForm(null, frame),
    closing: () => closingForm(null, frame),
  };
  const made = await blank[form]();
  return fileOf(made, format, m.cases_form_blank_file({ title: made.title }));
}
