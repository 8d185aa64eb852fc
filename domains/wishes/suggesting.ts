import type { Reason, ShownWish } from './model.ts';
import { answersTag } from './tags.ts';

/** What is known between two parties, beside their words. */
export interface Ties {
  /** Declared: never brought together. */
  conflict(one: string, other: string): boolean;
  /** Something came true between them before. */
  met(one: string, other: string): boolean;
  /** Whether a giver has met today what the roles of these tags ask of whoever takes them on. */
  ready(giver: string, tags: readonly string[]): boolean;
}

/** One offer that answers one wish, and why. */
export interface Leg {
  readonly wish: ShownWish;
  readonly offer: ShownWish;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Suggestion {
  readonly shape: 'pair' | 'ring';
  readonly legs: readonly Leg[];
}

/** How much each reason weighs. They order what is shown; they are nobody's score, and are kept nowhere. */
export const weights: Record<Reason, number> = {
  same_tag: 40,
  answering_tag: 25,
  same_words: 20,
  same_district: 15,
  new_tie: 10,
  same_time: 10,
  remote: 5,
  in_town: 5,
  across_sorts: 5,
  gives_back: 20,
};

/**
 * Whether an offer answers a wish, and why: by tag or by words, and never across a hard limit: a declared conflict, a time or a
 * distance that cannot be met, or as often as was offered. Null: it does not fit.
 */
export function weighLeg(wish: ShownWish, offer: ShownWish, ties: Ties): Leg | null {
  if (wish.participant_id === offer.participant_id) return null;
  if (ties.conflict(wish.participant_id, offer.participant_id)) return null;
  if (isFull(wish) || isFull(offer)) return null;
  const about = reasonsAbout(wish, offer);
  const where = reasonWhere(wish, offer);
  const when = overlap(wish, offer);
  if (about.length === 0 || where === null || when === 'never') return null;
  const reasons: Reason[] = [...about, where];
  if (when === 'same') reasons.push('same_time');
  if (!ties.met(wish.participant_id, offer.participant_id)) reasons.push('new_tie');
  if (wish.sort !== offer.sort) reasons.push('across_sorts');
  return { wish, offer, reasons, score: reasons.reduce((sum, one) => sum + weights[one], 0) };
}

/** Whether whoever gives has met what the roles of what is offered and wished for ask for. */
export function isReady({ wish, offer }: Leg, ties: Ties): boolean {
  return ties.ready(offer.participant_id, [...new Set([...offer.tags, ...wish.tags])]);
}

function isFull({ times, came_true, going_on }: ShownWish): boolean {
  return came_true + going_on >= times;
}

function reasonsAbout(wish: ShownWish, offer: ShownWish): Reason[] {
  if (wish.tags.some((tag) => offer.tags.includes(tag))) return ['same_tag'];
  if (wish.tags.some((tag) => offer.tags.some((other) => answersTag(other, tag)))) return ['answering_tag'];
  const [mine, theirs] = [tellingPairs(wish.words), tellingPairs(offer.words)];
  let shared = 0;
  for (const pair of mine) if (theirs.has(pair)) shared += 1;
  return shared >= 2 || (shared === 1 && Math.min(mine.size, theirs.size) <= 3) ? ['same_words'] : [];
}

function reasonWhere(wish: ShownWish, offer: ShownWish): Reason | null {
  if (wish.reach === 'remote' || offer.reach === 'remote') return 'remote';
  if (wish.district_id !== null && wish.district_id === offer.district_id) return 'same_district';
  const bound = [wish, offer].filter(({ reach }) => reach === 'own_district');
  return bound.every(({ district_id }) => district_id === null) ? 'in_town' : null;
}

/** Times that both said and share; times that exclude one another; or nobody said when. */
function overlap(wish: ShownWish, offer: ShownWish): 'same' | 'never' | 'open' {
  const days = shareOf(wish.days, offer.days);
  const parts = shareOf(wish.parts, offer.parts);
  if (days === 'never' || parts === 'never') return 'never';
  return days === 'same' || parts === 'same' ? 'same' : 'open';
}

function shareOf<T>(mine: readonly T[], theirs: readonly T[]): 'same' | 'never' | 'open' {
  if (mine.length === 0 || theirs.length === 0) return 'open';
  return mine.some((one) => theirs.includes(one)) ? 'same' : 'never';
}

const known = new Map<string, ReadonlySet<string>>();

/** Two neighbouring characters that tell something: not two kana of a grammatical ending, no punctuation. */
export function tellingPairs(words: string): ReadonlySet<string> {
  const before = known.get(words);
  if (before) return before;
  const form = words.normalize('NFKC').toLowerCase();
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < form.length; i++) {
    const pair = form.slice(i, i + 2);
    if (/^[\p{Script=Han}\p{Script=Katakana}\u30fc\p{Script=Latin}\p{N}]{2}$/u.test(pair)) pairs.add(pair);
  }
  if (known.size > 50_000) known.clear();
  known.set(words, pairs);
  return pairs;
}

/**
 * Three at most: the two or three best pairs and, where there is one, the best ring in which everybody both gives and receives.
 * Equal fits stand in the order of their ids, so that the same question has the same answer.
 */
export function chooseThree(pairs: readonly Leg[], rings: readonly (readonly Leg[])[]): Suggestion[] {
  const best = [...pairs].sort(byFit);
  const ring = [...rings].sort((a, b) => byScore(scoreOfRing(a), scoreOfRing(b)) || compareIds(a, b))[0];
  const room = ring ? 2 : 3;
  const chosen: Suggestion[] = best.slice(0, room).map((leg) => ({ shape: 'pair', legs: [leg] }));
  if (ring) {
    chosen.push({
      shape: 'ring',
      legs: ring.map((leg) => ({ ...leg, reasons: [...leg.reasons, 'gives_back'] })),
    });
  }
  return chosen;
}

/** Closed walks through one leg: its giver's wishes are answered by its receiver, or by a third who is answered by the receiver. */
export function findRings(
  first: Leg,
  wishes: readonly ShownWish[],
  offers: readonly ShownWish[],
  ties: Ties,
): Leg[][] {
  const [receiver, giver] = [first.wish.participant_id, first.offer.participant_id];
  const own = offers.filter(({ participant_id }) => participant_id === receiver);
  const theirs = wishes.filter(({ participant_id }) => participant_id === giver);
  const rings: Leg[][] = [];
  for (const wish of theirs) {
    for (const offer of own) {
      const back = weighLeg(wish, offer, ties);
      if (back) rings.push([first, back]);
    }
    for (const offer of offers) {
      if (offer.participant_id === receiver) continue;
      const second = weighLeg(wish, offer, ties);
      if (!second) continue;
      for (const last of wishes) {
        if (last.participant_id !== offer.participant_id) continue;
        for (const mine of own) {
          const third = weighLeg(last, mine, ties);
          if (third) rings.push([first, second, third]);
        }
      }
    }
  }
  return rings;
}

function scoreOfRing(legs: readonly Leg[]): number {
  return legs.reduce((sum, { score }) => sum + score, 0) / legs.length;
}

function byFit(a: Leg, b: Leg): number {
  return byScore(a.score, b.score) || compareIds([a], [b]);
}

function byScore(a: number, b: number): number {
  return b - a;
}

function compareIds(a: readonly Leg[], b: readonly Leg[]): number {
  const key = (legs: readonly Leg[]) => legs.map(({ wish, offer }) => wish.id + offer.id).join();
  return key(a) < key(b) ? -1 : 1;
}
