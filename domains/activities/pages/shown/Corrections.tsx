import type { FilledTable } from '#domains/returns/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Section } from '#ui/Section.tsx';
import type { readActivitySheet } from '../../sheet-api.ts';
import { sayCells } from '../../wording.ts';

interface CorrectionsProps {
  corrections: OutputOf<typeof readActivitySheet>['corrections'];
  tables: readonly FilledTable[];
}

/** What was put right after the lock, each with both values and the reason. */
export function Corrections({ corrections, tables }: CorrectionsProps) {
  return (
    <Section heading={m.activities_corrections()}>
      {corrections.length === 0 ? (
        <p>{m.activities_corrections_empty()}</p>
      ) : (
        <ul className="grid list-disc gap-2 pl-6">
          {corrections.map(({ id, cells, reason, on }) => (
            <li key={id}>
              {m.activities_correction_line({ day: formatDay(on), cells: sayCells(cells, tables), reason })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
