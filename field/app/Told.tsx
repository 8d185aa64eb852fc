import { useEffect } from 'react';
import { sayStanding } from '#domains/escalations/standing.ts';
import { type Condition, conditionWords } from '#domains/visits/kinds.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { Raised, ReadableCall, Watch } from '../along.ts';
import { Back } from './Back.tsx';
import { FirstCalls } from './FirstCalls.tsx';
import { Press } from './Press.tsx';
import { WatchNow } from './WatchNow.tsx';

/** Something that was reported from this phone: still on it, or with the house, and in whose hands. */
export interface Word {
  /** The visit it was seen at. */
  readonly visit: string;
  readonly household_name: string;
  readonly condition: Condition;
  readonly raised: Raised | null;
  readonly waits: boolean;
  /** Why the house could not take it; nobody has heard of it then. */
  readonly trouble: string | null;
}

/** How often it is asked whether somebody took an 異変, ms. */
const asksEvery = 20_000;

/** What one has reported, newest first: what waits on the phone, and what the house says of the rest. */
export function listWords(waiting: readonly ReadableCall[], raised: readonly Raised[]): Word[] {
  const here = waiting.flatMap(({ visit, trouble }) =>
    visit?.condition && visit.condition !== 'usual'
      ? [
          {
            ...{ visit: visit.id, household_name: visit.household_name, condition: visit.condition },
            ...{ raised: null, waits: true, trouble },
          },
        ]
      : [],
  );
  const there = raised.flatMap((one) =>
    one.visit_id === null || one.level === 'unmet' || here.some(({ visit }) => visit === one.visit_id)
      ? []
      : [
          {
            ...{ visit: one.visit_id, household_name: one.household_name ?? '', condition: one.level },
            ...{ raised: one, waits: false, trouble: null },
          },
        ],
  );
  return [...here, ...there];
}

/** How it stands, in one sentence: never just "sent". */
export function sayWord({ waits, raised, trouble }: Word): string {
  if (trouble !== null) return m.field_told_refused();
  if (waits) return m.field_told_waits();
  return raised ? sayStanding(raised) : m.field_told_arrived();
}

/** One word of one's own: what to do first, how it stands, and whom to call while nobody has it. */
export function Told(props: {
  readonly word: Word;
  readonly watch: Watch;
  readonly now: Date;
  readonly ask: () => Promise<void>;
  readonly back: () => void;
}) {
  const { word, watch, now, ask, back } = props;
  const { household_name, condition, raised, waits } = word;
  const nobody = raised === null || raised.state === 'raised';
  const waitsForSomebody = nobody && condition === 'alarm';
  useEffect(() => {
    if (!waitsForSomebody) return;
    const beat = setInterval(() => void ask(), asksEvery);
    return () => clearInterval(beat);
  }, [waitsForSomebody, ask]);
  return (
    <>
      <Back onPress={back} />
      <h1 className="mb-4 text-std-28B-150">
        {m.field_told_title({ name: household_name, condition: conditionWords[condition]() })}
      </h1>
      {condition === 'alarm' && nobody && <FirstCalls />}
      <p role="status" className="mb-4 text-std-24B-150">
        {sayWord(word)}
      </p>
      {raised?.told && (
        <p className="mb-4 text-std-20N-150">{m.escalations_told_you({ words: raised.told })}</p>
      )}
      {raised?.state === 'raised' && condition === 'concern' && (
        <p className="mb-4 text-std-20N-150">
          {m.escalations_concern_when({ at: formatInstant(raised.due_at) })}
        </p>
      )}
      {nobody && (
        <>
          {waits && <p className="mb-4 text-std-20N-150">{m.field_told_by_telephone()}</p>}
          <WatchNow watch={watch} now={now} />
        </>
      )}
      <Press onPress={() => void ask()}>{m.field_told_again()}</Press>
    </>
  );
}
