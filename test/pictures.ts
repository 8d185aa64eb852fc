import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printEvaluation } from '#domains/reports/api.ts';
import { projectFolder } from '#platform/house.ts';
import { openBrowser, serveTown, signIn } from './journeys/browser.ts';
import { openTown } from './town.ts';

/** The README's pictures, made from the sample town by `npm run pictures`, so that they show what is there. */
const folder = join(projectFolder, 'docs/pictures');
const town = await openTown('sample');
const base = await serveTown(town);

test('the indicator on the screen and the page of the printed evaluation', { timeout: 120_000 }, async () => {
  mkdirSync(folder, { recursive: true });
  const tsutsumi = await openBrowser(base, { width: 1280, height: 1000 });
  await signIn(tsutsumi, 'tsutsumi');
  await tsutsumi.open('/plans/kurume-1/indicators/visits?year=2024');
  await tsutsumi.page.screenshot({ path: join(folder, 'indicator.png') });

  const paper = join(folder, 'evaluation.pdf');
  const pdf = await town.as('tsutsumi').call(printEvaluation, { plan: 'kurume-1', format: 'pdf' });
  writeFileSync(paper, pdf as unknown as Uint8Array);
  const made = spawnSync('pdftoppm', [
    '-png',
    '-r',
    '70',
    '-f',
    '4',
    '-l',
    '4',
    '-singlefile',
    paper,
    join(folder, 'evaluation'),
  ]);
  expect(made.status).toBe(0);
  rmSync(paper);
});
