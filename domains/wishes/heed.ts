import { tagsOf } from './hindrance.ts';
import { type Need, needs, type ShownWish } from './model.ts';

/** What the roles that a wish and an offer speak of ask for, each once, in the order of `needs`. `asked` is by tag (`readNeeds`). */
export function listNeedsOf(
  { wish, offer }: { wish: ShownWish; offer: ShownWish },
  asked: ReadonlyMap<string, readonly Need[]>,
): Need[] {
  const all = new Set([...tagsOf(wish), ...tagsOf(offer)].flatMap((tag) => asked.get(tag) ?? []));
  return needs.filter((need) => all.has(need));
}
