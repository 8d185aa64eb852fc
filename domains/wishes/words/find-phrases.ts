import { foldText } from '#domains/parties/kana.ts';

/** A text that is read: its NFKC form, the folded one of equal length, and where words begin. */
export interface Reading {
  readonly text: string;
  readonly folded: string;
  readonly begins: ReadonlySet<number>;
}

export interface Place {
  readonly from: number;
  /** The first place after it. */
  readonly to: number;
}

/** A phrase as it is looked for. `*` in it stands for up to eight letters of the same clause. */
export type Phrase = (reading: Reading) => Place[];

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export function readText(written: string): Reading {
  const text = written.normalize('NFKC');
  const begins = new Set(Array.from(segmenter.segment(text), ({ index }) => index));
  return { text, folded: foldText(text), begins };
}

/**
 * Phrases are found wherever kanji make them unmistakable. A phrase that begins in kana must begin where a word does:
 * ごみ is not in のみごみち, and ギター not in シギター. A short one must end there as well: そうじ is not in
 * そうじゃない.
 */
export function makePhrase(written: string): Phrase {
  const pattern = new RegExp(
    foldText(written)
      .split('*')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('[^、。!?\\n]{0,8}?'),
    'g',
  );
  const isShort = [...written].length <= 3;
  return (reading) =>
    Array.from(reading.folded.matchAll(pattern), ({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
    })).filter((place) => beginsWord(reading, place.from) && (!isShort || endsWord(reading, place.to)));
}

const isHiragana = (letter: string | undefined) => letter !== undefined && /[ぁ-ゖ]/.test(letter);
const isKatakana = (letter: string | undefined) => letter !== undefined && /[ァ-ヺー]/.test(letter);
const isLatin = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/i.test(letter);

function beginsWord({ text, begins }: Reading, at: number): boolean {
  const [before, first] = [text[at - 1], text[at]];
  if (isKatakana(first)) return !isKatakana(before);
  if (isLatin(first)) return !isLatin(before);
  if (isHiragana(first))
    return !isHiragana(before) || begins.has(at) || /[をはがのにもとでやおごへ]/.test(before ?? '');
  return true;
}

function endsWord({ text }: Reading, at: number): boolean {
  const [last, after] = [text[at - 1], text[at]];
  if (isKatakana(last)) return !isKatakana(after) || after === 'ー';
  if (isLatin(last)) return !isLatin(after);
  return !/[ぁぃぅぇぉっゃゅょ]/.test(after ?? '');
}
