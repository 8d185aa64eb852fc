import { Link } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Section } from '#ui/Section.tsx';
import type { listLateCalls } from '../../api.ts';
import { lateWords } from '../../model.ts';

/** What phones brought and nobody has decided on yet, for whoever decides; nothing where nothing waits. */
export function LateCallsToday({ late }: { late: OutputOf<typeof listLateCalls> | null }) {
  const waits = late?.calls.filter(({ own }) => !own) ?? [];
  if (waits.length === 0) return null;
  const n = late?.next ? m.phones_today_more({ n: waits.length }) : m.phones_today_n({ n: waits.length });
  return (
    <Section heading={m.phones_today({ n })}>
      <ul className="grid gap-2">
        {waits.slice(0, 5).map(({ id, household_name, visitor_name, why }) => (
          <li key={id}>
            {m.phones_today_line({
              name: household_name ?? m.phones_household_unknown(),
              visitor: visitor_name ?? '',
              why: lateWords[why](),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Link to="/late-calls" className="inline-block py-2">
          {m.phones_today_decide()}
        </Link>
      </p>
    </Section>
  );
}
