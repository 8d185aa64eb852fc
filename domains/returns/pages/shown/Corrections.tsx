import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { correctReturn, type SubmittedReturn } from '../../api.ts';
import type { FilledTable } from '../../model.ts';
import { sayCell } from '../../wording.ts';

/** What was wrong with a return that was sent. It stays as it was; this stands beside it. */
export function Corrections({
  submitted,
  tables,
}: {
  submitted: SubmittedReturn;
  /** What was sent, with rows that were left out of it. */
  tables: readonly FilledTable[];
}) {
  const { corrections } = submitted;
  const cells = tables.flatMap((table) =>
    [...table.rows.map(({ key }) => key), null].flatMap((row_key) =>
      table.columns.map(({ code }) => ({
        value: `${table.code}/${row_key ?? ''}/${code}`,
        label: sayCell(tables, { table_code: table.code, row_key, column_code: code }),
      })),
    ),
  );
  return (
    <Section heading={m.returns_corrections()}>
      <DataTable
        caption={m.returns_corrections_caption()}
        rows={corrections}
        rowKey={({ id }) => id}
        empty={{ says: m.returns_corrections_empty() }}
        columns={[
          { key: 'cell', heading: m.returns_csv_table(), value: (one) => sayCell(tables, one) },
          {
            key: 'was',
            heading: m.returns_label_was(),
            value: ({ was }) => was ?? m.returns_not_recorded(),
            numeric: true,
          },
          { key: 'now', heading: m.returns_label_now(), value: ({ now }) => now, numeric: true },
          { key: 'reason', heading: m.returns_label_reason(), value: ({ reason }) => reason },
          { key: 'on', heading: m.returns_label_on(), value: ({ on }) => formatDay(on) },
        ]}
      />
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{m.returns_correct_summary()}</summary>
        <div className="pt-3">
          <Form
            op={correctReturn}
            keeps
            mints="id"
            also={{ return_id: submitted.id }}
            submit={m.returns_correct()}
            doneSays={m.returns_corrected()}
          >
            <SelectField name="cell" label={m.returns_label_cell()} required width="full" choices={cells} />
            <NumberField name="now" label={m.returns_label_now()} required />
            <TextArea name="reason" label={m.returns_label_reason()} required rows={2} maxLength={500} />
          </Form>
        </div>
      </details>
    </Section>
  );
}
