import { Link, useLoaderData, useNavigate } from 'react-router';
import { listConsents } from '#domains/consent/consent-api.ts';
import { listDistricts } from '#domains/districts/api.ts';
import { sides, sideWords } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { readClient } from '../client-api.ts';
import { writePerson } from '../client-model.ts';
import { listPassedWishes, passWishOn } from '../referral-api.ts';
import { PassedWishes } from './shown/PassedWishes.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const id = partOf(args, 'id');
  const [client, { consents }, passed, { districts }] = await Promise.all([
    call(readClient, { id }, options),
    call(listConsents, { person: id }, options),
    call(listPassedWishes, { client_id: id }, options),
    call(listDistricts, {}, options),
  ]);
  const standing = consents.filter(
    ({ decision, facets, withdrawn_at }) =>
      decision === 'given' && facets.includes('wish') && withdrawn_at === null,
  );
  return { client, standing, passed, districts };
}

/** 願いの橋渡し: what goes is what stands on this page, to whom it says, as long as the consent stands. */
export function Component() {
  const { client, standing, passed, districts } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.cases_referral_pass_summary()}
        lead={m.cases_referral_pass_lead()}
        trail={[
          { label: m.cases_clients_title(), to: '/clients' },
          { label: writePerson(client), to: `/clients/${client.id}` },
        ]}
      />
      {standing.length === 0 ? (
        <Notice tone="info">
          {m.cases_referral_no_consent()}{' '}
          <Link to={`/clients/${client.id}/consents`}>{m.cases_referral_to_consents()}</Link>
        </Notice>
      ) : (
        <Form
          op={passWishOn}
          keeps
          mints="id"
          also={{ client_id: client.id }}
          initial={{
            name: client.name ?? client.called ?? undefined,
            kana: client.kana ?? undefined,
            side: 'wish',
            ...(standing.length === 1 ? { consent_id: standing[0]?.id } : {}),
            ...(passed.receivers.length === 1 ? { receiver_id: passed.receivers[0]?.id } : {}),
          }}
          submit={m.cases_referral_submit()}
          beside={
            <ButtonLink look="text" to={`/clients/${client.id}`}>
              {m.cases_leave()}
            </ButtonLink>
          }
          done={() => navigate(`/clients/${client.id}`, saying(m.cases_referral_passed()))}
        >
          {(typed) => (
            <>
              <RadioGroup
                name="side"
                label={m.wishes_label_side()}
                required
                inline
                choices={sides.map((value) => ({ value, label: sideWords[value]() }))}
              />
              <TextArea name="words" label={m.wishes_label_words()} required rows={3} maxLength={500} />
              <TextField name="name" label={m.wishes_label_name()} hint={m.wishes_hint_name()} required />
              <TextField name="kana" label={m.wishes_label_kana()} required />
              <TextField name="reached" label={m.wishes_label_reached()} hint={m.wishes_hint_reached()} />
              <SelectField
                name="district_id"
                label={m.wishes_label_district()}
                emptyLabel={m.wishes_no_district()}
                choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SelectField
                name="receiver_id"
                label={m.cases_label_referral_receiver()}
                required
                emptyLabel={m.wishes_choose_participant()}
                choices={passed.receivers.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SelectField
                name="consent_id"
                label={m.cases_label_referral_consent()}
                required
                emptyLabel={m.wishes_choose_participant()}
                choices={standing.map(({ id, given_on, receivers }) => ({
                  value: id,
                  label: m.cases_referral_consent_line({
                    day: formatDay(given_on),
                    receivers: receivers.map(({ name }) => name).join(m.wishes_and()),
                  }),
                }))}
              />
              <Section heading={m.cases_referral_seen()}>
                <DescriptionList
                  items={[
                    { term: m.wishes_label_name(), value: textOf(typed.name) },
                    { term: m.wishes_label_reached(), value: textOf(typed.reached) },
                    { term: m.wishes_label_words(), value: textOf(typed.words) },
                    { term: m.cases_referral_not_seen(), value: m.cases_referral_not_seen_words() },
                  ]}
                />
              </Section>
            </>
          )}
        </Form>
      )}
      {passed.referrals.length > 0 && (
        <Section heading={m.cases_referral_passed_summary()}>
          <PassedWishes wishes={passed.referrals} />
        </Section>
      )}
    </>
  );
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed : '';
}
