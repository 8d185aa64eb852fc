import { Link } from 'react-router';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { Section } from '#ui/Section.tsx';
import type { OpenedMonth } from '../GroupMonth.tsx';

/** A month that counts one by one: whose visits are there, whose paper is still to be written, and the way to it. */
export function VisitorsOfMonth({ opened }: { opened: OpenedMonth }) {
  const { visitors, district, group, month } = opened;
  const missing = visitors.filter(({ recorded }) => !recorded);
  return (
    <Section heading={m.groups_visitors_heading({ n: missing.length })}>
      <p className="mb-4">{m.groups_single()}</p>
      {visitors.length === 0 && <EmptyState says={m.groups_visitors_none()} />}
      {visitors.length > 0 && (
        <ProgressBar
          label={m.groups_visitors_progress()}
          value={visitors.length - missing.length}
          max={visitors.length}
        />
      )}
      <ul className="mt-4 grid gap-2">
        {visitors.map(({ post_id, name, recorded }) => (
          <li key={post_id} className="flex flex-wrap items-center gap-3 border-b border-solid-gray-300 py-2">
            <Link to={`/groups/${district}/papers/${post_id}/${month}?${new URLSearchParams({ group })}`}>
              {m.groups_paper_open({ name })}
            </Link>
            <Badge tone={recorded ? 'green' : 'yellow'}>
              {recorded ? m.groups_visitor_recorded() : m.groups_state_missing()}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
