import { type Role, roleWords } from '#domains/posts/model.ts';
import type { Assignment } from '#domains/visits/assignment-api.ts';
import * as m from '#messages';
import { EmptyState } from '#ui/EmptyState.tsx';
import { writeSpan } from './wording.ts';

interface WhoLooksInProps {
  assignments: readonly Assignment[];
  keeps: boolean;
}

/** Who looks in on a household today or will, as far as the reader knows them. */
export function WhoLooksIn({ assignments, keeps }: WhoLooksInProps) {
  if (assignments.length === 0)
    return <EmptyState says={keeps ? m.parties_visitors_none() : m.parties_visitors_none_own()} />;
  return (
    <ul className="border-t border-solid-gray-300">
      {assignments.map((assignment) => (
        <li
          key={assignment.id}
          className="flex flex-wrap items-baseline gap-x-4 border-b border-solid-gray-300 py-3"
        >
          <span className="text-std-16B-170">{writeVisitor(assignment)}</span>
          <span className="text-solid-gray-700">{writeSpan(assignment)}</span>
        </li>
      ))}
    </ul>
  );
}

/** 古賀（ふれあいの会 会員・鳥飼校区社会福祉協議会） */
export function writeVisitor({ person, role, body }: Assignment): string {
  const hat = role !== null && role in roleWords ? roleWords[role as Role]() : '';
  const name = person ?? m.parties_visitor_unnamed();
  return hat && body ? m.parties_visitor_of({ name, hat, body }) : name;
}
