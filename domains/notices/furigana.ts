import type { Tokenizer } from 'lindera-wasm-nodejs-ipadic';
import { readMarks, type Stretch, writeMarks } from './marks.ts';
import type { KnownWord } from './model.ts';
import { readInSeveralWays } from './wordbook.ts';

/** A word that somebody has to confirm: how it is probably read, where it stands, and how often. */
export interface ProposedReading {
  readonly word: string;
  readonly reading: string;
  /** Some words before and after it, where it stands first. */
  readonly before: string;
  readonly after: string;
  readonly times: number;
}

interface Token {
  readonly surface: string;
  readonly reading?: string;
}

const han = /[\p{Script=Han}\u3005]/u;
const context = 10;

let opened: Promise<Tokenizer> | undefined;

/** The analyzer with its dictionary (IPADIC), 13 MB: loaded by the first who asks. */
async function openTokenizer(): Promise<Tokenizer> {
  const { TokenizerBuilder } = await import('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  builder.setKeepWhitespace(true);
  return builder.build();
}

/**
 * A text cut into what is read as it is written and words with a probable reading; what somebody confirmed before stays. The town's own
 * readings go before those of the dictionary, the longest first, and begin and end where words do.
 */
export async function proposeFurigana(marked: string, own: readonly KnownWord[]): Promise<Stretch[]> {
  opened ??= openTokenizer();
  const tokenizer = await opened;
  const known = new Map(own.map(({ word, says }) => [word, says]));
  return readMarks(marked).flatMap((stretch) =>
    stretch.reading === null
      ? stretch.text
          .split(/(\n)/)
          .flatMap((line) => readLine(tokenizer.tokenize(line) as Token[], line, known))
      : [stretch],
  );
}

function readLine(tokens: readonly Token[], line: string, known: ReadonlyMap<string, string>): Stretch[] {
  // What the analyzer leaves out, as spaces, is kept from the line itself.
  const words: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    const begins = line.indexOf(token.surface, at);
    if (begins < 0) continue;
    if (begins > at) words.push({ surface: line.slice(at, begins) });
    words.push(token);
    at = begins + token.surface.length;
  }
  if (at < line.length) words.push({ surface: line.slice(at) });
  const read: Stretch[] = [];
  for (let i = 0; i < words.length; ) {
    const own = findOwn(words, i, known);
    if (own) {
      read.push(...readWord(own.word, own.reading));
      i += own.tokens;
      continue;
    }
    const { surface, reading } = words[i] as Token;
    read.push(...(han.test(surface) ? readWord(surface, reading) : [{ text: surface, reading: null }]));
    i += 1;
  }
  return read;
}

function findOwn(words: readonly Token[], from: number, known: ReadonlyMap<string, string>) {
  for (let n = Math.min(6, words.length - from); n > 0; n--) {
    const word = words
      .slice(from, from + n)
      .map(({ surface }) => surface)
      .join('');
    const reading = known.get(word);
    if (reading) return { word, reading, tokens: n };
  }
  return null;
}

/** A word with its kana apart: 住まい is read す over 住. Where they do not come apart, the reading is the whole word's; without one the person types it. */
function readWord(surface: string, reading: string | undefined): Stretch[] {
  const said = inHiragana(reading ?? '');
  const parts = surface.split(/([\p{Script=Han}\u3005]+)/u).filter((part) => part !== '');
  const pattern = parts
    .map((part) => (han.test(part) ? '(.+?)' : escapeForPattern(inHiragana(part))))
    .join('');
  const found = said && said !== '*' ? new RegExp(`^${pattern}$`, 'u').exec(said) : null;
  if (!found) return [{ text: surface, reading: said === '*' ? '' : said }];
  let group = 0;
  return parts.map((part) =>
    han.test(part) ? { text: part, reading: found[++group] ?? '' } : { text: part, reading: null },
  );
}

/**
 * What is asked of the person, each word once; a word that is read in several ways is asked about wherever it stands.
 *
 * @param proposed the answer of `proposeFurigana`
 * @param marked the text it was asked of: what is confirmed in it is not asked again
 */
export function listProposals(proposed: readonly Stretch[], marked: string): ProposedReading[] {
  const asked: { -readonly [K in keyof ProposedReading]: ProposedReading[K] }[] = [];
  forEachOpen(proposed, marked, (stretch, begins) => {
    const before = asked.find((one) => sameQuestion(one, stretch));
    if (before) before.times += 1;
    else {
      const text = proposed.map((one) => one.text).join('');
      const ends = begins + stretch.text.length;
      asked.push({
        word: stretch.text,
        reading: stretch.reading,
        before:
          text
            .slice(Math.max(0, begins - context), begins)
            .split('\n')
            .at(-1) ?? '',
        after: text.slice(ends, ends + context).split('\n')[0] ?? '',
        times: 1,
      });
    }
  });
  return asked;
}

/** The text with what was confirmed, in the order of `listProposals`; an empty reading leaves a word without one. */
export function applyReadings(
  proposed: readonly Stretch[],
  marked: string,
  readings: readonly string[],
): string {
  const asked: ProposedReading[] = [];
  const chosen = new Map<Stretch, string>();
  forEachOpen(proposed, marked, (stretch) => {
    let index = asked.findIndex((one) => sameQuestion(one, stretch));
    if (index < 0) {
      asked.push({ word: stretch.text, reading: stretch.reading, before: '', after: '', times: 1 });
      index = asked.length - 1;
    }
    chosen.set(stretch, readings[index] ?? '');
  });
  return writeMarks(
    proposed.map((one) => (chosen.has(one) ? { ...one, reading: chosen.get(one) ?? '' } : one)),
  );
}

function sameQuestion({ word, reading }: ProposedReading, stretch: Stretch): boolean {
  return word === stretch.text && reading === stretch.reading && !readInSeveralWays.has(word);
}

/** What has a proposal that nobody has confirmed, and where it begins in the text. */
function forEachOpen(
  proposed: readonly Stretch[],
  marked: string,
  visit: (stretch: Stretch & { reading: string }, begins: number) => void,
): void {
  const confirmed = new Set<number>();
  let at = 0;
  for (const { text, reading } of readMarks(marked)) {
    if (reading !== null) confirmed.add(at);
    at += text.length;
  }
  let begins = 0;
  for (const stretch of proposed) {
    const { text, reading } = stretch;
    if (reading !== null && !confirmed.has(begins)) visit(stretch as Stretch & { reading: string }, begins);
    begins += text.length;
  }
}

/** Katakana as hiragana; the long sign and everything else stays. */
function inHiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
