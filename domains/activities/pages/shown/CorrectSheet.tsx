import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { correctActivitySheet } from '../../api.ts';
import { daysCode, sayLine } from '../../model.ts';
import type { readActivitySheet } from '../../sheet-api.ts';

const most = 6;

/** Lines of a locked record as they should have been, and why; another pair of fields stands below the last one that is used. */
export function CorrectSheet({ read }: { read: OutputOf<typeof readActivitySheet> }) {
  const choices = [
    ...read.blocks.flatMap(({ wording, lines }) =>
      lines.map((line) => ({
        value: line.code,
        label: m.activities_choice({ block: wording, line: sayLine(line) }),
      })),
    ),
    { value: daysCode, label: m.activities_block_days() },
  ];
  return (
    <Form
      op={correctActivitySheet}
      mints="id"
      also={{ sheet_id: read.sheet_id ?? '' }}
      reshape={(typed) => readCells(typed) as never}
      submit={m.activities_correct()}
      doneSays={m.activities_corrected()}
    >
      {(typed) => (
        <>
          {begun(typed).map((i) => (
            <div key={i} className="grid gap-4 border-l-4 border-solid-gray-300 pl-4">
              <SelectField
                name={`cells.${i}.line`}
                label={m.activities_label_cell({ n: i + 1 })}
                width="full"
                required={i === 0}
                choices={choices}
              />
              <NumberField
                name={`cells.${i}.now`}
                label={m.activities_label_now({ n: i + 1 })}
                required={i === 0}
              />
            </div>
          ))}
          <TextArea name="reason" label={m.activities_label_reason()} required rows={2} maxLength={500} />
        </>
      )}
    </Form>
  );
}

function begun(typed: Typed): number[] {
  const last = Array.from({ length: most }, (_, i) => typed[`cells.${i}.line`] !== undefined).lastIndexOf(
    true,
  );
  return Array.from({ length: Math.min(most, last + 2) }, (_, i) => i);
}

/** Only pairs that were begun; the first one always, so that what is missing is asked for. */
function readCells(typed: Typed) {
  const cells = Array.from({ length: most }, (_, i) => ({
    line: typed[`cells.${i}.line`],
    now: typed[`cells.${i}.now`],
  })).filter(({ line, now }, i) => i === 0 || line !== undefined || now !== undefined);
  return { cells, reason: typed.reason };
}
