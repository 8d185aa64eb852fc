import { useCallback, useEffect, useState } from 'react';
import * as m from '#messages';
import type { WaitingCall } from '../outbox.ts';
import { handOverCall, sendNow } from '../phone.ts';
import type { KeptPhone, Pocket } from '../pocket.ts';
import { HeldCall } from './HeldCall.tsx';
import { sayHandedOver } from './handed-over.ts';
import { Press } from './Press.tsx';

/** What is left when the round is gone: what still waits to be sent, what could not be taken and what to do, and how to begin again. */
export function Gone(props: {
  readonly pocket: Pocket;
  readonly phone: KeptPhone;
  readonly done: () => void;
}) {
  const { pocket, phone, done } = props;
  const [held, setHeld] = useState<readonly WaitingCall[] | null>(null);
  const [says, setSays] = useState('');
  const look = useCallback(() => pocket.list().then(setHeld), [pocket]);
  useEffect(() => {
    void look();
    const beat = setInterval(() => void look(), 2_000);
    return () => clearInterval(beat);
  }, [look]);
  const anew = async () => {
    // What was kept since the screen was drawn stays.
    if ((await pocket.list()).length > 0) return look();
    await pocket.forget();
    done();
  };
  const send = async () => {
    setSays((await sendNow(pocket, true)) ? '' : m.field_sent_none());
    await look();
  };
  const handOver = async (call: string) => {
    setSays(sayHandedOver(await handOverCall(pocket, call)));
    await look();
  };
  const why = {
    good: m.field_gone_old,
    over: m.field_gone_over,
    ended: m.field_gone_ended,
    unknown: m.field_gone_unknown,
  };
  const waits = (held ?? []).filter(({ trouble }) => trouble === null).length;
  const refused = (held ?? []).filter(({ trouble }) => trouble !== null);
  return (
    <>
      <p role="status" className="mb-2 min-h-8 text-std-20B-150 text-success-2">
        {says}
      </p>
      <h1 className="mb-4 text-std-28B-150">{m.field_title()}</h1>
      <p className="mb-4 text-std-20N-150">{why[phone.standing]()}</p>
      {waits > 0 && (
        <p className="mb-4 text-std-20N-150" role="status">
          {m.field_waiting({ n: waits })} {m.field_still_sends()}
        </p>
      )}
      {refused.length > 0 && (
        <section className="mb-6">
          <h2 className="mb-2 text-std-24B-150">{m.field_refused({ n: refused.length })}</h2>
          <ul className="grid gap-3">
            {refused.map((one) => (
              <HeldCall
                key={one.call}
                held={one}
                handOver={() => handOver(one.call)}
                drop={() => pocket.drop(one.call).then(look)}
              />
            ))}
          </ul>
        </section>
      )}
      {held !== null && held.length > 0 && (
        <Press onPress={() => void send()}>
          {refused.length > 0 ? m.field_send_again() : m.field_send()}
        </Press>
      )}
      {held?.length === 0 && <Press onPress={() => void anew()}>{m.field_start_anew()}</Press>}
    </>
  );
}
