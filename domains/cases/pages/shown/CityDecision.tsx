import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import { decideSupport } from '../../plan-api.ts';
import { decisions, decisionWords, whyNotDecide, whyNotPlan } from '../../plan-model.ts';
import type { OpenedPlan } from '../../plan-parts.ts';

/** 支援決定（決裁）, by the city's convener. What is still missing for a yes is said before. */
export function CityDecision({ plan }: { plan: OpenedPlan }) {
  const { today } = useMe();
  const closed = whyNotPlan('decide', plan.state);
  const missing = closed === null ? whyNotDecide(plan) : null;
  return (
    <Section heading={m.cases_plan_decide_summary()}>
      {missing !== null && <Notice tone="warning">{missing}</Notice>}
      <Form
        op={decideSupport}
        keeps
        mints="id"
        also={{ plan_id: plan.id }}
        initial={{ decided_on: today }}
        submit={m.cases_plan_decide_submit()}
        cannotSubmit={closed ?? undefined}
        doneSays={m.cases_plan_decided()}
      >
        <RadioGroup
          name="decision"
          label={m.cases_form_decision()}
          required
          choices={decisions.map((value) => ({ value, label: decisionWords[value]() }))}
        />
        <TextArea name="reason" label={m.cases_form_decision_reason()} required rows={3} maxLength={1_000} />
        <TextField name="number" label={m.cases_form_decision_number()} maxLength={60} />
        <DateField name="decided_on" label={m.cases_form_decided_on()} max={today} />
      </Form>
    </Section>
  );
}
