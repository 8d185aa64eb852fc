import { useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { sayUrgency, screenCase } from '../acts-api.ts';
import { type OpenedCase, takeStep } from '../case-api.ts';
import { type CaseState, caseStates, caseStateWords, stepsFrom, whyNotStep } from '../case-model.ts';
import { sayScreening, screeningResults } from '../screening-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { openCase } from './shown/open-case.ts';
import { StateBadge } from './shown/StateBadge.tsx';

export async function loader(args: PageArgs) {
  const [shown, { entries }] = await Promise.all([
    openCase(args),
    call(listCodes, {}, { signal: args.request.signal }),
  ]);
  return { shown, entries };
}

/** How a case goes on: the screening first, then the steps the one table allows, and why the others are not possible. */
export function Component() {
  const { shown } = useLoaderData<typeof loader>();
  const screening = shown.state === 'received' || shown.state === 'screening';
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_part_steps()} />
      {shown.own ? (
        <>
          <Urgency shown={shown} />
          {screening ? <Screening shown={shown} /> : <Step shown={shown} />}
        </>
      ) : (
        <Notice tone="info">{m.cases_refused_not_ours({ holder: shown.holder.name })}</Notice>
      )}
      <Section heading={m.cases_steps_taken()}>
        <ol className="grid gap-3">
          {shown.steps.map(({ id, state, why, taken_on, by }) => (
            <li key={id} className="flex flex-wrap items-center gap-3 border-b border-solid-gray-300 pb-3">
              <span>{formatDay(taken_on)}</span>
              <StateBadge state={state} />
              {by && <span>{by}</span>}
              {why && <span>{why}</span>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Screening({ shown }: { shown: OpenedCase }) {
  const { entries } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <Section heading={m.cases_screen_summary()}>
      <p>{m.cases_screen_lead()}</p>
      <Form
        op={screenCase}
        keeps
        mints="id"
        also={{ case_id: shown.id }}
        initial={{ screened_on: today }}
        submit={m.cases_screen_submit()}
        done={() => navigate(`/cases/${shown.id}`, saying(m.cases_screened()))}
      >
        {(typed) => (
          <>
            <CheckboxGroup
              name="schemes"
              label={m.cases_label_schemes()}
              hint={m.cases_schemes_hint()}
              required
              choices={choicesOn(entries, 'scheme', String(typed.screened_on ?? today))}
            />
            <RadioGroup
              name="result"
              label={m.cases_label_screening()}
              required
              choices={screeningResults.map((value) => ({
                value,
                label: sayScreening(value, entries, today),
              }))}
            />
            <TextArea name="words" label={m.cases_label_screening_words()} rows={3} maxLength={1000} />
            <DateField name="screened_on" label={m.cases_label_day()} max={today} />
          </>
        )}
      </Form>
    </Section>
  );
}

function Step({ shown }: { shown: OpenedCase }) {
  const { today } = useMe();
  const navigate = useNavigate();
  const standing = {
    state: shown.state,
    own: shown.own,
    holder_name: shown.holder.name,
    consented: shown.members.filter(({ consent, left_on }) => consent === 'given' && left_on === null).length,
    handed_over: shown.handed_over,
  };
  const offered = stepsFrom(shown.state, shown.handed_over);
  const possible = offered.filter((to) => whyNotStep(to, standing) === null);
  return (
    <Section heading={m.cases_step_summary()}>
      <ul className="grid gap-1 empty:hidden">
        {offered
          .filter((to) => !possible.includes(to))
          .map((to) => (
            <li key={to}>
              {m.cases_step_not_now({ state: caseStateWords[to](), why: whyNotStep(to, standing) ?? '' })}
            </li>
          ))}
      </ul>
      {possible.length === 0 ? (
        <p>{m.cases_step_none()}</p>
      ) : (
        <Form
          op={takeStep}
          keeps
          mints="id"
          also={{ case_id: shown.id }}
          initial={{ taken_on: today }}
          submit={m.cases_step_submit()}
          done={() => navigate(`/cases/${shown.id}`, saying(m.cases_step_taken()))}
        >
          <RadioGroup
            name="state"
            label={m.cases_label_next_state()}
            required
            choices={ordered(possible).map((value) => ({ value, label: caseStateWords[value]() }))}
          />
          <TextArea name="why" label={m.cases_label_why()} rows={2} maxLength={500} />
          <DateField name="taken_on" label={m.cases_label_day()} max={today} />
        </Form>
      )}
    </Section>
  );
}

function ordered(states: readonly CaseState[]): CaseState[] {
  return caseStates.filter((state) => states.includes(state));
}

function Urgency({ shown }: { shown: OpenedCase }) {
  const { entries } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const offered = choicesOn(entries, 'urgency', today);
  return (
    <Section heading={m.cases_urgent()}>
      <Form
        key={shown.urgent.join()}
        op={sayUrgency}
        keeps
        mints="id"
        also={{ case_id: shown.id }}
        initial={{ kinds: shown.urgent.filter((kind) => offered.some(({ value }) => value === kind)) }}
        submit={m.cases_urgency_submit()}
        doneSays={m.cases_urgency_said()}
      >
        <CheckboxGroup
          name="kinds"
          label={m.cases_label_urgency()}
          hint={m.cases_urgency_hint()}
          choices={offered}
          inline
        />
        <TextArea name="words" label={m.cases_label_urgency_words()} rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
