import { useLoaderData, useNavigate } from 'react-router';
import { choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { nestFields } from '#ui/Form/nest.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { closePlan } from '../closing-api.ts';
import {
  attainments,
  attainmentWords,
  outcomes,
  outcomeWords,
  spanWords,
  whyNotPlan,
} from '../plan-model.ts';
import { openPlan, trailOfPlan } from './shown/opened-plan.ts';

export { openPlan as loader };

/** 評価（終結）シート, with the headings of the printed form. */
export function Component() {
  const { plan, entries } = useLoaderData<typeof openPlan>();
  const { today } = useMe();
  const navigate = useNavigate();
  const back = `/support-plans/${plan.id}`;
  return (
    <>
      <PageHeader title={m.cases_closing_summary()} lead={m.cases_closing_lead()} trail={trailOfPlan(plan)} />
      <Form
        op={closePlan}
        keeps
        also={{ plan_id: plan.id }}
        initial={{ closed_on: today }}
        reshape={(typed) => {
          const { attainments: said, ...rest } = nestFields(typed);
          const rows = Array.isArray(said) ? (said as Record<string, unknown>[]) : [];
          return {
            ...(rest as Partial<InputOf<typeof closePlan>>),
            attainments: plan.goals.flatMap(({ id }, i) =>
              rows[i]?.attained === undefined ? [] : [{ ...rows[i], goal_id: id }],
            ) as InputOf<typeof closePlan>['attainments'],
          };
        }}
        submit={m.cases_closing_submit()}
        cannotSubmit={
          (plan.own
            ? whyNotPlan('close', plan.state)
            : m.cases_plan_refused_not_ours({ holder: plan.holder.name })) ?? undefined
        }
        beside={
          <ButtonLink look="text" to={back}>
            {m.cases_plan_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.cases_closing_done()))}
      >
        <Section heading={m.cases_form_attained()}>
          {plan.goals.map(({ id, span, words }, i) => (
            <fieldset key={id} className="grid gap-4 border-l-4 border-solid-gray-300 pl-4">
              <legend className="mb-3 text-std-18B-160">
                {m.cases_closing_goal({ span: spanWords[span](), words })}
              </legend>
              <RadioGroup
                name={`attainments.${i}.attained`}
                label={m.cases_form_attainment()}
                inline
                choices={attainments.map((value) => ({ value, label: attainmentWords[value]() }))}
              />
              <TextArea
                name={`attainments.${i}.words`}
                label={m.cases_form_attained_words()}
                rows={2}
                maxLength={1_000}
              />
            </fieldset>
          ))}
        </Section>
        <CheckboxGroup
          name="changes"
          label={m.cases_form_changes()}
          choices={choicesOn(entries, 'change', today)}
        />
        <TextArea name="remains" label={m.cases_form_remains()} rows={3} maxLength={2_000} />
        <TextArea name="own_words" label={m.cases_form_own_words()} rows={3} maxLength={2_000} />
        <TextArea name="found" label={m.cases_form_found()} rows={3} maxLength={2_000} />
        <RadioGroup
          name="outcome"
          label={m.cases_form_outcome()}
          required
          choices={outcomes.map((value) => ({ value, label: outcomeWords[value]() }))}
        />
        <SelectField
          name="reason"
          label={m.cases_form_reason()}
          required
          width="full"
          choices={choicesOn(entries, 'ending', today)}
        />
        <DateField name="closed_on" label={m.cases_form_closed_on()} required max={today} />
        <TextArea name="afterwards" label={m.cases_form_afterwards()} rows={3} maxLength={1_000} />
      </Form>
    </>
  );
}
