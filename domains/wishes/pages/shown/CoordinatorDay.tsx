import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { listWishNotes } from '#domains/cards/api.ts';
import type { listWishReferrals, listWithdrawnWishes } from '#domains/cases/referral-api.ts';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Section } from '#ui/Section.tsx';
import type { listConcerns } from '../../concern-api.ts';
import type { listMatches } from '../../match-api.ts';
import type { listWhoWaited } from '../../telling-api.ts';

interface CoordinatorDayProps {
  referrals: OutputOf<typeof listWishReferrals>['referrals'];
  withdrawn: OutputOf<typeof listWithdrawnWishes>['wishes'];
  concerns: OutputOf<typeof listConcerns>['concerns'];
  matches: OutputOf<typeof listMatches>['matches'];
  notes: OutputOf<typeof listWishNotes>['notes'];
  waited: OutputOf<typeof listWhoWaited>['waited'];
}

/** What waits for a coordinator: what may not be safe first, then what was passed on or written by people themselves, then matches by how far they are, what has waited longest first. */
export function CoordinatorDay({
  referrals,
  withdrawn,
  concerns,
  matches,
  notes,
  waited,
}: CoordinatorDayProps) {
  const agreed = matches.filter(({ yes, parties, came_true }) => yes === parties && came_true === 0);
  const asked = matches.filter(({ yes, parties }) => yes < parties);
  const none = [referrals, withdrawn, notes, concerns, waited, agreed, asked].every(
    ({ length }) => length === 0,
  );
  if (none)
    return (
      <EmptyState
        says={m.wishes_day_nothing()}
        action={<ButtonLink to="/wishes">{m.wishes_day_see()}</ButtonLink>}
      />
    );
  const names = (of: typeof matches) =>
    of.map(({ id, names: who, proposed_on }) => (
      <Link key={id} to={`/matches/${id}`}>
        {m.wishes_day_since({ names: who.join(m.wishes_between()), day: formatDay(proposed_on) })}
      </Link>
    ));
  return (
    <>
      <Waiting
        heading={m.wishes_day_concerns()}
        rows={concerns.map(({ id, participant_name: name, due_at, late, owner, acknowledged_at }) => (
          <span key={id} className="flex flex-wrap items-center gap-3">
            {late && <Badge>{m.wishes_concern_late()}</Badge>}
            <Link to="/safeguarding-concerns">
              {late
                ? m.wishes_day_late({ name, due: formatInstant(due_at) })
                : acknowledged_at
                  ? m.wishes_day_taken_up({ name, at: formatInstant(acknowledged_at) })
                  : m.wishes_day_due({ name, due: formatInstant(due_at) })}
            </Link>
            <span>{m.wishes_day_owner({ owner: owner ?? m.wishes_concern_former() })}</span>
          </span>
        ))}
      />
      <Waiting
        heading={m.wishes_day_withdrawn()}
        rows={withdrawn.map(({ id, participant_name: name, words, withdrawn_on }) => (
          <Link key={id} to={`/wishes/${id}`}>
            {m.wishes_day_withdrawn_line({ name, words, day: formatDay(withdrawn_on) })}
          </Link>
        ))}
      />
      <Waiting
        heading={m.wishes_day_referrals()}
        rows={referrals.map(({ id, name, words }) => (
          <Link key={id} to="/wish-referrals">
            {m.wishes_day_line({ name, words })}
          </Link>
        ))}
      />
      <Waiting
        heading={m.cards_day_notes()}
        rows={notes.map(({ id, sides }) => (
          <Link key={id} to={`/wish-notes/${id}`}>
            {sides.flatMap(({ words }) => words ?? []).join(m.wishes_apart()) || m.cards_no_words()}
          </Link>
        ))}
      />
      <Waiting
        heading={m.wishes_tell_title()}
        rows={waited.map(({ match_id, participant_id, name, closed_on }) => (
          <Link key={match_id + participant_id} to={`/matches/${match_id}`}>
            {m.wishes_tell_waits({ name, day: formatDay(closed_on) })}
          </Link>
        ))}
      />
      <Waiting heading={m.wishes_day_agreed()} rows={names(agreed)} />
      <Waiting heading={m.wishes_day_asked()} rows={names(asked)} />
    </>
  );
}

function Waiting({ heading, rows }: { heading: string; rows: ReactNode[] }) {
  if (rows.length === 0) return null;
  return (
    <Section heading={heading}>
      <ul className="grid gap-2">
        {rows.map((row, i) => (
          // The order is the server's and does not change under the reader.
          <li key={String(i)}>{row}</li>
        ))}
      </ul>
    </Section>
  );
}
