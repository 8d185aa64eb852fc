import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import { Section } from '#ui/Section.tsx';
import type { Opened } from './opened.ts';

/** Entries that turned out to be this household too. */
export function Aliases({ household: { aliases } }: { household: Opened }) {
  if (aliases.length === 0) return null;
  return (
    <Section heading={m.parties_aliases()}>
      <ul className="border-t border-solid-gray-300">
        {aliases.map((alias) => (
          <li key={alias.merge_id} className="border-b border-solid-gray-300 py-3">
            <p className="text-std-16B-170">{m.parties_alias(alias)}</p>
            <p className="text-solid-gray-700">
              {m.parties_alias_merged({
                day: formatDay(todayIn(new Date(alias.merged_at))),
                reason: alias.reason,
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
