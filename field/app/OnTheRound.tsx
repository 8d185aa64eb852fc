import { useCallback, useEffect, useState } from 'react';
import * as m from '#messages';
import { CallRefused } from '#ui/call.ts';
import {
  keepVisit,
  type NewVisit,
  type OpenPhone,
  type ReadableCall,
  type Round,
  readWaiting,
  sendNow,
  takeRound,
  todayOf,
} from '../phone.ts';
import type { Pocket } from '../pocket.ts';
import { AtTheDoor } from './AtTheDoor.tsx';
import { Households } from './Households.tsx';
import { Press } from './Press.tsx';
import { Waiting } from './Waiting.tsx';

/** The opened phone: the list of doors, one door, or what waits to be sent. */
export function OnTheRound(props: {
  readonly pocket: Pocket;
  readonly phone: OpenPhone;
  readonly round: Round;
}) {
  const { pocket, phone } = props;
  const [round, setRound] = useState(props.round);
  const [waiting, setWaiting] = useState<ReadableCall[]>([]);
  const [at, setAt] = useState<{ readonly household: string } | 'waiting' | null>(null);
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

  const keep = async (visit: NewVisit) => {
    const name = round.households.find((one) => one.household_id === visit.household_id)?.name ?? '';
    try {
      setRound(await keepVisit(pocket, phone, round, visit));
    } catch {
      return setSays(m.field_trouble());
    }
    setSays(m.field_kept({ name }));
    setAt(null);
    await look();
    void sendNow(pocket).then(look);
  };
  const refresh = async () => {
    try {
      setRound(await takeRound(pocket, phone));
      setSays(m.field_refreshed());
    } catch (error) {
      const out = error instanceof CallRefused && error.code === 'not_signed_in';
      setSays(out ? m.field_refresh_signed_out() : m.field_unreachable());
    }
  };
  const send = async () => {
    const answer = await sendNow(pocket, true);
    if (!answer) setSays(m.field_sent_none());
    await look();
  };

  const handOver = async ({ visit: _, ...one }: ReadableCall) => {
    await pocket.put({ ...one, trouble: null, handed_over: true });
    const answer = await sendNow(pocket);
    setSays(answer ? m.field_handed_over() : m.field_sent_none());
    await look();
  };

  const household =
    at !== null &&
    at !== 'waiting' &&
    round.households.find(({ household_id }) => household_id === at.household);
  return (
    <>
      <p role="status" className="mb-2 min-h-8 text-std-20B-150 text-success-2">
        {says}
      </p>
      {household ? (
        <AtTheDoor household={household} today={today} keep={keep} back={() => setAt(null)} />
      ) : at === 'waiting' ? (
        <Waiting
          waiting={waiting}
          send={send}
          drop={(call) => pocket.drop(call).then(look)}
          handOver={handOver}
          back={() => setAt(null)}
        />
      ) : (
        <>
          <div className="mb-6">
            <Press onPress={() => setAt('waiting')}>
              {waiting.length > 0 ? m.field_waiting({ n: waiting.length }) : m.field_waiting_none()}
            </Press>
          </div>
          <Households
            round={round}
            today={today}
            open={(id) => {
              setSays('');
              setAt({ household: id });
            }}
          />
          <Press onPress={refresh}>{m.field_refresh()}</Press>
          <p className="mt-8 text-std-17N-170">{m.field_no_duty()}</p>
        </>
      )}
    </>
  );
}
