import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatEraMonth } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listCommissionerDuties, setCommissionerDuty } from '../api.ts';
import { duties, dutyWords, monthsBack } from '../model.ts';

export function loader({ request }: PageArgs) {
  return call(listCommissionerDuties, {}, { signal: request.signal });
}

/** Who of the 民生委員 is 主任児童委員, and who chairs: decided with the posts, from a month on. */
export function Component() {
  const { posts } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const months = monthsBack(today, 6);
  return (
    <>
      <PageHeader title={m.activities_duties_title()} lead={m.activities_duties_lead()} />
      <Section heading={m.activities_duties_now()}>
        <DataTable
          caption={m.activities_duties_caption()}
          rows={posts}
          rowKey={({ post_id }) => post_id}
          empty={{ says: m.activities_duties_none() }}
          columns={[
            {
              key: 'district',
              heading: m.activities_label_district(),
              value: ({ district_name }) => district_name,
            },
            { key: 'name', heading: m.activities_label_name(), value: ({ name }) => name },
            {
              key: 'duty',
              heading: m.activities_fact_duty(),
              value: ({ duty, chair }) =>
                chair ? m.activities_duty_and_chair({ duty: dutyWords[duty]() }) : dutyWords[duty](),
            },
            {
              key: 'from',
              heading: m.activities_rule_from(),
              value: ({ from_month }) =>
                from_month ? formatEraMonth(from_month) : m.activities_duty_from_first(),
            },
          ]}
        />
      </Section>
      <Section heading={m.activities_set_duty_summary()}>
        <Form
          op={setCommissionerDuty}
          mints="id"
          initial={{ duty: 'area', from_month: months[0] ?? '' }}
          submit={m.activities_duty_set()}
          doneSays={m.activities_duty_done()}
        >
          <SelectField
            name="post_id"
            label={m.activities_duty_whose()}
            required
            width="full"
            choices={posts.map(({ post_id, name, district_name }) => ({
              value: post_id,
              label: m.activities_choice({ block: district_name, line: name }),
            }))}
          />
          <RadioGroup
            name="duty"
            label={m.activities_fact_duty()}
            required
            choices={duties.map((value) => ({ value, label: dutyWords[value]() }))}
          />
          <Checkbox name="chair" label={m.activities_duty_chairs()} hint={m.activities_duty_chairs_hint()} />
          <SelectField
            name="from_month"
            label={m.activities_rule_from()}
            required
            choices={months.map((month) => ({ value: month, label: formatEraMonth(month) }))}
          />
        </Form>
      </Section>
    </>
  );
}
