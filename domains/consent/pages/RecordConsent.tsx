import { useLoaderData, useNavigate } from 'react-router';
import { readClient } from '#domains/cases/client-api.ts';
import { writePerson } from '#domains/cases/client-model.ts';
import { listCodes } from '#domains/codes/api.ts';
import { choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listConsents, recordConsent } from '../consent-api.ts';
import { listConsentTexts, printConsentForm } from '../consent-text-api.ts';
import { listReceivers } from '../person-api.ts';
import {
  capacities,
  capacityWords,
  decisions,
  decisionWords,
  personFacets,
  personFacetWords,
  sayers,
  sayerWords,
} from '../person-model.ts';
import { isNear } from './shown/receivers.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const person = partOf(args, 'person');
  const [client, { consents }, texts, { receivers }, { entries }] = await Promise.all([
    call(readClient, { id: person }, options),
    call(listConsents, { person }, options),
    call(listConsentTexts, {}, options),
    call(listReceivers, {}, options),
    call(listCodes, { list: 'consent_way' }, options),
  ]);
  return { person, client, consents, ...texts, receivers, entries };
}

/** Writes down what a person said: yes, to what and to whom; or no, which is an answer too. */
export function Component() {
  const { person, client, consents, texts, in_force, receivers, entries } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const navigate = useNavigate();
  const back = `/clients/${person}/consents`;
  const standing = consents.filter(
    ({ decision, withdrawn_at, ends_on }) =>
      decision === 'given' && withdrawn_at === null && (ends_on ?? today) >= today,
  );
  return (
    <>
      <PageHeader
        title={m.consent_record_summary()}
        trail={[{ label: m.consent_of_person({ name: writePerson(client) }), to: back }]}
        lead={m.consent_record_lead({ name: writePerson(client) })}
        actions={
          <DownloadLink href={hrefOf(printConsentForm, { person })}>{m.consent_form_print()}</DownloadLink>
        }
      />
      <Form
        op={recordConsent}
        keeps
        mints="id"
        also={{ person_id: person }}
        initial={{
          given_on: today,
          text_version: in_force ?? '',
          said_by: 'person',
          capacity: 'clear',
          facets: ['identity', 'contact', 'consultation'],
        }}
        submit={m.consent_record_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.consent_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.consent_recorded()))}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="decision"
              label={m.consent_answer()}
              required
              choices={decisions.map((value) => ({ value, label: decisionWords[value]() }))}
            />
            {typed.decision === 'refused' ? (
              <>
                <Notice tone="info">{m.consent_no_is_an_answer()}</Notice>
                {standing.length > 0 && (
                  <CheckboxGroup
                    name="takes_back"
                    label={m.consent_takes_back()}
                    hint={m.consent_takes_back_hint()}
                    choices={standing.map((one) => ({
                      value: one.id,
                      label: m.consent_takes_back_one({
                        day: formatDay(one.given_on),
                        receivers: one.receivers.map(({ name }) => name).join(m.consent_join()),
                        facets: one.facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
                      }),
                    }))}
                  />
                )}
                <DateField
                  name="ask_again_on"
                  label={m.consent_ask_again()}
                  hint={m.consent_ask_again_hint()}
                />
              </>
            ) : (
              <>
                <CheckboxGroup
                  name="facets"
                  label={m.consent_form_scope()}
                  hint={m.consent_facets_hint()}
                  required
                  choices={personFacets.map((value) => ({ value, label: personFacetWords[value]() }))}
                />
                <CheckboxGroup
                  name="receivers"
                  label={m.consent_receivers()}
                  required
                  choices={receivers
                    .filter((one) => one.id !== current?.body.id && isNear(one, client.contact?.district_id))
                    .map(({ id, name }) => ({ value: id, label: name }))}
                />
                <DateField name="ends_on" label={m.consent_ends_on()} hint={m.consent_ends_on_hint()} />
              </>
            )}
            <RadioGroup
              name="said_by"
              label={m.consent_said_by()}
              required
              choices={sayers.map((value) => ({ value, label: sayerWords[value]() }))}
            />
            {typed.said_by === 'parent' && <Notice tone="info">{m.consent_parent_until()}</Notice>}
            <RadioGroup
              name="way"
              label={m.consent_way()}
              required
              choices={choicesOn(entries, 'consent_way', String(typed.given_on ?? today))}
            />
            <RadioGroup
              name="capacity"
              label={m.consent_capacity()}
              required
              choices={capacities.map((value) => ({ value, label: capacityWords[value]() }))}
            />
            {typed.capacity === 'unclear' && <Notice tone="warning">{m.consent_unclear_says()}</Notice>}
            <SelectField
              name="text_version"
              label={m.consent_text()}
              required
              choices={texts.map(({ version, title }) => ({
                value: version,
                label: m.consent_text_choice({ version, title }),
              }))}
            />
            <DateField name="given_on" label={m.consent_given_on()} required max={today} />
            <TextArea name="note" label={m.consent_note()} rows={3} maxLength={1000} />
          </>
        )}
      </Form>
    </>
  );
}
