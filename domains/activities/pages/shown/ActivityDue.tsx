import * as m from '#messages';
import { formatEraMonth } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { findDueMonth } from '../../model.ts';
import type { listActivityMonths } from '../../sheet-api.ts';

/** A month of one's own that waits to be read and handed in; nothing where none does. */
export function ActivityDue({ read }: { read: OutputOf<typeof listActivityMonths> | null }) {
  const { today } = useMe();
  const due = read && findDueMonth(read.months, today);
  if (!read || !due) return null;
  return (
    <Section heading={m.activities_title()}>
      <p>
        <ButtonLink to={`/activities/posts/${read.post_id}/${due.month}`}>
          {m.activities_own_due({ month: formatEraMonth(due.month) })}
        </ButtonLink>
      </p>
    </Section>
  );
}
