import { expect, test } from 'vitest';
import { takeOverIntakes } from '#domains/encounters/api.ts';
import { printEvaluation, readEvaluation } from '#domains/reports/api.ts';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '../../test/paper.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const noda = town.as('noda');

/** A town whose fiscal year 2024 is fixed with seven intakes. */
for (let i = 0; i < 7; i++)
  await town
    .as('nakajima')
    .call(takeOverIntakes, { rows: [{ id: mintId(), occurred_on: '2024-06-03', channel: 'phone' }] });
await planner.call(api.fixPeriod, { fiscal_year: 2024, reason: '見本' });

const set = (who: string, smallest: number, starts_on: string) =>
  town.as(who).call(api.setSmallestShown, { id: mintId(), smallest, starts_on, reason: '審議会の答申' });

async function printedFor(format: 'csv' | 'pdf') {
  const bytes = bytesOf(await noda.call(printEvaluation, { plan: 'kurume-1', format }));
  return format === 'pdf' ? readPdf(bytes) : new TextDecoder().decode(bytes);
}

/** What a reader of dated figures is told about the seven, by the API, on screen, as CSV and as PDF. */
async function toldEverywhere() {
  const { figures } = await noda.call(api.readFigures, { plan: 'kurume-1', indicator: 'intakes' });
  const { paper } = await noda.call(readEvaluation, { plan: 'kurume-1' });
  const point = figures[0]?.points.find(({ fiscal_year }) => fiscal_year === 2024);
  const told = [JSON.stringify(paper), await printedFor('csv'), await printedFor('pdf')];
  const saying = (words: string) => told.map((one) => one.includes(words));
  return { value: point?.value, masked: point?.masked, smallest: figures[0]?.smallest_shown, saying };
}

test('until a town sets another number, counts below ten are not shown', async () => {
  const before = await toldEverywhere();
  expect(before).toMatchObject({ value: null, masked: true, smallest: 10 });
  expect(before.saying('10件未満')).toEqual([true, true, true]);
  expect(await noda.call(api.readSmallestShown, {})).toEqual({ smallest: 10, settings: [] });
});

test('a number that is set holds everywhere from its day on, and not before', async () => {
  await set('tsutsumi', 5, '2026-02-10');
  expect(await toldEverywhere()).toMatchObject({ masked: true, smallest: 10 });
  await set('shiraishi', 8, '2026-02-02');
  const eight = await toldEverywhere();
  expect(eight).toMatchObject({ value: null, masked: true, smallest: 8 });
  expect(eight.saying('8件未満')).toEqual([true, true, true]);
  town.clock.now = new Date('2026-02-10T10:00:00+09:00');
  const five = await toldEverywhere();
  expect(five).toMatchObject({ value: 7, masked: false, smallest: 5 });
  expect(five.saying('件未満')).toEqual([false, false, false]);
  const { settings } = await noda.call(api.readSmallestShown, {});
  expect(settings.map(({ smallest, author }) => [smallest, author.role])).toEqual([
    [8, 'administrator'],
    [5, 'planner'],
  ]);
});

test('whose work the exact figures are sees them whatever is set', async () => {
  const { figures } = await planner.call(api.readFigures, { plan: 'kurume-1', indicator: 'intakes' });
  expect(figures[0]?.actual).toMatchObject({ value: 7, masked: false });
});

test('a number that hides nobody, a day that has passed and a post that decides nothing are refused', async () => {
  const { fields } = await expectRefusal(set('tsutsumi', 2, '2026-02-10'), 'invalid');
  expect(fields).toHaveProperty('smallest');
  expect((await expectRefusal(set('tsutsumi', 10, '2026-02-09'), 'invalid')).fields).toHaveProperty(
    'starts_on',
  );
  await expectRefusal(set('noda', 10, '2026-02-10'), 'not_allowed');
});
