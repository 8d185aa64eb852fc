import { useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { beginTotp, confirmTotp, removeTotp } from '../../api.ts';

interface TotpProps {
  isSet: boolean;
  isLast: boolean;
  /** Why nothing can be changed yet. */
  wait: string | undefined;
}

/** Codes of an authenticator: begun with a picture to scan, counted once the first code is right. */
export function Totp({ isSet, isLast, wait }: TotpProps) {
  const [begun, setBegun] = useState<OutputOf<typeof beginTotp>>();
  const [isDone, setDone] = useState(false);
  const { revalidate } = useRevalidator();

  async function finish() {
    setBegun(undefined);
    setDone(true);
    await revalidate();
  }

  if (begun?.secret_qr && begun.secret_text) {
    return <Enrolment qr={begun.secret_qr} text={begun.secret_text} finish={finish} />;
  }
  return (
    <>
      {isDone && <Notice tone="success">{m.posts_totp_done()}</Notice>}
      <p>{isSet ? m.posts_totp_set() : m.posts_totp_unset()}</p>
      <div className="flex flex-wrap gap-4">
        <CommandButton
          op={beginTotp}
          input={{}}
          look={isSet ? 'outline' : 'solid'}
          disabledReason={wait}
          done={setBegun}
        >
          {isSet ? m.posts_totp_anew() : m.posts_totp_begin()}
        </CommandButton>
        {isSet && (
          <CommandButton op={removeTotp} input={{}} disabledReason={isLast ? m.posts_factor_last() : wait}>
            {m.posts_totp_remove()}
          </CommandButton>
        )}
      </div>
    </>
  );
}

interface EnrolmentProps {
  qr: string;
  text: string;
  finish: () => Promise<void>;
}

function Enrolment({ qr, text, finish }: EnrolmentProps) {
  return (
    <Form op={confirmTotp} submit={m.posts_totp_confirm()} done={finish}>
      <ol className="grid list-decimal gap-4 pl-6">
        <li>{m.posts_totp_step_app()}</li>
        <li>
          <p>{m.posts_totp_step_scan()}</p>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
            alt={m.posts_totp_qr()}
            className="my-4 size-60 border border-solid-gray-300"
          />
          <p>
            {m.posts_totp_by_hand()}{' '}
            <code className="break-all font-mono text-std-16B-170">{inGroups(text)}</code>
          </p>
        </li>
        <li>{m.posts_totp_step_code()}</li>
      </ol>
      <TextField
        name="code"
        label={m.posts_label_code()}
        hint={m.posts_hint_code()}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        required
      />
    </Form>
  );
}

function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? text;
}
