import { inventTown } from '#domains/wishes/proposal/invent.ts';
import { scoreOf } from '#domains/wishes/proposal/lay-out.ts';
import { type Fit, findRings, indexFits } from '#domains/wishes/suggestions/find-rings.ts';

const wishesAsked = 200;

/** How long the rings and chains of up to three through one wish take to find, in a town with 5,000 open wishes and offers. */
export function suggestRings(): string[] {
  const town = inventTown(3_125, 400);
  const fits = town.candidates.map((candidate): Fit => {
    const { id, offer, wish } = candidate;
    return { id, offer, wish, giver: offer.slice(1), receiver: wish.slice(1), score: scoreOf(candidate) };
  });
  const began = performance.now();
  const index = indexFits(fits);
  const indexed = performance.now() - began;
  const communities = new Set(town.parties.filter((_, n) => n % 50 === 0).map(({ id }) => id));
  const times = town.wishes.slice(0, wishesAsked).map(({ id }) => {
    const start = performance.now();
    findRings({ wish: id }, index, { parties: 3, most: 3, communities });
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const open = (town.wishes.length + town.offers.length).toLocaleString('en');
  return [
    `Rings and chains of up to three through one wish, ${open} open wishes and offers with ${fits.length.toLocaleString('en')} fits: ` +
      `**${times[wishesAsked >> 1]?.toFixed(1)} ms** (slowest of ${wishesAsked}: ${times.at(-1)?.toFixed(1)}), and ${indexed.toFixed(0)} ms to index the fits once.`,
  ];
}
