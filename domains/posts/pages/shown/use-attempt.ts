import { useState } from 'react';
import * as m from '#messages';
import { CallRefused } from '#ui/call.ts';

/** An act in several steps, of which the browser's own dialog is one: under way, or why it did not come off. */
export function useAttempt() {
  const [pending, setPending] = useState(false);
  const [says, setSays] = useState<string>();

  async function attempt(work: () => Promise<void>): Promise<void> {
    setPending(true);
    setSays(undefined);
    try {
      await work();
    } catch (error) {
      setSays(explain(error));
    } finally {
      setPending(false);
    }
  }

  return { pending, says, attempt };
}

/** What the browser says when somebody closes its dialog, or has no key for this place, is not for people. */
function explain(error: unknown): string {
  if (error instanceof CallRefused) return error.message;
  if (error instanceof Error && /^(?:NotAllowed|Abort)/.test(error.name)) return m.posts_passkey_cancelled();
  if (error instanceof Error && error.name === 'InvalidStateError') return m.posts_refused_passkey_known();
  if (error instanceof Error && error.name === 'SecurityError') return m.posts_passkey_elsewhere();
  throw error;
}
