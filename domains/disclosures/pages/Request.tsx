import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  checkWords,
  outcomes,
  outcomeWords,
  requesterWords,
  requestKindWords,
  requestStateWords,
  type StepName,
  stepsFrom,
  stepWords,
  wayWords,
} from '../model.ts';
import { printDecision, readRequest, takeRequestStep } from '../request-api.ts';

export function loader(args: PageArgs) {
  return call(readRequest, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One request: what was asked, until when it is answered, and what was done. */
export function Component() {
  const request = useLoaderData<typeof loader>();
  const { id, number, kind, state, steps } = request;
  const possible = stepsFrom[state];
  return (
    <>
      <PageHeader
        title={m.disclosures_request_title({ kind: requestKindWords[kind](), number })}
        trail={[{ label: m.disclosures_requests_title(), to: '/disclosure-requests' }]}
      />
      <DescriptionList
        items={[
          { term: m.disclosures_column_state(), value: requestStateWords[state]() },
          { term: m.disclosures_label_due_on(), value: formatDay(request.due_on) },
          { term: m.disclosures_label_received_on(), value: formatDay(request.received_on) },
          { term: m.disclosures_label_way(), value: wayWords[request.way]() },
          { term: m.disclosures_label_requester(), value: request.requester_name },
          { term: m.disclosures_label_requester_is(), value: requesterWords[request.requester_is]() },
          { term: m.disclosures_label_checked(), value: checkWords[request.checked]() },
          {
            term: m.disclosures_label_words(),
            value: <span className="whitespace-pre-wrap">{request.words}</span>,
          },
          { term: m.disclosures_label_law(), value: request.law },
          { term: m.disclosures_label_fee(), value: request.fee },
        ]}
      />
      {(request.outcome !== null || state === 'extended') && (
        <div className="my-6">
          <DownloadLink href={hrefOf(printDecision, { id })}>
            {request.outcome !== null ? m.disclosures_letter() : m.disclosures_extension()}
          </DownloadLink>
        </div>
      )}
      <Section heading={m.disclosures_request_steps()}>
        <DataTable
          caption={m.disclosures_request_steps_table()}
          rows={steps}
          rowKey={(step) => step.id}
          empty={{ says: m.disclosures_state_received() }}
          columns={[
            { key: 'day', heading: m.disclosures_head_day(), value: ({ taken_on }) => formatDay(taken_on) },
            { key: 'step', heading: m.disclosures_head_what(), value: ({ step }) => stepWords[step]() },
            {
              key: 'outcome',
              heading: m.disclosures_label_outcome(),
              value: ({ outcome }) => (outcome === null ? null : outcomeWords[outcome]()),
            },
            { key: 'reason', heading: m.disclosures_label_reason(), value: ({ words }) => words },
          ]}
        />
      </Section>
      <Section heading={m.disclosures_request_next()}>
        {possible.length === 0 ? (
          <p>{m.disclosures_request_done()}</p>
        ) : (
          <NextStep key={state} id={id} possible={possible} />
        )}
      </Section>
    </>
  );
}

function NextStep({ id, possible }: { id: string; possible: readonly StepName[] }) {
  return (
    <Form
      op={takeRequestStep}
      keeps
      which={id}
      mints="id"
      also={{ request_id: id }}
      submit={m.disclosures_step_submit()}
    >
      {(typed) => (
        <>
          <RadioGroup
            name="step"
            label={m.disclosures_label_step()}
            required
            choices={possible.map((value) => ({ value, label: stepWords[value]() }))}
          />
          {typed.step === 'decided' && (
            <RadioGroup
              name="outcome"
              label={m.disclosures_label_outcome()}
              required
              choices={outcomes.map((value) => ({ value, label: outcomeWords[value]() }))}
            />
          )}
          <TextArea name="words" label={m.disclosures_label_reason()} required />
        </>
      )}
    </Form>
  );
}
