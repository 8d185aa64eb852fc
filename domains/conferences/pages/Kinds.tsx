import { useLoaderData } from 'react-router';
import { listBodies } from '#domains/parties/api.ts';
import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox, CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  type ConferenceKind,
  listConferenceKinds,
  listConferenceMembers,
  printTemplate,
  setConferenceKind,
} from '../api.ts';
import { callers } from '../model.ts';
import { Members } from './shown/Members.tsx';

export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ kinds }, { members }, { bodies }] = await Promise.all([
    call(listConferenceKinds, {}, options),
    call(listConferenceMembers, {}, options),
    call(listBodies, {}, options),
  ]);
  return { kinds, members, bodies };
}

/** The kinds of conference a town holds, and the papers to begin with. */
export function Component() {
  const { kinds, members, bodies } = useLoaderData<typeof loader>();
  const { current } = useMe();
  return (
    <>
      <PageHeader
        title={m.conferences_kinds_title()}
        lead={m.conferences_kinds_lead()}
        trail={[{ label: m.conferences_title(), to: '/conferences' }]}
        actions={
          <>
            <DownloadLink href={hrefOf(printTemplate, { which: 'rules' })}>
              {m.conferences_rules_title()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printTemplate, { which: 'undertaking' })}>
              {m.conferences_undertaking_title()}
            </DownloadLink>
          </>
        }
      />
      <Section heading={m.conferences_kinds_list()}>
        <DataTable
          caption={m.conferences_kinds_caption()}
          rows={kinds}
          rowKey={({ id }) => id}
          columns={columns}
          empty={{ says: m.conferences_no_kind() }}
        />
      </Section>
      <Members kinds={kinds} members={members} bodies={bodies} />
      {current?.role === 'convener' && <SetKind />}
    </>
  );
}

const columns: Column<ConferenceKind>[] = [
  { key: 'name', heading: m.conferences_kind(), value: ({ name }) => name },
  { key: 'law', heading: m.conferences_law(), value: ({ law }) => law },
  {
    key: 'called_by',
    heading: m.conferences_called_by(),
    value: ({ called_by }) => called_by.map((role) => roleWords[role]()).join(m.conferences_pause()),
  },
  {
    key: 'sealed',
    heading: m.conferences_openness(),
    value: ({ sealed }) => (sealed ? m.conferences_sealed_word() : m.conferences_consented_word()),
  },
  {
    key: 'secrecy',
    heading: m.conferences_secrecy_asked(),
    value: ({ secrecy }) => (secrecy ? m.conferences_yes() : m.conferences_no()),
  },
  {
    key: 'days',
    heading: m.conferences_days_open(),
    value: ({ sealed, days_open }) =>
      sealed ? m.conferences_days({ n: days_open }) : m.conferences_days_always(),
  },
  { key: 'code', heading: m.conferences_code(), value: ({ code }) => code },
  {
    key: 'from',
    heading: m.conferences_starts_on(),
    value: ({ starts_on }) => formatDay(starts_on),
    order: ({ starts_on }) => starts_on,
  },
];

function SetKind() {
  const { today } = useMe();
  return (
    <Section heading={m.conferences_set_kind_summary()}>
      <Form
        op={setConferenceKind}
        mints="id"
        initial={{
          starts_on: today,
          days_open: 14,
          needs_consent: false,
          secrecy: true,
          weighs_plans: false,
        }}
        submit={m.conferences_set_kind_submit()}
        doneSays={m.conferences_set_kind_done()}
      >
        <TextField
          name="code"
          label={m.conferences_code()}
          hint={m.conferences_hint_code()}
          required
          maxLength={40}
        />
        <TextField name="name" label={m.conferences_label_name()} required maxLength={60} />
        <TextField name="law" label={m.conferences_law()} required maxLength={200} />
        <CheckboxGroup
          name="called_by"
          label={m.conferences_called_by()}
          required
          choices={callers.map((value) => ({ value, label: roleWords[value]() }))}
        />
        <Checkbox name="needs_consent" label={m.conferences_label_needs_consent()} />
        <Checkbox name="secrecy" label={m.conferences_label_secrecy()} />
        <Checkbox name="weighs_plans" label={m.conferences_label_weighs_plans()} />
        <NumberField
          name="days_open"
          label={m.conferences_days_open()}
          hint={m.conferences_hint_days_open()}
          required
        />
        <DateField name="starts_on" label={m.conferences_starts_on()} required />
      </Form>
    </Section>
  );
}
