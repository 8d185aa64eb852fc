import type { listEscalations } from '#domains/escalations/api.ts';
import { EscalationsToday } from '#domains/escalations/pages/shown/EscalationsToday.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import type { readToday } from '../../today-api.ts';
import { RoundLists } from './RoundList.tsx';
import { Worries } from './Worries.tsx';
import { writeName } from './wording.ts';

type RoundView = Extract<OutputOf<typeof readToday>['view'], { for: 'round' }>;

interface TodayOfRoundProps {
  view: RoundView;
  /** What the post raised and what still goes on. */
  escalations: OutputOf<typeof listEscalations>['escalations'];
}

/** A visitor's day: who has not been met, and from each of them one press to the door. */
export function TodayOfRound({
  view: { waiting, met, worries, month, left },
  escalations,
}: TodayOfRoundProps) {
  const { finishing } = useMe();
  const going = new Set(escalations.map(({ visit_id }) => visit_id));
  const past = worries.filter(({ id }) => !going.has(id));
  return (
    <>
      <p className="mb-8">
        {finishing
          ? m.visits_last_month_so_far({ n: month.visits, days: month.days })
          : m.visits_month_so_far({ n: month.visits, days: month.days })}
      </p>
      {!finishing && <p className="mb-8">{m.visits_no_duty()}</p>}
      {escalations
        .filter(({ taken_by }) => taken_by !== null)
        .map(({ id, household_name, taken_by }) => (
          <p key={id} className="mb-4 text-std-18B-160">
            {m.escalations_own_taken({ household: writeName(household_name), name: taken_by ?? '' })}
          </p>
        ))}
      {left && (
        <div className="mb-8">
          <Notice tone="info">{m.visits_round_left({ n: left.n, day: formatDay(left.last_on) })}</Notice>
        </div>
      )}
      {waiting.length + met.length === 0 && (
        <div className="mb-10">
          <EmptyState says={finishing ? m.visits_round_empty_finishing() : m.visits_round_empty()} />
        </div>
      )}
      <RoundLists waiting={waiting} met={met}>
        <EscalationsToday escalations={escalations} own />
        {past.length > 0 && (
          <Worries heading={m.visits_worries_own()} worries={past} none={m.visits_worries_none()} />
        )}
      </RoundLists>
    </>
  );
}
