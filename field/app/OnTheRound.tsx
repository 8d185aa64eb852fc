import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import * as m from '#messages';
import { type Along, keepVisit, type NewVisit, type ReadableCall, readWaiting, takeAlong } from '../along.ts';
import { handOverCall, type OpenPhone, sendNow, todayOf } from '../phone.ts';
import type { Pocket } from '../pocket.ts';
import { AtTheDoor } from './AtTheDoor.tsx';
import { Back } from './Back.tsx';
import { FirstCalls } from './FirstCalls.tsx';
import { Households } from './Households.tsx';
import { sayHandedOver } from './handed-over.ts';
import { Press } from './Press.tsx';
import { listWords, Told, type Word } from './Told.tsx';
import { Waiting } from './Waiting.tsx';
import { WatchNow } from './WatchNow.tsx';
import { Words } from './Words.tsx';

/** Which screen is shown: the list of doors when null. */
type Screen =
  | { readonly household: string }
  | { readonly told: string }
  | { readonly only: 'waiting' | 'contacts' }
  | null;

/** The opened phone: the list of doors, one door, what waits to be sent, what was reported, or whom to call. */
export function OnTheRound(props: {
  readonly pocket: Pocket;
  readonly phone: OpenPhone;
  readonly along: Along;
}) {
  const { pocket, phone } = props;
  const [along, setAlong] = useState(props.along);
  const [waiting, setWaiting] = useState<ReadableCall[]>([]);
  const [at, setAt] = useState<Screen>(null);
  const [says, setSays] = useState('');
  const today = todayOf(phone.phone);

  const look = useCallback(
    async () => setWaiting(await readWaiting(pocket, phone.vault)),
    [pocket, phone.vault],
  );
  useEffect(() => {
    void look();
    const beat = setInterval(() => void look(), 2_000);
    return () => clearInterval(beat);
  }, [look]);

  const ask = useCallback(async () => {
    await sendNow(pocket);
    const asked = await takeAlong(pocket, phone);
    if (asked) setAlong(asked);
    await look();
    return asked !== null;
  }, [pocket, phone, look]);
  // What has left the phone for the house is asked about at once: who waits for an answer does not wait for the next turn.
  const worrying = listWords(waiting, []).length;
  const before = useRef(0);
  useEffect(() => {
    if (worrying < before.current) void ask();
    before.current = worrying;
  }, [worrying, ask]);
  const askAndSay = useCallback(async () => {
    setSays((await ask()) ? m.field_asked() : m.field_unreachable());
  }, [ask]);

  const keep = async (visit: NewVisit) => {
    const name = nameOf(visit.household_id);
    try {
      setAlong(await keepVisit(pocket, phone, along, visit));
    } catch {
      setSays(m.field_trouble());
      return false;
    }
    setSays(m.field_kept({ name }));
    const worries = visit.condition === 'alarm' || visit.condition === 'concern';
    setAt(worries ? { told: visit.id } : null);
    await look();
    void (worries ? ask() : sendNow(pocket).then(look));
    return true;
  };
  const nameOf = (id: string) =>
    along.round.households.find(({ household_id }) => household_id === id)?.name ?? '';
  const send = async () => {
    const answer = await sendNow(pocket, true);
    setSays(answer ? '' : m.field_sent_none());
    await look();
  };
  const handOver = async (call: string) => {
    setSays(sayHandedOver(await handOverCall(pocket, call)));
    const asked = await takeAlong(pocket, phone);
    if (asked) setAlong(asked);
    await look();
  };
  // A door opens at its top, however far down the list it stood, and the list comes back where it was left.
  const listAt = useRef(0);
  useLayoutEffect(() => {
    window.scrollTo(0, at === null ? listAt.current : 0);
  }, [at]);
  const go = (screen: Screen) => {
    if (at === null) listAt.current = window.scrollY;
    setSays('');
    setAt(screen);
  };
  const back = () => go(null);

  const words = listWords(waiting, along.raised);
  const refused = waiting.filter(({ trouble }) => trouble !== null).length;
  const lookedAt = along.looked_at.filter(({ decision }) => decision === null).length;
  const sayWaiting = () => {
    if (waiting.length === 0) return m.field_waiting_none();
    const waits = waiting.length - refused;
    return [waits > 0 && m.field_waiting({ n: waits }), refused > 0 && m.field_refused({ n: refused })]
      .filter((part) => part !== false)
      .join(m.field_between());
  };
  const now = new Date(Date.now() + phone.phone.ahead);
  return (
    <>
      <p role="status" className="mb-2 min-h-8 text-std-20B-150 text-success-2">
        {says}
      </p>
      {show()}
    </>
  );

  function show() {
    const household =
      at !== null &&
      'household' in at &&
      along.round.households.find(({ household_id }) => household_id === at.household);
    if (household) return <AtTheDoor household={household} today={today} keep={keep} back={back} />;
    if (at !== null && 'told' in at) {
      // Between leaving the phone and being asked about, it is with the house and nothing more is known.
      const word = words.find(({ visit }) => visit === at.told) ?? sentJustNow(at.told);
      if (word) return <Told word={word} watch={along.watch} now={now} ask={askAndSay} back={back} />;
    }
    if (at !== null && 'only' in at && at.only === 'waiting')
      return (
        <Waiting
          waiting={waiting}
          lookedAt={along.looked_at}
          send={send}
          drop={(call) => pocket.drop(call).then(look)}
          handOver={handOver}
          back={back}
        />
      );
    if (at !== null && 'only' in at)
      return (
        <>
          <Back onPress={back} />
          <h1 className="mb-4 text-std-28B-150">{m.field_contacts()}</h1>
          <FirstCalls />
          <WatchNow watch={along.watch} now={now} />
        </>
      );
    return (
      <>
        <div className="mb-6">
          <Press
            look={refused > 0 ? 'main' : 'plain'}
            onPress={() => go({ only: 'waiting' })}
            {...(lookedAt > 0 ? { hint: m.field_looked_at_n({ n: lookedAt }) } : {})}
          >
            {sayWaiting()}
          </Press>
        </div>
        <Words words={words} open={(visit) => go({ told: visit })} />
        <Households round={along.round} today={today} open={(household) => go({ household })} />
        <div className="grid gap-3">
          <Press onPress={() => go({ only: 'contacts' })}>{m.field_contacts()}</Press>
          <Press onPress={() => void askAndSay()}>{m.field_refresh()}</Press>
        </div>
        <p className="mt-8 text-std-17N-170">{m.field_no_duty()}</p>
      </>
    );
  }

  function sentJustNow(visit: string): Word | null {
    const household = along.round.households.find(({ last }) => last?.id === visit);
    const condition = household?.last?.condition;
    if (!household || !condition || condition === 'usual') return null;
    return { visit, household_name: household.name, condition, raised: null, waits: false, trouble: null };
  }
}
