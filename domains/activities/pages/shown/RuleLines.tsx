import * as m from '#messages';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { addedAtOnce, lineField, newLineField } from '../../line-fields.ts';
import { type ActivityRule, sayLine } from '../../model.ts';

/** The lines of one block, each to be reworded or left blank, and room for more. */
export function RuleLines({ block }: { block: ActivityRule['blocks'][number] }) {
  return (
    <details className="rounded-8 border border-solid-gray-536 p-4">
      <summary className="cursor-pointer text-std-16B-170">
        {m.activities_rule_block({ block: block.wording })}
      </summary>
      <p className="my-3">{m.activities_rule_lines_hint()}</p>
      <div className="grid gap-6">
        {block.lines.map((line, i) => (
          <div key={line.code} className="grid gap-3 border-t border-solid-gray-300 pt-3">
            <TextField
              name={lineField(line.code, 'wording')}
              label={m.activities_rule_wording({ n: i + 1 })}
              initial={line.wording}
              maxLength={100}
              width="full"
            />
            <TextField
              name={lineField(line.code, 'mark')}
              label={m.activities_rule_mark({ n: i + 1 })}
              initial={line.mark}
              maxLength={10}
              width="short"
            />
          </div>
        ))}
        {Array.from({ length: addedAtOnce }, (_, n) => n).map((n) => (
          <div key={n} className="grid gap-3 border-t border-solid-gray-300 pt-3">
            <TextField
              name={newLineField(block.code, n, 'wording')}
              label={m.activities_rule_new_wording({ n: n + 1 })}
              maxLength={100}
              width="full"
            />
            <TextField
              name={newLineField(block.code, n, 'mark')}
              label={m.activities_rule_new_mark({ n: n + 1 })}
              maxLength={10}
              width="short"
            />
            <SelectField
              name={newLineField(block.code, n, 'after')}
              label={m.activities_rule_new_after({ n: n + 1 })}
              emptyLabel={m.activities_rule_last()}
              choices={block.lines.map((line) => ({ value: line.code, label: sayLine(line) }))}
            />
          </div>
        ))}
      </div>
    </details>
  );
}
