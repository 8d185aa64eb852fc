import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listPlans, readFigures, readPlan } from '../api.ts';
import { AchievementTable } from './shown/AchievementTable.tsx';
import { useIsPlanner } from './shown/may.ts';
import { writeYear } from './shown/wording.ts';

/** Every plan with its figures: from here a figure is one press away from its definition. */
export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const { plans } = await call(listPlans, {}, options);
  return Promise.all(
    plans.map(async (plan) => ({
      ...plan,
      ...(await call(readFigures, { plan: plan.code }, options)),
      groups: (await call(readPlan, { plan: plan.code }, options)).groups,
    })),
  );
}

export function Component() {
  const plans = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  const create = isPlanner ? <ButtonLink to="/plans/new">{m.plan_new()}</ButtonLink> : null;
  return (
    <>
      <PageHeader title={m.plan_plans_title()} lead={m.plan_plans_lead()} actions={create} />
      {plans.length === 0 && <EmptyState says={m.plan_plans_empty()} action={create} />}
      {plans.map((plan) => (
        <Section
          key={plan.code}
          heading={plan.name}
          actions={<ButtonLink to={`/plans/${plan.code}`}>{m.plan_open({ plan: plan.name })}</ButtonLink>}
        >
          <p>{m.plan_term({ first: writeYear(plan.first_year), last: writeYear(plan.last_year) })}</p>
          <ul>
            {plan.owners.map(({ body, plan_name }) => (
              <li key={body}>{m.plan_owner({ body, plan: plan_name })}</li>
            ))}
          </ul>
          {plan.figures.length === 0 ? (
            <p>
              {m.plan_no_indicators()} <Link to={`/plans/${plan.code}`}>{m.plan_see_measures()}</Link>
            </p>
          ) : (
            <AchievementTable plan={plan} figures={plan.figures} groups={plan.groups} />
          )}
        </Section>
      ))}
    </>
  );
}
