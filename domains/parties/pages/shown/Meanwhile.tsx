import { useContext } from 'react';
import * as m from '#messages';
import type { Typed } from '#ui/Form/read-typed.ts';
import { FieldSurroundingsContext } from '#ui/fields/use-field.ts';
import { Notice } from '#ui/Notice.tsx';
import type { Caution } from '../../model.ts';
import type { Opened } from './opened.ts';
import { SideBySide } from './SideBySide.tsx';
import { describeContent } from './wording.ts';

interface MeanwhileProps {
  household: Opened;
  typed: Typed;
}

/**
 * Keeps the version that the typing began from, in the draft too. Where somebody has changed the entry since, what
 * they wrote stands beside what was typed, so that whoever sends again knows what they replace.
 */
export function Meanwhile({ household, typed }: MeanwhileProps) {
  const begunFrom = Number(useContext(FieldSurroundingsContext)?.valueOf('version'));
  return (
    <>
      <input type="hidden" name="version" value={begunFrom} readOnly />
      {begunFrom !== household.version && (
        <div className="grid gap-3">
          <Notice tone="warning" title={m.parties_meanwhile()}>
            {m.parties_meanwhile_says()}
          </Notice>
          <SideBySide
            caption={m.parties_meanwhile()}
            heads={[m.parties_meanwhile_now(), m.parties_meanwhile_typed()]}
            rows={compare(household, typed)}
          />
        </div>
      )}
    </>
  );
}

function compare(now: Opened, typed: Typed) {
  const text = (field: string) => String(typed[field] ?? '');
  const own = describeContent({
    name: text('name'),
    kana: text('kana'),
    address: text('address'),
    phone: text('phone') || null,
    cautions: (typed.cautions ?? []) as readonly Caution[],
  });
  return describeContent(now).map(({ term, value }, index) => ({
    term,
    values: [value, own[index]?.value || null] as const,
  }));
}
