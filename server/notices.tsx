/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { TownFrame } from '#domains/guide/TownPage.tsx';
import { readLetterForm } from '#domains/letters/api.ts';
import {
  askForNotices,
  confirmSubscription,
  endSubscription,
  listPublishedNotices,
  readPublishedNotice,
  readSubscription,
} from '#domains/notices/api.ts';
import { writeFeed } from '#domains/notices/feed.ts';
import { themes } from '#domains/notices/model.ts';
import { writeNoticeEntries } from '#domains/notices/notice-calendar.ts';
import { type Chosen, PublishedNotice, PublishedNotices } from '#domains/notices/public.tsx';
import { Asked, Subscribe, Subscription } from '#domains/notices/public-subscription.tsx';
import { noticePageWords } from '#domains/notices/public-words.ts';
import { plain } from '#domains/notices/public-writing.ts';
import { dayOf } from '#platform/act.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { writeCalendar } from '#platform/icalendar.ts';
import { mintId } from '#platform/uuid.ts';
import type { Language } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import { hasMark, markOf } from './marks.ts';
import { nameTown } from './my-record.tsx';
import {
  askedLanguage,
  chosenLanguage,
  knownLanguage,
  languageOf,
  openPublicForms,
  type PublicFormParts,
} from './public-forms.ts';
import { openPublicReading } from './public-reading.ts';
import { readTyped, type Typed, textOf } from './typed.ts';

/** Bytes of the form of a subscription. */
const largestForm = 8_000;

