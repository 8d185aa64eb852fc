import { readText } from './find-phrases.ts';
import { type SuggestedTag, suggestTags } from './suggest-tags.ts';
import { cues, tags } from './taxonomy.ts';

/** What is compared of a text: worked out once, however many it is compared with. */
export interface TextGist {
  readonly tags: readonly SuggestedTag[];
  /** Words that say what it is about, folded, as they stand. */
  readonly words: ReadonlyMap<string, string>;
  readonly bigrams: ReadonlySet<string>;
}

export type Reason =
  | {
      readonly kind: 'tag';
      readonly points: number;
      readonly wish: SuggestedTag;
      readonly offer: SuggestedTag;
    }
  | { readonly kind: 'words'; readonly points: number; readonly words: readonly string[] };

export interface Likeness {
  /** 0 to 100: the sum of the points of its reasons. Of two texts, never of a person. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Most for one tag, then for a tag that is answered by another, then a little for each more; the rest is for words. */
const points = { same: 60, answered: 40, more: 5, tagsAtMost: 75, wordsAtMost: 25 };

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const alike = new Map(tags.map(({ tag, answers }) => [tag, answers]));

/** @param tags those the text is known to have; left out: those that it suggests */
export function takeGist(
  written: string,
  side: 'wish' | 'offer',
  tags: readonly SuggestedTag[] = suggestTags(written, side),
): TextGist {
  const { text, folded } = readText(written);
  const words = new Map<string, string>();
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const word = folded.slice(index, index + segment.length);
    const says = /[\p{Script=Han}\p{Script=Katakana}]/u.test(segment) || segment.length > 2;
    if (isWordLike && says && !cues.common.has(word)) words.set(word, segment);
  }
  return { tags, words, bigrams: new Set([...words.keys()].flatMap(bigramsOf)) };
}

/** How well an offer could answer a wish by what both say, and why. It is the same from whichever of the two one looks. */
export function compareGists(wish: TextGist, offer: TextGist): Likeness {
  const reasons = [...compareTags(wish.tags, offer.tags), ...compareWords(wish, offer)];
  return { score: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons };
}

function compareTags(wished: readonly SuggestedTag[], offered: readonly SuggestedTag[]): Reason[] {
  const pairs = wished.flatMap((wish) => {
    const same = offered.find(({ tag }) => tag === wish.tag);
    if (same) return [{ wish, offer: same, first: points.same }];
    const answering = offered.find(({ tag }) => alike.get(tag)?.includes(wish.tag));
    return answering ? [{ wish, offer: answering, first: points.answered }] : [];
  });
  let left = points.tagsAtMost;
  return pairs
    .sort((a, b) => b.first - a.first)
    .map(({ wish, offer, first }, at) => {
      const given = Math.min(left, at === 0 ? first : points.more);
      left -= given;
      return { kind: 'tag' as const, points: given, wish, offer };
    })
    .filter((reason) => reason.points > 0);
}

/** Dice's measure of shared bigrams; the words that are the same, or hold the same bigram, are the reason. */
function compareWords(wish: TextGist, offer: TextGist): Reason[] {
  const shared = [...wish.bigrams].filter((bigram) => offer.bigrams.has(bigram));
  const dice = (2 * shared.length) / Math.max(1, wish.bigrams.size + offer.bigrams.size);
  const given = Math.round(points.wordsAtMost * dice);
  if (given === 0) return [];
  const words = [...wish.words]
    .filter(([word]) => bigramsOf(word).some((bigram) => offer.bigrams.has(bigram)))
    .map(([, written]) => written);
  return [{ kind: 'words', points: given, words }];
}

function bigramsOf(word: string): string[] {
  if (word.length < 2) return [word];
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}
