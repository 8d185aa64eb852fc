import { listCodes } from '#domains/codes/api.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { type PageArgs, partOf } from '#ui/page.ts';
import { readSupportPlan } from '../../plan-api.ts';
import type { OpenedPlan } from '../../plan-parts.ts';

/** The plan of the address, with the lists its codes are of. */
export async function openPlan(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [plan, { entries }] = await Promise.all([
    call(readSupportPlan, { id: partOf(args, 'id') }, options),
    call(listCodes, {}, options),
  ]);
  return { plan, entries };
}

/** 「西田 恵子さんのプラン」 */
export function titleOfPlan({ client_name }: Pick<OpenedPlan, 'client_name'>): string {
  return client_name === null ? m.cases_plan_title_unnamed() : m.cases_plan_title({ name: client_name });
}

/** The way back from the parts of a plan. */
export function trailOfPlan(plan?: OpenedPlan) {
  return [
    { label: m.cases_plans_title(), to: '/support-plans' },
    ...(plan ? [{ label: titleOfPlan(plan), to: `/support-plans/${plan.id}` }] : []),
  ];
}
