import { useContext } from 'react';
import { SideBySide } from '#domains/parties/pages/shown/SideBySide.tsx';
import * as m from '#messages';
import { FieldSurroundingsContext } from '#ui/fields/use-field.ts';
import { Notice } from '#ui/Notice.tsx';

/** The name of the field that says from which version one began to type. */
export const begunField = 'begun';

interface MeanwhileProps {
  /** The version as it is now. */
  version: string;
  /** What stands now and what was typed, in words. */
  rows: readonly { term: string; values: readonly [string | null, string | null] }[];
}

/**
 * Keeps the version that the typing began from, in the draft too (`initial` has it under `begunField`). Where somebody has
 * written since, what stands now is shown beside what was typed, so that whoever sends again knows what they replace.
 */
export function Meanwhile({ version, rows }: MeanwhileProps) {
  const begunFrom = String(useContext(FieldSurroundingsContext)?.valueOf(begunField) ?? version);
  const differing = rows.filter(({ values: [now, typed] }) => (now || null) !== (typed || null));
  return (
    <>
      <input type="hidden" name={begunField} value={begunFrom} readOnly />
      {begunFrom !== version && (
        <div className="grid gap-3">
          <Notice tone="warning" title={m.cases_meanwhile()}>
            {m.cases_meanwhile_says()}
          </Notice>
          {differing.length > 0 && (
            <SideBySide
              caption={m.cases_meanwhile()}
              heads={[m.cases_meanwhile_now(), m.cases_meanwhile_typed()]}
              rows={differing.map(({ term, values: [now, typed] }) => ({
                term,
                values: [now || null, typed || null],
              }))}
              plain
            />
          )}
        </div>
      )}
    </>
  );
}
