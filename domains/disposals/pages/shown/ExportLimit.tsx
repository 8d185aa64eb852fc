import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type readExportLimit, setExportLimit } from '../../api.ts';
import { writeOrigin } from './wording.ts';

/** From how many persons on: what holds, the next decision, and what was decided before. */
export function ExportLimit({ limit, maySet }: { limit: OutputOf<typeof readExportLimit>; maySet: boolean }) {
  const { today } = useMe();
  return (
    <>
      {maySet && (
        <Section heading={m.disposals_limit_change()}>
          <Form
            op={setExportLimit}
            keeps
            mints="id"
            initial={{ persons: limit.persons, starts_on: today }}
            submit={m.disposals_limit_change()}
            doneSays={m.disposals_saved()}
          >
            <NumberField
              name="persons"
              label={m.disposals_label_limit()}
              hint={m.disposals_limit_hint()}
              required
            />
            <DateField name="starts_on" label={m.disposals_label_from()} required min={today} />
            <TextArea name="reason" label={m.disposals_label_reason()} required rows={2} maxLength={500} />
          </Form>
        </Section>
      )}
      <Section heading={m.disposals_limit_settings()}>
        <DataTable
          caption={m.disposals_limit_caption()}
          rows={limit.settings}
          rowKey={({ id }) => id}
          empty={{ says: m.disposals_settings_empty() }}
          columns={[
            {
              key: 'from',
              heading: m.disposals_label_from(),
              value: ({ starts_on }) => formatDay(starts_on),
              order: ({ starts_on }) => starts_on,
            },
            {
              key: 'persons',
              heading: m.disposals_label_limit(),
              value: ({ persons }) => persons,
              numeric: true,
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
