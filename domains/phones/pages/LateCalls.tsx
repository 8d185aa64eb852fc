import { Link, useLoaderData } from 'react-router';
import { isKeeper } from '#domains/visits/pages/shown/may.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type LateCall, listLateCalls } from '../api.ts';
import { decisionWords, lateWords } from '../model.ts';
import { BothValues } from './shown/BothValues.tsx';
import { Choices } from './shown/Choices.tsx';

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listLateCalls>;
  const box = asked.box ?? 'waiting';
  return { box, ...(await call(listLateCalls, asked, { signal: args.request.signal })) };
}

/** What came from a phone and could not simply stand: what it says and what the book says side by side, and what can be done. */
export function Component() {
  const { box, calls, next } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const empty = { waiting: m.phones_late_empty_waiting, decided: m.phones_late_empty_decided };
  const boxes = { waiting: m.phones_box_waiting, decided: m.phones_box_decided };
  return (
    <>
      <PageHeader
        title={m.phones_late_title()}
        lead={isKeeper(current?.role) ? m.phones_late_lead() : m.phones_late_lead_own()}
      />
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

function LateVisit({ late }: { late: LateCall }) {
  const { decision, why, visitor_name, received_at, own } = late;
  return (
    <Section heading={late.household_name ?? m.phones_household_unknown()}>
      <DescriptionList
        items={[
          { term: m.phones_label_visitor(), value: visitor_name },
          { term: m.phones_label_why(), value: lateWords[why]() },
          { term: m.phones_label_received(), value: formatInstant(received_at) },
        ]}
      />
      <BothValues late={late} />
      {decision ? (
        <p>
          {decision.reason === null
            ? decisionWords[decision.outcome]()
            : m.phones_decided_set_aside({ reason: decision.reason })}
        </p>
      ) : own ? (
        <p>{m.phones_waits_for()}</p>
      ) : (
        <Choices late={late} />
      )}
    </Section>
  );
}
