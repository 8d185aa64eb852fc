import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { Section } from '#ui/Section.tsx';
import type { Opened } from './opened.ts';
import { PartLink } from './PartLink.tsx';

/** Why the household is watched over, for those who may know; kept apart from what everybody at the door sees, and never on paper. */
export function Reasons({ household }: { household: Opened }) {
  const { reasons } = household;
  if (reasons.length === 0 && !household.may_write) return null;
  return (
    <div className="print:hidden">
      <Section
        heading={m.parties_reason()}
        actions={
          <PartLink household={household} act="reason" part="reason" label={m.parties_reason_write()} />
        }
      >
        <div className="grid gap-4 rounded-8 border-2 border-solid-gray-536 p-4">
          <p>
            <Badge tone="blue">{m.parties_reason_unseen()}</Badge>
          </p>
          {reasons.length === 0 && <p>{m.parties_reason_none()}</p>}
          {reasons.map(({ id: key, reason, written_by, written_at }) => (
            <article key={key} className="border-t border-solid-gray-300 pt-3">
              <p className="whitespace-pre-wrap">{reason}</p>
              <p className="text-solid-gray-700">
                {m.parties_written({
                  day: formatDay(todayIn(new Date(written_at))),
                  name: written_by ?? m.parties_visitor_unnamed(),
                })}
              </p>
            </article>
          ))}
        </div>
      </Section>
    </div>
  );
}
