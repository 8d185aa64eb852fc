/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { readLetterForm, readLetterState, sendLetter } from '#domains/letters/api.ts';
import { type HoldingReason, longest } from '#domains/letters/model.ts';
import {
  type Frame,
  LetterForm,
  LetterReceived,
  LetterStands,
  type Offered,
} from '#domains/letters/public.tsx';
import { trapName } from '#domains/letters/public-fields.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import { proofOfForm, receiptOf } from '#domains/letters/receipt.ts';
import type { Operation, OutputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { cameOverTls } from '#platform/serve.ts';
import { mintId } from '#platform/uuid.ts';
import { chooseLanguage, type Language, languages } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import { nameTown, type PublicParts } from './my-record.tsx';
import { openRateLimit } from './rate-limit.ts';
import { readTyped, type Typed, textOf } from './typed.ts';

/** Whoever writes has no post: policies give this actor one box to put into (docs/gate.md). */
const letterbox = { kind: 'system', name: 'letterbox' } as const;
/** Nobody reads the form, writes and sends it in less. */
const leastMs = 4_000;
/** So many letters from one connection at once, one more every ten minutes; what is beyond waits apart. */
const fromOnePlace = { perSecond: 4 / 600, burst: 40 };
/** Bytes of the whole form: all fields full, each character written as nine of a form's signs. */
const largestForm = 100_000;
const cookie = 'kanaeau_language';

/** 困りごと・願いを伝える, for anybody: plain HTML, one answer, no trace of who wrote. */
export function serveLetters(app: Hono, parts: PublicParts & { readonly limited: boolean }): void {
  const { database, operations, admitCaller, addressOf, limited } = parts;
  const admitLetter = openRateLimit(fromOnePlace);
  const ask = async <Op extends Operation>(declared: Op, input: object): Promise<OutputOf<Op>> => {
    const bound = operations.find((o) => o.declared === declared);
    if (!bound) throw new Error(`not among the operations: ${declared.route}`);
    return (await perform(database, bound, letterbox, input, mintId())) as OutputOf<Op>;
  };
  const page = (c: Context, body: unknown, status: 200 | 422 | 429 = 200) => {
    c.header('cache-control', 'no-store');
    return c.html(`<!doctype html>${String(body)}`, status);
  };
  const open = async (language: Language) => {
    const offered = await ask(readLetterForm, {});
    return { offered, frame: { town: await nameTown(database), language, reviewed: offered.reviewed } };
  };
  const handOut = () => {
    const id = mintId();
    const at = database.clock().getTime();
    return { id, at, proof: proofOfForm(id, at) };
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
    const handed = { id: textOf(typed.id), at: Number(textOf(typed.at)), proof: textOf(typed.proof) };
    const ours = handed.proof === proofOfForm(handed.id, handed.at);
    const again = (wrong?: Record<string, string>) => {
      const form = { offered, typed, wrong, handed: ours ? handed : handOut() };
      return page(c, <LetterForm {...frame} {...form} />, wrong ? 422 : 200);
    };
    if (textOf(typed.to_language)) return again();
    const wrong = findWrong(typed, frame.language);
    if (wrong || offered.windows.length === 0) return again(wrong);
    const receipt = await send(c, typed, offered, { ...handed, ours }, frame);
    return page(c, <LetterReceived {...frame} receipt={receipt} />);
  });

  async function send(
    c: Context,
    typed: Typed,
    { windows }: Offered,
    handed: { id: string; at: number; ours: boolean },
    { language }: Frame,
  ): Promise<string> {
    const quick = !handed.ours || database.clock().getTime() - handed.at < leastMs;
    const many = limited && !admitLetter(addressOf(c), true);
    const held_back: HoldingReason | null = textOf(typed[trapName])
      ? 'hidden_field'
      : quick
        ? 'too_fast'
        : many
          ? 'too_many'
          : null;
    const window = textOf(typed.window);
    const words = Object.keys(longest).map((name) => [name, textOf(typed[name])]);
    const { secret_receipt } = await ask(sendLetter, {
      ...Object.fromEntries(words),
      id: handed.ours ? handed.id : mintId(),
      handed_out_at: handed.ours ? new Date(handed.at).toISOString() : null,
      language,
      about: textOf(typed.about) || null,
      worries: [typed.worries ?? []].flat(),
      may_pass: textOf(typed.may_pass) === 'yes',
      window_id: windows.some(({ id }) => id === window) ? window : null,
      held_back,
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

function languageOf(c: Context): Language {
  return knownLanguage(getCookie(c, cookie)) ?? chooseLanguage(c.req.header('accept-language'));
}

/** The language somebody has just chosen, kept in a cookie that holds nothing else; otherwise the one it was. */
function chosenLanguage(c: Context, typed: Typed | null): Language {
  const chosen = knownLanguage(textOf(typed?.to_language));
  if (!chosen) return languageOf(c);
  const kept = { path: '/', maxAge: 365 * 86_400, sameSite: 'Lax', httpOnly: true } as const;
  setCookie(c, cookie, chosen, { ...kept, secure: cameOverTls(c) });
  return chosen;
}

function knownLanguage(said: string | undefined): Language | undefined {
  return languages.find((one) => one === said);
}
