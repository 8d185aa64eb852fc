import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import type { TownFrame } from '#domains/guide/TownPage.tsx';
import { openVersionReader } from '#domains/guide/version.ts';
import { readLetterForm } from '#domains/letters/api.ts';
import { dayOf } from '#platform/act.ts';
import { hasMark, markOf } from './marks.ts';
import { nameTown } from './my-record.tsx';
import {
  type AskPublic,
  keepLanguage,
  knownLanguage,
  languageOf,
  openPublicForms,
  type PublicFormParts,
} from './public-forms.ts';

/** A page as it was written once: the bytes, the same packed, and the mark by which a browser knows that it has them. */
interface Written {
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly mark: string;
  readonly status: 200 | 404;
}

/** What writes a page: its body, and whether there is such a page. */
export type WritePage = (
  frame: TownFrame,
  ask: AskPublic,
) => Promise<{ readonly body: unknown; readonly status?: 200 | 404 }>;

/** So many pages are kept at most; when they are more, all are written anew. */
const mostPages = 2_000;
const longestPart = 100;

/**
 * Pages that are only read: written once for everybody and kept until anything changes that such a page may show, or a new day
 * begins. The database says whether something has changed (`public_versions`), so that what is taken back is gone with the next look,
 * whichever server changed it. A browser asks anew each time, and is answered 304 where it has the page already.
 */
export function openPublicReading(forms: PublicFormParts) {
  const { database } = forms;
  const { ask } = openPublicForms(forms);
  const readVersion = openVersionReader(database);
  const kept = new Map<string, Promise<Written>>();
  let of = '';
  const keep = (key: string, stand: string, write: () => Promise<Written>) => {
    if (of !== stand || kept.size >= mostPages) kept.clear();
    of = stand;
    const known = kept.get(key);
    if (known) return known;
    const written = write();
    kept.set(key, written);
    // What failed is tried again by the next who asks.
    written.catch(() => kept.get(key) === written && kept.delete(key));
    return written;
  };
  return async (c: Context, write: WritePage, asks: readonly string[] = []): Promise<Response> => {
    const asked = knownLanguage(c.req.query('lang'));
    const language = asked ?? languageOf(c);
    const address = addressOf(c, asks);
    const stand = `${await readVersion()} ${dayOf(database.clock())}`;
    const page = await keep(`${language} ${address}`, stand, async () => {
      const { reviewed } = await ask(readLetterForm, {});
      const frame = { town: await nameTown(database), language, reviewed, address };
      const { body, status = 200 } = await write(frame, ask);
      const plain = Buffer.from(`<!doctype html>${String(body)}`);
      return { plain, packed: gzipSync(plain, { level: 9 }), mark: markOf(plain), status };
    });
    const stays = asked !== undefined && asked !== languageOf(c);
    if (stays) keepLanguage(c, asked);
    return send(c, page, stays);
  };
}

function send(c: Context, { plain, packed, mark, status }: Written, stays: boolean): Response {
  // Kept by whoever likes, shown by nobody without asking. What sets a cookie is for one browser alone.
  c.header('cache-control', stays ? 'private, no-cache' : 'public, no-cache');
  c.header('vary', 'accept-encoding, accept-language, cookie');
  if (hasMark(c, mark)) return c.body(null, 304);
  c.header('content-type', 'text/html; charset=utf-8');
  const packs = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  if (packs) c.header('content-encoding', 'gzip');
  return c.body(new Uint8Array(packs ? packed : plain), status);
}

/** The page with what it can be asked for, in one order: whatever else is in an address makes no other page. */
function addressOf(c: Context, asks: readonly string[]): string {
  const query = new URLSearchParams();
  for (const name of asks) {
    const said = c.req.query(name)?.slice(0, longestPart);
    if (said) query.set(name, said);
  }
  return query.size > 0 ? `${c.req.path}?${query}` : c.req.path;
}
