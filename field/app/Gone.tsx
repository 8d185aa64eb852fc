import { useEffect, useState } from 'react';
import * as m from '#messages';
import type { KeptPhone, Pocket } from '../pocket.ts';
import { Press } from './Press.tsx';

/** What is left when the round is gone: what still waits to be sent, and how to begin again. */
export function Gone(props: {
  readonly pocket: Pocket;
  readonly phone: KeptPhone;
  readonly done: () => void;
}) {
  const { pocket, phone, done } = props;
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const look = () => void pocket.list().then((calls) => setWaiting(calls.length));
    look();
    const beat = setInterval(look, 2_000);
    return () => clearInterval(beat);
  }, [pocket]);
  const anew = async () => {
    await pocket.forget();
    done();
  };
  const why = {
    good: m.field_gone_old,
    over: m.field_gone_over,
    ended: m.field_gone_ended,
    unknown: m.field_gone_ended,
  };
  return (
    <>
      <h1 className="mb-4 text-std-28B-150">{m.field_title()}</h1>
      <p className="mb-4 text-std-20N-150">{why[phone.standing]()}</p>
      {waiting > 0 ? (
        <p className="text-std-20N-150" role="status">
          {m.field_waiting({ n: waiting })} {m.field_still_sends()}
        </p>
      ) : (
        <Press onPress={anew}>{m.field_start_anew()}</Press>
      )}
    </>
  );
}
