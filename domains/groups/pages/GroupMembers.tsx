import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { monthBefore } from '../../visits/pages/shown/months.ts';
import { enrolGroupMembers, listGroupMembers } from '../api.ts';
import { CorrectMember } from './shown/CorrectMember.tsx';

export type ListedMember = OutputOf<typeof listGroupMembers>['members'][number];

export async function loader(args: PageArgs) {
  const { group = '', who, member } = queryOf(args);
  const place = { district: partOf(args, 'district'), group };
  const all = who === 'all' ? ('all' as const) : ('present' as const);
  const listed = await call(listGroupMembers, { group, who: all }, { signal: args.request.signal });
  return { ...listed, ...place, who: all, member };
}

/** 会員: the roll of a group, with or without accounts; a pasted list enrols them all. */
export function Component() {
  const { district_name, group_name, members, may_write, district, group, who, member } =
    useLoaderData<typeof loader>();
  const { today } = useMe();
  const here = `/groups/${district}/members?${new URLSearchParams({ group })}`;
  const month = monthBefore(today.slice(0, 7));
  const chosen = members.find(({ id }) => id === member);
  return (
    <>
      <PageHeader
        title={m.groups_members_title({ district: district_name })}
        lead={group_name}
        actions={
          <ButtonLink to={`/tally/${district}/${month}/members?${new URLSearchParams({ group })}`}>
            {m.groups_grid_open()}
          </ButtonLink>
        }
      />
      <Section
        heading={m.groups_members_heading({ n: members.length })}
        actions={
          <ButtonLink look="text" to={who === 'all' ? here : `${here}&who=all`}>
            {who === 'all' ? m.groups_present_only() : m.groups_with_former()}
          </ButtonLink>
        }
      >
        <DataTable
          caption={m.groups_members_title({ district: district_name })}
          rows={members}
          rowKey={({ id }) => id}
          columns={columnsFor(may_write ? `${here}&who=${who}` : null)}
          empty={{ says: m.groups_members_empty() }}
        />
      </Section>
      {may_write && chosen && <CorrectMember key={chosen.id} member={chosen} back={here} />}
      {may_write && (
        <Section heading={m.groups_enrol_heading()}>
          <Form
            op={enrolGroupMembers}
            also={{ group_id: group, district_id: district }}
            initial={{ starts_on: `${fiscalYearOf(today)}-04-01` }}
            reshape={readLines}
            submit={m.groups_enrol_submit()}
            doneSays={m.groups_enrol_done()}
          >
            <TextArea
              name="members"
              label={m.groups_label_lines()}
              hint={m.groups_hint_lines()}
              required
              rows={5}
            />
            <DateField name="starts_on" label={m.groups_label_starts_on()} required />
          </Form>
        </Section>
      )}
    </>
  );
}

/** One line a person: name and reading, parted by a comma, a tab or a pause mark. A missing reading is asked for. */
function readLines(typed: Typed) {
  const lines = String(typed.members ?? '').split('\n');
  const members = lines
    .map((line) => line.split(/[,\t\u{ff0c}\u{3001}]/u).map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name = '', kana = '']) => ({ id: mintId(), name, kana }));
  return { members, starts_on: typed.starts_on as string };
}

function columnsFor(correct: string | null): Column<ListedMember>[] {
  return [
    { key: 'number', heading: m.groups_label_number(), numeric: true, value: ({ number }) => number },
    {
      key: 'name',
      heading: m.groups_label_name(),
      value: ({ name }) => name,
      order: ({ kana }) => kana,
      cell: ({ id, name }) => (correct ? <Link to={`${correct}&member=${id}`}>{name}</Link> : name),
    },
    { key: 'kana', heading: m.groups_label_kana(), value: ({ kana }) => kana },
    {
      key: 'starts',
      heading: m.groups_label_starts_on(),
      value: ({ starts_on }) => formatDay(starts_on),
      order: ({ starts_on }) => starts_on,
    },
    {
      key: 'ends',
      heading: m.groups_label_ends_on(),
      value: ({ ends_on }) => ends_on && formatDay(ends_on),
      order: ({ ends_on }) => ends_on,
    },
  ];
}
