import { useLoaderData } from 'react-router';
import { bodyKinds, bodyKindWords } from '#domains/posts/bodies.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listDisclosureRules, setDisclosureRule } from '../request-api.ts';

export function loader(args: PageArgs) {
  return call(listDisclosureRules, {}, { signal: args.request.signal });
}

/** Under which law, within how many days and for what fee each kind of body answers. */
export function Component() {
  const { rules } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <>
      <PageHeader title={m.disclosures_rules_title()} lead={m.disclosures_rules_lead()} />
      <DataTable
        caption={m.disclosures_rules_title()}
        rows={rules}
        rowKey={({ id }) => id}
        empty={{ says: m.disclosures_rules_empty() }}
        columns={[
          {
            key: 'kind',
            heading: m.disclosures_label_body_kind(),
            value: ({ body_kind }) => bodyKindWords[body_kind](),
          },
          {
            key: 'starts',
            heading: m.disclosures_label_starts_on(),
            value: ({ starts_on }) => formatDay(starts_on),
          },
          { key: 'law', heading: m.disclosures_label_law(), value: ({ law }) => law },
          { key: 'days', heading: m.disclosures_label_rule_days(), value: ({ days }) => days, numeric: true },
          {
            key: 'extension',
            heading: m.disclosures_label_extension(),
            value: ({ extension_days }) => extension_days,
            numeric: true,
          },
          { key: 'fee', heading: m.disclosures_label_fee(), value: ({ fee }) => fee },
        ]}
      />
      <Section heading={m.disclosures_rule_summary()}>
        <Form
          op={setDisclosureRule}
          keeps
          mints="id"
          initial={{ starts_on: today }}
          submit={m.disclosures_rule_submit()}
        >
          <RadioGroup
            name="body_kind"
            label={m.disclosures_label_body_kind()}
            required
            choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value]() }))}
          />
          <DateField name="starts_on" label={m.disclosures_label_starts_on()} required />
          <TextField name="law" label={m.disclosures_label_law()} required />
          <NumberField name="days" label={m.disclosures_label_rule_days()} required />
          <NumberField name="extension_days" label={m.disclosures_label_extension()} required />
          <TextField name="fee" label={m.disclosures_label_fee()} required />
        </Form>
      </Section>
    </>
  );
}
