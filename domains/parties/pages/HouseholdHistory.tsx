import { useLoaderData } from 'react-router';
import { type Answers, type Item, nameItem, sayAnswer } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { listHouseholdVersions } from '../api.ts';
import { type Closing, changeWords, closingWords } from '../model.ts';
import { openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { SideBySide } from './shown/SideBySide.tsx';
import { describeContent } from './shown/wording.ts';

type Event = OutputOf<typeof listHouseholdVersions>['history'][number];

export async function loader(args: PageArgs) {
  const household = await openHousehold(args);
  const { signal } = args.request;
  const [{ history }, items] = await Promise.all([
    call(listHouseholdVersions, { id: household.id }, { signal }),
    loadItems('household', signal),
  ]);
  return { household, history, items };
}

/** All that ever happened to an entry, newest first: nothing is overwritten. */
export function Component() {
  const { household, history, items } = useLoaderData<typeof loader>();
  return (
    <>
      <PartHeader household={household} part={m.parties_history()} lead={m.parties_history_lead()} />
      <ol className="grid gap-8">
        {history.map((event, index) => (
          <li key={`${event.at} ${event.change} ${Object.keys(event.answers ?? {})}`} className="grid gap-3">
            <h2 className="text-std-20B-150">{writeEvent(event, history.length - index)}</h2>
            <p className="text-solid-gray-700">{writeAuthor(event)}</p>
            {event.reason && <p>{m.parties_history_reason({ reason: writeReason(event) })}</p>}
            <Said
              caption={m.parties_history_differences({ event: writeEvent(event, history.length - index) })}
              event={event}
              before={history.slice(index + 1).find(({ said }) => said)}
            />
            {event.answers && <Answered answers={event.answers} items={items} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Events are numbered from the first, so that two of one day are told apart. */
function writeEvent({ change, on }: Event, number: number): string {
  return m.parties_history_event({ number, change: changeWords[change](), day: formatDay(on) });
}

/** Who wrote it, and on which day, where that is not the day it happened. */
function writeAuthor({ by, at, on }: Event): string {
  const day = todayIn(new Date(at));
  const name = by ?? m.parties_visitor_unnamed();
  return day === on
    ? m.parties_history_by({ name })
    : m.parties_history_by_later({ name, day: formatDay(day) });
}

/** A closing says why by a code; everything else by what somebody wrote. */
function writeReason({ change, reason }: Event): string {
  return change === 'closed' && reason && reason in closingWords
    ? closingWords[reason as Closing]()
    : (reason ?? '');
}

/** What was answered to the town's own items from then on. */
function Answered({ answers, items }: { answers: Answers; items: readonly Item[] }) {
  const { today } = useMe();
  const answered = items.filter(({ id }) => answers[id]);
  if (answered.length === 0) return <p>{m.items_nothing_answered()}</p>;
  return (
    <DescriptionList
      items={answered.map((one) => ({ term: nameItem(one, today), value: sayAnswer(one, answers[one.id]) }))}
    />
  );
}

/** What the entry said from then on: the first time all of it, later what became different. */
function Said({ caption, event, before }: { caption: string; event: Event; before: Event | undefined }) {
  if (!event.said) return null;
  const now = describeContent(event.said);
  if (!before?.said) return <DescriptionList items={now} />;
  const was = describeContent(before.said);
  const changed = now
    .map(({ term, value }, index) => ({ term, values: [was[index]?.value ?? null, value] as const }))
    .filter(({ values: [one, other] }) => one !== other);
  if (changed.length === 0) return null;
  return (
    <SideBySide
      caption={caption}
      heads={[m.parties_history_before(), m.parties_history_after()]}
      rows={changed}
      plain
    />
  );
}
