import type { ReactNode } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { contactWords } from '../../model.ts';
import type { RoundEntry } from '../../today-api.ts';
import { HouseholdCard } from './HouseholdCard.tsx';
import { writeWish } from './wish.ts';
import { writeShortDay } from './wording.ts';

interface RoundListProps {
  heading: string;
  entries: readonly RoundEntry[];
  /** Whose visits are written down, when they are somebody else's. */
  post?: string | undefined;
}

/** Households as large targets: one press and one is at the door. */
export function RoundList({ heading, entries, post }: RoundListProps) {
  if (entries.length === 0) return null;
  return (
    <Section heading={heading}>
      <ul className="grid gap-3 md:grid-cols-2">
        {entries.map((entry) => (
          <li key={entry.household_id} className="grid">
            <Link to={addressOfDoor(entry.household_id, post)} className={cardLook}>
              <HouseholdCard household={entry} own={entry.own}>
                {writeLast(entry)}
                {entry.away && (
                  <span className="block">
                    <Badge tone="neutral">
                      {m.visits_absence_says({ until: writeShortDay(entry.away.until) })}
                    </Badge>
                  </span>
                )}
                {entry.wish && <span className="block">{writeWish(entry.wish)}</span>}
              </HouseholdCard>
              <span aria-hidden="true" className="self-center text-std-20B-150">
                ›
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface RoundProps {
  /** Not met yet this month; in the last month of a post that has ended. */
  waiting: readonly RoundEntry[];
  met: readonly RoundEntry[];
  post?: string | undefined;
  /** Between the two. */
  children?: ReactNode;
}

/** A whole round, those not met first. */
export function RoundLists({ waiting, met, post, children }: RoundProps) {
  const { finishing } = useMe();
  const [notMet, wereMet] = [{ n: waiting.length }, { n: met.length }];
  return (
    <>
      <RoundList
        heading={finishing ? m.visits_round_last_waiting(notMet) : m.visits_round_waiting(notMet)}
        entries={waiting}
        post={post}
      />
      {children}
      <RoundList
        heading={finishing ? m.visits_round_last_met(wereMet) : m.visits_round_met(wereMet)}
        entries={met}
        post={post}
      />
    </>
  );
}

/** Where a visit to a household is recorded. */
export function addressOfDoor(household: string, post?: string): string {
  return `/visits/new?${new URLSearchParams({ household, ...(post && { post }) })}`;
}

const cardLook =
  'flex min-h-20 items-start justify-between gap-4 rounded-8 border border-solid-gray-600 bg-white p-4 text-solid-gray-800 no-underline hover:border-black hover:bg-solid-gray-50';

/** 前に会えた日：1月24日（2月1日は不在） */
function writeLast({ met_on, last }: RoundEntry): string | null {
  if (!last) return null;
  const met = met_on && m.visits_met_on({ day: writeShortDay(met_on) });
  if (last.contact === 'met') return met;
  const tried = m.visits_tried_on({
    day: writeShortDay(last.visited_on),
    contact: contactWords[last.contact](),
  });
  return met ? m.visits_met_and_tried({ met, tried }) : tried;
}
