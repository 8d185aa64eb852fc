import { useState } from 'react';
import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type PrintedPerson, type RenewedPost, readRenewal } from '../api.ts';
import { type Role, roleWords } from '../model.ts';
import { renewalStateWords } from '../renewal-model.ts';
import { PrintedCodes } from './shown/PrintedCodes.tsx';
import { RenewalForm } from './shown/RenewalForm.tsx';
import { countColumns, renewalStateTones } from './shown/renewal.ts';

/** One renewal: how each district stands, who is undecided, and what has been decided. */
export async function loader(args: PageArgs) {
  const district = new URL(args.request.url).searchParams.get('district') ?? undefined;
  const input = { role: partOf(args, 'role') as Role, ends_on: partOf(args, 'ends_on') };
  const found = await call(readRenewal, { ...input, district }, { signal: args.request.signal });
  return { ...found, ...input, district };
}

type District = OutputOf<typeof readRenewal>['districts'][number];

export function Component() {
  const { role, ends_on, district, districts, posts } = useLoaderData<typeof loader>();
  const [codes, setCodes] = useState<readonly PrintedPerson[]>([]);
  const here = `/admin/renewals/${role}/${ends_on}`;
  const chosen = districts.find((row) => row.district?.id === district)?.district;
  const undecided = posts.filter(({ state }) => state === 'undecided');
  const decided = posts.filter(({ state }) => state !== 'undecided');
  return (
    <>
      <PageHeader
        title={m.posts_renewal_title({ role: roleWords[role](), day: formatDay(ends_on) })}
        trail={[{ label: m.posts_renewals_title(), to: '/admin/renewals' }]}
        lead={m.posts_renewal_lead()}
      />
      {codes.length > 0 && <PrintedCodes people={codes} />}
      <div className={codes.length > 0 ? 'mt-10 print:hidden' : ''}>
        <Section heading={m.posts_renewal_districts()}>
          <DataTable
            caption={m.posts_renewal_districts_table()}
            columns={districtColumns(here)}
            rows={districts}
            rowKey={(row) => row.district?.id ?? ''}
            empty={{ says: m.posts_renewals_empty() }}
          />
        </Section>
        <Section
          heading={
            chosen ? m.posts_renewal_undecided_in({ district: chosen.name }) : m.posts_renewal_undecided_all()
          }
          actions={chosen && <ButtonLink to={here}>{m.posts_renewal_all_districts()}</ButtonLink>}
        >
          {undecided.length === 0 ? (
            <Notice tone="success">
              <p>{m.posts_renewal_none_left()}</p>
            </Notice>
          ) : (
            <RenewalForm role={role} ends_on={ends_on} posts={undecided} done={setCodes} />
          )}
        </Section>
        <Section heading={m.posts_renewal_decided()}>
          <DataTable
            caption={m.posts_renewal_decided_table()}
            columns={columns}
            rows={decided}
            rowKey={(row) => row.id}
            empty={{ says: m.posts_renewal_decided_empty() }}
          />
        </Section>
      </div>
    </>
  );
}

function districtColumns(here: string): Column<District>[] {
  return [
    {
      key: 'district',
      heading: m.posts_label_district(),
      value: (row) => row.district?.name ?? m.posts_whole_town(),
      cell: (row) =>
        row.district ? (
          <Link to={`${here}?district=${row.district.id}`}>{row.district.name}</Link>
        ) : (
          m.posts_whole_town()
        ),
    },
    ...countColumns<District>(),
  ];
}

const columns: Column<RenewedPost>[] = [
  {
    key: 'name',
    heading: m.posts_label_name(),
    value: (row) => row.account.name,
    cell: (row) => <Link to={`/admin/posts/${row.id}`}>{row.account.name}</Link>,
  },
  {
    key: 'district',
    heading: m.posts_label_district(),
    value: (row) => row.district?.name ?? m.posts_whole_town(),
  },
  {
    key: 'state',
    heading: m.posts_label_state(),
    value: (row) => renewalStateWords[row.state](),
    cell: (row) =>
      row.state === 'vacant' ? (
        <Link to={`/admin/vacancies/${row.id}`}>{renewalStateWords.vacant()}</Link>
      ) : (
        <Badge tone={renewalStateTones[row.state]}>{renewalStateWords[row.state]()}</Badge>
      ),
  },
  { key: 'next', heading: m.posts_renewal_next(), value: sayNext },
];

function sayNext({ state, successor, ends_on }: RenewedPost): string {
  if (successor)
    return m.posts_renewal_successor({ name: successor.name, day: formatDay(successor.starts_on) });
  if (state === 'reappointed')
    return ends_on === null ? m.posts_transfer_open() : m.posts_renewal_until({ day: formatDay(ends_on) });
  return '';
}
