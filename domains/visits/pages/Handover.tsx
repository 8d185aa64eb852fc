import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readHandover, receiveHandover } from '../handover-api.ts';
import { describePromise } from './shown/promise.ts';

/** A hand-over: what was handed over, in whose words, and who signed for it. Prints as the receipt. */
export function loader(args: PageArgs) {
  return call(readHandover, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

export function Component() {
  const handover = useLoaderData<typeof loader>();
  const { id, post_id, person, ends_on, successor, words, promises, receipt, receivable } = handover;
  const from = person ?? m.visits_handover_someone();
  return (
    <>
      <PageHeader
        title={m.visits_handover_title({ name: from })}
        trail={[{ label: m.visits_handovers_title(), to: '/handovers' }]}
        actions={
          <>
            {!receipt && <ButtonLink to={`/handovers/new/${post_id}`}>{m.visits_handover_anew()}</ButtonLink>}
            <Button onPress={() => window.print()}>{m.visits_handover_print()}</Button>
          </>
        }
      />
      <Section heading={m.visits_handover_about()}>
        <DescriptionList
          items={[
            { term: m.visits_handover_from(), value: from },
            ...(ends_on ? [{ term: m.visits_handover_ends_on(), value: formatDay(ends_on) }] : []),
            { term: m.visits_handover_to(), value: successor?.name ?? m.visits_handover_nobody() },
            { term: m.visits_handover_written_on(), value: sayWritten(handover) },
            {
              term: m.visits_handover_received_on(),
              value: receipt ? sayReceived(receipt) : m.visits_handover_not_received(),
            },
          ]}
        />
      </Section>
      <Section heading={m.visits_handover_words()}>
        {words ? <p className="whitespace-pre-wrap">{words}</p> : <p>{m.visits_handover_no_words()}</p>}
      </Section>
      <Section heading={m.visits_handover_list()}>
        {promises.length === 0 ? (
          <EmptyState says={m.visits_handover_list_empty()} />
        ) : (
          <ul className="grid gap-4">
            {promises.map((promise) => (
              <li key={promise.key} className="rounded-8 border border-solid-gray-300 p-4 break-inside-avoid">
                <p className="text-std-16B-170">{describePromise(promise)}</p>
                <p className="whitespace-pre-wrap">{promise.words ?? m.visits_handover_no_words()}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {receivable && (
        <div className="print:hidden">
          <Section heading={m.visits_receive_title()}>
            <p>{m.visits_receive_lead()}</p>
            <Form
              op={receiveHandover}
              also={{ id }}
              initial={{ received_for: successor?.name ?? '' }}
              submit={m.visits_receive_submit()}
              doneSays={m.visits_receive_done()}
            >
              <TextField
                name="received_for"
                label={m.visits_receive_for()}
                hint={m.visits_receive_for_hint()}
                required
              />
            </Form>
          </Section>
        </div>
      )}
      {!receipt && !receivable && (
        <Notice tone="info">
          <p>{m.visits_handover_waits()}</p>
        </Notice>
      )}
    </>
  );
}

type Handover = ReturnType<typeof useLoaderData<typeof loader>>;

function sayWritten({ written_on, written_by }: Handover): string {
  const day = formatDay(written_on);
  return written_by ? m.visits_handover_by({ day, name: written_by }) : day;
}

function sayReceived({ received_on, received_for, received_by }: NonNullable<Handover['receipt']>): string {
  const line = m.visits_handover_received_line({ day: formatDay(received_on), name: received_for });
  return received_by ? m.visits_handover_by({ day: line, name: received_by }) : line;
}
