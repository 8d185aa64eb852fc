import { Link } from 'react-router';
import type * as z from 'zod';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Section } from '#ui/Section.tsx';
import type { handedOver } from '../../today-api.ts';

/** Promises that somebody has handed over and nobody has taken yet; each leads to where it is received. */
export function HandoversToReceive({ handovers }: { handovers: readonly z.output<typeof handedOver>[] }) {
  if (handovers.length === 0) return null;
  return (
    <Section heading={m.visits_today_handovers()}>
      <ul className="grid gap-3">
        {handovers.map(({ id, person, district, role, written_on }) => (
          <li key={id} className="border-b border-solid-gray-300 pb-3">
            <Link to={`/handovers/${id}`} className="inline-block py-2">
              {m.visits_today_handover({
                name: person ?? m.visits_handover_someone(),
                post: [roleWords[role as Role](), district].filter(Boolean).join(m.visits_handover_dot()),
                day: formatDay(written_on),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
