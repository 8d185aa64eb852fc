import { useLoaderData } from 'react-router';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listRetention, setRetention } from '../api.ts';
import { classWords, retentionClasses, startWords } from '../model.ts';
import { writeOrigin } from './shown/wording.ts';

export async function loader({ request: { signal } }: PageArgs) {
  const [retention, { bodies }] = await Promise.all([
    call(listRetention, {}, { signal }),
    call(listBodies, {}, { signal }),
  ]);
  return { ...retention, bodies };
}

/** 保存期間: what holds, the next decision, and what was decided before. */
export function Component() {
  const { classes, settings, bodies } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  return (
    <>
      <PageHeader
        title={m.disposals_retention_title()}
        lead={m.disposals_retention_lead()}
        trail={[{ label: m.disposals_title(), to: '/disposals' }]}
      />
      <Section heading={m.disposals_retention_now()}>
        <DataTable
          caption={m.disposals_retention_caption()}
          rows={classes}
          rowKey={(row) => row.class}
          empty={{ says: m.disposals_settings_empty() }}
          columns={[
            { key: 'class', heading: m.disposals_label_class(), value: (row) => classWords[row.class]() },
            {
              key: 'years',
              heading: m.disposals_label_years(),
              value: ({ years }) => writeYears(years),
              order: ({ years }) => years,
            },
            { key: 'start', heading: m.disposals_label_start(), value: (row) => startWords[row.class]() },
            {
              key: 'bodies',
              heading: m.disposals_label_own_years(),
              value: (row) =>
                row.bodies
                  .map(({ name, years }) => m.disposals_own_years({ name, years }))
                  .join(m.disposals_comma()),
            },
          ]}
        />
      </Section>
      {current?.role === 'administrator' && (
        <Section heading={m.disposals_retention_change()}>
          <Form
            op={setRetention}
            keeps
            mints="id"
            initial={{ starts_on: today }}
            submit={m.disposals_retention_change()}
            doneSays={m.disposals_saved()}
          >
            <SelectField
              name="class"
              label={m.disposals_label_class()}
              required
              choices={retentionClasses.map((value) => ({ value, label: classWords[value]() }))}
            />
            <SelectField
              name="body_id"
              label={m.disposals_label_whose()}
              hint={m.disposals_whose_hint()}
              emptyLabel={m.disposals_every_body()}
              choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NumberField
              name="years"
              label={m.disposals_label_years()}
              hint={m.disposals_years_hint()}
              required
            />
            <DateField name="starts_on" label={m.disposals_label_from()} required min={today} />
            <TextArea name="reason" label={m.disposals_label_reason()} required rows={2} maxLength={500} />
          </Form>
        </Section>
      )}
      <Section heading={m.disposals_settings_title()}>
        <DataTable
          caption={m.disposals_settings_caption()}
          rows={settings}
          rowKey={({ id }) => id}
          empty={{ says: m.disposals_settings_empty() }}
          columns={[
            {
              key: 'from',
              heading: m.disposals_label_from(),
              value: ({ starts_on }) => formatDay(starts_on),
              order: ({ starts_on }) => starts_on,
            },
            { key: 'class', heading: m.disposals_label_class(), value: (row) => classWords[row.class]() },
            {
              key: 'body',
              heading: m.disposals_label_whose(),
              value: ({ body }) => body ?? m.disposals_every_body(),
            },
            {
              key: 'years',
              heading: m.disposals_label_years(),
              value: ({ years }) => writeYears(years),
              order: ({ years }) => years,
            },
            { key: 'reason', heading: m.disposals_label_reason(), value: ({ reason }) => reason },
            {
              key: 'origin',
              heading: m.disposals_label_decided_by(),
              value: writeOrigin,
              order: ({ on }) => on,
            },
          ]}
        />
      </Section>
    </>
  );
}

const writeYears = (years: number) => m.disposals_years({ years });
