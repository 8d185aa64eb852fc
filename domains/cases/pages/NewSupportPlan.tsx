import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { readCase } from '../case-api.ts';
import { draftPlan } from '../plan-api.ts';
import { goalRoom, PlanFields, readPlanFields, stepRoom } from './shown/PlanFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [opened, { entries }] = await Promise.all([
    call(readCase, { id: partOf(args, 'id') }, options),
    call(listCodes, { list: 'service' }, options),
  ]);
  return { opened, entries, client: queryOf(args).client };
}

/** A new plan of one member of a case, with the headings of the printed form. */
export function Component() {
  const { opened, entries, client } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { today } = useMe();
  const [ids] = useState(() => ({
    goals: Array.from({ length: goalRoom }, mintId),
    steps: Array.from({ length: stepRoom }, mintId),
  }));
  const present = opened.members.filter(({ left_on }) => left_on === null);
  const [first] = present;
  return (
    <>
      <PageHeader
        title={m.cases_plan_draft_summary()}
        lead={m.cases_plan_new_lead({ number: opened.number })}
        trail={[{ label: m.cases_plans_title(), to: '/support-plans' }]}
      />
      <Form
        op={draftPlan}
        keeps
        mints="id"
        also={{ case_id: opened.id }}
        reshape={(typed) => readPlanFields(typed, ids)}
        submit={m.cases_plan_save()}
        beside={
          <ButtonLink look="text" to="/support-plans">
            {m.cases_plan_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/support-plans/${id}`, saying(m.cases_plan_saved()))}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="client_id"
              label={m.cases_plan_whose()}
              required
              initial={client ?? (present.length === 1 ? first?.client_id : undefined)}
              choices={present.map(({ client_id, name }) => ({
                value: client_id,
                label: name ?? m.cases_form_name_not_given(),
              }))}
            />
            <PlanFields typed={typed} codes={entries} day={today} />
          </>
        )}
      </Form>
    </>
  );
}
