import { type FormEvent, useEffect, useState } from 'react';
import * as m from '#messages';
import { askPasskey } from '../passkey.ts';
import type { OpenPhone } from '../phone.ts';
import type { KeptPhone, Pocket } from '../pocket.ts';
import { unlockWithPasskey, unlockWithPassphrase } from '../vault.ts';
import { Press } from './Press.tsx';
import { Typed } from './Typed.tsx';

/** Opens the vault with what its owner brings. How much waits to be sent is said before that. */
export function Unlock(props: {
  readonly pocket: Pocket;
  readonly phone: KeptPhone;
  readonly done: (open: OpenPhone) => Promise<void>;
}) {
  const { pocket, phone, done } = props;
  const { lock } = phone;
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);

  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const look = () => void pocket.list().then((calls) => setWaiting(calls.length));
    look();
    const beat = setInterval(look, 2_000);
    return () => clearInterval(beat);
  }, [pocket]);

  const byPassphrase = async (event: FormEvent) => {
    event.preventDefault();
    const vault = lock.kind === 'passphrase' && (await unlockWithPassphrase(lock, passphrase));
    if (vault) await done({ vault, phone });
    else setError(m.field_wrong());
  };
  const byPasskey = async () => {
    if (lock.kind !== 'passkey') return;
    const answer = await askPasskey(lock.credential, lock.salt);
    const vault = answer && (await unlockWithPasskey(lock, answer));
    if (vault) await done({ vault, phone });
    else setError(m.field_lock_refused());
  };
  return (
    <>
      <h1 className="mb-4 text-std-28B-150">{m.field_title()}</h1>
      {waiting > 0 && (
        <p className="mb-4 text-std-20N-150" role="status">
          {m.field_not_arrived({ n: waiting })}
        </p>
      )}
      {lock.kind === 'passkey' ? (
        <>
          {error && (
            <p role="alert" className="mb-4 text-std-20B-150 text-error-2">
              {error}
            </p>
          )}
          <Press look="main" large onPress={byPasskey} hint={m.field_own_lock_hint()}>
            {m.field_own_lock()}
          </Press>
        </>
      ) : (
        <form onSubmit={byPassphrase} noValidate>
          <Typed
            label={m.field_label_unlock()}
            value={passphrase}
            onType={setPassphrase}
            type="password"
            autoComplete="current-password"
            error={error}
          />
          <button
            type="submit"
            className="min-h-16 w-full cursor-pointer rounded-12 border-2 border-transparent bg-key-900 px-4 py-3 text-std-20B-150 text-white"
          >
            {m.field_unlock()}
          </button>
        </form>
      )}
    </>
  );
}
