import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const plan_id = town.id('plan:kurume-1');

test('the first plan stands as its book has it: 8 challenges, 3 groups, 13 measures, 5 indicators, two owners', async () => {
  const plan = await town.as('noda').call(api.readPlan, { plan: 'kurume-1' });
  expect(plan.challenges).toHaveLength(8);
  expect(plan.groups.map(({ name }) => name)).toEqual([
    '関係を豊かにする',
    '寄り添う体制を整える',
    '地域をともに創る人を育む',
  ]);
  const numbersOf = (group: number) =>
    plan.measures.filter((s) => s.group_id === plan.groups[group - 1]?.id).map(({ number }) => number);
  expect([numbersOf(1), numbersOf(2), numbersOf(3)]).toEqual([
    [1, 2, 3],
    [4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13],
  ]);
  expect(plan.owners.map(({ plan_name }) => plan_name)).toEqual([
    '久留米市地域福祉計画',
    '久留米市地域福祉活動計画',
  ]);
  expect(plan.indicators).toHaveLength(5);
  expect(plan.next_plan?.measures).toHaveLength(6);
});

test('what the book words or places in two ways is kept twice, with its place', async () => {
  const { measures } = await planner.call(api.readPlan, { plan: 'kurume-1' });
  const other = (number: number) => measures.find((s) => s.number === number)?.other_wordings[0];
  expect(other(12)).toMatchObject({ wording: '福祉人材の養成と資質の向上', group: null });
  expect(other(8)).toMatchObject({ wording: '財源確保の推進', group: '地域をともに創る人を育む' });
});

test('links are drafts until somebody decides, and every step stays readable', async () => {
  const link = () =>
    planner
      .call(api.readPlan, { plan: 'kurume-1' })
      .then(({ links, removed_links }) =>
        [...links, ...removed_links].find((one) => one.measure_id === town.id('measure:6') && one.next),
      );
  const drawn = await link();
  expect(drawn).toMatchObject({
    state: 'draft',
    author: { role: 'planner' },
    next: { plan: 'kurume-2', number: 2 },
  });
  const decided = mintId();
  await planner.call(api.decideLink, { id: decided, replaces: drawn?.id ?? '', note: '策定委員会で確認' });
  expect(await link()).toMatchObject({ id: decided, state: 'decided', history: [{ state: 'draft' }] });
  await expectRefusal(planner.call(api.decideLink, { id: mintId(), replaces: drawn?.id ?? '' }), 'refused');
  await planner.call(api.removeLink, { id: mintId(), replaces: decided, reason: '別の項目に置くため' });
  expect(await link()).toMatchObject({ state: 'removed', note: '別の項目に置くため' });
  expect((await link())?.history.map(({ state }) => state)).toEqual(['draft', 'decided']);
  const again = { measure_id: town.id('measure:6'), next_measure_id: town.id('next-measure:2') };
  await planner.call(api.drawLink, { ...again, id: mintId() });
  await expectRefusal(planner.call(api.drawLink, { ...again, id: mintId() }), 'refused');
});

test('a link joins what belongs together: a challenge of the same plan, or a measure of another', async () => {
  const measure_id = town.id('measure:1');
  await expectRefusal(
    planner.call(api.drawLink, { id: mintId(), measure_id, next_measure_id: town.id('measure:2') }),
    'not_found',
  );
  await expectRefusal(planner.call(api.drawLink, { id: mintId(), measure_id }), 'invalid');
});

test('a number or code that is taken is said to be taken', async () => {
  const challenge = { id: mintId(), plan_id, number: 8, wording: '同じ番号' };
  const refused = await expectRefusal(planner.call(api.addChallenge, challenge), 'refused');
  expect(refused.fields.number).toContain('8');
  await planner.call(api.addChallenge, { ...challenge, number: 9 });
  const plan = { name: '計画', vision: '姿', first_year: 2030, last_year: 2029 };
  const owners = [{ body_id: town.id('body:社協'), plan_name: '計画' }];
  await expectRefusal(
    planner.call(api.createPlan, { ...plan, id: mintId(), code: 'later', owners }),
    'invalid',
  );
  await expectRefusal(
    planner.call(api.createPlan, { ...plan, last_year: 2031, id: mintId(), code: 'kurume-1', owners }),
    'refused',
  );
});

test('a group of another plan is not found', async () => {
  const measure = {
    id: mintId(),
    plan_id: town.id('plan:kurume-2'),
    group_id: town.id('group:1'),
    number: 7,
    name: '項目',
  };
  await expectRefusal(planner.call(api.addMeasure, measure), 'not_found');
});

test('of two people who write the same text the second is told, and nothing is lost', async () => {
  const text = { plan_id, group_id: town.id('group:1'), kind: 'evaluation' as const, after_version: 1 };
  await planner.call(api.writeEvaluation, { ...text, id: mintId(), body: '先に書いた文章' });
  await expectRefusal(
    planner.call(api.writeEvaluation, { ...text, id: mintId(), body: 'あとの文章' }),
    'refused',
  );
  const { evaluations } = await town.as('noda').call(api.readEvaluations, { plan: 'kurume-1' });
  const written = evaluations.find((one) => one.group === 1 && one.kind === 'evaluation');
  expect(written).toMatchObject({ version: 2, body: '先に書いた文章', author: { role: 'planner' } });
  expect(written?.earlier.map(({ version }) => version)).toEqual([1]);
  expect(written?.earlier[0]?.body).toContain('見本');
});
