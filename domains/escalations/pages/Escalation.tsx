import { Link, useLoaderData } from 'react-router';
import { contactWords } from '#domains/visits/model.ts';
import { writeName } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  actOnEscalation,
  closeEscalation,
  readDutyNow,
  readEscalation,
  switchUnmet,
  takeEscalation,
} from '../api.ts';
import { stateWords } from '../model.ts';
import { DutyNow } from './shown/DutyNow.tsx';
import { LevelBadge, writeRaised } from './shown/EscalationList.tsx';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [escalation, duty] = await Promise.all([
    call(readEscalation, { id: partOf(args, 'id') }, { signal }),
    call(readDutyNow, {}, { signal }),
  ]);
  return { escalation, duty };
}

type Read = OutputOf<typeof readEscalation>;

/** One 知らせ: what was seen, in whose hands it is, and what can be done. */
export function Component() {
  const { escalation, duty } = useLoaderData<typeof loader>();
  const { may_act, state, level, household_name } = escalation;
  const goesOn = state !== 'closed';
  return (
    <>
      <PageHeader
        title={m.escalations_one_title({ household: writeName(household_name) })}
        trail={[{ label: m.escalations_title(), to: '/escalations' }]}
      />
      {escalation.visit_withdrawn && (
        <div className="mb-6">
          <Notice tone="info">{m.escalations_visit_withdrawn()}</Notice>
        </div>
      )}
      {goesOn && may_act && <Take escalation={escalation} />}
      <Section heading={m.escalations_content()}>
        {level === 'unmet' && <p>{m.escalations_unmet_means()}</p>}
        <DescriptionList items={describe(escalation)} />
      </Section>
      <Course steps={escalation.steps} />
      {goesOn && may_act && state !== 'raised' && <Acts escalation={escalation} />}
      {goesOn && !may_act && state === 'raised' && <DutyNow duty={duty} />}
      {level === 'unmet' && <Quiet escalation={escalation} />}
    </>
  );
}

function Take({ escalation: { id, steps, state, level } }: { escalation: Read }) {
  const { account } = useMe();
  const first = state === 'raised';
  return (
    <div className="mb-8 grid justify-items-start gap-2">
      {level === 'alarm' && first && <p>{m.escalations_call_119_first()}</p>}
      <CommandButton
        op={takeEscalation}
        input={{ id, seen: steps.length }}
        look={first ? 'solid' : 'outline'}
      >
        {first ? m.escalations_take() : m.escalations_take_over()}
      </CommandButton>
      {first && level !== 'unmet' && <p>{m.escalations_take_means({ name: account?.name ?? '' })}</p>}
    </div>
  );
}

function describe(escalation: Read) {
  const { level, state, due_at, late, in_hours, meant_for, visit, visit_id, household_id, may_act } =
    escalation;
  const due = [
    formatInstant(due_at),
    late ? m.escalations_late() : '',
    in_hours ? '' : m.escalations_outside(),
  ];
  return [
    { term: m.escalations_label_level_one(), value: <LevelBadge level={level} /> },
    { term: m.escalations_label_standing(), value: stateWords[state]() },
    { term: m.escalations_label_raised(), value: writeRaised(escalation) },
    { term: m.escalations_label_meant(), value: meant_for && m.escalations_meant_for({ name: meant_for }) },
    { term: m.escalations_label_due(), value: due.filter((part) => part !== '').join('　') },
    {
      term: m.escalations_label_visit(),
      value: visit ? (
        <>
          {formatDay(visit.visited_on)}　{contactWords[visit.contact]()}{' '}
          <Link to={`/visits/${visit_id}`}>{m.escalations_to_visit()}</Link>
        </>
      ) : (
        visit_id &&
        may_act && (
          <>
            {m.escalations_before_visit()} <Link to="/late-calls">{m.phones_late_title()}</Link>
          </>
        )
      ),
    },
    {
      term: m.escalations_label_note(),
      value: visit?.note && <span className="whitespace-pre-wrap">{visit.note}</span>,
    },
    {
      term: m.escalations_column_household(),
      value: <Link to={`/households/${household_id}`}>{m.escalations_to_household()}</Link>,
    },
  ];
}

function Course({ steps }: { steps: Read['steps'] }) {
  return (
    <Section heading={m.escalations_course()}>
      {steps.length === 0 && <p>{m.escalations_course_empty()}</p>}
      <ol className="grid gap-3">
        {steps.map(({ n, step, by_name, stepped_at, words, told }) => (
          <li key={n} className="grid gap-1 border-b border-solid-gray-300 pb-3">
            <p>
              {m.escalations_step_line({ at: formatInstant(stepped_at), name: by_name })}{' '}
              <strong>{stateWords[step]()}</strong>
            </p>
            {words && step !== 'taken' && <p className="whitespace-pre-wrap">{words}</p>}
            {told && <p>{m.escalations_told({ words: told })}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Acts({ escalation: { id, steps } }: { escalation: Read }) {
  const told = (
    <TextArea
      name="told"
      label={m.escalations_label_told()}
      hint={m.escalations_hint_told()}
      rows={2}
      maxLength={300}
    />
  );
  return (
    <>
      <Section heading={m.escalations_act_heading()}>
        <Form
          op={actOnEscalation}
          also={{ id, seen: steps.length }}
          submit={m.escalations_act_summary()}
          doneSays={m.escalations_acted()}
        >
          <TextArea
            name="words"
            label={m.escalations_label_words()}
            hint={m.escalations_hint_words()}
            required
            rows={3}
            maxLength={1000}
          />
          {told}
        </Form>
      </Section>
      <Section heading={m.escalations_close_heading()}>
        <Form
          op={closeEscalation}
          also={{ id, seen: steps.length }}
          submit={m.escalations_close_summary()}
          doneSays={m.escalations_closed_done()}
        >
          <TextArea
            name="words"
            label={m.escalations_label_result()}
            hint={m.escalations_hint_words()}
            required
            rows={3}
            maxLength={1000}
          />
          {told}
        </Form>
      </Section>
    </>
  );
}

function Quiet({ escalation: { household_id, quiet } }: { escalation: Read }) {
  return (
    <Section heading={m.escalations_switch_off_heading()}>
      {quiet ? (
        <p>{m.escalations_is_quiet()}</p>
      ) : (
        <Form
          op={switchUnmet}
          also={{ household_id, quiet: true }}
          submit={m.escalations_switch_off()}
          doneSays={m.escalations_switched()}
        >
          <TextArea
            name="why"
            label={m.escalations_label_why()}
            hint={m.escalations_hint_why()}
            required
            rows={2}
            maxLength={300}
          />
        </Form>
      )}
      <p>
        <Link to="/unmet-rules">{m.escalations_to_rules()}</Link>
      </p>
    </Section>
  );
}
