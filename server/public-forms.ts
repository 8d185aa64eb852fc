import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { HoldingReason } from '#domains/letters/model.ts';
import { trapName } from '#domains/letters/public-fields.tsx';
import { proofOfForm } from '#domains/letters/receipt.ts';
import type { Operation, OutputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { cameOverTls } from '#platform/serve.ts';
import { mintId } from '#platform/uuid.ts';
import { chooseLanguage, type Language, languages } from '#ui/public/languages.ts';
import type { PublicParts } from './my-record.tsx';
import { openRateLimit } from './rate-limit.ts';
import { type Typed, textOf } from './typed.ts';

/** Whoever writes has no post: policies give this actor one box to put into (docs/gate.md). */
const letterbox = { kind: 'system', name: 'letterbox' } as const;
/** Nobody reads a form, writes and sends it in less. */
const leastMs = 4_000;
/** So many from one connection at once, one more every ten minutes; what is beyond waits apart. */
const fromOnePlace = { perSecond: 4 / 600, burst: 40 };
const languageCookie = 'kanaeau_language';

/** A form as it was handed out: what will be written has its id already, and the proof says that it was this house. */
export interface Handed {
  readonly id: string;
  readonly at: number;
  readonly proof: string;
}

export interface PublicFormParts extends PublicParts {
  readonly limited: boolean;
}

/** Asks an operation as whoever reads and writes without a post. */
export type AskPublic = <Op extends Operation>(declared: Op, input: object) => Promise<OutputOf<Op>>;

/** What the public forms share: who enters, what looks like a machine's work, and pages that are kept nowhere. */
export function openPublicForms({ database, operations, addressOf, limited }: PublicFormParts) {
  const admitWriter = openRateLimit(fromOnePlace);
  return {
    async ask<Op extends Operation>(declared: Op, input: object): Promise<OutputOf<Op>> {
      const bound = operations.find((o) => o.declared === declared);
      if (!bound) throw new Error(`not among the operations: ${declared.route}`);
      return (await perform(database, bound, letterbox, input, mintId())) as OutputOf<Op>;
    },
    page(c: Context, body: unknown, status: 200 | 404 | 422 | 429 = 200) {
      c.header('cache-control', 'no-store');
      return c.html(`<!doctype html>${String(body)}`, status);
    },
    handOut(): Handed {
      const id = mintId();
      const at = database.clock().getTime();
      return { id, at, proof: proofOfForm(id, at) };
    },
    /** The form that came back, and whether it is one of ours. */
    takeBack(typed: Typed): Handed & { readonly ours: boolean } {
      const handed = { id: textOf(typed.id), at: Number(textOf(typed.at)), proof: textOf(typed.proof) };
      return { ...handed, ours: handed.proof === proofOfForm(handed.id, handed.at) };
    },
    /** Why what came waits apart from what a hand wrote; null: it does not. */
    holdBack(c: Context, typed: Typed, handed: Handed & { readonly ours: boolean }): HoldingReason | null {
      const quick = !handed.ours || database.clock().getTime() - handed.at < leastMs;
      const many = limited && !admitWriter(addressOf(c), true);
      if (textOf(typed[trapName])) return 'hidden_field';
      if (quick) return 'too_fast';
      return many ? 'too_many' : null;
    },
    /** Under which id and moment it is kept: a form that is not ours gets its own. */
    identify({ ours, id, at }: Handed & { readonly ours: boolean }) {
      return { id: ours ? id : mintId(), handed_out_at: ours ? new Date(at).toISOString() : null };
    },
  };
}

export function languageOf(c: Context): Language {
  return knownLanguage(getCookie(c, languageCookie)) ?? chooseLanguage(c.req.header('accept-language'));
}

/** The language somebody has just chosen, kept in a cookie that holds nothing else; otherwise the one it was. */
export function chosenLanguage(c: Context, typed: Typed | null): Language {
  const chosen = knownLanguage(textOf(typed?.to_language));
  if (!chosen) return languageOf(c);
  keepLanguage(c, chosen);
  return chosen;
}

/** The language an address names, kept like one that was chosen: a form that was opened in it is answered in it. */
export function askedLanguage(c: Context): Language {
  const asked = knownLanguage(c.req.query('lang'));
  if (asked && asked !== languageOf(c)) keepLanguage(c, asked);
  return asked ?? languageOf(c);
}

export function keepLanguage(c: Context, language: Language): void {
  const kept = { path: '/', maxAge: 365 * 86_400, sameSite: 'Lax', httpOnly: true } as const;
  setCookie(c, languageCookie, language, { ...kept, secure: cameOverTls(c) });
}

/** The language somebody names, where it is one of ours. */
export function knownLanguage(said: string | undefined): Language | undefined {
  return languages.find((one) => one === said);
}
