import { expect, test } from 'vitest';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('sample');
const planner = town.as('tsutsumi');

test('the achievement table is that of the plan: five indicators, from three different years', async () => {
  const { figures } = await planner.call(api.readFigures, { plan: 'kurume-1' });
  expect(figures.map((f) => [f.code, f.target?.value, f.actual?.value, f.actual?.fiscal_year])).toEqual([
    ['support', 70, 61.3, 2025],
    ['visits', 296_000, 248_933, 2024],
    ['intakes', 1_020, 1_181, 2024],
    ['ask', 87, 75.4, 2025],
    ['advise', 29, 23.8, 2022],
  ]);
});

test('the late visit of 令和6年度 stands beside 248,933, and what counts today is both', async () => {
  const visits = await planner.call(api.readIndicator, { plan: 'kurume-1', indicator: 'visits' });
  expect(visits.figure.actual).toMatchObject({ value: 248_933, state: 'published', additions: 1 });
  expect(visits.additions).toHaveLength(1);
  expect(visits.additions[0]).toMatchObject({ month: '2025-01', district: '鳥飼', n: 1 });
  expect(visits.districts?.rows.reduce((sum, { total }) => sum + total, 0)).toBe(248_933);
  const rows = await planner.call(api.listRowsBehind, { plan: 'kurume-1', indicator: 'visits', year: 2024 });
  expect(rows).toMatchObject({ counted: 248_934, late: 1 });
});

test('from 248,933 a cell opens onto its rows: a sheet where the district counts by sheet', async () => {
  const { districts } = await planner.call(api.readIndicator, {
    plan: 'kurume-1',
    indicator: 'visits',
    year: 2024,
  });
  for (const row of districts?.rows.slice(0, 4) ?? []) {
    const cell = {
      plan: 'kurume-1',
      indicator: 'visits',
      year: 2024,
      district: row.id ?? '',
      month: '2024-06',
    };
    const behind = await planner.call(api.listRowsBehind, { ...cell, limit: 200 });
    expect(behind.counted - behind.late).toBe(row.months[2] ?? 0);
    const sheets = behind.sheets.reduce((sum, { n }) => sum + n, 0);
    if (behind.next === null) expect(sheets + behind.singles.length).toBe(behind.counted);
  }
});

test('the figures of the open year move with one visit, those of the fixed year do not', async () => {
  const values = async () => {
    const { figures } = await planner.call(api.readFigures, { plan: 'kurume-1', indicator: 'visits' });
    return figures[0]?.points.map(({ value }) => value) ?? [];
  };
  const before = await values();
  const [row] = await town.look('select household_id from household_assignments where post_id = $1 limit 1', [
    town.id('post:koga'),
  ]);
  const visit = { id: mintId(), household_id: row?.household_id, visited_on: '2026-02-01' };
  await town.as('koga').call(recordVisit, { ...visit, channel: 'face', contact: 'met' });
  expect(await values()).toEqual([...before.slice(0, 5), (before[5] ?? 0) + 1]);
});
