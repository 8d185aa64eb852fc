import { useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { Button } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { addPasskey, beginPasskey, removePasskey } from '../../api.ts';
import { knowsPasskeys } from './PasskeyButton.tsx';
import { useAttempt } from './use-attempt.ts';

interface PasskeysProps {
  passkeys: readonly { id: string; name: string; created_at: string }[];
  /** The only one may not go while there is nothing beside them. */
  isLast: boolean;
  /** Why nothing can be changed yet. */
  wait: string | undefined;
}

/** The keys one can sign in with instead of a password. */
export function Passkeys({ passkeys, isLast, wait }: PasskeysProps) {
  return (
    <>
      <p>{m.posts_passkeys_lead()}</p>
      {passkeys.length > 0 && (
        <ul className="grid gap-3">
          {passkeys.map(({ id, name, created_at }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-4 border-b border-solid-gray-300 py-2"
            >
              <span>{m.posts_passkey_line({ name, at: formatInstant(created_at) })}</span>
              <CommandButton
                op={removePasskey}
                input={{ id }}
                disabledReason={isLast && passkeys.length === 1 ? m.posts_factor_last() : wait}
              >
                {m.posts_passkey_remove({ name })}
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
      <NewPasskey wait={wait} />
    </>
  );
}

function NewPasskey({ wait }: Pick<PasskeysProps, 'wait'>) {
  const name = useRef<string>(m.posts_passkey_name_start());
  const { revalidate } = useRevalidator();
  const { pending, says, attempt } = useAttempt();
  const [isDone, setDone] = useState(false);

  async function add() {
    const { ceremony, secret_options } = await call(beginPasskey, {});
    if (!secret_options) return;
    const { startRegistration } = await import('@simplewebauthn/browser');
    const { response, ...key } = await startRegistration({ optionsJSON: secret_options });
    const { clientDataJSON, attestationObject, transports } = response;
    await call(addPasskey, {
      id: mintId(),
      ceremony,
      name: name.current,
      response: {
        ...key,
        response: { clientDataJSON, attestationObject, transports },
        clientExtensionResults: {},
      },
    });
    setDone(true);
    await revalidate();
  }

  return (
    <div className="grid justify-items-start gap-3">
      <TextField
        name="passkey_name"
        label={m.posts_passkey_name()}
        hint={m.posts_passkey_name_hint()}
        initial={name.current}
        maxLength={60}
        onChange={(value) => {
          name.current = value;
        }}
      />
      <Button
        pending={pending}
        disabledReason={knowsPasskeys() ? wait : m.posts_passkey_unknown()}
        onPress={() => attempt(add)}
      >
        {m.posts_passkey_add()}
      </Button>
      {isDone && !says && <Notice tone="success">{m.posts_passkey_added()}</Notice>}
      {says && <Notice tone="error">{says}</Notice>}
    </div>
  );
}
