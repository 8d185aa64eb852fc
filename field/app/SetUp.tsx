import { type FormEvent, useEffect, useState } from 'react';
import * as m from '#messages';
import { CallRefused } from '#ui/call.ts';
import { hasOwnLock, makePasskey } from '../passkey.ts';
import { findOwner, type OpenPhone, setUpPhone } from '../phone.ts';
import type { Pocket } from '../pocket.ts';
import { type Lock, lockWithPasskey, lockWithPassphrase, shortestPassphrase, type Vault } from '../vault.ts';
import { Press } from './Press.tsx';
import { Typed } from './Typed.tsx';

type Owner = Awaited<ReturnType<typeof findOwner>>;

/** Makes the phone its owner's: signed in once, then locked by the phone's own lock or by a passphrase. */
export function SetUp(props: { readonly pocket: Pocket; readonly done: (open: OpenPhone) => Promise<void> }) {
  const { pocket, done } = props;
  const [owner, setOwner] = useState<Owner | undefined>();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [ownLock, setOwnLock] = useState(false);
  const [errors, setErrors] = useState<{ name?: string; passphrase?: string; whole?: string }>({});

  useEffect(() => {
    findOwner().then(setOwner, (error) => setErrors({ whole: sayTrouble(error) }));
    void hasOwnLock().then(setOwnLock);
  }, []);

  const begin = async (lock: () => Promise<{ vault: Vault; lock: Lock } | null>) => {
    if (name.trim() === '') return setErrors({ name: m.field_name_missing() });
    try {
      const made = await lock();
      if (!made) return setErrors({ whole: m.field_own_lock_failed() });
      await done(await setUpPhone(pocket, name.trim(), made));
    } catch (error) {
      setErrors({ whole: sayTrouble(error) });
    }
  };
  const byPasskey = () =>
    begin(async () => {
      const made = owner && (await makePasskey(owner, m.field_title()));
      return made ? lockWithPasskey(made.credential, made.salt, made.answer) : null;
    });
  const byPassphrase = (event: FormEvent) => {
    event.preventDefault();
    if ([...passphrase].length < shortestPassphrase)
      return setErrors({ passphrase: m.field_passphrase_short({ n: shortestPassphrase }) });
    void begin(() => lockWithPassphrase(passphrase));
  };

  return (
    <>
      <h1 className="mb-4 text-std-28B-150">{m.field_set_up()}</h1>
      <p className="mb-4 text-std-20N-150">{m.field_set_up_lead()}</p>
      {errors.whole && (
        <p role="alert" className="mb-4 text-std-20B-150 text-error-2">
          {errors.whole}
        </p>
      )}
      {owner === null && (
        <>
          <p className="mb-4 text-std-20N-150">{m.field_sign_in_first()}</p>
          <a
            href="/sign-in?to=%2Fphones"
            className="block min-h-16 rounded-12 border-2 border-key-900 px-4 py-3 text-center text-std-20B-150"
          >
            {m.field_sign_in()}
          </a>
        </>
      )}
      {owner && (
        <form onSubmit={byPassphrase} noValidate>
          <Typed
            label={m.field_label_name()}
            hint={m.field_hint_name()}
            value={name}
            onType={setName}
            error={errors.name ?? null}
          />
          {ownLock && (
            <div className="mb-8">
              <Press look="main" onPress={byPasskey} hint={m.field_own_lock_hint()}>
                {m.field_own_lock()}
              </Press>
            </div>
          )}
          <Typed
            label={m.field_label_passphrase({ n: shortestPassphrase })}
            hint={m.field_hint_passphrase()}
            value={passphrase}
            onType={setPassphrase}
            type="password"
            autoComplete="new-password"
            error={errors.passphrase ?? null}
          />
          <button
            type="submit"
            className="min-h-16 w-full cursor-pointer rounded-12 border-2 border-key-900 px-4 py-3 text-std-20B-150 text-key-900"
          >
            {m.field_set_up_do()}
          </button>
        </form>
      )}
      {owner && <p className="mt-8 text-std-17N-170">{m.field_signs_out()}</p>}
      <p className="mt-8 text-std-17N-170">{m.field_set_up_paper()}</p>
      <p className="mt-4 text-std-17N-170">{m.field_no_duty()}</p>
    </>
  );
}

function sayTrouble(error: unknown): string {
  if (!(error instanceof CallRefused)) return m.field_trouble();
  return error.code === 'unreachable' ? m.field_unreachable() : error.message;
}
