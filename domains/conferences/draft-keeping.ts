import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import * as api from './api.ts';

/** Every act of this room, as the name of a form begins with it. */
const routes = Object.values(api).flatMap((one) => ('route' in one ? [one.route] : []));

/**
 * Nothing that is typed for a conference is kept as a draft: a copy would outlive the closing of a sealed item, and whether an
 * item is sealed is not for the form to know.
 *
 * @throws Refusal `refused`
 */
export async function keepNoConferenceDraft(_db: Db, { form }: { readonly form: string }): Promise<void> {
  if (routes.some((route) => form.startsWith(`${route} `)) || /\s\/conference/.test(form))
    throw new Refusal('refused', m.conferences_refused_draft());
}
