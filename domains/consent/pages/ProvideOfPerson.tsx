import { useLoaderData, useNavigate } from 'react-router';
import { readClient } from '#domains/cases/client-api.ts';
import { writePerson } from '#domains/cases/client-model.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listLawfulBases } from '../api.ts';
import { listConsents } from '../consent-api.ts';
import { type LawfulBasis, tellingWords } from '../model.ts';
import { listReceivers, provideOfPerson } from '../person-api.ts';
import { type PersonFacet, personFacets, personFacetWords } from '../person-model.ts';
import { BasisOnConsent } from './shown/BasisOnConsent.tsx';
import { Preview } from './shown/Preview.tsx';
import { isNear, writePost } from './shown/receivers.ts';
import { writeBasis } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const person = partOf(args, 'person');
  const [client, { receivers }, { bases }, { consents }] = await Promise.all([
    call(readClient, { id: person }, options),
    call(listReceivers, {}, options),
    call(listLawfulBases, {}, options),
    call(listConsents, { person }, options),
  ]);
  return { person, client, receivers, bases, consents };
}

/** Gives facets of one person to another body or a post of it; what will be seen stands beside it before it is given. */
export function Component() {
  const { person, client, receivers, bases, consents } = useLoaderData<typeof loader>();
  const { current, today } = useMe();
  const navigate = useNavigate();
  const back = `/clients/${person}/consents`;
  const own = receivers.find(({ id }) => id === current?.body.id);
  const open = bases.filter((basis) => basis.from_kind === own?.kind && isOpen(basis, today));
  const offered = receivers.filter(
    (one) =>
      one.id !== own?.id &&
      isNear(one, client.contact?.district_id) &&
      open.some((b) => b.to_kind === one.kind),
  );
  return (
    <>
      <PageHeader
        title={m.consent_provide_person_summary()}
        trail={[{ label: m.consent_of_person({ name: writePerson(client) }), to: back }]}
        lead={m.consent_provide_person_lead({ name: writePerson(client) })}
      />
      <Form
        op={provideOfPerson}
        keeps
        mints="id"
        also={{ person_id: person }}
        initial={{ starts_on: today, facets: ['identity', 'contact'] }}
        submit={m.consent_provide_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.consent_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.consent_provided_person()))}
      >
        {(typed) => {
          const receiver = offered.find(({ id }) => id === typed.receiver_id);
          const fitting = open.filter(({ to_kind }) => to_kind === receiver?.kind);
          const basis = fitting.find(({ id }) => id === typed.basis_id);
          const facets = personFacets.filter((one) => listOf(typed.facets).includes(one));
          return (
            <>
              <SelectField
                name="receiver_id"
                label={m.consent_receiver()}
                required
                width="full"
                choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
              />
              {receiver && receiver.posts.length > 0 && (
                <SelectField
                  name="post_id"
                  label={m.consent_receiving_post()}
                  hint={receiver.named_only ? m.consent_post_needed() : m.consent_post_or_all()}
                  required={receiver.named_only}
                  width="full"
                  choices={receiver.posts.map((post) => ({ value: post.id, label: writePost(post) }))}
                />
              )}
              {receiver?.named_only && receiver.posts.length === 0 && (
                <Notice tone="warning">{m.consent_nobody_to_name()}</Notice>
              )}
              {fitting.length === 0 ? (
                <p>{m.consent_bases_after_receiver()}</p>
              ) : (
                <RadioGroup
                  name="basis_id"
                  label={m.consent_basis()}
                  hint={m.consent_person_bases_hint()}
                  required
                  choices={fitting.map((one) => ({
                    value: one.id,
                    label: writeBasis(one),
                    hint: m.consent_basis_says({ law: one.law, told: tellingWords[one.told]() }),
                  }))}
                />
              )}
              {basis?.ground === 'consent' && (
                <BasisOnConsent person={person} consents={consents} receiver={receiver?.id ?? ''} />
              )}
              <CheckboxGroup
                name="facets"
                label={m.consent_facets()}
                hint={m.consent_facets_hint()}
                required
                choices={personFacets.map((value) => ({ value, label: personFacetWords[value]() }))}
              />
              <DateField name="starts_on" label={m.consent_starts_on()} required />
              <DateField
                name="ends_on"
                label={m.consent_ends_on()}
                hint={m.consent_person_until_hint()}
                required
              />
              <TextField name="why" label={m.consent_why()} required width="full" maxLength={500} />
              {basis && basis.told !== 'never' && basis.ground !== 'consent' && (
                <DateField
                  name="told_on"
                  label={m.consent_told_on()}
                  hint={m.consent_told_on_hint({ told: tellingWords[basis.told]() })}
                  max={today}
                />
              )}
              {basis?.told === 'never' && <Notice tone="info">{m.consent_never_says()}</Notice>}
              <Preview person={person} facets={facets} as={nameReceiver(receiver, typed.post_id)} />
            </>
          );
        }}
      </Form>
    </>
  );
}

function listOf(typed: unknown): readonly unknown[] {
  return Array.isArray(typed) ? (typed as PersonFacet[]) : [];
}

function nameReceiver(
  receiver: Awaited<ReturnType<typeof loader>>['receivers'][number] | undefined,
  post: unknown,
): string | null {
  if (!receiver) return null;
  const named = receiver.posts.find(({ id }) => id === post);
  if (named) return writePost(named);
  return receiver.named_only ? null : m.consent_workers_of({ body: receiver.name });
}

/** For one person by name: not what gives everything a body holds. */
function isOpen({ each_person, starts_on, ends_on }: LawfulBasis, today: string): boolean {
  return each_person && starts_on <= today && (ends_on === null || ends_on >= today);
}
