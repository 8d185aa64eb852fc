import { foldText } from '#domains/parties/kana.ts';
import { tags } from './taxonomy.ts';

const byTag = new Map(tags.map((one) => [one.tag, one]));

export function isTag(tag: string): boolean {
  return byTag.has(tag);
}

/** What a tag is called; one that has left the taxonomy stands as it was written. */
export function labelOfTag(tag: string): string {
  return byTag.get(tag)?.label ?? tag;
}

/** Tags that are called by what was typed, or so in part: 送迎 finds 車での送迎. */
export function findTagsCalled(typed: string): string[] {
  const sought = foldText(typed);
  return sought === ''
    ? []
    : tags.flatMap(({ tag, label }) => (foldText(label).includes(sought) ? [tag] : []));
}

/** These tags, and those whose offers answer a wish with one of them. */
export function listAnswering(wished: readonly string[]): string[] {
  const answering = tags.filter(({ answers }) => answers.some((tag) => wished.includes(tag)));
  return [...new Set([...wished, ...answering.map(({ tag }) => tag)])];
}

/** These tags, and those whose wishes an offer with one of them answers. */
export function listAnswered(offered: readonly string[]): string[] {
  return [...new Set(offered.flatMap((tag) => [tag, ...(byTag.get(tag)?.answers ?? [])]))];
}
