import { useNavigate } from 'react-router';
import type { Duty } from '#domains/escalations/pages/shown/DutyNow.tsx';
import { Follow, type Followed } from '#domains/escalations/pages/shown/Follow.tsx';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Notice } from '#ui/Notice.tsx';
import { saying } from '#ui/saying.ts';
import { type readVisit, withdrawVisit } from '../../api.ts';
import { AlarmNotice } from './AlarmNotice.tsx';
import { addressOfDoor } from './RoundList.tsx';
import { writeName, writeVisit, writeWhen } from './wording.ts';

interface RecordedProps {
  visit: OutputOf<typeof readVisit>;
  /** Whose visits are written down, when they are somebody else's. */
  post?: string | undefined;
  /** What it raised, and whom to call meanwhile. */
  raised: { escalation: Followed | null; duty: Duty } | null;
}

/** What has just been recorded, in its own words, and the way to take it back. */
export function Recorded({ visit, post, raised }: RecordedProps) {
  const navigate = useNavigate();
  const { id, version, household_id } = visit;
  return (
    <div className="mb-8 grid gap-4">
      <Notice tone="success">
        <p>{m.visits_recorded_says({ when: writeWhen(visit), what: writeVisit(visit) })}</p>
        {!visit.own && <p>{m.visits_recorded_for({ name: writeName(visit.visitor_name) })}</p>}
        {!visit.counts && <p>{m.visits_counts_by_sheet()}</p>}
        <div className="mt-3 flex flex-wrap gap-3">
          <CommandButton
            op={withdrawVisit}
            input={{ id, version, reason: m.visits_undo_reason() }}
            done={() => navigate(addressOfDoor(household_id, post), saying(m.visits_undone()))}
          >
            {m.visits_undo()}
          </CommandButton>
          <ButtonLink look="text" to={`/visits/${id}`}>
            {m.visits_look_at_it()}
          </ButtonLink>
        </div>
      </Notice>
      {visit.condition === 'alarm' && visit.next_step !== 'emergency' && <AlarmNotice />}
      {raised?.escalation && <Follow key={id} first={raised.escalation} duty={raised.duty} />}
    </div>
  );
}
