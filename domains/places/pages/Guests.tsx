import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listGuests, recordGuestConsent, setAbsenceRule, strikeGuest } from '../api.ts';

export async function loader(args: PageArgs) {
  const id = partOf(args, 'id');
  const found = await call(listGuests, { ...queryOf(args), id }, { signal: args.request.signal });
  return { id, ...found };
}
type Guest = Awaited<ReturnType<typeof loader>>['guests'][number];

/** 来る人の名簿: kept by the place. Who agreed to it is named gently when not seen for long, and nobody else. */
export function Component() {
  const { id, name, guests, next, weeks } = useLoaderData<typeof loader>();
  const missed = guests.filter((one) => one.missed);
  return (
    <>
      <PageHeader
        title={m.places_guests_title()}
        lead={m.places_guests_lead()}
        trail={[
          { label: m.places_title(), to: '/places' },
          { label: name, to: `/places/${id}` },
        ]}
      />
      {weeks !== null && (
        <Section heading={m.places_missed()}>
          <p>{m.places_missed_lead()}</p>
          {missed.length === 0 ? (
            <p>{m.places_missed_none()}</p>
          ) : (
            <ul className="list-disc pl-6">
              {missed.map((one) => (
                <li key={one.id}>
                  {m.places_missed_line({ name: one.name, day: formatDay(one.last_came_on ?? '') })}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <DataTable
        caption={m.places_guests_caption()}
        rows={guests}
        rowKey={(one) => one.id}
        columns={columns}
        empty={{ says: m.places_guests_none() }}
      />
      <Pagination next={next} />
      <Section heading={m.places_absence_rule()}>
        <p>{weeks === null ? m.places_absence_off() : m.places_absence_now({ weeks })}</p>
        <Form
          op={setAbsenceRule}
          mints="id"
          also={{ place_id: id }}
          initial={{ weeks: weeks ?? undefined }}
          submit={m.places_absence_submit()}
          doneSays={m.places_absence_done()}
        >
          <NumberField name="weeks" label={m.places_label_weeks()} hint={m.places_hint_weeks()} />
        </Form>
      </Section>
    </>
  );
}

const columns: Column<Guest>[] = [
  { key: 'name', heading: m.places_label_guest(), value: ({ name }) => name },
  { key: 'phone', heading: m.places_label_phone(), value: ({ phone }) => phone },
  {
    key: 'last',
    heading: m.places_label_last(),
    value: ({ last_came_on }) => last_came_on && formatDay(last_came_on),
    order: ({ last_came_on }) => last_came_on ?? '',
  },
  {
    key: 'agreed',
    heading: m.places_label_agreed(),
    value: ({ agreed }) => (agreed ? m.places_agreed_yes() : m.places_agreed_no()),
  },
  {
    key: 'act',
    heading: m.places_label_act(),
    value: () => null,
    cell: ({ id, agreed }) => (
      <span className="flex flex-wrap gap-2">
        <CommandButton
          op={recordGuestConsent}
          input={{ id: mintId(), guest_id: id, decision: agreed ? 'withdrawn' : 'given' }}
        >
          {agreed ? m.places_disagree() : m.places_agree()}
        </CommandButton>
        <CommandButton op={strikeGuest} input={{ id }} look="text">
          {m.places_strike()}
        </CommandButton>
      </span>
    ),
  },
];
