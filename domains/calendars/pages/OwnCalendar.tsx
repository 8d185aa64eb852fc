import { useState } from 'react';
import { useLoaderData, useRevalidator } from 'react-router';
import { writeTimes } from '#domains/places/openings.ts';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  endCalendarAddress,
  makeCalendarAddress,
  type OwnDay,
  readCalendarAddress,
  readOwnCalendar,
} from '../api.ts';

type Address = OutputOf<typeof readCalendarAddress>['address'];

export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [days, { address }] = await Promise.all([
    call(readOwnCalendar, {}, options),
    call(readCalendarAddress, {}, options),
  ]);
  return { days, address };
}

/** 予定表: the days of the post in use, and the address under which another calendar has them. */
export function Component() {
  const { days, address } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const coming = [...days.meetings, ...days.events]
    .filter(({ held_on }) => held_on >= today)
    .sort((a, b) => (a.held_on + a.from < b.held_on + b.from ? -1 : 1));
  return (
    <>
      <PageHeader title={m.calendars_title()} lead={m.calendars_lead()} />
      <Section heading={m.calendars_days()}>
        <DataTable
          caption={m.calendars_days_caption()}
          rows={coming}
          rowKey={({ id }) => id}
          columns={columns}
          empty={{ says: m.calendars_days_none() }}
        />
      </Section>
      {days.places.length > 0 && (
        <Section heading={m.calendars_open()}>
          <ul className="grid gap-2">
            {days.places.map(({ id, name, times, times_words }) => (
              <li key={id}>{m.calendars_open_line({ name, times: writeTimes(times, times_words) })}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section heading={m.calendars_address()}>
        <SecretAddress address={address} />
      </Section>
    </>
  );
}

function SecretAddress({ address }: { address: Address }) {
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const { revalidate } = useRevalidator();
  return (
    <>
      <p>{m.calendars_address_lead()}</p>
      {made && made.id === address?.id && (
        <Notice tone="success" title={m.calendars_made()}>
          <code className="block font-mono text-std-16B-170 break-all">
            {`${window.location.origin}/calendars/own/${made.secret}.ics`}
          </code>
        </Notice>
      )}
      <p>
        {address
          ? m.calendars_address_since({ at: formatInstant(address.made_at) })
          : m.calendars_address_none()}
      </p>
      <div className="flex flex-wrap gap-4">
        <CommandButton
          op={makeCalendarAddress}
          input={{ id: mintId() }}
          done={async ({ id, secret_token }) => {
            setMade(secret_token === null ? null : { id, secret: secret_token });
            await revalidate();
          }}
        >
          {address ? m.calendars_renew() : m.calendars_make()}
        </CommandButton>
        {address && (
          <CommandButton op={endCalendarAddress} input={{ id: address.id }}>
            {m.calendars_end()}
          </CommandButton>
        )}
      </div>
    </>
  );
}

const columns: readonly Column<OwnDay>[] = [
  { key: 'held_on', heading: m.calendars_label_day(), value: ({ held_on }) => formatDay(held_on) },
  {
    key: 'from',
    heading: m.calendars_label_time(),
    value: ({ from, until }) => [from, until].filter(Boolean).join('–'),
  },
  {
    key: 'name',
    heading: m.calendars_label_name(),
    value: ({ name, cancelled }) => (cancelled ? m.calendars_cancelled({ name }) : name),
  },
  { key: 'place', heading: m.calendars_label_place(), value: ({ place }) => place },
];
