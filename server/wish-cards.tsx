/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import {
  changeWishNote,
  followWishNote,
  readWishForm,
  sendWishNote,
  withdrawWishNote,
} from '#domains/cards/api.ts';
import { longest } from '#domains/cards/model.ts';
import { WishNoteForm, WishNoteReceived, WishNoteStands } from '#domains/cards/public.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import { receiptOf } from '#domains/letters/receipt.ts';
import { limits, parts, reaches, type Side, sides, sorts, steps } from '#domains/wishes/model.ts';
import { dayOf } from '#platform/act.ts';
import { Refusal } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';
import type { Language } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import { nameTown } from './my-record.tsx';
import { chosenLanguage, languageOf, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { readTyped, type Typed, textOf } from './typed.ts';

/** Bytes of the whole form: all fields full, each character written as nine of a form's signs. */
const largestForm = 40_000;
const longestCode = 60;

/** 願い・できることを伝える, with a card or without: plain HTML; with the receipt it is followed, changed and taken back. */
export function serveWishCards(app: Hono, forms: PublicFormParts): void {
  const { database, admitCaller, addressOf } = forms;
  const { ask, page, handOut, takeBack, holdBack, identify } = openPublicForms(forms);
  const today = () => dayOf(database.clock());
  const open = async (language: Language, card = '') => {
    const offered = await ask(readWishForm, card === '' ? {} : { card: card.slice(0, longestCode) });
    return { offered, frame: { town: await nameTown(database), language, reviewed: offered.reviewed } };
  };
  const show = async (c: Context, card: string) => {
    const { offered, frame } = await open(languageOf(c), card);
    return page(c, <WishNoteForm {...frame} offered={offered} handed={handOut()} card={card} />);
  };
  app.get('/wish-card', (c) => show(c, ''));
  app.post('/wish-card', async (c) => {
    const typed = await readTyped(c, largestForm);
    const card = textOf(typed?.card).slice(0, longestCode);
    const { offered, frame } = await open(chosenLanguage(c, typed), card);
    // Too large for any hand: answered as everything is, and not read.
    if (!typed)
      return page(
        c,
        <WishNoteReceived {...frame} receipt={receiptOf(`wish ${mintId()}`, database.clock())} />,
      );
    const handed = takeBack(typed);
    const again = (wrong?: Record<string, string>) => {
      const form = { offered, typed, wrong, card, handed: handed.ours ? handed : handOut() };
      return page(c, <WishNoteForm {...frame} {...form} />, wrong ? 422 : 200);
    };
    if (textOf(typed.to_language)) return again();
    const wrong = findWrong(typed, frame.language, today());
    if (wrong || (!offered.open && offered.card !== 'good')) return again(wrong);
    const { secret_receipt } = await ask(sendWishNote, {
      ...saidIn(typed),
      ...identify(handed),
      card: card === '' ? null : card,
      language: frame.language,
      held_back: holdBack(c, typed, handed),
    });
    return page(c, <WishNoteReceived {...frame} receipt={secret_receipt} />);
  });

  /** What stands under a receipt; with `typed`, what somebody is just changing. */
  const stand = async (
    c: Context,
    typed: Typed,
    more: { said?: 'changed'; wrong?: Record<string, string>; typing?: boolean } = {},
  ) => {
    const { offered, frame } = await open(chosenLanguage(c, typed));
    const code = textOf(typed.code).slice(0, longestCode);
    const shown = { ...frame, code, districts: offered.districts, said: more.said, wrong: more.wrong };
    if (code === '') return page(c, <WishNoteStands {...shown} />);
    if (!admitCaller(addressOf(c), true)) return page(c, <WishNoteStands {...shown} said="slow" />, 429);
    const followed = await ask(followWishNote, { receipt: code });
    const kept = more.typing ? { typed } : {};
    return page(c, <WishNoteStands {...shown} {...kept} followed={followed} />, more.wrong ? 422 : 200);
  };
  app.get('/wish-card/receipt', (c) => stand(c, {}));
  app.post('/wish-card/receipt', async (c) => stand(c, (await readTyped(c, largestForm)) ?? {}));
  app.post('/wish-card/change', async (c) => {
    const typed = (await readTyped(c, largestForm)) ?? {};
    if (textOf(typed.to_language)) return stand(c, typed, { typing: true });
    const wrong = findWrong(typed, languageOf(c), today());
    if (wrong) return stand(c, typed, { wrong, typing: true });
    const done = await tryToAct(c, () =>
      ask(changeWishNote, { ...saidIn(typed), receipt: textOf(typed.code).slice(0, longestCode) }),
    );
    return stand(c, typed, done ? { said: 'changed' } : {});
  });
  app.post('/wish-card/withdrawal', async (c) => {
    const typed = (await readTyped(c, largestForm)) ?? {};
    await tryToAct(c, () => ask(withdrawWishNote, { receipt: textOf(typed.code).slice(0, longestCode) }));
    return stand(c, typed);
  });

  /** A receipt that opens nothing is told by the page that follows. */
  async function tryToAct(c: Context, act: () => Promise<unknown>): Promise<boolean> {
    if (!admitCaller(addressOf(c), true)) return false;
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return false;
    }
  }

  // Last: a code is no word of the addresses above.
  app.get('/wish-card/:code', (c) => show(c, c.req.param('code').slice(0, longestCode)));
}

