import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import type { OwedAnswer } from '../../parts.ts';
import { StateBadge } from './StateBadge.tsx';

/** An owner's day: which answers are waited for, until when, and what was sent back. */
export function TodayOfOwner({ owed }: { owed: readonly OwedAnswer[] }) {
  const { today } = useMe();
  if (owed.length === 0)
    return (
      <EmptyState
        says={m.projects_today_nothing()}
        action={<ButtonLink to="/inquiries">{m.projects_inquiries_title()}</ButtonLink>}
      />
    );
  const inquiries = [...Map.groupBy(owed, ({ inquiry_id }) => inquiry_id).values()];
  return inquiries.map((items) => {
    const [first] = items;
    if (!first) return null;
    return (
      <Section key={first.inquiry_id} heading={first.title}>
        {first.reminded_on !== null && (
          <Notice tone="warning">{m.projects_today_reminded({ day: formatDay(first.reminded_on) })}</Notice>
        )}
        {first.due_on < today && <Notice tone="warning">{m.projects_overdue()}</Notice>}
        <p>{m.projects_today_owed({ n: items.length, day: formatDay(first.due_on) })}</p>
        <ul className="grid gap-3">
          {items.map(({ id, name, state, reason }) => (
            <li key={id} className="border-b border-solid-gray-300 pb-3">
              <span className="flex flex-wrap items-center gap-3">
                <Link to={`/inquiry-items/${id}`} className="inline-block py-2 text-std-18B-160">
                  {name}
                </Link>
                <StateBadge state={state} />
              </span>
              {state === 'returned' && reason !== null && <p>{m.projects_today_reason({ reason })}</p>}
            </li>
          ))}
        </ul>
        <p>
          <ButtonLink to={`/inquiries/${first.inquiry_id}`}>{m.projects_today_all()}</ButtonLink>
        </p>
      </Section>
    );
  });
}
