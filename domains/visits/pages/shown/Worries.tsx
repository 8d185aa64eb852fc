import { Link } from 'react-router';
import type * as z from 'zod';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Section } from '#ui/Section.tsx';
import { nextStepWords } from '../../model.ts';
import type { worry } from '../../today-api.ts';
import { ConditionBadge } from './ConditionBadge.tsx';
import { writeName } from './wording.ts';

interface WorriesProps {
  heading: string;
  /** The newest first. */
  worries: readonly z.output<typeof worry>[];
  /** Said when there is none. */
  none: string;
  /** Several people's, or several districts'. */
  whose?: 'visitor' | 'district';
}

/** Visits that ask for a second look; each leads to what was written. */
export function Worries({ heading, worries, none, whose }: WorriesProps) {
  return (
    <Section heading={heading}>
      {worries.length === 0 && <p>{none}</p>}
      <ul className="grid gap-3">
        {worries.map((one) => (
          <li key={one.id} className="border-b border-solid-gray-300 pb-3">
            <p className="flex flex-wrap items-center gap-x-3">
              <ConditionBadge condition={one.condition} />
              <Link to={`/visits/${one.id}`} className="inline-block py-2 text-std-18B-160">
                {writeName(one.household_name)}
              </Link>
              {whose === 'district' && <span>{m.visits_district({ district: one.district_name })}</span>}
              <span>{formatDay(one.visited_on)}</span>
              {whose && <span>{m.visits_visited_by({ name: writeName(one.visitor_name) })}</span>}
            </p>
            <p>
              {m.visits_next_is({
                next: one.next_step ? nextStepWords[one.next_step]() : m.visits_not_given(),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
