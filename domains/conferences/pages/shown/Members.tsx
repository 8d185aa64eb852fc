import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import {
  type ConferenceKind,
  type ConferenceMember,
  endConferenceMember,
  nameConferenceMember,
} from '../../api.ts';

interface MembersProps {
  kinds: readonly ConferenceKind[];
  members: readonly ConferenceMember[];
  bodies: readonly { id: string; name: string }[];
}

/** 構成員: who may be seated on the sealed items of each kind; lists kept by the convener. */
export function Members({ kinds, members, bodies }: MembersProps) {
  const { current, today } = useMe();
  const keepsLists = current?.role === 'convener';
  const nameOf = (code: string) => kinds.find((kind) => kind.code === code)?.name ?? code;
  const standing = members.filter(({ ends_on }) => ends_on === null || ends_on >= today);
  const sealed = new Map(kinds.filter((kind) => kind.sealed).map(({ code, name }) => [code, name] as const));
  return (
    <Section heading={m.conferences_members()}>
      <p>{m.conferences_members_lead()}</p>
      <DataTable
        caption={m.conferences_members_caption()}
        rows={members}
        rowKey={({ id }) => id}
        empty={{ says: keepsLists ? m.conferences_members_empty() : m.conferences_members_empty_reader() }}
        columns={[
          { key: 'kind', heading: m.conferences_kind(), value: ({ kind_code }) => nameOf(kind_code) },
          { key: 'body', heading: m.conferences_member_body(), value: ({ body_name }) => body_name },
          { key: 'office', heading: m.conferences_member_office(), value: ({ office }) => office },
          {
            key: 'from',
            heading: m.conferences_starts_on(),
            value: ({ starts_on }) => formatDay(starts_on),
            order: ({ starts_on }) => starts_on,
          },
          {
            key: 'until',
            heading: m.conferences_member_until(),
            value: ({ ends_on }) => ends_on && formatDay(ends_on),
            order: ({ ends_on }) => ends_on,
          },
        ]}
      />
      {keepsLists && (
        <Form
          op={nameConferenceMember}
          mints="id"
          initial={{ starts_on: today }}
          submit={m.conferences_name_member_submit()}
          doneSays={m.conferences_name_member_done()}
        >
          <SelectField
            name="kind_code"
            label={m.conferences_kind()}
            required
            width="full"
            choices={[...sealed].map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="body_id"
            label={m.conferences_member_body()}
            required
            width="full"
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="office" label={m.conferences_member_office()} width="full" maxLength={100} />
          <DateField name="starts_on" label={m.conferences_starts_on()} required />
        </Form>
      )}
      {keepsLists && standing.length > 0 && (
        <Form
          op={endConferenceMember}
          initial={{ ends_on: today }}
          submit={m.conferences_end_member_submit()}
          doneSays={m.conferences_end_member_done()}
        >
          <SelectField
            name="id"
            label={m.conferences_which_member()}
            required
            width="full"
            choices={standing.map(({ id, kind_code, body_name }) => ({
              value: id,
              label: m.conferences_end_member_of({ kind: nameOf(kind_code), body: body_name }),
            }))}
          />
          <DateField name="ends_on" label={m.conferences_member_until()} required />
        </Form>
      )}
    </Section>
  );
}
