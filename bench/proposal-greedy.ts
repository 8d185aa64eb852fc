import { layOut } from '#domains/wishes/proposal/lay-out.ts';
import type { Town } from '#domains/wishes/proposal/town.ts';

export interface Greedy {
  readonly points: number;
  readonly matches: number;
  readonly both: number;
}

/**
 * What one would do by hand: the candidate with the most points first, while there is room and no rule speaks against
 * it. What is in only together is left out. The bonus is counted, and not looked ahead for.
 */
export function chooseGreedily(town: Town): Greedy {
  const layout = layOut(town);
  const { score, offer, wish, giver, receiver } = layout;
  const room = {
    offer: layout.offerTimes.slice(),
    wish: layout.wishTimes.slice(),
    giver: layout.givesAtMost.slice(),
  };
  const left = layout.groups.map(({ atMost }) => atMost);
  const groupsOf = new Map<number, number[]>();
  layout.groups.forEach(({ matches }, at) => {
    for (const n of matches) groupsOf.set(n, [...(groupsOf.get(n) ?? []), at]);
  });
  const bound = new Set(layout.together.flat());
  const gives = new Set<number>();
  const receives = new Set<number>();
  let points = 0;
  let matches = 0;
  const best = [...score.keys()].sort((a, b) => (score[b] as number) - (score[a] as number) || a - b);
  for (const n of best) {
    const [o, w, g] = [offer[n] as number, wish[n] as number, giver[n] as number];
    const groups = groupsOf.get(n) ?? [];
    const fits =
      (room.offer[o] as number) > 0 && (room.wish[w] as number) > 0 && (room.giver[g] as number) > 0;
    if (!fits || bound.has(n) || groups.some((at) => (left[at] as number) < 1)) continue;
    room.offer[o] = (room.offer[o] as number) - 1;
    room.wish[w] = (room.wish[w] as number) - 1;
    room.giver[g] = (room.giver[g] as number) - 1;
    for (const at of groups) left[at] = (left[at] as number) - 1;
    gives.add(g);
    receives.add(receiver[n] as number);
    points += score[n] as number;
    matches += 1;
  }
  const both = [...gives].filter((party) => receives.has(party)).length;
  return { points: points + both * town.bonus, matches, both };
}
