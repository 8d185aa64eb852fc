import { useContext, useState } from 'react';
import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { FieldSurroundingsContext } from '#ui/fields/use-field.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { saying } from '#ui/saying.ts';
import { rewritePlan } from '../plan-api.ts';
import { whyNotPlan } from '../plan-model.ts';
import type { OpenedPlan } from '../plan-parts.ts';
import { openPlan, trailOfPlan } from './shown/opened-plan.ts';
import { PlanContent } from './shown/PlanContent.tsx';
import { goalRoom, PlanFields, readPlanFields, stepRoom } from './shown/PlanFields.tsx';

export { openPlan as loader };

/** A plan written anew, as long as it has not been put forward. */
export function Component() {
  const { plan, entries } = useLoaderData<typeof openPlan>();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [ids] = useState(() => ({
    goals: Array.from({ length: goalRoom }, mintId),
    steps: Array.from({ length: stepRoom }, mintId),
  }));
  const back = `/support-plans/${plan.id}`;
  const { version, kind, trouble, starts_on, ends_on, next_review_on, goals, steps, services } = plan;
  return (
    <>
      <PageHeader title={m.cases_plan_rewrite_summary()} trail={trailOfPlan(plan)} />
      <Form
        key={plan.id}
        op={rewritePlan}
        keeps
        also={{ plan_id: plan.id }}
        initial={{ version, kind, trouble, starts_on, ends_on, next_review_on, goals, steps, services }}
        reshape={(typed) => readPlanFields(typed, ids)}
        submit={m.cases_plan_save()}
        cannotSubmit={whyNotPlan('rewrite', plan.state) ?? undefined}
        beside={
          <ButtonLink look="text" to={back}>
            {m.cases_plan_leave()}
          </ButtonLink>
        }
        refused={() => void revalidate()}
        done={() => navigate(back, saying(m.cases_plan_saved()))}
      >
        {(typed) => (
          <>
            <Meanwhile plan={plan} codes={entries} />
            <PlanFields typed={typed} codes={entries} day={plan.written_on} />
          </>
        )}
      </Form>
    </>
  );
}

/** Where somebody has rewritten it since the typing began, what stands now is shown above what was typed. */
function Meanwhile({ plan, codes }: { plan: OpenedPlan; codes: readonly CodeEntry[] }) {
  const begunFrom = Number(useContext(FieldSurroundingsContext)?.valueOf('version'));
  const [taken, take] = useState(false);
  const newer = begunFrom !== plan.version;
  return (
    <>
      <input
        type="hidden"
        name="version"
        data-kind="number"
        value={newer && !taken ? begunFrom : plan.version}
        readOnly
      />
      {newer && (
        <div className="grid gap-3">
          <Notice tone="warning" title={m.cases_plan_meanwhile()}>
            {m.cases_plan_meanwhile_says()}
          </Notice>
          <PlanContent plan={plan} codes={codes} />
          <label className="flex min-h-11 items-center gap-2">
            <input type="checkbox" checked={taken} onChange={(event) => take(event.target.checked)} />
            {m.cases_plan_meanwhile_replace()}
          </label>
        </div>
      )}
    </>
  );
}
