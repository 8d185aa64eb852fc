import type { ReactNode } from 'react';
import { useState } from 'react';
import { type CodeEntry, choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import {
  proposePlan,
  recordAgreement,
  recordFinding,
  reviewPlan,
  startSupport,
  takeBackPlan,
} from '../../plan-api.ts';
import {
  conferenceNeeded,
  findings,
  findingWords,
  planConferences,
  planConferenceWords,
  whyNotDecide,
  whyNotPlan,
  whyNotPropose,
} from '../../plan-model.ts';
import type { OpenedPlan } from '../../plan-parts.ts';

/** What can be done with a plan as it stands; what cannot yet says why. */
export function PlanActs({ plan, entries }: { plan: OpenedPlan; entries: readonly CodeEntry[] }) {
  const { today } = useMe();
  const [ids] = useState(() => ({ propose: mintId(), start: mintId() }));
  const allowed = (act: Parameters<typeof whyNotPlan>[0]) => whyNotPlan(act, plan.state) === null;
  return (
    <Section heading={m.cases_plan_next()}>
      {allowed('decide') && (
        <Notice tone="info">{whyNotDecide(plan) ?? m.cases_plan_waits_for_city()}</Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {allowed('rewrite') && (
          <ButtonLink to={`/support-plans/${plan.id}/edit`}>{m.cases_plan_rewrite_summary()}</ButtonLink>
        )}
        {allowed('propose') && (
          <CommandButton
            op={proposePlan}
            look="solid"
            input={{ plan_id: plan.id, id: ids.propose, version: plan.version }}
            disabledReason={whyNotPropose(plan) ?? undefined}
          >
            {m.cases_plan_propose_summary()}
          </CommandButton>
        )}
        {allowed('start') && (
          <CommandButton
            op={startSupport}
            look="solid"
            input={{ plan_id: plan.id, id: ids.start, acted_on: today }}
          >
            {m.cases_plan_start_summary()}
          </CommandButton>
        )}
        {allowed('close') && (
          <ButtonLink to={`/support-plans/${plan.id}/closing`}>{m.cases_closing_summary()}</ButtonLink>
        )}
      </div>
      {allowed('agree') && <Agreement plan={plan} today={today} entries={entries} />}
      {allowed('find') && <ConferenceFinding plan={plan} today={today} />}
      {allowed('take_back') && (
        <Folded label={m.cases_plan_take_back_summary()}>
          <Form
            op={takeBackPlan}
            keeps
            mints="id"
            also={{ plan_id: plan.id }}
            submit={m.cases_plan_take_back_summary()}
            doneSays={m.cases_plan_taken_back()}
          >
            <TextArea name="words" label={m.cases_plan_label_why()} required rows={2} maxLength={500} />
          </Form>
        </Folded>
      )}
      {allowed('review') && (
        <Folded label={m.cases_plan_review_summary()}>
          <Form
            op={reviewPlan}
            keeps
            mints="id"
            also={{ plan_id: plan.id }}
            initial={{ reviewed_on: today }}
            submit={m.cases_plan_review_summary()}
            doneSays={m.cases_plan_review_done()}
          >
            <DateField name="reviewed_on" label={m.cases_plan_label_reviewed_on()} required max={today} />
            <TextArea name="words" label={m.cases_plan_label_review()} required rows={4} maxLength={2_000} />
            <DateField name="next_on" label={m.cases_form_next_review()} />
          </Form>
        </Folded>
      )}
    </Section>
  );
}

interface PartProps {
  plan: OpenedPlan;
  today: string;
}

function Agreement({ plan, today, entries }: PartProps & { entries: readonly CodeEntry[] }) {
  return (
    <Folded label={m.cases_plan_agree_summary()}>
      <Form
        op={recordAgreement}
        keeps
        also={{ plan_id: plan.id }}
        initial={{ agreed_on: today }}
        submit={m.cases_plan_agree_submit()}
        doneSays={m.cases_plan_agree_done()}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="agreed_way"
              label={m.cases_form_agreed_way()}
              required
              choices={choicesOn(entries, 'consent_way', String(typed.agreed_on ?? today))}
            />
            <DateField name="agreed_on" label={m.cases_form_agreed_on()} required max={today} />
          </>
        )}
      </Form>
    </Folded>
  );
}

function ConferenceFinding({ plan, today }: PartProps) {
  return (
    <Folded label={m.cases_plan_find_summary()}>
      <Form
        op={recordFinding}
        keeps
        mints="id"
        also={{ plan_id: plan.id }}
        initial={{ held_on: today, conference_kind: conferenceNeeded[plan.kind] }}
        submit={m.cases_plan_find_submit()}
        doneSays={m.cases_plan_find_done()}
      >
        <RadioGroup
          name="conference_kind"
          label={m.cases_form_conference()}
          required
          choices={planConferences.map((value) => ({ value, label: planConferenceWords[value]() }))}
        />
        <DateField name="held_on" label={m.cases_form_held_on()} required max={today} />
        <RadioGroup
          name="finding"
          label={m.cases_form_finding()}
          required
          choices={findings.map((value) => ({ value, label: findingWords[value]() }))}
        />
        <TextArea name="words" label={m.cases_plan_label_finding_words()} rows={3} maxLength={1_000} />
      </Form>
    </Folded>
  );
}

function Folded({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="border-b border-solid-gray-300 pb-3">
      <summary className="min-h-11 cursor-pointer py-2">{label}</summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
