import { expect, test } from 'vitest';
import { setSmallestShown } from '#domains/plan/api.ts';
import { gatherAnswers } from '#domains/projects/api.ts';
import { readWishFigures } from '#domains/wishes/figure-api.ts';
import { leaveOutSmallFigures, wishFigures, wishFigureWords } from '#domains/wishes/figure-model.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { printProgress, readProgress } from './progress-api.ts';

const town = await openTown('sample');
const planner = town.as('tsutsumi');
const asked = { plan: 'kurume-1', year: 2025 };

/** The lines of the section, as whoever it is reads them. */
async function readSection(who: string) {
  const { paper } = await town.as(who).call(readProgress, asked);
  const section = paper.sections.find(({ title }) => title === '叶え合いの数');
  const [table] = section?.blocks.filter((block) => block.kind === 'table') ?? [];
  return table?.rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('')));
}

const gather = () => planner.call(gatherAnswers, { id: mintId(), inquiry_id: town.id('inquiry:2025') });

test('the paper of a year says what came true in it, as it was gathered, and nothing small', async () => {
  const live = await planner.call(readWishFigures, { fiscal_year: 2025 });
  expect(live.came_true).toBeGreaterThan(0);
  await gather();
  const shown = leaveOutSmallFigures(live, 10).map(({ figure, value }) => [
    wishFigureWords[figure].label(),
    value === null ? '少ないため載せていません' : wishFigureWords[figure].count(value),
  ]);
  expect(await readSection('tsutsumi')).toEqual(shown);
  // The committee may not count wishes itself, and reads the same.
  expect(await readSection('noda')).toEqual(shown);
  expect(JSON.stringify(shown)).toContain('少ないため載せていません');
});

test('where the town shows smaller counts the next gathering has them, on screen and in HTML', async () => {
  await planner.call(setSmallestShown, {
    id: mintId(),
    smallest: 3,
    starts_on: '2026-02-03',
    reason: '審議会の答申',
  });
  town.clock.now = new Date('2026-02-03T10:00:00+09:00');
  await gather();
  const live = await planner.call(readWishFigures, { fiscal_year: 2025 });
  expect(await readSection('noda')).toEqual(
    wishFigures.map((figure, i) => {
      const value = leaveOutSmallFigures(live, 3)[i]?.value ?? null;
      const { label, count } = wishFigureWords[figure];
      return [label(), value === null ? '少ないため載せていません' : count(value)];
    }),
  );
  const html = new TextDecoder().decode(
    (await planner.call(printProgress, { ...asked, format: 'html' })) as Uint8Array,
  );
  for (const words of ['叶え合いの数', wishFigureWords.gave.label()]) expect(html).toContain(words);
});

test('what is left beside a shown figure is not small either', () => {
  const shown = leaveOutSmallFigures(
    {
      came_true: 40,
      gave: 30,
      received: 24,
      both: 22,
      new_ties: 25,
      new_ties_of_bodies: 11,
      new_ties_with_places: 0,
    },
    10,
  );
  expect(Object.fromEntries(shown.map(({ figure, value }) => [figure, value]))).toEqual({
    came_true: 40,
    gave: 30,
    received: 24,
    both: null,
    new_ties: 25,
    new_ties_of_bodies: 11,
    new_ties_with_places: 0,
  });
});
