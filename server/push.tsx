/** @jsxImportSource hono/jsx */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { readLetterForm } from '#domains/letters/api.ts';
import { askForPush, endSubscription, listPublishedNotices } from '#domains/notices/api.ts';
import { currentChannels } from '#domains/notices/channels.ts';
import { themes } from '#domains/notices/model.ts';
import { PushSubscribe } from '#domains/notices/public-push.tsx';
import { housePushKeys } from '#domains/notices/push.ts';
import { tokenOfDevice } from '#domains/notices/token.ts';
import { projectFolder } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { findAssets } from './built-assets.ts';
import { nameTown } from './my-record.tsx';
import {
  askedLanguage,
  knownLanguage,
  languageOf,
  openPublicForms,
  type PublicFormParts,
} from './public-forms.ts';
import { readTyped, textOf } from './typed.ts';

/** Bytes of what a browser sends of itself. */
const largestForm = 8_000;

/** お知らせを端末で受け取る: the page, its service worker, and what its script sends. Nothing of it where the house does not push. */
export function servePush(app: Hono, parts: PublicFormParts): void {
  const { database, admitCaller, addressOf } = parts;
  const { ask, page, handOut, takeBack, holdBack, identify } = openPublicForms(parts);

  app.get('/notices/push', async (c) => {
    if (!currentChannels().push) return c.redirect('/notices');
    const language = askedLanguage(c);
    const { reviewed } = await ask(readLetterForm, {});
    const frame = { town: await nameTown(database), language, reviewed, address: c.req.path };
    const shown = { offered: await ask(listPublishedNotices, { limit: 1 }), handed: handOut() };
    const assets = findAssets('push/subscribe.ts');
    return page(
      c,
      <PushSubscribe {...frame} {...shown} publicKey={housePushKeys().publicKey} assets={assets} />,
    );
  });
  app.get('/notices/worker.js', (c) => {
    const script = findAssets('push/worker.ts')?.script;
    const file = script && join(projectFolder, 'dist/web', script);
    if (!file || !existsSync(file)) return c.notFound();
    return c.body(readFileSync(file, 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
  app.post('/notices/push', async (c) => {
    const typed = await readTyped(c, largestForm);
    if (!typed) return c.body(null, 413);
    const handed = takeBack(typed);
    const held = holdBack(c, typed, handed);
    if (held === 'too_fast') return c.body(null, 425);
    if (held === 'too_many') return c.body(null, 429);
    // A machine is answered as a hand is.
    if (held !== null) return c.body(null, 204);
    const district = z.uuid().safeParse(textOf(typed.district)).data;
    return answer(c, () =>
      ask(askForPush, {
        id: identify(handed).id,
        endpoint: textOf(typed.endpoint),
        keys: { p256dh: textOf(typed.p256dh), auth: textOf(typed.auth) },
        language: knownLanguage(textOf(typed.language)) ?? languageOf(c),
        district_ids: district ? [district] : [],
        themes: [typed.themes ?? []].flat().filter((one) => themes.some((theme) => theme === one)),
      }),
    );
  });
  app.post('/notices/push/end', async (c) => {
    if (!admitCaller(addressOf(c), true)) return c.body(null, 429);
    const typed = await readTyped(c, largestForm);
    if (!typed) return c.body(null, 413);
    return answer(c, () => ask(endSubscription, { proof: tokenOfDevice(textOf(typed.endpoint)) }));
  });
}

async function answer(c: Context, act: () => Promise<unknown>): Promise<Response> {
  try {
    await act();
    return c.body(null, 204);
  } catch (error) {
    if (error instanceof Refusal) return c.body(null, 422);
    throw error;
  }
}
