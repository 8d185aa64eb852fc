import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { beginPasskeyCheck, beginPasskeySignIn, finishPasskeyCheck, finishPasskeySignIn } from '../../api.ts';
import { useAttempt } from './use-attempt.ts';

const ceremonies = {
  signIn: { begin: beginPasskeySignIn, finish: finishPasskeySignIn },
  check: { begin: beginPasskeyCheck, finish: finishPasskeyCheck },
};

/** Signs in with a passkey alone, or shows one as the second factor; then the page is read anew. */
export function PasskeyButton({ as, children }: { as: keyof typeof ceremonies; children: string }) {
  const { revalidate } = useRevalidator();
  const { pending, says, attempt } = useAttempt();

  async function show() {
    const { begin, finish } = ceremonies[as];
    const { ceremony, secret_options } = await call(begin, {});
    if (!secret_options) return;
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const response = await startAuthentication({ optionsJSON: secret_options });
    await call(finish, { ceremony, response: { ...response, clientExtensionResults: {} } });
    await revalidate();
  }

  return (
    <div className="grid justify-items-start gap-3">
      <Button
        pending={pending}
        disabledReason={knowsPasskeys() ? undefined : m.posts_passkey_unknown()}
        onPress={() => attempt(show)}
      >
        {children}
      </Button>
      {says && <Notice tone="error">{says}</Notice>}
    </div>
  );
}

export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}
