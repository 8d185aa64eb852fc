import { Workbook } from 'exceljs';
import { expect } from 'vitest';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import type { Visitor } from './browser.ts';

interface Hunt {
  /** Where to begin, beside what every hunt begins with. */
  readonly from: readonly string[];
  readonly person: string;
  /** That are to stand nowhere. */
  readonly words: readonly string[];
  /** How many screens at most. */
  readonly most: number;
}

/** What a file says, whatever it is written in. */
export async function readFileText(bytes: Buffer): Promise<string> {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start === '%PDF') return textOfPdf(bytes).join('');
  if (!start.startsWith('PK')) return bytes.toString('utf8') + new TextDecoder('shift_jis').decode(bytes);
  const book = new Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join('\n');
}

/**
 * Goes wherever a link leads, to three screens of each kind and to every one that names the person, prints those, and reads the
 * files that are offered on the way: none of the words stands anywhere.
 *
 * @returns what was looked at: screens, those of them that were printed, and files, each by its address
 */
export async function hunt(visitor: Visitor, { from, person, words, most }: Hunt) {
  const waiting = ['/today', ...from, `/clients?text=${encodeURIComponent(words[0] ?? '')}`];
  const found = new Set(waiting);
  const kinds = new Map<string, number>();
  const [screens, prints, files]: [string[], string[], string[]] = [[], [], []];
  // What is about the person, and what is a file, comes before all other links.
  const near = (one: string) => one.includes(person) || one.startsWith('/api/');
  const takeNext = () => waiting.splice(Math.max(0, waiting.findIndex(near)), 1)[0];
  const refuseWords = (text: string, where: string) => {
    for (const word of words) expect(text, where).not.toContain(word);
  };
  for (let path = takeNext(); path !== undefined && screens.length < most; path = takeNext()) {
    const kind = path.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
    const times = kinds.get(kind) ?? 0;
    if (times >= 3 && !path.includes(person)) continue;
    kinds.set(kind, times + 1);
    if (path.startsWith('/api/')) {
      const answer = await visitor.page.request.get(path);
      refuseWords(await readFileText(await answer.body()), path);
      if (answer.ok()) files.push(path);
      continue;
    }
    await visitor.open(path);
    // What stands in a field is no text of the page.
    const text = await visitor.page
      .locator('main')
      .evaluate((main) =>
        [
          main.textContent,
          ...[...main.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
        ].join(' '),
      );
    refuseWords(text, path);
    screens.push(path);
    if (path.includes(person)) {
      refuseWords(textOfPdf(await visitor.page.pdf({ format: 'A4' })).join(''), `${path} on paper`);
      prints.push(path);
    }
    const links = await visitor.page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    for (const link of links.map((one) => one.replace(/#.*/, '')))
      if (!found.has(link) && !link.startsWith('/sign-out')) {
        found.add(link);
        waiting.push(link);
      }
  }
  return { screens, prints, files };
}
