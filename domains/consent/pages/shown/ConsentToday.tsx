import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { WaitingLinks } from '#ui/WaitingLinks.tsx';
import type { readConsentToday } from '../../today-api.ts';

type Waiting = OutputOf<typeof readConsentToday>;

const whereOf = {
  provision: (id: string) => `/person-provisions/${id}`,
  emergency: (id: string) => `/emergency?view=${id}`,
};
const returnWords = { provision: m.consent_today_return, emergency: m.consent_today_return_emergency };
const tellWords = { provision: m.consent_today_tell, emergency: m.consent_today_tell_emergency };

/** What waits about consents and provisions, on 今日. Nothing is shown where nothing waits. */
export function ConsentToday({ waiting }: { waiting: Waiting }) {
  const { emergencies, returns, to_tell, to_ask, protections } = waiting;
  return (
    <>
      <WaitingLinks
        heading={m.consent_today_emergencies()}
        rows={emergencies.map(({ id, person_name, by, opened_at }) => ({
          id,
          to: `/emergency?view=${id}`,
          says: m.consent_today_emergency({
            name: person_name ?? m.consent_person_unnamed(),
            by,
            at: formatInstant(opened_at),
          }),
        }))}
      />
      <WaitingLinks
        heading={m.consent_today_returns()}
        rows={returns.map(({ id, kind, holder, copies, asked_at }) => ({
          id,
          to: whereOf[kind](id),
          says: returnWords[kind]({ holder, n: copies, at: formatInstant(asked_at) }),
        }))}
      />
      <WaitingLinks
        heading={m.consent_today_to_tell()}
        rows={to_tell.map(({ id, kind, person_name, receiver, starts_on }) => ({
          id,
          to: whereOf[kind](id),
          says: tellWords[kind]({
            name: person_name ?? m.consent_person_unnamed(),
            receiver,
            day: formatDay(starts_on),
          }),
        }))}
      />
      <WaitingLinks
        heading={m.consent_today_to_ask()}
        rows={to_ask.map(({ id, person_id, person_name, on, decision, came_of_age }) => ({
          id,
          to: `/clients/${person_id}/consents`,
          says: writeAsking(person_name ?? m.consent_person_unnamed(), formatDay(on), decision, came_of_age),
        }))}
      />
      <WaitingLinks
        heading={m.consent_today_protections()}
        rows={protections.map(({ id, person_name, ends_on }) => ({
          id,
          to: `/protections/${id}`,
          says: m.consent_today_protection({
            name: person_name ?? m.consent_person_unnamed(),
            day: formatDay(ends_on),
          }),
        }))}
      />
    </>
  );
}

function writeAsking(name: string, day: string, decision: string, came_of_age: boolean): string {
  if (came_of_age) return m.consent_today_of_age({ name, day });
  return decision === 'refused' ? m.consent_today_ask_no({ name, day }) : m.consent_today_ask({ name, day });
}
