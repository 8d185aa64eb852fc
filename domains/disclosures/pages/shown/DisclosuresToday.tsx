import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { useMe } from '#ui/me.ts';
import { WaitingLinks } from '#ui/WaitingLinks.tsx';
import { questionKindWords, requestKindWords } from '../../model.ts';
import type { readDisclosuresToday } from '../../today-api.ts';

type Waiting = OutputOf<typeof readDisclosuresToday>;

/** What waits for whoever answers a person, on 今日. Nothing is shown where nothing waits. */
export function DisclosuresToday({ waiting }: { waiting: Waiting | null }) {
  const { today } = useMe();
  if (!waiting) return null;
  const dayOf = (instant: string) => formatDay(todayIn(new Date(instant)));
  return (
    <>
      <WaitingLinks
        heading={m.disclosures_today_requests()}
        rows={waiting.requests.map((one) => ({
          id: one.id,
          to: `/disclosure-requests/${one.id}`,
          says: writeDue(one, today),
        }))}
      />
      <WaitingLinks
        heading={m.disclosures_today_questions()}
        rows={waiting.questions.map(({ id, key_id, about_name, kind, asked_at }) => ({
          id,
          to: `/disclosure-keys/${key_id}`,
          says: m.disclosures_today_question({
            name: about_name ?? '',
            kind: questionKindWords[kind](),
            day: dayOf(asked_at),
          }),
        }))}
      />
      <WaitingLinks
        heading={m.disclosures_today_keys()}
        rows={waiting.keys.map(({ id, about_name, issued_at }) => ({
          id,
          to: `/disclosure-keys/${id}`,
          says: m.disclosures_today_key({ name: about_name ?? '', day: dayOf(issued_at) }),
        }))}
      />
    </>
  );
}

function writeDue({ kind, number, due_on }: Waiting['requests'][number], today: string): string {
  const which = { kind: requestKindWords[kind](), number };
  if (due_on === null) return m.disclosures_today_decided(which);
  const day = formatDay(due_on);
  return due_on < today
    ? m.disclosures_today_overdue({ ...which, day })
    : m.disclosures_today_due({ ...which, day });
}
