import type { Typed } from './read-typed.ts';

// In memory only: what was typed about people is not left behind on a shared computer.
const drafts = new Map<string, Typed>();
let owner: string | null = null;
let hat: string | null = null;

/** Keeps what was typed in a form while the person is elsewhere in the app, signing in again for example. */
export function keepDraft(form: string, typed: Typed): void {
  drafts.set(form, { ...drafts.get(form), ...typed });
}

export function draftOf(form: string): Typed | undefined {
  return drafts.get(form);
}

export function dropDraft(form: string): void {
  drafts.delete(form);
}

/**
 * Drafts belong to one account: another one, or nobody by their own wish, finds none.
 *
 * @param post under which one types: what is kept beyond this page belongs to it too
 */
export function giveDraftsTo(account: string, post: string | null = null): void {
  if (owner !== null && owner !== account) drafts.clear();
  owner = account;
  hat = post;
}

/** Whose what is typed now is, and under which post; null before signing in. Stays known when the session ends by itself. */
export function draftOwner(): string | null {
  return owner && hat && `${owner} ${hat}`;
}

/** On signing out. */
export function forgetDrafts(): void {
  drafts.clear();
  owner = null;
  hat = null;
}
