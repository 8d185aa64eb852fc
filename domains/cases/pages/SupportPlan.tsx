import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Section } from '#ui/Section.tsx';
import { printPlanForm } from '../forms-api.ts';
import { CityDecision } from './shown/CityDecision.tsx';
import { openPlan, titleOfPlan, trailOfPlan } from './shown/opened-plan.ts';
import { PlanActs } from './shown/PlanActs.tsx';
import { PlanBadge } from './shown/PlanBadge.tsx';
import { PlanContent } from './shown/PlanContent.tsx';
import { PlanCourse } from './shown/PlanCourse.tsx';

export { openPlan as loader };

/** One person's plan: what it says, how it stands, what can be done with it now. */
export function Component() {
  const { plan, entries } = useLoaderData<typeof openPlan>();
  const role = useMe().current?.role;
  const file = { client_id: plan.client_id, id: plan.id };
  return (
    <>
      <PageHeader
        title={titleOfPlan(plan)}
        trail={trailOfPlan()}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <PlanBadge state={plan.state} />
            {plan.case_number !== null &&
              m.cases_plan_of_case({ number: plan.case_number, holder: plan.holder.name })}
          </span>
        }
      />
      {plan.own && (
        <p className="mb-6 print:hidden">
          <Link to={`/cases/${plan.case_id}/copy-sheet/${plan.client_id}`} className="inline-block py-2">
            {m.cases_plan_to_copy()}
          </Link>
        </p>
      )}
      {plan.own && (
        <PlanActs
          key={`${plan.id} ${plan.state} ${plan.version} ${plan.agreed_on}`}
          plan={plan}
          entries={entries}
        />
      )}
      <Section
        heading={m.cases_plan_content()}
        actions={
          <>
            <DownloadLink href={hrefOf(printPlanForm, { ...file, form: 'plan', format: 'pdf' })}>
              {m.cases_plan_print_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printPlanForm, { ...file, form: 'plan', format: 'xlsx' })}>
              {m.cases_plan_print_xlsx()}
            </DownloadLink>
          </>
        }
      >
        <PlanContent plan={plan} codes={entries} />
      </Section>
      {role === 'convener' && <CityDecision plan={plan} />}
      <PlanCourse plan={plan} codes={entries} />
    </>
  );
}
