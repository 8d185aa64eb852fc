import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
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
import { listRoundAgreements, setRoundAgreement } from '../api.ts';
import { useIsKeeper } from './shown/may.ts';

export function loader({ request }: PageArgs) {
  return call(listRoundAgreements, {}, { signal: request.signal });
}

type Agreement = OutputOf<typeof listRoundAgreements>['agreements'][number];

/** 名前のある見守り: only where a district has agreed to it. */
export function Component() {
  const { agreements } = useLoaderData<typeof loader>();
  const keeps = useIsKeeper();
  return (
    <>
      <PageHeader title={m.visits_agreements_title()} lead={m.visits_agreements_lead()} />
      <p className="mb-8 text-std-18B-160">{m.visits_no_duty()}</p>
      <DataTable
        caption={m.visits_agreements_caption()}
        rows={agreements}
        rowKey={({ id }) => id}
        empty={{ says: keeps ? m.visits_agreements_empty() : m.visits_agreements_empty_visitor() }}
        columns={[
          {
            key: 'district',
            heading: m.visits_column_district(),
            value: ({ district_name }) => district_name,
          },
          { key: 'agreed', heading: m.visits_column_agreement(), value: writeAgreement },
          {
            key: 'from',
            heading: m.visits_column_from(),
            value: ({ starts_on }) => formatDay(starts_on),
            order: ({ starts_on }) => starts_on,
          },
          { key: 'words', heading: m.visits_column_where(), value: ({ words }) => words },
        ]}
      />
      {keeps && <Write />}
    </>
  );
}

function writeAgreement({ agreed, holds }: Agreement): string {
  const agreement = agreed ? m.visits_agreed() : m.visits_not_agreed();
  return holds ? m.visits_agreed_holds({ agreement }) : agreement;
}

function Write() {
  const { today, districts } = useMe();
  const [only] = districts;
  return (
    <div className="mt-10 print:hidden">
      <Section heading={m.visits_agreement_write()}>
        <Form
          op={setRoundAgreement}
          mints="id"
          initial={{ starts_on: today, ...(districts.length === 1 && only && { district_id: only.id }) }}
          reshape={({ agreed, ...said }) => ({ ...said, agreed: agreed === 'yes' })}
          submit={m.visits_agreement_set_summary()}
          doneSays={m.visits_agreement_saved()}
        >
          <SelectField
            name="district_id"
            label={m.visits_column_district()}
            required
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="agreed"
            label={m.visits_label_agreed()}
            required
            choices={[
              { value: 'yes', label: m.visits_agreed() },
              { value: 'no', label: m.visits_not_agreed() },
            ]}
          />
          <DateField name="starts_on" label={m.visits_label_agreement_from()} required />
          <TextField
            name="words"
            label={m.visits_label_agreement_words()}
            hint={m.visits_hint_agreement_words()}
            required
            maxLength={300}
            width="full"
          />
        </Form>
      </Section>
    </div>
  );
}
