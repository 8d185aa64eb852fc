import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { saying } from '#ui/saying.ts';
import { writeActivitySheet } from '../../api.ts';
import { daysIn, sayLine } from '../../model.ts';
import type { readActivitySheet } from '../../sheet-api.ts';

type Read = OutputOf<typeof readActivitySheet>;

/** What visits do not tell, line by line, and on which other days something was done. Blank is zero. */
export function WriteSheet({ read, month }: { read: Read; month: string }) {
  const { blocks, added, days, visit_days, version, post_id } = read;
  const others = Array.from({ length: daysIn(month) }, (_, i) => i + 1).filter(
    (day) => !visit_days.includes(day),
  );
  const navigate = useNavigate();
  return (
    <Form
      key={version}
      op={writeActivitySheet}
      mints="id"
      also={{ post_id, month, follows: version }}
      initial={{ added, days: days.map(String) as never }}
      reshape={(typed) => readWritten(typed) as never}
      submit={m.activities_write()}
      done={() =>
        navigate(`/activities/posts/${post_id}/${month}`, {
          replace: true,
          ...saying(m.activities_written()),
        })
      }
    >
      <CheckboxGroup
        name="days"
        label={m.activities_label_days()}
        hint={
          visit_days.length > 0
            ? m.activities_hint_days({ days: visit_days.join(m.activities_comma()) })
            : m.activities_hint_days_none()
        }
        inline
        choices={others.map((day) => ({ value: String(day), label: String(day) }))}
      />
      {blocks.map((block) => (
        <fieldset key={block.code} className="grid gap-4 border-l-4 border-solid-gray-300 pl-4">
          <legend className="mb-3 text-std-18B-160">{block.wording}</legend>
          {block.lines.map((line) => (
            <NumberField
              key={line.code}
              name={`added.${line.code}`}
              label={sayLine(line)}
              unit={block.unit}
            />
          ))}
        </fieldset>
      ))}
    </Form>
  );
}

/** A field for each line; what is blank is left out. */
function readWritten(typed: Typed) {
  const added = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('added.') && value !== undefined ? [[name.slice(6), value]] : [],
    ),
  );
  return { added, days: typed.days ?? [] };
}
