import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  cancelEvent,
  cancelRegistration,
  dropEventRequest,
  printEventCards,
  printNameList,
  type Registration,
  readEvent,
  register,
  takeEventRequest,
  tellRegistration,
} from '../api.ts';
import { registrationWays, registrationWayWords } from '../model.ts';
import { ChangeHeads, sayHeads } from './shown/ChangeHeads.tsx';

type Event = OutputOf<typeof readEvent>;

export function loader(args: PageArgs) {
  return call(readEvent, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** 催し: who has a place, who waits, and whom to call now. */
export function Component() {
  const event = useLoaderData<typeof loader>();
  const { id, title, place_id, place_name, held_on, cancelled_why, named, placed } = event;
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { label: m.places_title(), to: '/places' },
          { label: place_name, to: `/places/${place_id}` },
        ]}
        actions={
          cancelled_why === null && (
            <>
              <ButtonLink to={`/place-events/${id}/edit`}>{m.places_event_correct_summary()}</ButtonLink>
              <ButtonLink to={`/places/${place_id}/on/${held_on}`}>{m.places_event_came()}</ButtonLink>
            </>
          )
        }
      />
      {cancelled_why !== null && (
        <Notice tone="warning">{m.places_event_cancelled_notice({ why: cancelled_why })}</Notice>
      )}
      <DescriptionList items={factsOf(event)} />
      <ToCall event={event} />
      <HeldRequests event={event} />
      <Section
        heading={m.places_registrations()}
        actions={
          named && (
            <>
              {placed > 0 && (
                <DownloadLink href={hrefOf(printEventCards, { id })}>{m.places_cards_print()}</DownloadLink>
              )}
              <DownloadLink href={hrefOf(printNameList, { id: place_id, on: held_on, event: id })}>
                {m.places_list_print()}
              </DownloadLink>
            </>
          )
        }
      >
        {named ? <Registrations event={event} /> : <p>{m.places_names_stay()}</p>}
      </Section>
      {cancelled_why === null && (
        <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
          <summary className="cursor-pointer py-2 text-std-16B-170">
            {m.places_event_cancel_summary()}
          </summary>
          <div className="mt-4">
            <Form
              op={cancelEvent}
              also={{ id }}
              submit={m.places_event_cancel_submit()}
              doneSays={m.places_event_cancelled_now()}
            >
              <TextField name="why" label={m.places_label_why()} required width="full" maxLength={200} />
            </Form>
          </div>
        </details>
      )}
    </>
  );
}

function factsOf(event: Event) {
  const { held_on, from, until, what, capacity, placed, waiting, register_until, cost } = event;
  return [
    { term: m.places_label_when(), value: m.places_card_when({ day: formatDay(held_on), from, until }) },
    { term: m.places_label_event_what(), value: what && <span className="whitespace-pre-wrap">{what}</span> },
    {
      term: m.places_label_capacity(),
      value: capacity === null ? m.places_capacity_none() : m.places_people_n({ n: capacity }),
    },
    { term: m.places_label_placed(), value: m.places_people_n({ n: placed }) },
    { term: m.places_label_waiting(), value: m.places_people_n({ n: waiting }) },
    { term: m.places_label_register_until(), value: register_until && formatDay(register_until) },
    { term: m.places_label_cost(), value: cost },
    {
      term: m.places_label_public(),
      value: event.shown ? m.places_public_yes() : m.places_public_no(),
    },
  ];
}

/** Who moved up from the waiting list and has to be told. */
function ToCall({ event }: { event: Event }) {
  const calls = event.registrations.filter((one) => one.to_call);
  if (calls.length === 0) return null;
  return (
    <Section heading={m.places_to_call()}>
      <p>{m.places_to_call_lead()}</p>
      <ul className="grid gap-3">
        {calls.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-4">
            {m.places_to_call_line({
              ...{ name: one.name ?? '', n: one.heads },
              phone: one.phone ?? m.places_no_phone(),
            })}
            <CommandButton op={tellRegistration} input={{ id: one.id }}>
              {m.places_tell()}
            </CommandButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What came over the public form and may be no person's: to be read and decided. */
function HeldRequests({ event: { held } }: { event: Event }) {
  if (held.length === 0) return null;
  return (
    <Section heading={m.places_held()}>
      <p>{m.places_held_lead()}</p>
      <ul className="grid gap-3">
        {held.map(({ id, name, heads, reaching, words }) => (
          <li key={id} className="grid gap-2">
            <span>{m.places_held_line({ name, n: heads, reaching })}</span>
            {words && <span className="whitespace-pre-wrap">{words}</span>}
            <span className="flex flex-wrap gap-4">
              <CommandButton op={takeEventRequest} input={{ id }}>
                {m.places_held_take()}
              </CommandButton>
              <CommandButton op={dropEventRequest} input={{ id }}>
                {m.places_held_drop()}
              </CommandButton>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Registrations({ event }: { event: Event }) {
  const waiting = event.registrations.filter((one) => !one.placed && !one.cancelled);
  const stateOf = (one: Registration) => {
    if (one.cancelled) return m.places_reg_cancelled();
    if (!one.placed) return m.places_reg_waiting({ n: waiting.indexOf(one) + 1 });
    return one.to_call ? m.places_reg_to_call() : m.places_reg_placed();
  };
  const columns: Column<Registration>[] = [
    { key: 'name', heading: m.places_label_guest(), value: ({ name }) => name },
    {
      key: 'heads',
      heading: m.places_label_registered_heads(),
      value: sayHeads,
      order: ({ heads }) => heads,
    },
    { key: 'phone', heading: m.places_label_phone(), value: ({ phone }) => phone },
    {
      key: 'said',
      heading: m.places_label_said(),
      value: ({ reaching, words }) => [reaching, words].filter(Boolean).join('\n') || null,
    },
    { key: 'way', heading: m.places_label_registered(), value: ({ way }) => registrationWayWords[way]() },
    { key: 'state', heading: m.places_label_reg_state(), value: stateOf },
    {
      key: 'act',
      heading: m.places_label_act(),
      value: () => null,
      cell: ({ id, cancelled }) =>
        !cancelled && (
          <CommandButton op={cancelRegistration} input={{ id }}>
            {m.places_give_up()}
          </CommandButton>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={m.places_paper_names()}
        rows={event.registrations}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.places_registrations_none() }}
      />
      {event.cancelled_why === null && <ChangeHeads registrations={event.registrations} />}
      {event.cancelled_why === null && (
        <Form
          op={register}
          mints="id"
          also={{ event_id: event.id }}
          initial={{ way: 'phone', heads: 1 }}
          submit={m.places_register()}
          doneSays={m.places_registered_now()}
        >
          <TextField
            name="name"
            label={m.places_label_guest()}
            hint={m.places_hint_guest()}
            required
            maxLength={60}
          />
          <TextField name="kana" label={m.places_label_kana()} />
          <NumberField
            name="heads"
            label={m.places_label_registered_heads()}
            hint={m.places_hint_registered_heads()}
            unit={m.places_unit_people()}
            required
          />
          <TextField name="phone" label={m.places_label_phone()} maxLength={30} />
          <RadioGroup
            name="way"
            label={m.places_label_registered()}
            required
            inline
            choices={registrationWays.map((value) => ({ value, label: registrationWayWords[value]() }))}
          />
        </Form>
      )}
    </>
  );
}
