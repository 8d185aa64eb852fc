import { useEffect, useState } from 'react';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { readEscalationOfVisit } from '../../api.ts';
import { sayStanding } from '../../standing.ts';
import { type Duty, DutyNow } from './DutyNow.tsx';

export type Followed = NonNullable<OutputOf<typeof readEscalationOfVisit>['escalation']>;

const everyMs = 20_000;
/** Five minutes; whoever waits longer asks by a press. */
const mostTimes = 15;

/** What became of what one has just reported: asked again by itself until somebody took it. */
export function Follow({ first, duty }: { first: Followed; duty: Duty }) {
  const [escalation, setEscalation] = useState(first);
  const [times, setTimes] = useState(0);
  const waits = escalation.state === 'raised' && escalation.level === 'alarm';
  const visit = first.visit_id;

  async function ask() {
    if (visit === null) return;
    const { escalation: now } = await call(readEscalationOfVisit, { visit });
    if (now) setEscalation(now);
  }
  useEffect(() => {
    if (!waits || times >= mostTimes || visit === null) return;
    const timer = setTimeout(() => {
      // Without a signal nothing is heard; the next turn asks again.
      call(readEscalationOfVisit, { visit }).then(
        ({ escalation: now }) => now && setEscalation(now),
        () => undefined,
      );
      setTimes(times + 1);
    }, everyMs);
    return () => clearTimeout(timer);
  }, [waits, times, visit]);

  return (
    <section
      aria-label={m.escalations_follow_heading()}
      className="grid gap-3 rounded-8 border-2 border-solid-gray-600 p-4"
    >
      <p role="status" className="text-std-20B-150">
        {sayStanding(escalation)}
      </p>
      {escalation.told && <p>{m.escalations_told_you({ words: escalation.told })}</p>}
      {escalation.state === 'raised' && escalation.level === 'concern' && (
        <p>{m.escalations_concern_when({ at: formatInstant(escalation.due_at) })}</p>
      )}
      {escalation.state === 'raised' && <DutyNow duty={duty} />}
      {waits && (
        <>
          <p className="text-solid-gray-700">{m.escalations_follow_wait()}</p>
          <Button onPress={ask}>{m.escalations_follow_again()}</Button>
        </>
      )}
    </section>
  );
}
