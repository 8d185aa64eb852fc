import { expect, test } from 'vitest';
import { readEvaluation } from '#domains/reports/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const plan_id = town.id('plan:kurume-1');

async function partNamed(part: string, number: number) {
  const { parts } = await town.as('noda').call(api.listWordings, { plan: 'kurume-1' });
  const found = parts.find((one) => one.part === part && one.number === number);
  if (!found) throw new Error(`no ${part} ${number}`);
  return found;
}

async function reword(part: string, number: number, wording: string, note: string | null = null) {
  const { part: kind, part_id, versions } = await partNamed(part, number);
  const after_version = versions[0]?.version ?? 0;
  return planner.call(api.rewordPart, {
    id: mintId(),
    plan_id,
    part: kind,
    part_id,
    after_version,
    wording,
    note,
  });
}

test('vision, owners, challenges, groups and measures can be reworded, in the order of the book', async () => {
  const { parts } = await town.as('noda').call(api.listWordings, { plan: 'kurume-1' });
  const counts = Map.groupBy(parts, ({ part }) => part);
  expect([...counts].map(([part, ones]) => [part, ones.length])).toEqual([
    ['vision', 1],
    ['owner', 2],
    ['challenge', 8],
    ['group', 3],
    ['measure', 13],
  ]);
  expect(parts[1]).toMatchObject({
    body: expect.any(String),
    versions: [{ version: 1, wording: '久留米市地域福祉計画', author: null, on: null }],
  });
});

test('a new wording holds everywhere, and every version before it stays with its author and day', async () => {
  await reword('vision', 1, '見本のめざす姿', '策定委員会の意見を受けて');
  await reword('owner', 2, '見本の活動計画');
  await reword('challenge', 3, '見本の課題');
  await reword('group', 1, '見本の分類');
  await reword('measure', 12, '見本の取組項目');
  await reword('measure', 12, '見本の取組項目（改）');
  const plan = await town.as('noda').call(api.readPlan, { plan: 'kurume-1' });
  expect(plan.vision).toBe('見本のめざす姿');
  expect(plan.owners.map(({ plan_name }) => plan_name)).toEqual(['久留米市地域福祉計画', '見本の活動計画']);
  expect(plan.challenges[2]?.wording).toBe('見本の課題');
  expect(plan.groups[0]?.name).toBe('見本の分類');
  expect(plan.measures[11]?.name).toBe('見本の取組項目（改）');
  const { plans } = await town.as('noda').call(api.listPlans, {});
  expect(plans[0]).toMatchObject({ vision: '見本のめざす姿', owners: plan.owners });
  const visits = await planner.call(api.readIndicator, { plan: 'kurume-1', indicator: 'visits' });
  expect(visits.group).toBe('見本の分類');
  const { versions } = await partNamed('measure', 12);
  expect(versions.map(({ version, wording }) => [version, wording])).toEqual([
    [3, '見本の取組項目（改）'],
    [2, '見本の取組項目'],
    [1, expect.stringContaining('福祉人材')],
  ]);
  expect(versions[0]).toMatchObject({ author: { role: 'planner' }, on: '2026-02-02' });
  expect((await partNamed('vision', 1)).versions[0]?.note).toBe('策定委員会の意見を受けて');
});

test('the wording of the next plan’s measures holds in what leads to them, and in the report', async () => {
  const { parts, plan } = await planner.call(api.listWordings, { plan: 'kurume-2' });
  const part_id = parts.find(({ part, number }) => part === 'measure' && number === 5)?.part_id ?? '';
  const said = {
    plan_id: plan.id,
    part: 'measure',
    part_id,
    after_version: 1,
    wording: '見本の備え',
  } as const;
  await planner.call(api.rewordPart, { id: mintId(), ...said });
  const first = await planner.call(api.readPlan, { plan: 'kurume-1' });
  expect(first.next_plan?.measures[4]?.name).toBe('見本の備え');
  expect(first.links.some(({ next }) => next?.name === '見本の備え')).toBe(true);
  const { paper } = await planner.call(readEvaluation, { plan: 'kurume-1' });
  expect(JSON.stringify(paper)).toContain('見本の備え');
});

test('two who reword at once do not overwrite each other, and only a part of the plan can be reworded', async () => {
  const { part, part_id } = await partNamed('measure', 1);
  const said = { plan_id, part, part_id, after_version: 1 };
  await planner.call(api.rewordPart, { id: mintId(), ...said, wording: '先に書いた文言' });
  await expectRefusal(
    planner.call(api.rewordPart, { id: mintId(), ...said, wording: 'あとの文言' }),
    'refused',
  );
  expect((await partNamed('measure', 1)).versions).toHaveLength(2);
  for (const elsewhere of [{ part: 'group' as const }, { part_id: mintId() }, { plan_id: mintId() }])
    await expectRefusal(
      planner.call(api.rewordPart, { id: mintId(), ...said, ...elsewhere, wording: '見本' }),
      'not_found',
    );
  await expectRefusal(
    town.as('noda').call(api.rewordPart, { id: mintId(), ...said, after_version: 2, wording: '見本' }),
    'not_allowed',
  );
});