/** What is to be mended before it can be sent, by field; nothing where it can. */
function findWrong(typed: Typed, language: Language, today: string): Record<string, string> | undefined {
  const say = speak(letterPageWords, language);
  const wrong: Record<string, string> = {};
  const tooLong = (name: string, max: number) => {
    if (textOf(typed[name]).trim().length > max) wrong[name] = say('error_long', { max: String(max) });
  };
  tooLong('name', longest.name);
  tooLong('reaching', longest.reaching);
  for (const side of sides) {
    tooLong(`${side}_words`, longest.words);
    const times = textOf(typed[`${side}_times`]).normalize('NFKC').trim();
    if (times !== '' && !(/^\d{1,3}$/.test(times) && Number(times) >= 1 && Number(times) <= 200))
      wrong[`${side}_times`] = say('card_error_times');
    const until = textOf(typed[`${side}_until`]).trim();
    if (until !== '' && !(isDay(until) && until >= today)) wrong[`${side}_until`] = say('card_error_until');
  }
  if (sides.every((side) => textOf(typed[`${side}_words`]).trim() === ''))
    wrong.wish_words = say('card_error_words');
  return Object.keys(wrong).length > 0 ? wrong : undefined;
}

function isDay(written: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) && new Date(`${written}T00:00:00Z`).toJSON()?.slice(0, 10) === written
  );
}

/** What was typed, in the fields of the operation; what is no choice of the form is left out. */
function saidIn(typed: Typed) {
  const known = <T extends string>(name: string, among: readonly T[]) => {
    const said = [typed[name] ?? []].flat();
    return among.filter((one) => said.includes(one));
  };
  const side = (of: Side) => ({
    side: of,
    words: textOf(typed[`${of}_words`]),
    reach: known(`${of}_reach`, reaches)[0],
    days: known(`${of}_days`, ['1', '2', '3', '4', '5', '6', '7']),
    parts: known(`${of}_parts`, parts),
    limits: known(`${of}_limits`, limits),
    step: known(`${of}_step`, steps)[0],
    times: textOf(typed[`${of}_times`]).normalize('NFKC').trim() || 1,
    until: textOf(typed[`${of}_until`]).trim() || null,
  });
  const district = textOf(typed.district);
  return {
    sort: known('sort', sorts)[0] ?? null,
    name: textOf(typed.name),
    reaching: textOf(typed.reaching),
    district_id: /^[0-9a-f-]{36}$/.test(district) ? district : null,
    sides: sides.map(side),
  };
}
