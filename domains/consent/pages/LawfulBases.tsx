import { useLoaderData } from 'react-router';
import { type BodyKind, bodyKinds, bodyKindWords } from '#domains/posts/bodies.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addLawfulBasis, endLawfulBasis, listLawfulBases } from '../api.ts';
import {
  grounds,
  groundWords,
  type LawfulBasis,
  purposes,
  purposeWords,
  tellings,
  tellingWords,
} from '../model.ts';
import { writeBasis, writeTime } from './shown/wording.ts';

export function loader({ request: { signal } }: PageArgs) {
  return call(listLawfulBases, {}, { signal });
}

/** The bases on which anything is given: who to whom, for what, on which article; an administrator adds and ends them. */
export function Component() {
  const { bases } = useLoaderData<typeof loader>();
  const { current, today } = useMe();
  const standing = bases.filter(({ ends_on }) => ends_on === null || ends_on >= today);
  return (
    <>
      <PageHeader title={m.consent_bases_title()} lead={m.consent_bases_lead()} />
      <Section heading={m.consent_bases_list()}>
        <DataTable
          caption={m.consent_bases_summary()}
          rows={bases}
          rowKey={({ id }) => id}
          empty={{ says: m.consent_bases_empty() }}
          fileName={m.consent_bases_title()}
          columns={[
            { key: 'from', heading: m.consent_basis_from(), value: ({ from_kind }) => sayKind(from_kind) },
            { key: 'to', heading: m.consent_basis_to(), value: ({ to_kind }) => sayKind(to_kind) },
            { key: 'basis', heading: m.consent_basis(), value: writeBasis },
            {
              key: 'law',
              heading: m.consent_law(),
              value: ({ law }) => law,
              cell: ({ law }) => <span className="inline-block min-w-64">{law}</span>,
            },
            { key: 'told', heading: m.consent_told(), value: ({ told }) => tellingWords[told]() },
            {
              key: 'how',
              heading: m.consent_basis_how(),
              value: ({ each_person }) => (each_person ? m.consent_basis_each() : m.consent_basis_whole()),
            },
            {
              key: 'time',
              heading: m.consent_time(),
              value: writeTime,
              order: ({ starts_on }) => starts_on,
              cell: (basis) => <span className="inline-block min-w-40">{writeTime(basis)}</span>,
            },
          ]}
        />
      </Section>
      {current?.role === 'administrator' && (
        <>
          <Add />
          <End standing={standing} />
        </>
      )}
    </>
  );
}

function sayKind(kind: string): string {
  return kind in bodyKindWords ? bodyKindWords[kind as BodyKind]() : kind;
}

function Add() {
  const { today } = useMe();
  const kinds = bodyKinds.map((value) => ({ value, label: bodyKindWords[value]() }));
  return (
    <Section heading={m.consent_basis_add_summary()}>
      <Form
        op={addLawfulBasis}
        keeps
        mints="id"
        initial={{ starts_on: today }}
        submit={m.consent_basis_add_submit()}
        doneSays={m.consent_basis_added()}
      >
        <SelectField name="from_kind" label={m.consent_basis_from()} required choices={kinds} />
        <SelectField name="to_kind" label={m.consent_basis_to()} required choices={kinds} />
        <SelectField
          name="purpose"
          label={m.consent_basis_purpose()}
          required
          choices={purposes.map((value) => ({ value, label: purposeWords[value]() }))}
        />
        <SelectField
          name="ground"
          label={m.consent_basis_ground()}
          hint={m.consent_basis_ground_hint()}
          required
          choices={grounds.map((value) => ({ value, label: groundWords[value]() }))}
        />
        <TextField name="law" label={m.consent_law()} required width="full" maxLength={200} />
        <SelectField
          name="told"
          label={m.consent_told()}
          required
          choices={tellings.map((value) => ({ value, label: tellingWords[value]() }))}
        />
        <DateField name="starts_on" label={m.consent_starts_on()} required min={today} />
      </Form>
    </Section>
  );
}

function End({ standing }: { standing: readonly LawfulBasis[] }) {
  const { today } = useMe();
  if (standing.length === 0) return null;
  const senders = bodyKinds.filter((kind) => standing.some(({ from_kind }) => from_kind === kind));
  return (
    <Section heading={m.consent_basis_end_summary()}>
      <p>{m.consent_basis_end_means()}</p>
      <Form
        op={endLawfulBasis}
        initial={{ ends_on: today }}
        reshape={({ from_kind: _, ...input }) => input}
        submit={m.consent_basis_end_submit()}
        doneSays={m.consent_basis_ended()}
      >
        {({ from_kind }) => (
          <>
            <SelectField
              name="from_kind"
              label={m.consent_basis_from()}
              hint={m.consent_basis_from_first()}
              required
              choices={senders.map((value) => ({ value, label: bodyKindWords[value]() }))}
            />
            <SelectField
              key={String(from_kind)}
              name="id"
              label={m.consent_basis_which()}
              required
              width="full"
              choices={standing
                .filter((basis) => basis.from_kind === from_kind)
                .map((basis) => ({
                  value: basis.id,
                  label: m.consent_basis_choice({
                    to: sayKind(basis.to_kind),
                    basis: writeBasis(basis),
                    law: basis.law,
                    day: formatDay(basis.starts_on),
                  }),
                }))}
            />
            <DateField name="ends_on" label={m.consent_basis_last_day()} required />
          </>
        )}
      </Form>
    </Section>
  );
}
