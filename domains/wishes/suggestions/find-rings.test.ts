import { expect, test } from 'vitest';
import { drawFrom } from '../proposal/invent.ts';
import { type Fit, findRings, indexFits, type Path } from './find-rings.ts';

const none = new Set<string>();

/** `a>b:5`: a's offer oa answers b's wish wb for 5 points. */
function drawFits(arrows: string): Fit[] {
  return arrows.split(' ').map((arrow) => {
    const [, giver = '', receiver = '', points] = /(\w)>(\w):(\d+)/.exec(arrow) ?? [];
    return {
      ...{ id: giver + receiver, giver, receiver },
      offer: `o${giver}`,
      wish: `w${receiver}`,
      score: Number(points),
    };
  });
}

const say = (paths: readonly Path[]) =>
  paths.map(({ kind, fits }) => `${kind} ${fits.map(({ id }) => id).join(' ')}`);

test('a wish is answered in a ring of two, then of three, the best of its weakest fits first', () => {
  const fits = drawFits('b>a:9 a>b:3 c>a:9 a>d:8 d>c:7 e>a:5 d>e:9 a>z:9');
  const paths = findRings({ wish: 'wa' }, indexFits(fits), { parties: 3, most: 3, communities: none });
  expect(say(paths)).toEqual(['ring ba ab', 'ring ca ad dc', 'ring ea ad de']);
  const two = findRings({ wish: 'wa' }, indexFits(fits), { parties: 2, most: 3, communities: none });
  expect(say(two)).toEqual(['ring ba ab']);
});

test('a chain ends where one gives for all', () => {
  const fits = drawFits('b>a:9 a>k:6 c>a:4');
  const asked = { parties: 3, most: 3, communities: new Set(['k']) };
  expect(say(findRings({ wish: 'wa' }, indexFits(fits), asked))).toEqual(['chain ba ak', 'chain ca ak']);
  expect(findRings({ wish: 'wa' }, indexFits(fits), { ...asked, communities: none })).toEqual([]);
  expect(findRings({ wish: 'wa' }, indexFits(fits), { ...asked, parties: 2 })).toEqual([]);
  expect(findRings({ wish: 'wk' }, indexFits(fits), asked)).toEqual([]);
});

test('nobody is on a path twice, and nobody gives to themselves', () => {
  const fits = drawFits('a>a:9 b>a:9 a>c:9 c>a:9 c>b:9');
  const paths = findRings({ wish: 'wa' }, indexFits(fits), { parties: 4, most: 9, communities: none });
  expect(say(paths)).toEqual(['ring ca ac', 'ring ba ac cb']);
});

test('of two parties the best fit is taken, and the wish that was asked for always', () => {
  const more: Fit = { id: 'ab2', offer: 'oa2', wish: 'wb2', giver: 'a', receiver: 'b', score: 8 };
  const fits = [
    ...drawFits('b>a:2 a>b:3'),
    more,
    { ...more, id: 'ba2', giver: 'b', receiver: 'a', wish: 'wa2' },
  ];
  const paths = findRings({ wish: 'wa' }, indexFits(fits), { parties: 3, most: 3, communities: none });
  expect(say(paths)).toEqual(['ring ba ab2']);
});

/** Every way of up to three different parties, tried one by one. */
function tryEveryRing(fits: readonly Fit[], wish: string): string[] {
  return fits
    .filter((fit) => fit.wish === wish)
    .flatMap((one) =>
      fits
        .filter((two) => two.giver === one.receiver && two.receiver !== two.giver)
        .flatMap((two) =>
          two.receiver === one.giver
            ? [[one, two]]
            : fits
                .filter((three) => three.giver === two.receiver && three.receiver === one.giver)
                .map((three) => [one, two, three]),
        ),
    )
    .map((ring) => ring.map(({ id }) => id).join(' '))
    .sort();
}

test('no ring is missed, in 1000 towns, in whatever order the fits stand', () => {
  let rings = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const draw = drawFrom(seed);
    const letters = 'abcdefgh'.slice(0, 3 + draw(6));
    const pairs = [...letters].flatMap((giver) => [...letters].map((receiver) => ({ giver, receiver })));
    const fits = pairs
      .filter(({ giver, receiver }) => giver !== receiver && draw(3) === 0)
      .map((pair) => ({
        ...pair,
        id: pair.giver + pair.receiver,
        offer: `o${pair.giver}`,
        wish: `w${pair.receiver}`,
        score: draw(50),
      }));
    const asked = { parties: 3, most: 1000, communities: none };
    const paths = findRings({ wish: 'wa' }, indexFits(fits), asked);
    expect(paths.map((path) => path.fits.map(({ id }) => id).join(' ')).sort()).toEqual(
      tryEveryRing(fits, 'wa'),
    );
    expect(findRings({ wish: 'wa' }, indexFits(fits.toReversed()), asked)).toEqual(paths);
    rings += paths.length;
  }
  expect(rings).toBeGreaterThan(1000);
});

test('a ring through a wish is a ring through the offer that answers it', () => {
  const fits = drawFits('b>a:9 a>b:3 c>a:9 a>d:8 d>c:7');
  const asked = { parties: 3, most: 9, communities: none };
  const byOffer = findRings({ offer: 'oc' }, indexFits(fits), asked);
  expect(say(byOffer)).toEqual(['ring ca ad dc']);
  expect(findRings({ wish: 'wa' }, indexFits(fits), asked)).toContainEqual(byOffer[0]);
});
