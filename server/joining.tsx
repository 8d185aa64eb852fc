/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { readTownEvent } from '#domains/guide/api.ts';
import type { TownEvent } from '#domains/guide/model.ts';
import { GonePage } from '#domains/guide/public/DistrictPages.tsx';
import { JoinedPage, JoiningPage, JoinPage, mostHeadsFor } from '#domains/guide/public/JoinPages.tsx';
import { speakGuide } from '#domains/guide/public-words.ts';
import { readLetterForm } from '#domains/letters/api.ts';
import { trapName } from '#domains/letters/public-fields.tsx';
import {
  changeEventRequestHeads,
  followEventRequest,
  giveUpEventRequest,
  joinEvent,
} from '#domains/places/api.ts';
import { longestRequest } from '#domains/places/model.ts';
import type { Language } from '#ui/public/languages.ts';
import { askOne } from './guide.tsx';
import { nameTown } from './my-record.tsx';
import { askedLanguage, chosenLanguage, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { readTyped, type Typed, textOf } from './typed.ts';

/** Bytes of the whole form, each character written as nine of a form's signs. */
const largestForm = 12_000;
const longestCode = 60;

/** 申し込み to an event without an account: plain HTML, always received, with a number that follows it and gives it up. */
export function serveJoining(app: Hono, forms: PublicFormParts): void {
  const { database, admitCaller, addressOf } = forms;
  const { ask, page, handOut, takeBack, holdBack } = openPublicForms(forms);
  const frameOf = async (language: Language, address: string) => ({
    ...{ town: await nameTown(database), language, address },
    reviewed: (await ask(readLetterForm, {})).reviewed,
  });
  const open = async (c: Context, language: Language) => {
    const frame = await frameOf(language, c.req.path);
    const event = await askOne(ask, readTownEvent, c.req.param('id'));
    const takes = event && (event.room === 'open' || event.room === 'full');
    return { frame, event: takes ? event : null };
  };

  app.get('/town/events/:id/join', async (c) => {
    const { frame, event } = await open(c, askedLanguage(c));
    if (!event) return page(c, <GonePage {...frame} />, 404);
    return page(c, <JoinPage {...frame} event={event} typed={{}} handed={handOut()} trap={trapName} />);
  });
  app.post('/town/events/:id/join', async (c) => {
    const typed = await readTyped(c, largestForm);
    const { frame, event } = await open(c, chosenLanguage(c, typed));
    if (!event) return page(c, <GonePage {...frame} />, 404);
    const handed = takeBack(typed ?? {});
    const again = (wrong?: Record<string, string>) => {
      const form = { event, typed: fieldsOf(typed ?? {}), wrong, handed: handed.ours ? handed : handOut() };
      return page(c, <JoinPage {...frame} {...form} trap={trapName} />, wrong ? 422 : 200);
    };
    if (textOf(typed?.to_language)) return again();
    const wrong = findWrong(typed ?? {}, event, frame.language);
    if (wrong) return again(wrong);
    return send(c, event, typed ?? {}, frame);
  });
  async function send(
    c: Context,
    event: TownEvent,
    typed: Typed,
    frame: Awaited<ReturnType<typeof frameOf>>,
  ) {
    const handed = takeBack(typed);
    const { secret_code } = await ask(joinEvent, {
      ...fieldsOf(typed),
      heads: headsIn(typed),
      ...{ id: handed.ours ? handed.id : handOut().id, event_id: event.id, language: frame.language },
      held_back: holdBack(c, typed, handed),
    });
    return page(c, <JoinedPage {...frame} code={secret_code} />);
  }

  const codeIn = (typed: Typed) => textOf(typed.code).slice(0, longestCode);
  const stand = async (c: Context, typed: Typed, code = codeIn(typed)) => {
    const frame = await frameOf(chosenLanguage(c, typed), '/town/joining');
    if (code === '') return page(c, <JoiningPage {...frame} code="" />);
    if (!admitCaller(addressOf(c), true))
      return page(c, <JoiningPage {...frame} code={code} stands="slow" />, 429);
    const { stands } = await ask(followEventRequest, { code });
    return page(c, <JoiningPage {...frame} code={code} stands={stands} />);
  };
  app.get('/town/joining', (c) => stand(c, {}));
  app.post('/town/joining', async (c) => stand(c, (await readTyped(c, largestForm)) ?? {}));
  app.post('/town/joining/giving-up', async (c) => {
    const typed = (await readTyped(c, largestForm)) ?? {};
    if (admitCaller(addressOf(c), true)) await ask(giveUpEventRequest, { code: codeIn(typed) });
    return stand(c, typed);
  });
  app.post('/town/joining/heads', async (c) => {
    const typed = (await readTyped(c, largestForm)) ?? {};
    const code = codeIn(typed);
    if (code === '' || !admitCaller(addressOf(c), true)) return stand(c, typed);
    const frame = await frameOf(chosenLanguage(c, typed), '/town/joining');
    const { stands } = await ask(followEventRequest, { code });
    const changes = stands?.state === 'placed' || stands?.state === 'waiting';
    const heads = headsIn(typed);
    const wrong = changes && !(heads >= 1 && heads <= stands.most);
    if (changes && !wrong) await ask(changeEventRequestHeads, { code, heads });
    const now = changes && !wrong ? (await ask(followEventRequest, { code })).stands : stands;
    const changed = changes ? { typed: fieldsOf(typed).heads, wrong } : undefined;
    return page(c, <JoiningPage {...frame} code={code} stands={now} changed={changed} />, wrong ? 422 : 200);
  });
}

function fieldsOf(typed: Typed) {
  return {
    name: textOf(typed.name).trim(),
    reaching: textOf(typed.reaching).trim(),
    words: textOf(typed.words).trim(),
    heads: textOf(typed.heads).trim(),
  };
}

/** How many come, also in 全角; one where nothing is said. */
function headsIn(typed: Typed): number {
  const said = fieldsOf(typed).heads.normalize('NFKC');
  return said === '' ? 1 : /^\d{1,4}$/.test(said) ? Number(said) : Number.NaN;
}

/** What is to be mended before it can be sent, by field; nothing where it can. */
function findWrong(typed: Typed, event: TownEvent, language: Language): Record<string, string> | undefined {
  const say = speakGuide(language);
  const fields = fieldsOf(typed);
  const wrong: Record<string, string> = {};
  for (const name of ['name', 'reaching', 'words'] as const)
    if (fields[name].length > longestRequest[name])
      wrong[name] = say('join_error_long', { max: String(longestRequest[name]) });
  if (fields.name === '') wrong.name = say('join_error_name');
  if (fields.reaching === '') wrong.reaching = say('join_error_reaching');
  const heads = headsIn(typed);
  const max = mostHeadsFor(event);
  if (!(heads >= 1 && heads <= max)) wrong.heads = say('join_error_heads', { max: String(max) });
  return Object.keys(wrong).length > 0 ? wrong : undefined;
}
