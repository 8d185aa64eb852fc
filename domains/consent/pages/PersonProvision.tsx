import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
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
import { tellingWords } from '../model.ts';
import {
  noteReturn,
  noteTold,
  type ProvisionReturn,
  readProvisionOfPerson,
  withdrawProvisionOfPerson,
} from '../person-api.ts';
import { numberOfProvision, personFacetWords, stateOfPersonProvision, windowRoles } from '../person-model.ts';
import { Copies, ReturnFields } from './shown/Copies.tsx';
import { StateBadge } from './shown/StateBadge.tsx';
import { writeBasis, writeTime } from './shown/wording.ts';

export function loader(args: PageArgs) {
  return call(readProvisionOfPerson, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One provision of a person: what it stands on, what was asked back; its holder takes it back, its receiver answers. */
export function Component() {
  const provision = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const navigate = useNavigate();
  const { id, own, basis, back } = provision;
  const state = stateOfPersonProvision(provision, today);
  const works = windowRoles.some((role) => role === current?.role);
  const here = (says: string) => () => navigate(`/person-provisions/${id}`, saying(says));
  return (
    <>
      <PageHeader
        title={m.consent_provision_title({ number: numberOfProvision(id) })}
        lead={m.consent_from_to({ holder: provision.holder.name, receiver: provision.receiver.name })}
        actions={
          own ? (
            <ButtonLink to={`/clients/${provision.person_id}/consents`}>{m.consent_to_person()}</ButtonLink>
          ) : (
            state === 'open' && (
              <ButtonLink to={`/given/${provision.person_id}`}>{m.consent_to_given()}</ButtonLink>
            )
          )
        }
      />
      <Section heading={m.consent_what()}>
        <DescriptionList
          items={[
            { term: m.consent_state(), value: <StateBadge state={state} /> },
            { term: m.consent_person(), value: provision.person_name ?? m.consent_person_unnamed() },
            {
              term: m.consent_facets(),
              value: provision.facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
            },
            { term: m.consent_time(), value: writeTime(provision) },
            { term: m.consent_basis(), value: writeBasis(basis) },
            { term: m.consent_law(), value: basis.law },
            { term: m.consent_why(), value: provision.why },
            { term: m.consent_told(), value: tellingWords[basis.told]() },
            ...(basis.told === 'never'
              ? []
              : [
                  {
                    term: m.consent_told_on(),
                    value: provision.told_on ? formatDay(provision.told_on) : m.consent_not_told_yet(),
                  },
                ]),
            { term: m.consent_decided_on(), value: formatInstant(provision.decided_at) },
            ...(provision.withdrawn_at
              ? [
                  { term: m.consent_withdrawn_on(), value: formatInstant(provision.withdrawn_at) },
                  ...(provision.withdrawn_reason
                    ? [{ term: m.consent_withdrawn_reason(), value: provision.withdrawn_reason }]
                    : []),
                ]
              : []),
          ]}
        />
      </Section>
      {own && works && basis.told !== 'never' && provision.told_on === null && (
        <Section heading={m.consent_note_told_summary()}>
          <Form
            op={noteTold}
            also={{ id }}
            initial={{ told_on: today }}
            submit={m.consent_told_submit()}
            done={here(m.consent_told_noted())}
          >
            <DateField name="told_on" label={m.consent_told_on()} required max={today} />
          </Form>
        </Section>
      )}
      {back && <Returned back={back} />}
      {back && !own && back.note === null && (
        <Section heading={m.consent_note_return_summary()}>
          <Form
            op={noteReturn}
            keeps
            also={{ id }}
            submit={m.consent_return_submit()}
            done={here(m.consent_return_noted())}
          >
            <ReturnFields />
          </Form>
        </Section>
      )}
      {own && provision.withdrawn_at === null && state !== 'over' && (
        <Section heading={m.consent_withdraw_person_summary()}>
          <Form
            op={withdrawProvisionOfPerson}
            keeps
            also={{ id }}
            submit={m.consent_withdraw_submit()}
            done={here(m.consent_withdrawn())}
          >
            <Notice tone="warning" title={m.consent_withdraw_forward()}>
              <p>{m.consent_withdraw_person_effect({ receiver: provision.receiver.name })}</p>
            </Notice>
            <TextArea name="reason" label={m.consent_withdraw_reason()} required rows={3} maxLength={500} />
          </Form>
        </Section>
      )}
    </>
  );
}

const askedBecause: Record<ProvisionReturn['because'], (words: { at: string }) => string> = {
  provision: m.consent_copies_asked,
  consent: m.consent_copies_asked_consent,
  basis: m.consent_copies_asked_basis,
};

/** What was made of it while it was given, and what the receiver says became of that. */
function Returned({ back: { copies, note, asked_at, because } }: { back: ProvisionReturn }) {
  return (
    <Section heading={m.consent_copies_title()}>
      <p>{askedBecause[because]({ at: formatInstant(asked_at) })}</p>
      <Copies copies={copies} note={note} />
    </Section>
  );
}
