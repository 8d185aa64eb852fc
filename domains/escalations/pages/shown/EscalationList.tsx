import { Link } from 'react-router';
import { writeName } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import type { listEscalations } from '../../api.ts';
import { type Level, levelWords, stateWords } from '../../model.ts';

type Escalation = OutputOf<typeof listEscalations>['escalations'][number];

const tones = { alarm: 'red', concern: 'yellow', unmet: 'neutral' } as const satisfies Record<Level, string>;

/** 異変 first, then what nobody has taken; each leads to what was seen and done. */
export function EscalationList({ escalations }: { escalations: readonly Escalation[] }) {
  return (
    <ul className="grid gap-3">
      {escalations.toSorted(byWeight).map((one) => (
        <li key={one.id} className="grid gap-1 border-b border-solid-gray-300 pb-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <LevelBadge level={one.level} />
            <Link to={`/escalations/${one.id}`} className="inline-block py-2 text-std-18B-160">
              {writeName(one.household_name)}
            </Link>
            <span>{m.escalations_district({ district: one.district_name })}</span>
            <span>{writeRaised(one)}</span>
          </p>
          <p>{writeHand(one)}</p>
          {one.told && <p>{m.escalations_told({ words: one.told })}</p>}
          {one.visit_withdrawn && <p>{m.escalations_visit_withdrawn()}</p>}
        </li>
      ))}
    </ul>
  );
}

export function LevelBadge({ level }: { level: Level }) {
  return <Badge tone={tones[level]}>{levelWords[level]()}</Badge>;
}

export function writeRaised({ level, visit_id, raised_at, visitor_name }: Escalation): string {
  const at = formatInstant(raised_at);
  return level === 'unmet' || visit_id === null
    ? m.escalations_raised_by_rule({ at })
    : m.escalations_raised_at({ at, name: writeName(visitor_name) });
}

/** In whose hands it is, or whom it waits for and until when. */
function writeHand({ state, taken_by, taken_at, meant_for, due_at, late, in_hours }: Escalation): string {
  if (taken_by !== null && taken_at !== null)
    return `${stateWords[state]()}　${m.escalations_taken_by({ at: formatInstant(taken_at), name: taken_by })}`;
  return [
    stateWords[state](),
    meant_for === null ? null : m.escalations_meant_for({ name: meant_for }),
    m.escalations_due({ at: formatInstant(due_at) }),
    late ? m.escalations_late() : null,
    in_hours ? null : m.escalations_outside(),
  ]
    .filter((part) => part !== null)
    .join('　');
}

function byWeight(one: Escalation, other: Escalation): number {
  const weight = ({ level, state }: Escalation) =>
    (level === 'alarm' ? 0 : level === 'concern' ? 2 : 4) + (state === 'raised' ? 0 : 1);
  return weight(one) - weight(other);
}
