import { expect, it } from 'vitest';
import { takeOverIntakes } from '#domains/encounters/api.ts';
import { mintId } from '#platform/uuid.ts';
import { rowsOfPaper } from '../../test/paper.ts';
import { openTown } from '../../test/town.ts';
import { readEvaluation } from './api.ts';

const town = await openTown('cast');

it('a report agrees with itself while others go on recording', async () => {
  let going = true;
  let recorded = 0;
  const write = async () => {
    while (going) {
      const day = `2025-06-${String(1 + (recorded++ % 28)).padStart(2, '0')}`;
      const intake = { id: mintId(), occurred_on: day, channel: 'phone' as const };
      await town
        .as('nakajima')
        .call(takeOverIntakes, { rows: [{ ...intake, district_id: town.id('district:鳥飼') }] });
    }
  };
  const writers = [write(), write(), write()];
  const figures = new Set<string>();
  // Districts that do not sum to their figure are a bug of the answer, and none is given.
  for (let i = 0; i < 15; i++) {
    const { paper } = await town.as('tsutsumi').call(readEvaluation, { plan: 'kurume-1' });
    figures.add(/([\d,]+件)R7実績・未確定/.exec(rowsOfPaper(paper).flat().join(''))?.[1] ?? '');
  }
  going = false;
  await Promise.all(writers);
  expect(recorded).toBeGreaterThan(15);
  expect(figures.size).toBeGreaterThan(1);
});
