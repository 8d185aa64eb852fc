import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { bringBeforeCity, giveFacets, inventContent, inventPlan } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { readCase, takeStep } from './case-api.ts';
import { closePlan } from './closing-api.ts';
import {
  decideSupport,
  draftPlan,
  listPlansOfPeople,
  proposePlan,
  readSupportPlan,
  recordFinding,
  reviewPlan,
  rewritePlan,
  startSupport,
  takeBackPlan,
} from './plan-api.ts';

const town = await openTown('cast');
const [window, city, council] = [town.as('nakajima'), town.as('kakihara'), town.as('eguchi')];
const stateOf = async (id: string) => (await window.call(readSupportPlan, { id })).state;
const decide = (plan_id: string, decision: 'yes' | 'no' | 'returned' = 'yes') =>
  city.call(decideSupport, { plan_id, id: mintId(), decision, reason: '見本' });

const attained = (goals: readonly string[]) =>
  goals.map((goal_id) => ({ goal_id, attained: 'mostly' as const, words: '見本' }));

describe('a plan', () => {
  test('goes from a draft to its end, and takes the case along', async () => {
    const plan = await inventPlan(town);
    const { plan_id, case_id, goals } = plan;
    for (const state of ['screening', 'active', 'plan_draft'] as const)
      await window.call(takeStep, { case_id, id: mintId(), state });
    await bringBeforeCity(town, plan);
    expect(await stateOf(plan_id)).toBe('proposed');
    await decide(plan_id);
    expect(await stateOf(plan_id)).toBe('decided');
    await window.call(startSupport, { plan_id, id: mintId(), acted_on: '2026-02-02' });
    expect((await window.call(readCase, { id: case_id })).state).toBe('in_support');
    await window.call(reviewPlan, {
      plan_id,
      id: mintId(),
      reviewed_on: '2026-02-02',
      words: '見本',
      next_on: '2026-03-02',
    });
    const reviewed = await window.call(readSupportPlan, { id: plan_id });
    expect([reviewed.state, reviewed.next_review_on]).toEqual(['reviewed', '2026-03-02']);
    const closing = { plan_id, outcome: 'ended', closed_on: '2026-02-02', reason: 'reached' } as const;
    const { fields } = await expectRefusal(window.call(closePlan, closing), 'invalid');
    expect(Object.keys(fields)).toEqual(['attainments.0.attained', 'attainments.1.attained']);
    await window.call(closePlan, {
      ...closing,
      attainments: attained(goals),
      changes: ['household_budget'],
      own_words: '見本',
    });
    const ended = await window.call(readSupportPlan, { id: plan_id });
    expect([ended.state, ended.closing?.changes, ended.goals[0]?.attainment?.attained]).toEqual([
      'ended',
      ['household_budget'],
      'mostly',
    ]);
    expect((await window.call(readCase, { id: case_id })).state).toBe('ended');
  });

  test('is one person’s: who is given the mother’s sees nothing of the son’s', async () => {
    const mother = await inventPlan(town);
    const son = await inventPlan(town);
    await expectRefusal(council.call(readSupportPlan, { id: mother.plan_id }), 'not_found');
    await giveFacets(town, mother.client, '社協', ['plan']);
    const given = await council.call(readSupportPlan, { id: mother.plan_id });
    expect([given.own, given.client_name, given.goals.length, given.steps.length]).toEqual([
      false,
      null,
      2,
      1,
    ]);
    await expectRefusal(council.call(readSupportPlan, { id: son.plan_id }), 'not_found');
    const { plans } = await council.call(listPlansOfPeople, { state: 'all' });
    expect(plans.map(({ id }) => id)).toEqual([mother.plan_id]);
    await expectRefusal(
      council.call(rewritePlan, { ...inventContent(), plan_id: mother.plan_id, version: 1 }),
      'refused',
    );
    await expectRefusal(city.call(readSupportPlan, { id: mother.plan_id }), 'not_found');
  });

  test('of 自立相談支援 cannot stand without 支援調整会議, nor without the person’s agreement', async () => {
    const plan = await inventPlan(town);
    const { plan_id, client } = plan;
    await expectRefusal(decide(plan_id), 'not_found');
    await giveFacets(town, client, '地域福祉課', ['plan']);
    expect((await expectRefusal(decide(plan_id), 'refused')).message).toContain(
      '支援決定を待っているプランではありません',
    );
    await window.call(proposePlan, { plan_id, id: mintId(), version: 1 });
    const find = (
      finding: 'fit' | 'change',
      conference_kind: 'support_coordination' | 'multi_layer' = 'support_coordination',
    ) =>
      window.call(recordFinding, { plan_id, id: mintId(), conference_kind, held_on: '2026-02-02', finding });
    await find('fit', 'multi_layer');
    expect((await expectRefusal(decide(plan_id), 'refused')).message).toContain('支援調整会議での確認がまだ');
    await find('change');
    expect((await expectRefusal(decide(plan_id), 'refused')).message).toContain('直してから');
    await find('fit');
    expect((await expectRefusal(decide(plan_id), 'refused')).message).toContain('同意・申込');
    await decide(plan_id, 'returned');
    expect(await stateOf(plan_id)).toBe('returned');
    // What is written anew is agreed to and found fit anew.
    await window.call(rewritePlan, { ...inventContent(), plan_id, version: 1 });
    await window.call(proposePlan, { plan_id, id: mintId(), version: 2 });
    expect((await expectRefusal(decide(plan_id), 'refused')).message).toContain('支援調整会議での確認がまだ');
  });

  test('that was put forward is not rewritten until it is taken back, and two writers do not overwrite each other', async () => {
    const { plan_id } = await inventPlan(town);
    await window.call(rewritePlan, { ...inventContent({ trouble: '見本の二' }), plan_id, version: 1 });
    await expectRefusal(window.call(rewritePlan, { ...inventContent(), plan_id, version: 1 }), 'refused');
    await window.call(proposePlan, { plan_id, id: mintId(), version: 2 });
    await expectRefusal(window.call(rewritePlan, { ...inventContent(), plan_id, version: 2 }), 'refused');
    await window.call(takeBackPlan, { plan_id, id: mintId(), words: '見本' });
    await window.call(rewritePlan, { ...inventContent(), plan_id, version: 2 });
    const kept = await town.look(
      'select version, content -> $2 as trouble from support_plan_versions where plan_id = $1 order by 1',
      [plan_id, 'trouble'],
    );
    expect(kept).toEqual([
      { version: 1, trouble: '見本：家計のやりくりが分からない' },
      { version: 2, trouble: '見本の二' },
    ]);
  });

  test('lacks what it lacks, and says so', async () => {
    const { plan_id } = await inventPlan(town, { goals: [], trouble: null });
    const propose = (version: number) => window.call(proposePlan, { plan_id, id: mintId(), version });
    expect((await expectRefusal(propose(1), 'refused')).message).toContain('解決したい課題');
    await window.call(rewritePlan, { ...inventContent({ goals: [] }), plan_id, version: 1 });
    expect((await expectRefusal(propose(2), 'refused')).message).toContain('目標');
    const backwards = inventContent({ starts_on: '2026-02-02', ends_on: '2026-01-01' });
    const { fields } = await expectRefusal(
      window.call(rewritePlan, { ...backwards, plan_id, version: 2 }),
      'invalid',
    );
    expect(Object.keys(fields)).toEqual(['ends_on']);
    const unknown = inventContent({ services: ['nothing_like_it'] });
    await expectRefusal(window.call(rewritePlan, { ...unknown, plan_id, version: 2 }), 'invalid');
  });

  test('follows on another only when that one has been evaluated', async () => {
    const { plan_id, case_id, client } = await inventPlan(town);
    const again = () =>
      window.call(draftPlan, { ...inventContent(), id: mintId(), case_id, client_id: client });
    await expectRefusal(again(), 'refused');
    const closing = { plan_id, closed_on: '2026-02-02', reason: 'wish' };
    await expectRefusal(window.call(closePlan, { ...closing, outcome: 'ended' }), 'invalid');
    await window.call(closePlan, { ...closing, outcome: 'replanned' });
    const { id } = await again();
    expect((await window.call(readSupportPlan, { id })).number).toBe(1);
  });

  test('is decided on by the city alone, once', async () => {
    const plan = await inventPlan(town);
    await bringBeforeCity(town, plan);
    await expectRefusal(
      window.call(decideSupport, { plan_id: plan.plan_id, id: mintId(), decision: 'yes', reason: '見本' }),
      'not_allowed',
    );
    const { plans } = await city.call(listPlansOfPeople, { state: 'waiting' });
    expect(plans.map(({ id }) => id)).toContain(plan.plan_id);
    await decide(plan.plan_id, 'no');
    await expectRefusal(decide(plan.plan_id), 'refused');
    expect(await stateOf(plan.plan_id)).toBe('declined');
  });
});
