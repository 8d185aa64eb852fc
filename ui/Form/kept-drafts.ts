import { useEffect, useState } from 'react';
import { discardDraft, readDraft, saveDraft } from '#platform/drafts/api.ts';
import { CallRefused, call } from '../call.ts';
import { draftOf, keepDraft } from './drafts.ts';
import type { Typed } from './read-typed.ts';
import { dropSealed, openDraft, sealDraft } from './sealed-drafts.ts';

/** Milliseconds without a key before what was typed is kept on the server. */
const rest = 2_000;
/** The same while there is no connection: sealing here costs nobody anything. */
const restAlone = 300;
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
    if (form === undefined) return;
    if (ready) return void sendSealed(form);
    let wanted = true;
    bringBack(form).finally(() => wanted && setReady(true));
    return () => {
      wanted = false;
    };
  }, [form, ready]);
  return ready;
}

/** What is on the screen again lay sealed while nobody could be reached: it goes to the server now. */
async function sendSealed(form: string): Promise<void> {
  if (await openDraft(form).catch(ignoreSeal)) await send(form);
}

/** What the server kept or this browser sealed, whichever is younger; what was sealed goes to the server as soon as it can. */
async function bringBack(form: string): Promise<void> {
  const [kept, sealed] = await Promise.all([
    call(readDraft, { form }).catch(ignoreRefusal),
    openDraft(form).catch(ignoreSeal),
  ]);
  const keptAt = kept?.saved_at ? new Date(kept.saved_at) : null;
  if (kept?.content) keepDraft(form, kept.content as Typed);
  if (!sealed || (keptAt && keptAt > sealed.at)) return;
  keepDraft(form, sealed.typed);
  await send(form);
}

/** Keeps what was typed on the server as soon as one rests; without a connection sealed here, until there is one again. */
export function keepOnServer(form: string): void {
  clearTimeout(waiting.get(form));
  waiting.set(
    form,
    setTimeout(() => void send(form), navigator.onLine ? rest : restAlone),
  );
}

async function send(form: string): Promise<void> {
  const content = draftOf(form);
  if (!content) return;
  try {
    await call(saveDraft, { form, content });
    await dropSealed(form).catch(ignoreSeal);
  } catch (error) {
    ignoreRefusal(error);
    await sealDraft(form, content).catch(ignoreSeal);
    window.addEventListener('online', () => keepOnServer(form), { once: true });
  }
}

/** It was sent, or is not wanted any more. */
export function discardOnServer(form: string): void {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  void call(discardDraft, { form }).catch(ignoreRefusal);
  void dropSealed(form).catch(ignoreSeal);
}

/** What was typed is still on the screen: whoever is signed out or off line learns it from sending the form. */
function ignoreRefusal(error: unknown): null {
  if (!(error instanceof CallRefused)) throw error;
  return null;
}

/** A browser that keeps nothing (a private window, a full disk) leaves what was typed on the screen alone. */
function ignoreSeal(error: unknown): null {
  if (!(error instanceof DOMException)) throw error;
  return null;
}
