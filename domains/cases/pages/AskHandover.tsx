import { useLoaderData, useNavigate } from 'react-router';
import { listLawfulBases } from '#domains/consent/api.ts';
import { listConsents } from '#domains/consent/consent-api.ts';
import { personFacets, personFacetWords } from '#domains/consent/person-model.ts';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { whyNotWithCase } from '../case-model.ts';
import { askCaseHandover } from '../handover-api.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const shown = await openCase(args);
  const [{ bodies }, { bases }, ...consents] = await Promise.all([
    call(listBodies, {}, options),
    call(listLawfulBases, {}, options),
    ...shown.members.map(({ client_id }) => call(listConsents, { person: client_id }, options)),
  ]);
  const holder = bodies.find(({ id }) => id === shown.holder.id);
  return {
    shown,
    bodies: bodies.filter(
      ({ id, kind }) =>
        id !== shown.holder.id && ['window', 'council', 'city_section', 'other'].includes(kind),
    ),
    bases: bases.filter((one) => one.from_kind === holder?.kind && one.each_person),
    standing: shown.members.map((member, i) => ({
      ...member,
      consents: (consents[i]?.consents ?? []).filter(
        ({ decision, withdrawn_at }) => decision === 'given' && withdrawn_at === null,
      ),
    })),
  };
}

/** Asks another body to take a case over: in words without names, with what of whom goes along once it is accepted. */
export function Component() {
  const { shown, bodies, bases, standing } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const why = whyNotWithCase('hand_over', { ...shown, holder_name: shown.holder.name });
  if (why !== null)
    return (
      <>
        <CaseHeader shown={shown} part={m.cases_part_handover()} />
        <Notice tone="info">{why}</Notice>
      </>
    );
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_part_handover()} lead={m.cases_handover_lead()} />
      <Form
        op={askCaseHandover}
        keeps
        mints="id"
        also={{ case_id: shown.id }}
        initial={{ due_on: addDays(today, 7) }}
        reshape={(typed) => reshape(typed, standing)}
        submit={m.cases_handover_submit()}
        beside={
          <ButtonLink look="text" to={`/cases/${shown.id}`}>
            {m.cases_leave()}
          </ButtonLink>
        }
        done={() => navigate(`/cases/${shown.id}`, saying(m.cases_handover_asked_now()))}
      >
        {(typed) => {
          const kind = bodies.find(({ id }) => id === typed.receiver_id)?.kind;
          return (
            <>
              <SelectField
                name="receiver_id"
                label={m.cases_label_receiver()}
                required
                emptyLabel={m.cases_choose()}
                choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextArea
                name="words"
                label={m.cases_label_handover_words()}
                hint={m.cases_handover_words_hint()}
                required
                rows={3}
                maxLength={500}
              />
              <DateField name="due_on" label={m.cases_label_answer_by()} required min={today} />
              {standing.map(({ client_id, name, consents }, i) => (
                <Section key={client_id} heading={m.cases_handover_of({ name: name ?? '' })}>
                  <p>{m.cases_handover_of_lead()}</p>
                  <CheckboxGroup
                    name={`people.${i}.facets`}
                    label={m.cases_label_facets()}
                    inline
                    choices={personFacets.map((value) => ({ value, label: personFacetWords[value]() }))}
                  />
                  <SelectField
                    name={`people.${i}.basis_id`}
                    label={m.cases_case_label_basis()}
                    emptyLabel={m.cases_choose()}
                    width="full"
                    choices={bases
                      .filter(({ to_kind }) => to_kind === kind)
                      .map(({ id, law }) => ({ value: id, label: law }))}
                  />
                  <SelectField
                    name={`people.${i}.consent_id`}
                    label={m.cases_case_label_consent()}
                    emptyLabel={m.cases_consent_unneeded()}
                    choices={consents.map(({ id, given_on }) => ({
                      value: id,
                      label: m.cases_consent_of({ day: formatDay(given_on) }),
                    }))}
                  />
                  <DateField name={`people.${i}.ends_on`} label={m.cases_label_given_until()} min={today} />
                </Section>
              ))}
            </>
          );
        }}
      </Form>
    </>
  );
}

type Asked = InputOf<typeof askCaseHandover>;

/** Members of whom nothing goes along are left out. */
function reshape(typed: Record<string, unknown>, members: readonly { client_id: string }[]): Partial<Asked> {
  const rows = Object.values((typed.people ?? {}) as Record<string, Record<string, unknown>>);
  const people = rows
    .map((row, i) => ({ ...row, client_id: members[i]?.client_id }))
    .filter((row) => Array.isArray((row as { facets?: unknown }).facets));
  return { ...typed, people } as Partial<Asked>;
}
