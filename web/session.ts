import { redirect } from 'react-router';
import type { readMe } from '#domains/posts/api.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call, request } from '#ui/call.ts';
import { forgetDrafts, giveDraftsTo } from '#ui/Form/drafts.ts';
import { wipeSealed } from '#ui/Form/sealed-drafts.ts';
import type { Me } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';

/** Pages that are for people who are not signed in. */
const outside = new Set(['/sign-in', '/sign-in/return', '/invitation', '/first-run']);

/** Who sits before the screen. Sends people who have to sign in there, and a new town to its first page. */
export async function loadMe({ request: { url, signal } }: PageArgs): Promise<Me> {
  const me: Me = await request<OutputOf<typeof readMe>>('/api/me', { signal });
  const here = new URL(url);
  if (me.town.empty && here.pathname !== '/first-run') throw redirect('/first-run');
  if (me.account) giveDraftsTo(me.account.id, me.current?.id ?? null);
  const to = signInAddress(here);
  if (to && !isIn(me, here.pathname)) throw redirect(to);
  return me;
}

/** The sign-in page with the way back to where one was; null where one need not be signed in. */
export function signInAddress({ pathname, search }: { pathname: string; search: string }): string | null {
  if (outside.has(pathname)) return null;
  return pathname === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`;
}

// Who has yet to set up a second factor does so on the security page.
function isIn({ account, second_factor }: Me, pathname: string): boolean {
  return account !== null && (second_factor !== 'needed' || pathname === '/me/security');
}

/**
 * Ends the session; what was typed and not sent is forgotten with it, also where no server answers any more. Who came in over
 * the town's sign-on service signs out there too.
 */
export async function signOut(): Promise<void> {
  try {
    const api = await import('#domains/posts/api.ts');
    const { sign_on_exit } = await call(api.signOut, {});
    if (sign_on_exit) window.location.assign(sign_on_exit);
  } finally {
    forgetDrafts();
    await wipeSealed();
  }
}

/** Goes on under another of the posts one holds. */
export async function switchPost(post: string): Promise<void> {
  const api = await import('#domains/posts/api.ts');
  await call(api.switchPost, { post });
}