/** お知らせ for anybody, as pages and as a feed; and who wants them by mail says so here, confirms it, and ends it. */
export function serveNotices(app: Hono, parts: PublicFormParts): void {
  const { database, admitCaller, addressOf } = parts;
  const { ask, page, handOut, takeBack, holdBack, identify } = openPublicForms(parts);
  const read = openPublicReading(parts);
  const frameOf = async (language: Language, address: string): Promise<TownFrame> => ({
    ...{ town: await nameTown(database), language, address },
    reviewed: (await ask(readLetterForm, {})).reviewed,
  });
  const asked = (c: Context) => knownLanguage(c.req.query('lang')) ?? languageOf(c);
  const id = (said: string | undefined) => z.uuid().safeParse(said).data;

  /** What programs fetch again and again: sent only where it has changed. */
  function marked(c: Context, body: string, type: string) {
    c.header('cache-control', 'no-cache');
    c.header('vary', 'cookie, accept-language');
    if (hasMark(c, markOf(body))) return c.body(null, 304);
    return c.body(body, 200, { 'content-type': type });
  }

  const chosenOf = (read: (name: string) => string | undefined): Chosen => ({
    district: id(read('district')),
    theme: themes.find((one) => one === read('theme')),
  });
  const chosenIn = (c: Context) => chosenOf((name) => c.req.query(name));

  app.get('/notices', (c) =>
    read(
      c,
      async (frame) => {
        const chosen = chosenIn(c);
        const listed = await ask(listPublishedNotices, { ...chosen, after: id(c.req.query('after')) });
        return { body: <PublishedNotices {...frame} listed={listed} chosen={chosen} /> };
      },
      ['district', 'theme', 'after'],
    ),
  );
  app.get('/notices/feed.atom', async (c) => {
    const language = asked(c);
    const chosen = chosenIn(c);
    const listed = await ask(listPublishedNotices, chosen);
    const town = await nameTown(database);
    const feed = { listed, town, language, chosen, origin: currentSite().origin, now: database.clock() };
    return marked(c, writeFeed(feed), 'application/atom+xml; charset=utf-8');
  });
  app.get('/notices/calendar.ics', async (c) => {
    const language = asked(c);
    const listed = await ask(listPublishedNotices, chosenIn(c));
    const town = await nameTown(database);
    const entries = writeNoticeEntries({ listed, language, origin: currentSite().origin });
    const name = `${plain(speak(noticePageWords, language)('title'))} ${town}`;
    const calendar = { name, written: dayOf(database.clock()), entries };
    return marked(c, writeCalendar(calendar), 'text/calendar; charset=utf-8');
  });

  const subscribe = async (
    c: Context,
    language: Language,
    typed: Typed,
    wrong?: 'error_address' | 'once_more' | 'slow',
  ) => {
    const offered = await ask(listPublishedNotices, { limit: 1 });
    const back = takeBack(typed);
    const form = { offered, typed, wrong, handed: back.ours ? back : handOut() };
    const status = wrong === 'slow' ? 429 : wrong ? 422 : 200;
    return page(c, <Subscribe {...(await frameOf(language, c.req.path))} {...form} />, status);
  };
  app.get('/notices/subscribe', (c) => subscribe(c, askedLanguage(c), c.req.query()));
  app.post('/notices/subscribe', async (c) => {
    const typed = await readTyped(c, largestForm);
    const language = chosenLanguage(c, typed);
    // Too large for any hand: answered as everything is, and not read.
    if (!typed) return page(c, <Asked {...(await frameOf(language, c.req.path))} />);
    if (textOf(typed.to_language)) return subscribe(c, language, typed);
    const address = z.email().max(254).safeParse(textOf(typed.address).trim()).data;
    if (!address) return subscribe(c, language, typed, 'error_address');
    const handed = takeBack(typed);
    const held = holdBack(c, typed, handed);
    if (held === 'too_fast') return subscribe(c, language, typed, 'once_more');
    if (held === 'too_many') return subscribe(c, language, typed, 'slow');
    if (held === null) {
      const chosen = chosenOf((name) => textOf(typed[name]));
      await ask(askForNotices, {
        ...{ id: identify(handed).id, address, language },
        district_ids: chosen.district ? [chosen.district] : [],
        themes: [typed.themes ?? []].flat().filter((one) => themes.some((theme) => theme === one)),
      });
    }
    return page(c, <Asked {...(await frameOf(language, c.req.path))} />);
  });

  // The token is tried as rarely as any code is.
  const ownOf = async (c: Context) =>
    (await ask(readSubscription, { proof: (c.req.param('token') ?? '').slice(0, 100) })).subscription;
  const own = async (
    c: Context,
    done?: 'confirmed' | 'ended',
    before?: Awaited<ReturnType<typeof ownOf>>,
  ) => {
    const token = (c.req.param('token') ?? '').slice(0, 100);
    const subscription = await ownOf(c);
    // Once it has ended, nothing is left that says in which language it was.
    const language =
      knownLanguage(c.req.query('lang')) ?? (subscription ?? before)?.language ?? languageOf(c);
    const shown = { ...(await frameOf(language, c.req.path)), token, subscription, done };
    return page(c, <Subscription {...shown} />, subscription || done ? 200 : 404);
  };
  const slow = async (c: Context) => {
    const frame = await frameOf(asked(c), c.req.path);
    const token = c.req.param('token') ?? '';
    return page(c, <Subscription {...frame} {...{ token, subscription: null, done: 'slow' }} />, 429);
  };
  app.get('/notices/subscription/:token', async (c) => (admitCaller(addressOf(c), false) ? own(c) : slow(c)));
  app.post('/notices/subscription/:token/confirm', async (c) => {
    if (!admitCaller(addressOf(c), true)) return slow(c);
    const { known } = await ask(confirmSubscription, { proof: c.req.param('token').slice(0, 100) });
    return own(c, known ? 'confirmed' : undefined);
  });
  // RFC 8058: the mail program posts here by itself, without a page and without a question.
  app.post('/notices/subscription/:token/end', async (c) => {
    if (!admitCaller(addressOf(c), true)) return slow(c);
    const before = await ownOf(c);
    const { known } = await ask(endSubscription, { proof: c.req.param('token').slice(0, 100) });
    return own(c, known ? 'ended' : undefined, before);
  });

  app.get('/notices/:id', (c) =>
    read(c, async (frame) => {
      // What is no id is answered like an id that leads nowhere.
      const { notice } = await ask(readPublishedNotice, { id: id(c.req.param('id')) ?? mintId() });
      return { body: <PublishedNotice {...frame} notice={notice} />, status: notice ? 200 : 404 };
    }),
  );
}
