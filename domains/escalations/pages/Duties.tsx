import { useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addDuty, endDuty, listDuties } from '../api.ts';
import { hours, hourWords } from '../model.ts';

export async function loader({ request: { signal } }: PageArgs) {
  const [duties, { districts }] = await Promise.all([
    call(listDuties, {}, { signal }),
    call(listDistricts, {}, { signal }),
  ]);
  return { ...duties, districts };
}

type Duty = OutputOf<typeof listDuties>['duties'][number];

/** 当番: who answers, in the office's hours and outside of them; a sheet to print for everybody who visits. */
export function Component() {
  const { duties } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const keeps = current?.role === 'council_officer' || current?.role === 'administrator';
  return (
    <>
      <PageHeader
        title={m.escalations_duties_title()}
        lead={keeps ? m.escalations_duties_lead() : m.escalations_duties_lead_reader()}
      />
      <DataTable
        caption={m.escalations_duties_caption()}
        rows={duties}
        rowKey={({ id }) => id}
        empty={{ says: keeps ? m.escalations_duties_empty() : m.escalations_duties_empty_reader() }}
        columns={[
          {
            key: 'where',
            heading: m.escalations_column_where(),
            value: ({ district_name }) =>
              district_name === null
                ? m.escalations_whole_town()
                : m.escalations_district({ district: district_name }),
          },
          { key: 'hours', heading: m.escalations_column_hours(), value: (duty) => hourWords[duty.hours]() },
          { key: 'name', heading: m.escalations_column_name(), value: ({ name }) => name },
          {
            key: 'phone',
            heading: m.escalations_column_phone(),
            value: ({ phone }) => phone,
            cell: ({ phone }) => (
              <a href={`tel:${phone}`} className="whitespace-nowrap">
                {phone}
              </a>
            ),
          },
          { key: 'words', heading: m.escalations_column_words(), value: ({ words }) => words ?? '' },
          { key: 'term', heading: m.escalations_column_term(), value: writeTerm },
          ...(keeps
            ? [
                {
                  key: 'officer',
                  heading: m.escalations_column_officer(),
                  value: ({ officer }: Duty) => officer ?? '',
                },
                {
                  key: 'end',
                  heading: m.escalations_column_end(),
                  value: () => '',
                  cell: ({ id }: Duty) => (
                    <CommandButton op={endDuty} input={{ id }}>
                      {m.escalations_end_duty_summary()}
                    </CommandButton>
                  ),
                },
              ]
            : []),
        ]}
      />
      {keeps && <Add />}
    </>
  );
}

function writeTerm({ starts_on, ends_on }: Duty): string {
  const first = formatDay(starts_on);
  return ends_on === null
    ? m.escalations_term_open({ first })
    : m.escalations_term({ first, last: formatDay(ends_on) });
}

function Add() {
  const { districts, officers } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <div className="mt-10 print:hidden">
      <Section heading={m.escalations_add_duty_summary()}>
        <Form
          op={addDuty}
          mints="id"
          initial={{ starts_on: today }}
          submit={m.escalations_add_duty_summary()}
          doneSays={m.escalations_duty_added()}
        >
          <RadioGroup
            name="hours"
            label={m.escalations_column_hours()}
            required
            inline
            choices={hours.map((value) => ({ value, label: hourWords[value]() }))}
          />
          <TextField name="name" label={m.escalations_column_name()} required maxLength={60} />
          <TextField name="phone" label={m.escalations_label_phone()} required type="tel" maxLength={20} />
          <TextField name="words" label={m.escalations_column_words()} maxLength={200} />
          <SelectField
            name="district_id"
            label={m.escalations_label_district()}
            emptyLabel={m.escalations_whole_town()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="post_id"
            label={m.escalations_label_officer()}
            hint={m.escalations_hint_officer()}
            choices={officers.map(({ post_id, name, district_name }) => ({
              value: post_id,
              label:
                district_name === null ? name : m.escalations_officer_in({ name, district: district_name }),
            }))}
          />
          <DateField name="starts_on" label={m.escalations_label_from()} required />
          <DateField name="ends_on" label={m.escalations_label_until()} />
        </Form>
      </Section>
    </div>
  );
}
