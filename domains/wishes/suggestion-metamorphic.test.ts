import { beforeAll, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { declareConflict, registerParticipant, suggestMatches, writeWish } from './api.ts';
import { reaches, type Side, sorts } from './model.ts';
import { drawFrom } from './proposal/invent.ts';
import { tags } from './words/taxonomy.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const districts = ['鳥飼', '草野'];

const [known] = await town.look<{ tags: string[] }>(
  'select array_agg(t) as tags from wishes, unnest(tags || hints) t',
);
/** Tags that nobody uses yet and of which none answers another, so that nobody has more than two fits and all of them are shown. */
const apart = tags
  .filter(({ tag }) => !known?.tags.includes(tag))
  .filter(({ answers }) => answers.length === 0)
  .filter(({ tag }) => !tags.some(({ answers }) => answers.includes(tag)))
  .slice(0, 14);

interface Said {
  readonly id: string;
  readonly by: string;
  readonly side: Side;
}
const said: Said[] = [];
const conflicts: [string, string][] = [];

async function register(draw: (n: number) => number): Promise<string> {
  const id = mintId();
  const district = districts[draw(3)];
  await ogata.call(registerParticipant, {
    ...{ id, name: `見本 ${id.slice(-4)}`, kana: 'みほん', sort: sorts[draw(sorts.length)] ?? 'resident' },
    ...(district ? { district_id: town.id(`district:${district}`) } : {}),
  });
  return id;
}

async function say(by: string, side: Side, more: Partial<InputOf<typeof writeWish>>): Promise<void> {
  const id = mintId();
  await ogata.call(writeWish, { id, participant_id: by, side, words: 'あれ', way: 'self', ...more });
  said.push({ id, by, side });
}

/** Two wishes and two offers of every tag, at random times and places, of whoever is next. */
beforeAll(async () => {
  const draw = drawFrom(7);
  const people: string[] = [];
  for (let i = 0; i < 20; i++) people.push(await register(draw));
  for (const { tag } of apart)
    for (const side of ['wish', 'offer', 'wish', 'offer'] as const)
      await say(people[draw(people.length)] ?? '', side, {
        tags: [tag],
        reach: reaches[draw(reaches.length)] ?? 'town',
        days: draw(2) === 0 ? [] : [1 + draw(7), 1 + draw(7)],
        times: 1 + draw(3),
      });
  for (let i = 0; i < 12; i++) {
    const [one, other] = [people[draw(people.length)] ?? '', people[draw(people.length)] ?? ''];
    if (one === other) continue;
    await ogata.call(declareConflict, { id: mintId(), participant_id: one, other_id: other, why: '見本' });
    conflicts.push([one, other]);
  }
}, 60_000);

async function suggestAll(): Promise<Map<string, OutputOf<typeof suggestMatches>['suggestions']>> {
  const all = new Map<string, OutputOf<typeof suggestMatches>['suggestions']>();
  for (const { id } of said) all.set(id, (await ogata.call(suggestMatches, { id })).suggestions);
  return all;
}

test('suggestions are alike from both sides, cross no declared conflict, and do not change with somebody who fits nobody', async () => {
  const all = await suggestAll();
  const pairsFrom = (side: Side) =>
    said
      .filter((one) => one.side === side)
      .flatMap(({ id }) => all.get(id) ?? [])
      .filter(({ shape }) => shape === 'pair')
      .flatMap(({ legs }) =>
        legs.map(({ offer, wish, reasons }) => [offer.id, wish.id, ...reasons].join(' ')),
      )
      .sort();
  expect(pairsFrom('wish').length).toBeGreaterThan(8);
  expect(pairsFrom('offer')).toEqual(pairsFrom('wish'));

  const crossed = [...all.values()]
    .flat()
    .flatMap(({ legs }) => legs)
    .filter(({ offer, wish }) =>
      conflicts.some(
        ([one, other]) =>
          [offer.participant_id, wish.participant_id].sort().join() === [one, other].sort().join(),
      ),
    );
  expect(conflicts.length).toBeGreaterThan(5);
  expect(crossed).toEqual([]);

  const stranger = await register(drawFrom(9));
  for (const side of ['wish', 'offer'] as const) {
    await say(stranger, side, { words: side === 'wish' ? 'ひみつ基地' : 'らっぱ吹き', reach: 'town' });
    said.pop();
  }
  expect(await suggestAll()).toEqual(all);
}, 120_000);
