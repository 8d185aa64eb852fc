import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { closingForm } from './forms/closing-form.ts';
import { fileOf, readFrame } from './forms/frame.ts';
import { planForm } from './forms/plan-form.ts';
import type * as api from './forms-api.ts';
import { readSupportPlan } from './plan-queries.ts';

/** @throws Refusal `not_found` for a plan that is not this person's, or not given */
export async function printPlanForm(
  db: Db,
  { client_id, id, form, format }: ParsedInputOf<typeof api.printPlanForm>,
  act: Act,
): Promise<LaterFile> {
  const plan = await readSupportPlan(db, { id }, act);
  if (plan.client_id !== client_id) throw refuseNotFound();
  const frame = await readFrame(db, act);
  const filled = form === 'plan' ? planForm(plan, frame) : closingForm(plan, frame);
  return fileOf(filled, format, m.cases_form_file({ title: filled.title, number: plan.case_number ?? '' }));
}

export async function printBlankForm(
  db: Db,
  { form, format }: ParsedInputOf<typeof api.printBlankForm>,
  act: Act,
): Promise<LaterFile> {
  const frame = await readFrame(db, act);
  const blank = { plan: planForm, closing: closingForm }[form](null, frame);
  return fileOf(blank, format, m.cases_form_blank_file({ title: blank.title }));
}
