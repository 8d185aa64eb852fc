import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '#platform/house.ts';
import type { Measured, Way } from './proposal.child.ts';
import { suggestRings } from './suggest-rings.ts';

const sizes = [100, 1_000, 10_000, 100_000];
/** How far apart an offer and a wish may be, counted in parties: a district or two. */
const reach = 400;
/** A general solver takes minutes beyond this, and more memory than it may have. */
const generalUpTo = { free: 10_000, ruled: 1_000 };

/**
 * The proposal for towns of 100 to 100,000 parties, free and with side rules, beside choosing by hand and beside HiGHS where
 * it is installed. Seconds are of the whole proposal, from plain lists to sums, without the process around it.
 */
export async function proposeMatches(): Promise<string[]> {
  const rows: string[] = [];
  for (const rules of ['free', 'ruled'] as const)
    for (const parties of sizes) {
      const measure = (way: Way) => measureOnce(way, parties, rules);
      const ours = await measure('ours');
      const greedy = await measure('greedy');
      if (!ours || !greedy) throw new Error('nothing was measured');
      const general = parties <= generalUpTo[rules] ? await measure('general') : undefined;
      rows.push(
        `| ${parties.toLocaleString('en')}, ${rules} | ${ours.candidates.toLocaleString('en')} | **${round(ours.seconds)}** | ${ours.mib} | ` +
          `${((ours.gap ?? 0) * 100).toFixed(3)} % | ${say(ours)} | ${say(greedy)} | ${share(greedy.points, ours.points)} | ` +
          `${general ? `${round(general.seconds)} s, ${general.mib} MiB, ${share(general.points, ours.points)}` : '–'} |`,
      );
    }
  return [
    '## W7 The proposal: which wishes and offers to bring together',
    '',
    '| parties | candidates | s | MiB | gap | matches / give and receive | by hand | its points | HiGHS |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    'By hand: the candidate with the most points first. Points against ours, which are 100 %. HiGHS is not told of rings.',
    '',
    ...suggestRings(),
  ];
}

async function measureOnce(
  way: Way,
  parties: number,
  rules: 'free' | 'ruled',
): Promise<Measured | undefined> {
  const program = join(projectFolder, 'bench/proposal.child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    way,
    `${parties}`,
    `${reach}`,
    rules,
  ]);
  return stdout === '' ? undefined : (JSON.parse(stdout) as Measured);
}

function say({ matches, both }: Measured): string {
  return `${matches.toLocaleString('en')} / ${both.toLocaleString('en')}`;
}

function share(points: number, ours: number): string {
  return `${((points / ours) * 100).toFixed(2)} %`;
}

function round(seconds: number): string {
  return seconds.toFixed(seconds < 1 ? 3 : 1);
}
