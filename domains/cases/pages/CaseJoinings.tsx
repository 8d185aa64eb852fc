import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { type PageArgs, partOf } from '#ui/page.ts';
import { listJoinings, type ShownJoining, setNextLook, takeJoiningStep } from '../joining-api.ts';
import { joiningStateWords, joiningStepsFrom, joiningStepWords } from '../joining-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { Folded } from './shown/Folded.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const [shown, { joinings }] = await Promise.all([
    openCase(args),
    call(listJoinings, { case_id: partOf(args, 'id') }, { signal: args.request.signal }),
  ]);
  return { shown, joinings };
}

/** 参加支援 of a case: each person's ways to places, with the person's own words. */
export function Component() {
  const { shown, joinings } = useLoaderData<typeof loader>();
  return (
    <>
      <CaseHeader
        shown={shown}
        part={m.cases_joinings_title()}
        lead={m.cases_joinings_lead()}
        actions={
          shown.own && (
            <>
              <ButtonLink look="solid" to={`/cases/${shown.id}/joinings/new`}>
                {m.cases_joining_begin_summary()}
              </ButtonLink>
              <ButtonLink to="/joinings">{m.cases_ways_title()}</ButtonLink>
            </>
          )
        }
      />
      {joinings.length === 0 ? (
        <EmptyState says={m.cases_joinings_none()} />
      ) : (
        <ul className="grid gap-6">
          {joinings.map((joining) => (
            <li key={joining.id} className="grid gap-4 rounded-8 border border-solid-gray-300 p-4">
              <Joining joining={joining} caseId={shown.id} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Joining({ joining, caseId }: { joining: ShownJoining; caseId: string }) {
  const { client_name, place_name, wish, begun_on, state, steps, tellings, next_look_on, own } = joining;
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-3 text-std-18B-160">
        {m.cases_joining_heading({ name: client_name ?? m.cases_name_hidden(), place: place_name })}
        <Badge tone={state === 'settled' || state === 'kept_up' ? 'green' : 'neutral'}>
          {joiningStateWords[state]()}
        </Badge>
      </h2>
      <p>{m.cases_joining_wish_line({ wish })}</p>
      <ol className="grid gap-3">
        <li>{m.cases_joining_begun_line({ day: formatDay(begun_on) })}</li>
        {steps.map((step) => (
          <li key={step.id} className="grid gap-1 border-l-4 border-solid-gray-300 pl-4">
            <p className="text-std-16B-170">
              {m.cases_place_support_line({
                day: formatDay(step.taken_on),
                way: joiningStepWords[step.step](),
              })}
            </p>
            {step.said && <p>{m.cases_joining_said_line({ said: step.said })}</p>}
            {step.went_along && <p>{m.cases_joining_along_line({ name: step.went_along })}</p>}
            {step.words && <p className="whitespace-pre-wrap">{step.words}</p>}
          </li>
        ))}
      </ol>
      {tellings.length > 0 && (
        <div>
          <h3 className="text-std-16B-170">{m.cases_joining_tellings()}</h3>
          <ul className="grid gap-2">
            {tellings.map(({ id, words, told_on, stands }) => (
              <li key={id}>
                {m.cases_joining_telling_line({ day: formatDay(told_on), words })}
                {stands === false && m.cases_joining_telling_ended()}
              </li>
            ))}
          </ul>
        </div>
      )}
      {state !== 'ended' && (
        <p>
          {next_look_on
            ? m.cases_joining_next_look_line({ day: formatDay(next_look_on) })
            : m.cases_joining_next_look_none()}
        </p>
      )}
      {own && <Acts joining={joining} caseId={caseId} />}
    </>
  );
}

/** What can be done next. */
function Acts({ joining: { id, state, next_look_on }, caseId }: { joining: ShownJoining; caseId: string }) {
  const { today } = useMe();
  const next = joiningStepsFrom[state];
  if (next.length === 0) return null;
  return (
    <>
      <Folded summary={m.cases_joining_step_summary()}>
        <Form
          key={`${id} ${state}`}
          op={takeJoiningStep}
          keeps
          mints="id"
          also={{ joining_id: id }}
          which={id}
          initial={{ taken_on: today }}
          submit={m.cases_joining_step_submit()}
          doneSays={m.cases_joining_step_taken()}
        >
          <SelectField
            name="step"
            label={m.cases_joining_label_step()}
            required
            emptyLabel={m.cases_choose()}
            choices={next.map((value) => ({ value, label: joiningStepWords[value]() }))}
          />
          <DateField name="taken_on" label={m.cases_joining_label_taken_on()} required max={today} />
          <TextField name="went_along" label={m.cases_joining_label_along()} width="full" maxLength={100} />
          <TextArea
            name="said"
            label={m.cases_joining_label_said()}
            hint={m.cases_joining_hint_said()}
            rows={2}
            maxLength={500}
          />
          <TextArea name="words" label={m.cases_joining_label_words()} rows={2} maxLength={1000} />
          <DateField
            name="next_look_on"
            label={m.cases_joining_label_next_look()}
            hint={m.cases_joining_hint_next_look()}
            min={today}
          />
          <TextArea name="late_reason" label={m.cases_joining_label_late()} rows={2} maxLength={500} />
        </Form>
      </Folded>
      <Folded summary={m.cases_joining_next_look_summary()}>
        <Form
          key={`${id} ${next_look_on}`}
          op={setNextLook}
          also={{ joining_id: id }}
          which={`${id}-look`}
          initial={next_look_on ? { next_look_on } : {}}
          submit={m.cases_joining_next_look_submit()}
          doneSays={m.cases_joining_next_look_set()}
        >
          <DateField
            name="next_look_on"
            label={m.cases_joining_label_next_look()}
            hint={m.cases_joining_hint_next_look()}
            min={today}
          />
        </Form>
      </Folded>
      <p className="print:hidden">
        <ButtonLink to={`/cases/${caseId}/joinings/${id}/tell`}>{m.cases_joining_tell_summary()}</ButtonLink>
      </p>
    </>
  );
}
