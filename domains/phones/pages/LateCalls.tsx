import { Link, useLoaderData } from 'react-router';
import { contentWords } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type LateCall, listLateCalls, setLateCallAside, takeInLateCall } from '../api.ts';
import { lateWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listLateCalls>;
  const box = asked.box ?? 'waiting';
  return { box, ...(await call(listLateCalls, asked, { signal: args.request.signal })) };
}

/** What came from a phone after the post was over, or from a phone that was ended: somebody looks before it counts. */
export function Component() {
  const { box, calls, next } = useLoaderData<typeof loader>();
  const empty = { waiting: m.phones_late_empty_waiting, decided: m.phones_late_empty_decided };
  const boxes = { waiting: m.phones_box_waiting, decided: m.phones_box_decided };
  return (
    <>
      <PageHeader title={m.phones_late_title()} lead={m.phones_late_lead()} />
      <nav aria-label={m.phones_late_boxes()} className="mb-6">
        <ul className="flex flex-wrap gap-x-6">
          {(['waiting', 'decided'] as const).map((one) => (
            <li key={one}>
              <Link to={`/late-calls?box=${one}`} aria-current={one === box ? 'page' : undefined}>
                {boxes[one]()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {calls.length === 0 && <EmptyState says={empty[box]()} />}
      {calls.map((one) => (
        <LateVisit key={one.id} late={one} />
      ))}
      <Pagination next={next} />
    </>
  );
}

const shown = ['visited_on', 'contact', 'channel', 'condition', 'note'] as const;

function LateVisit({ late }: { late: LateCall }) {
  const { id, visit, decision, why } = late;
  return (
    <Section heading={late.household_name ?? m.phones_household_unknown()}>
      <DescriptionList
        items={[
          { term: m.phones_label_visitor(), value: late.visitor_name },
          {
            term: m.phones_label_visit(),
            value: visit && shown.map((field) => contentWords(visit, field)).join('、'),
          },
          { term: m.phones_label_why(), value: lateWords[why]() },
          { term: m.phones_label_received(), value: formatInstant(late.received_at) },
        ]}
      />
      {decision ? (
        <p>
          {decision.reason === null
            ? m.phones_decided_taken_in()
            : m.phones_decided_set_aside({ reason: decision.reason })}
        </p>
      ) : (
        <div className="grid gap-4">
          <CommandButton op={takeInLateCall} input={{ id }}>
            {m.phones_take_in()}
          </CommandButton>
          <Form
            op={setLateCallAside}
            also={{ id }}
            submit={m.phones_set_aside()}
            doneSays={m.phones_set_aside_done()}
          >
            <TextArea name="reason" label={m.phones_label_reason()} required rows={2} maxLength={500} />
          </Form>
        </div>
      )}
    </Section>
  );
}
