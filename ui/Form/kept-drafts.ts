import { useEffect, useState } from 'react';
import { discardDraft, readDraft, saveDraft } from '#platform/drafts/api.ts';
import { CallRefused, call } from '../call.ts';
import { draftOf, keepDraft } from './drafts.ts';
import type { Typed } from './read-typed.ts';

/** Milliseconds without a key before what was typed is kept on the server. */
const rest = 2_000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Brings back what was typed into a form before the page was loaded anew or the session ended.
 *
 * @param form undefined: the form does not ask for it
 * @returns whether the form may be shown: what was kept has come, or there is none
 */
export function useKeptDraft(form: string | undefined): boolean {
  const [ready, setReady] = useState(form === undefined || draftOf(form) !== undefined);
  useEffect(() => {
    if (ready || form === undefined) return;
    let wanted = true;
    call(readDraft, { form })
      .then(({ content }) => content && keepDraft(form, content as Typed))
      .catch(ignoreRefusal)
      .finally(() => wanted && setReady(true));
    return () => {
      wanted = false;
    };
  }, [form, ready]);
  return ready;
}

/** Keeps what was typed on the server as soon as one rests; without a connection, as soon as there is one again. */
export function keepOnServer(form: string): void {
  clearTimeout(waiting.get(form));
  waiting.set(
    form,
    setTimeout(() => void send(form), rest),
  );
}

async function send(form: string): Promise<void> {
  const content = draftOf(form);
  if (!content) return;
  try {
    await call(saveDraft, { form, content });
  } catch (error) {
    ignoreRefusal(error);
    window.addEventListener('online', () => keepOnServer(form), { once: true });
  }
}

/** It was sent, or is not wanted any more. */
export function discardOnServer(form: string): void {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  void call(discardDraft, { form }).catch(ignoreRefusal);
}

/** What was typed is still on the screen: whoever is signed out or off line learns it from sending the form. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof CallRefused)) throw error;
}
