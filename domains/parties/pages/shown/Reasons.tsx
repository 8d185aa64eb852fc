import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { Section } from '#ui/Section.tsx';
import type { Opened } from './opened.ts';

/** Why the household is watched over, for those who may know; kept apart from what everybody at the door sees. */
export function Reasons({ household: { id, reasons, may_write } }: { household: Opened }) {
  if (reasons.length === 0 && !may_write) return null;
  return (
    <Section
      heading={m.parties_reason()}
      actions={
        may_write && <ButtonLink to={`/households/${id}/reason`}>{m.parties_reason_write()}</ButtonLink>
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
  );
}
