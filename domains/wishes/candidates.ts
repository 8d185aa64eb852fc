import { setImmediate } from 'node:timers/promises';
import { isReady, type Ties, tagsOf } from './hindrance.ts';
import { type ShownWish, weighedPerWish } from './model.ts';
import { gistOf, type Leg, weighLeg } from './suggesting.ts';
import { listAnswering } from './words/list-tags.ts';

/** A wish weighs some hundred offers, a few milliseconds. */
const aBreathEvery = 10;

/**
 * Which offers could answer which wishes: for each wish the best twenty that share a tag or a telling word with it and pass
 * every hard limit. An index of words keeps it from comparing each with each.
 */
export function listCandidates(
  wishes: readonly ShownWish[],
  offers: readonly ShownWish[],
  ties: Ties,
): Leg[] {
  const find = openCandidates(offers, ties);
  return wishes.flatMap(find);
}

/**
 * The same, with a breath after every few wishes, so that others are answered meanwhile; `tell` hears how much is done (0 to 1).
 *
 * @throws the reason of `signal`, once it ends the work
 */
export async function gatherCandidates(
  wishes: readonly ShownWish[],
  offers: readonly ShownWish[],
  ties: Ties,
  { tell, signal }: { tell: (done: number) => void; signal: AbortSignal },
): Promise<Leg[]> {
  const find = openCandidates(offers, ties);
  const found: Leg[] = [];
  for (const [at, wish] of wishes.entries()) {
    if (at % aBreathEvery === 0) {
      tell(at / wishes.length);
      await setImmediate();
      signal.throwIfAborted();
    }
    found.push(...find(wish));
  }
  return found;
}

function openCandidates(offers: readonly ShownWish[], ties: Ties): (wish: ShownWish) => Leg[] {
  const byKey = new Map<string, ShownWish[]>();
  for (const offer of offers)
    for (const key of keysOf(tagsOf(offer), offer)) {
      const known = byKey.get(key);
      if (known) known.push(offer);
      else byKey.set(key, [offer]);
    }
  return (wish) => {
    const akin = new Set(keysOf(listAnswering(tagsOf(wish)), wish).flatMap((key) => byKey.get(key) ?? []));
    return [...akin]
      .map((offer) => weighLeg(wish, offer, ties))
      .filter((leg) => leg !== null)
      .filter((leg) => isReady(leg, ties))
      .sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1))
      .slice(0, weighedPerWish);
  };
}

function keysOf(tags: readonly string[], one: ShownWish): string[] {
  return [...tags.map((tag) => `#${tag}`), ...gistOf(one).bigrams];
}
