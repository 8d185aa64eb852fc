const small = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const large = 'あいうえおつやゆよわかけ';

const rows = {
  あ: 'あかさたなはまやらわ',
  い: 'いきしちにひみりゐ',
  う: 'うくすつぬふむゆる',
  え: 'えけせてねへめれゑ',
  お: 'おこそとのほもよろを',
};

const vowelOf = new Map(
  Object.entries(rows).flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel] as const)),
);

const katakana = /[ァ-ヶヽ]/g;
const toHiragana = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 0x60);

/**
 * A text as it is searched: full and half width, capitals, and hiragana and katakana are alike. Each letter stays at
 * its place in the text's NFKC form. Voicing is kept (かき is not がき), other than in the key of a name.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(katakana, toHiragana);
}

/**
 * The key by which names stand in ふりがな order and are found: hiragana, with voicing (が, ぱ) and small kana (っ, ゃ)
 * folded into the plain ones, ー read as the vowel before it, ゝ as the kana before it, and neither spaces nor
 * marks. The stored kana keeps its own writing.
 */
export function toKanaKey(kana: string): string {
  const plain = kana.normalize('NFKC').normalize('NFD').toLowerCase().replace(katakana, toHiragana);
  let key = '';
  for (const letter of plain) {
    const before = key.at(-1) ?? '';
    if (letter === 'ー') key += vowelOf.get(before) ?? '';
    else if (letter === 'ゝ') key += before;
    else if (small.includes(letter)) key += large[small.indexOf(letter)];
    else if (/[\p{L}\p{N}]/u.test(letter)) key += letter;
  }
  return key;
}

/** What ふりがな is written in: hiragana or katakana, with spaces and ・ between names. */
export const kanaPattern = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+$/u;

/** A telephone number as it is kept: plain digits and hyphens, whatever keyboard they were typed on. */
export function toPhone(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .trim();
}
