import { loadavg } from 'node:os';
import { idOf } from '#domains/sample-town.ts';
import { putLoad, type Shot } from './load.ts';
import { port, type Stage, seconds } from './stage.ts';

const pages: readonly (readonly [string, string])[] = [
  ['first page', '/town?lang=ja'],
  ['found by a liking', '/town/find?like=eat&lang=vi'],
  ['a district', `/town/districts/${idOf('district:鳥飼')}?lang=ja-easy`],
  ['notices', '/notices?lang=zh-Hans'],
  ['a place', `/town/places/${idOf('place:kitchen')}?lang=en`],
];

/** W11: pages of the town as anybody reads them, packed, kept ready and asked of the database each time whether they still hold. */
export async function readPublic(_stage: Stage): Promise<string[]> {
  const lines = ['| page | /s | p50 ms | p99 ms | not answered 200 |', '|---|---|---|---|---|'];
  const before = loadavg()[0]?.toFixed(1);
  const headers = { 'accept-encoding': 'gzip' };
  const line = async (name: string, next: () => Shot) => {
    await putLoad(port, 8, 1, next);
    const { perSecond, p50, p99, failed } = await putLoad(port, 8, seconds, next);
    lines.push(`| ${name} | ${perSecond} | ${p50} | ${p99} | ${failed} |`);
  };
  for (const [name, path] of pages) await line(name, () => ({ method: 'GET', path, headers }));
  let turn = 0;
  await line('these in turn', () => {
    turn += 1;
    return { method: 'GET', path: pages[turn % pages.length]?.[1] ?? '/town', headers };
  });
  return [
    '## W11 Pages of the town',
    '',
    `8 connections, the sample town; load of the machine when it began: ${before}.`,
    '',
    ...lines,
  ];
}
