import { useCallback, useEffect, useState } from 'react';
import * as m from '#messages';
import { type Along, nothingAlong, readAlong, takeAlong } from '../along.ts';
import { type OpenPhone, sendNow, wipeWhatIsTooOld } from '../phone.ts';
import type { KeptPhone, Pocket } from '../pocket.ts';
import { Gone } from './Gone.tsx';
import { OnTheRound } from './OnTheRound.tsx';
import { SetUp } from './SetUp.tsx';
import { Unlock } from './Unlock.tsx';

/** After so long without a touch the vault closes, ms. */
const restsAfter = 10 * 60_000;
/** How often what waits is sent by itself, ms; a signal that comes back sends at once. */
const sendsEvery = 60_000;

/** The pocket app: set up, locked, or on the round. What waits is sent in each of the three. */
export function App({ pocket }: { readonly pocket: Pocket }) {
  const [phone, setPhone] = useState<KeptPhone | null | undefined>();
  const [open, setOpen] = useState<{ readonly phone: OpenPhone; readonly along: Along } | null>(null);

  const look = useCallback(async () => {
    await wipeWhatIsTooOld(pocket);
    const kept = (await pocket.readPhone()) ?? null;
    setPhone(kept);
    if (kept === null || kept.signing === null) setOpen(null);
  }, [pocket]);

  useEffect(() => {
    const send = () => void sendNow(pocket).then(look);
    send();
    window.addEventListener('online', send);
    const beat = setInterval(send, sendsEvery);
    return () => {
      window.removeEventListener('online', send);
      clearInterval(beat);
    };
  }, [pocket, look]);

  useEffect(() => {
    if (!open) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const rest = () => {
      if (Date.now() - touched > restsAfter) setOpen(null);
    };
    window.addEventListener('pointerdown', touch);
    window.addEventListener('keydown', touch);
    document.addEventListener('visibilitychange', rest);
    const beat = setInterval(rest, 15_000);
    return () => {
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
      document.removeEventListener('visibilitychange', rest);
      clearInterval(beat);
    };
  }, [open]);

  const enter = async (opened: OpenPhone) => {
    await sendNow(pocket);
    await wipeWhatIsTooOld(pocket);
    const known = (await pocket.readPhone()) ?? opened.phone;
    const now = { ...opened, phone: known };
    const along = (await takeAlong(pocket, now)) ?? (await readAlong(pocket, now)) ?? nothingAlong;
    setPhone(known);
    if (known.signing !== null) setOpen({ phone: now, along });
  };

  if (phone === undefined) return <p className="p-4 text-std-20N-150">{m.field_opening()}</p>;
  return (
    <main className="mx-auto max-w-xl p-4 pb-12">
      {phone === null && <SetUp pocket={pocket} done={enter} />}
      {phone && phone.signing === null && <Gone pocket={pocket} phone={phone} done={look} />}
      {phone && phone.signing !== null && !open && <Unlock pocket={pocket} phone={phone} done={enter} />}
      {open && <OnTheRound pocket={pocket} {...open} />}
    </main>
  );
}
