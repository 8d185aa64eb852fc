import type { AskedKind } from './model.ts';

/** Characters people write for one another in names and places, each followed by the one this town's lists use. */
const forms =
  '髙高﨑崎碕崎德徳邊辺邉辺澤沢濵浜濱浜槗橋𠮷吉齋斎齊斉嶋島嶌島廣広國国圓円眞真靜静瀨瀬緖緒黑黒櫻桜籠篭竃釜冨富栁柳舘館藪薮應応榮栄條条惠恵鷄鶏靍鶴';
const plainForms = new Map<string, string>();
for (let letters = [...forms]; letters.length > 1; letters = letters.slice(2))
  plainForms.set(letters[0] ?? '', letters[1] ?? '');

/** A text in the forms the town's own lists are written in: no variation selectors, no other form of a character. */
export function toPlainForms(text: string): string {
  return [...text.replaceAll(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')]
    .map((letter) => plainForms.get(letter) ?? letter)
    .join('')
    .replaceAll('ヶ', 'ケ');
}

/** Half- and full-width writing made one, hyphens of every kind made one, no spaces at the ends. */
export function toPlainWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−ー](?=\d)/g, '-')
    .trim();
}

/** Numbers as they are printed: R7-0012, R7-V012. */
export function toNumber(text: string): string {
  return toPlainWidth(text).replaceAll(/\s/g, '').toUpperCase();
}

/** A word or heading as it is looked up: width, case, spaces, brackets and middle dots do not tell it apart. */
export function foldWord(word: string): string {
  return toPlainWidth(word)
    .replaceAll(/[\s()・]/g, '')
    .toLowerCase();
}

/** What of a text's writing has to be confirmed before it is read as if it were written plainly. */
export function askedOf(text: string): AskedKind[] {
  const asked: AskedKind[] = [];
  if (/[０-９]/.test(text)) asked.push('wide_digits');
  if (/[ｦ-ﾟ]/.test(text)) asked.push('half_kana');
  return asked;
}

/** Whether a cell is what stands before a sum below the table. */
export function isTotalMark(text: string): boolean {
  // Nearly every cell of a file comes by here, and hardly one holds any of these.
  if (!/[計tTｔＴ]/.test(text)) return false;
  return /^(?:合計|小計|総計|総合計|計|合\s+計|total)$/i.test(text.normalize('NFKC').trim());
}

/** An address as it is compared: width, spaces and hyphens do not matter, nor whether the town's name stands before it. */
export function foldAddress(address: string, town: string): string {
  const plain = toPlainWidth(address)
    .replaceAll(/\s/g, '')
    .replaceAll(/(?<=\d)(?:丁目|番地の|番地|番|号|の)(?=\d)/g, '-');
  const from = plain.indexOf(town);
  return (from < 0 ? plain : plain.slice(from + town.length)).replace(/(?:番地|番|号)$/, '');
}
