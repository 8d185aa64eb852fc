import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Section } from '#ui/Section.tsx';
import type { readItem } from '../../api.ts';

type Read = OutputOf<typeof readItem>;

interface Line {
  key: string;
  on: string;
  by: string | null;
  says: string;
}

/** How the item and its options were called, and who decided until when they are asked; the newest first. */
export function ItemHistory({ item }: { item: Read }) {
  return (
    <Section heading={m.items_history()}>
      <ol className="grid gap-3">
        {linesOf(item).map(({ key, on, by, says }) => (
          <li key={key} className="border-b border-solid-gray-300 pb-3">
            <p>{says}</p>
            <p className="text-solid-gray-700">
              {by === null ? formatDay(on) : m.items_written({ day: formatDay(on), name: by })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function linesOf({ wordings, options, endings, label: now }: Read): Line[] {
  const lines: Line[] = [
    ...endings.map(({ id, option_id, ends_on, reason, decided_on, decided_by_name }) => ({
      key: id,
      on: decided_on,
      by: decided_by_name,
      says: sayEnding(options.find((option) => option.id === option_id)?.label ?? now, ends_on, reason),
    })),
    ...wordings.map(({ version, label, written_on, written_by_name }) => ({
      key: `wording ${version}`,
      on: written_on,
      by: written_by_name,
      says: version === 1 ? m.items_worded_first({ label }) : m.items_worded({ label }),
    })),
    ...options.flatMap(({ id, wordings: worded }) =>
      worded.map(({ version, label, written_on, written_by_name }) => ({
        key: `${id} ${version}`,
        on: written_on,
        by: written_by_name,
        says: version === 1 ? m.items_option_worded_first({ label }) : m.items_option_worded({ label }),
      })),
    ),
  ];
  return lines.sort((one, other) => other.on.localeCompare(one.on));
}

function sayEnding(label: string, ends_on: string | null, reason: string): string {
  return ends_on === null
    ? m.items_went_on({ label, reason })
    : m.items_ended_on({ label, day: formatDay(ends_on), reason });
}
