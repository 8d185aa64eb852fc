import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listReceivers } from '../person-api.ts';
import { changeProtection, endProtection, readProtection } from '../protection-api.ts';
import { KeeperChoice } from './shown/KeeperChoice.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [protection, { receivers }] = await Promise.all([
    call(readProtection, { id: partOf(args, 'id') }, options),
    call(listReceivers, {}, options),
  ]);
  return { protection, receivers };
}

/** One protection: its keepers, every look at the address; changing it, ending it. */
export function Component() {
  const { protection, receivers } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { id, keepers, looks, ended_at } = protection;
  const here = (says: string) => () => navigate(`/protections/${id}`, saying(says));
  return (
    <>
      <PageHeader
        title={m.consent_protection_of({ name: protection.person_name ?? m.consent_person_unnamed() })}
        trail={[{ label: m.consent_protections_title(), to: '/protections' }]}
      />
      <Section heading={m.consent_what()}>
        <DescriptionList
          items={[
            {
              term: m.consent_state(),
              value: ended_at ? m.consent_ended_at({ at: formatInstant(ended_at) }) : m.consent_state_open(),
            },
            { term: m.consent_starts_on(), value: formatDay(protection.starts_on) },
            {
              term: m.consent_protected_until(),
              value: protection.ends_on ? formatDay(protection.ends_on) : m.consent_no_end(),
            },
            {
              term: m.consent_keepers(),
              value: keepers.map(({ name }) => name ?? m.consent_post_over()).join(m.consent_join()),
            },
            { term: m.consent_protect_note(), value: protection.note },
          ]}
        />
      </Section>
      <Section heading={m.consent_looks()}>
        <DataTable
          caption={m.consent_table_of({ of: m.consent_looks() })}
          rows={looks}
          rowKey={(look) => look.id}
          empty={{ says: m.consent_looks_empty() }}
          columns={[
            { key: 'at', heading: m.consent_audit_at(), value: ({ viewed_at }) => formatInstant(viewed_at) },
            {
              key: 'who',
              heading: m.consent_audit_who(),
              value: ({ name, role }) =>
                `${role !== null && role in roleWords ? roleWords[role as Role]() : ''} ${name ?? m.consent_post_over()}`,
            },
            { key: 'reason', heading: m.consent_emergency_reason(), value: ({ reason }) => reason },
          ]}
        />
      </Section>
      {ended_at === null && (
        <>
          <Section heading={m.consent_protection_change_summary()}>
            <Form
              op={changeProtection}
              keeps
              also={{
                id,
                keepers_before: keepers.map(({ post_id }) => post_id),
                ends_on_before: protection.ends_on,
              }}
              refused={() => void revalidate()}
              initial={{ ends_on: protection.ends_on, keepers: keepers.map(({ post_id }) => post_id) }}
              submit={m.consent_protection_change_submit()}
              done={here(m.consent_protection_changed())}
            >
              <KeeperChoice receivers={receivers} />
              <DateField
                name="ends_on"
                label={m.consent_protected_until()}
                hint={m.consent_protected_until_hint()}
                min={today}
              />
            </Form>
          </Section>
          <Section heading={m.consent_protection_end_summary()}>
            <Form
              op={endProtection}
              keeps
              also={{ id }}
              submit={m.consent_protection_end_submit()}
              done={here(m.consent_protection_ended())}
            >
              <Notice tone="warning">{m.consent_protection_end_effect()}</Notice>
              <TextArea
                name="reason"
                label={m.consent_protection_end_reason()}
                required
                rows={2}
                maxLength={500}
              />
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
