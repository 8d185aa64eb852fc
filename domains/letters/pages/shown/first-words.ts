/** Enough of a letter to know it by in a list. */
export function firstWordsOf({ wish, trouble }: { wish: string | null; trouble: string | null }): string {
  const words = (wish ?? trouble ?? '').replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
