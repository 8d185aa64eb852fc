import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Section } from '#ui/Section.tsx';
import { itemStates, itemStateWords } from '../../model.ts';
import type { RunningInquiry } from '../../parts.ts';

/** Inquiries on their way, for a planner's day. */
export function TodayOfInquiries({ inquiries }: { inquiries: readonly RunningInquiry[] }) {
  if (inquiries.length === 0) return null;
  return (
    <Section heading={m.projects_today_running()}>
      <ul className="grid gap-3">
        {inquiries.map(({ id, title, due_on, counts }) => (
          <li key={id} className="border-b border-solid-gray-300 pb-3">
            <Link to={`/inquiries/${id}`} className="inline-block py-2 text-std-18B-160">
              {title}
            </Link>
            <p>{m.projects_due({ day: formatDay(due_on) })}</p>
            <p>
              {itemStates
                .filter((state) => counts[state])
                .map((state) => m.projects_count({ state: itemStateWords[state](), n: counts[state] ?? 0 }))
                .join('、')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
