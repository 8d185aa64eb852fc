/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { readLetterForm, readLetterState, sendLetter } from '#domains/letters/api.ts';
import { longest } from '#domains/letters/model.ts';
import {
  type Frame,
  LetterForm,
  LetterReceived,
  LetterStands,
  type Offered,
} from '#domains/letters/public.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import { receiptOf } from '#domains/letters/receipt.ts';
import { mintId } from '#platform/uuid.ts';
import type { Language } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import { nameTown } from './my-record.tsx';
import { chosenLanguage, languageOf, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { readTyped, type Typed, textOf } from './typed.ts';

/** Bytes of the whole form: all fields full, each character written as nine of a form's signs. */
const largestForm = 100_000;

/** 困りごと・願いを伝える, for anybody: plain HTML, one answer, no trace of who wrote. */
export function serveLetters(app: Hono, parts: PublicFormParts): void {
  const { database, admitCaller, addressOf } = parts;
  const { ask, page, handOut, takeBack, holdBack, identify } = openPublicForms(parts);
  const open = async (language: Language) => {
    const offered = await ask(readLetterForm, {});
    return { offered, frame: { town: await nameTown(database), language, reviewed: offered.reviewed } };
  };
  app.get('/tell-us', async (c) => {
    const { offered, frame } = await open(languageOf(c));
    return page(c, <LetterForm {...frame} offered={offered} handed={handOut()} />);
  });
  app.post('/tell-us', async (c) => {
    const typed = await readTyped(c, largestForm);
    const { offered, frame } = await open(chosenLanguage(c, typed));
    // Too large for any hand: answered as everything is, and not read.
    if (!typed) return page(c, <LetterReceived {...frame} receipt={receiptOf(mintId(), database.clock())} />);
    const handed = takeBack(typed);
    const again = (wrong?: Record<string, string>) => {
      const form = { offered, typed, wrong, handed: handed.ours ? handed : handOut() };
      return page(c, <LetterForm {...frame} {...form} />, wrong ? 422 : 200);
    };
    if (textOf(typed.to_language)) return again();
    const wrong = findWrong(typed, frame.language);
    if (wrong || offered.windows.length === 0) return again(wrong);
    const receipt = await send(c, typed, offered, handed, frame);
    return page(c, <LetterReceived {...frame} receipt={receipt} />);
  });

  async function send(
    c: Context,
    typed: Typed,
    { windows }: Offered,
    handed: ReturnType<typeof takeBack>,
    { language }: Frame,
  ): Promise<string> {
    const window = textOf(typed.window);
    const words = Object.keys(longest).map((name) => [name, textOf(typed[name])]);
    const { secret_receipt } = await ask(sendLetter, {
      ...Object.fromEntries(words),
      ...identify(handed),
      language,
      about: textOf(typed.about) || null,
      worries: [typed.worries ?? []].flat(),
      may_pass: textOf(typed.may_pass) === 'yes',
      window_id: windows.some(({ id }) => id === window) ? window : null,
      held_back: holdBack(c, typed, handed),
    });
    return secret_receipt;
  }

  app.get('/tell-us/receipt', async (c) => {
    const { frame } = await open(languageOf(c));
    return page(c, <LetterStands {...frame} />);
  });
  app.post('/tell-us/receipt', async (c) => {
    const typed = (await readTyped(c, largestForm)) ?? {};
    const { frame } = await open(chosenLanguage(c, typed));
    const code = textOf(typed.code).slice(0, 60);
    if (textOf(typed.to_language) || code === '') return page(c, <LetterStands {...frame} code={code} />);
    if (!admitCaller(addressOf(c), true))
      return page(c, <LetterStands {...frame} code={code} state="slow" />, 429);
    const { state, with: window } = await ask(readLetterState, { receipt: code });
    return page(c, <LetterStands {...frame} code={code} state={state} window={window} />);
  });
}

/** What is to be mended before it can be sent, by field; nothing where it can. */
function findWrong(typed: Typed, language: Language): Record<string, string> | undefined {
  const say = speak(letterPageWords, language);
  const wrong: Record<string, string> = {};
  for (const [name, max] of Object.entries(longest)) {
    if (textOf(typed[name]).trim().length > max) wrong[name] = say('error_long', { max: String(max) });
  }
  if (textOf(typed.wish).trim() === '' && textOf(typed.trouble).trim() === '')
    wrong.wish = say('error_words');
  return Object.keys(wrong).length > 0 ? wrong : undefined;
}
