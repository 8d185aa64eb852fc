import { findings, findingWords } from '#domains/cases/plan-model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import { type ConferenceItem, findOnPlan } from '../../api.ts';
import { whyNot } from '../../model.ts';

/** Whether a plan was found fit. The decision to support it is the city's, and another. */
export function Findings({ item }: { item: ConferenceItem }) {
  const { plans } = item;
  const writing = item.called && whyNot('minute', item.state) === null;
  return (
    <Section heading={m.conferences_finding()}>
      {item.findings.length === 0 && <p>{m.conferences_findings_empty()}</p>}
      <ul className="grid gap-2">
        {item.findings.map(({ id, finding, words, held_on }) => (
          <li key={id}>
            {m.conferences_finding_says({ finding: findingWords[finding](), day: formatDay(held_on) })}
            {words && <p className="whitespace-pre-wrap">{words}</p>}
          </li>
        ))}
      </ul>
      {writing && (
        <Form
          op={findOnPlan}
          mints="id"
          also={{ item_id: item.id }}
          submit={m.conferences_finding_submit()}
          cannotSubmit={plans.length === 0 ? m.conferences_no_plan() : undefined}
          doneSays={m.conferences_finding_done()}
        >
          <SelectField
            name="plan_id"
            label={m.conferences_label_plan()}
            required
            width="full"
            choices={plans.map(({ id, name, written_on }) => ({
              value: id,
              label: m.conferences_plan_of({ name: name ?? '', day: formatDay(written_on) }),
            }))}
          />
          <RadioGroup
            name="finding"
            label={m.conferences_finding()}
            required
            choices={findings.map((value) => ({ value, label: findingWords[value]() }))}
          />
          <TextArea name="words" label={m.conferences_label_finding_words()} rows={3} maxLength={1000} />
          <Notice tone="info">{m.conferences_finding_not_decision()}</Notice>
        </Form>
      )}
    </Section>
  );
}
