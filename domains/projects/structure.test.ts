import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const project_id = town.id('project:104');

const added = {
  number: 900,
  name: '見本の事業',
  summary: '見本',
  body_id: town.id('body:社協'),
  starts_on: '2025-04-01',
  measure_ids: [town.id('measure:1'), town.id('measure:2')],
};

describe('a project', () => {
  test('belongs to several measures and other plans, as the same row', async () => {
    const other_plan = town.id('other-plan:integrated');
    const { other_plans } = await town.as('koga').call(api.listOtherPlans, {});
    expect(other_plans).toMatchObject([{ legal_basis: '社会福祉法第106条の5', projects: 8 }]);
    const { projects } = await town.as('koga').call(api.listProjects, { other_plan });
    expect(projects).toHaveLength(8);
    expect(projects.find(({ number }) => number === 110)?.measures.map(({ number }) => number)).toEqual([
      4, 7,
    ]);
  });

  test('has a number of its own and an owner that answers inquiries', async () => {
    const id = mintId();
    await planner.call(api.addProject, { ...added, id });
    const taken = await expectRefusal(planner.call(api.addProject, { ...added, id: mintId() }), 'refused');
    expect(taken.fields.number).toContain('900');
    const group = { ...added, id: mintId(), number: 901, body_id: town.id('body:鳥飼') };
    await expectRefusal(planner.call(api.addProject, group), 'invalid');
    const { projects } = await planner.call(api.listProjects, { measure: town.id('measure:2') });
    expect(projects.map(({ number }) => number)).toContain(900);
  });

  test('is worded anew without losing what it was called; who comes second is told', async () => {
    const reword = (name: string) =>
      planner.call(api.rewordProject, { project_id, after_version: 1, name, summary: '見本' });
    await reword('新しい名前');
    await expectRefusal(reword('別の名前'), 'refused');
    const { wordings } = await planner.call(api.readProject, { id: project_id });
    expect(wordings.map(({ name }) => name)).toEqual(['新しい名前', 'ふれあい訪問の手引き']);
  });

  test('moves to another owner from a day on, and what was asked stays where it was asked', async () => {
    const move = { project_id, body_id: town.id('body:つながり支援課') };
    await planner.call(api.moveProject, { ...move, id: mintId(), starts_on: '2026-02-01' });
    await expectRefusal(
      planner.call(api.moveProject, { ...move, id: mintId(), starts_on: '2020-01-01' }),
      'refused',
    );
    const { projects } = await planner.call(api.listProjects, { body: move.body_id });
    expect(projects.map(({ number }) => number)).toContain(104);
    const { items } = await town.as('akiyama').call(api.readInquiry, { id: town.id('inquiry:2025') });
    expect(items.map(({ number }) => number)).not.toContain(104);
  });

  test('is linked once to the same measure at a time; a link that ended stays readable', async () => {
    const to = `measure:${town.id('measure:5')}`;
    const link = (starts_on: string) =>
      planner.call(api.linkProject, { id: mintId(), project_id, to, starts_on });
    const { id: link_id } = await link('2025-04-01');
    await expectRefusal(link('2025-05-01'), 'refused');
    const ending = { link_id, reason: '見本' };
    await expectRefusal(planner.call(api.endProjectLink, { ...ending, ends_on: '2025-03-31' }), 'refused');
    await planner.call(api.endProjectLink, { ...ending, ends_on: '2025-12-31' });
    await link('2026-01-01');
    const { links } = await planner.call(api.readProject, { id: project_id });
    const own = links.filter(({ measure }) => measure?.number === 5);
    expect(own.map(({ ending: ended }) => ended?.ends_on ?? null)).toEqual(['2025-12-31', null]);
  });

  test('that has ended is left out of lists unless it is asked for', async () => {
    const id = town.id('project:131');
    await planner.call(api.endProject, { project_id: id, ends_on: '2026-01-31', reason: '見本' });
    const numbers = async (ended: 'with' | 'without') =>
      (await planner.call(api.listProjects, { ended })).projects.map(({ number }) => number);
    expect(await numbers('without')).not.toContain(131);
    expect(await numbers('with')).toContain(131);
  });

  test('is written by planners alone', async () => {
    await expectRefusal(town.as('akiyama').call(api.addProject, { ...added, id: mintId() }), 'not_allowed');
  });
});

test('a page of projects leads to the next', async () => {
  const first = await planner.call(api.listProjects, { limit: 10 });
  expect(first.next).toBe(110);
  const next = await planner.call(api.listProjects, { limit: 10, after: first.next ?? 0 });
  expect(next.projects[0]?.number).toBe(111);
});

test('another plan is named once, and does not end before it begins', async () => {
  const plan = { name: '見本の計画', legal_basis: '見本の法律', first_year: 2026, last_year: 2025 };
  await expectRefusal(planner.call(api.addOtherPlan, { ...plan, id: mintId() }), 'invalid');
  await planner.call(api.addOtherPlan, { ...plan, id: mintId(), last_year: null });
  await expectRefusal(planner.call(api.addOtherPlan, { ...plan, id: mintId(), last_year: 2027 }), 'refused');
});
