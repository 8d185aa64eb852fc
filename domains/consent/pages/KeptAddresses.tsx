import { useLoaderData } from 'react-router';
import { listWaitingContacts, readKeptAddress } from '#domains/cases/address-api.ts';
import { WrittenContacts } from '#domains/cases/pages/shown/WrittenContacts.tsx';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listKept, openProtectedAddress } from '../protection-api.ts';

export async function loader({ request: { signal } }: PageArgs) {
  const [{ kept }, { waiting }] = await Promise.all([
    call(listKept, {}, { signal }),
    call(listWaitingContacts, {}, { signal }),
  ]);
  const open = kept.filter(({ open_until }) => open_until !== null);
  const addresses = new Map(
    await Promise.all(
      open.map(async ({ person_id }) => {
        const address = await call(readKeptAddress, { person: person_id }, { signal });
        return [person_id, address] as const;
      }),
    ),
  );
  return { kept, addresses, waiting };
}

/** The addresses this post keeps: each look is for a reason, and for a quarter of an hour. */
export function Component() {
  const { kept, addresses, waiting } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.consent_kept_title()} lead={m.consent_kept_lead()} />
      {kept.length === 0 && <EmptyState says={m.consent_kept_empty()} />}
      {kept.map(({ person_id, person_name, holder, open_until }) => {
        const contact = addresses.get(person_id);
        const waits = waiting.find((one) => one.person_id === person_id)?.n ?? 0;
        return (
          <Section key={person_id} heading={person_name ?? m.consent_person_unnamed()}>
            {open_until === null ? (
              <Form
                op={openProtectedAddress}
                keeps
                which={person_id}
                mints="id"
                also={{ person: person_id }}
                submit={m.consent_look_submit()}
              >
                <p>{m.consent_kept_for({ holder })}</p>
                {waits > 0 && <Notice tone="info">{m.cases_written_waiting({ n: waits })}</Notice>}
                <TextField
                  name="reason"
                  label={m.consent_look_reason()}
                  required
                  width="full"
                  maxLength={500}
                />
              </Form>
            ) : (
              <>
                <Notice tone="warning">{m.consent_look_open({ until: formatInstant(open_until) })}</Notice>
                <DescriptionList
                  items={[
                    { term: m.cases_given_address(), value: contact?.address },
                    { term: m.cases_given_district(), value: contact?.district_name },
                    { term: m.cases_given_phone(), value: contact?.phone },
                    { term: m.cases_given_mobile(), value: contact?.mobile },
                    { term: m.cases_given_email(), value: contact?.email },
                    { term: m.cases_given_reaching(), value: contact?.reaching },
                  ]}
                />
                <WrittenContacts written={contact?.written ?? []} />
              </>
            )}
          </Section>
        );
      })}
    </>
  );
}
