import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const support = town.id('indicator:support');
const visits = town.id('indicator:visits');

const read = (indicator: string) => planner.call(api.readIndicator, { plan: 'kurume-1', indicator });

test('the survey values are those of the book, with their years, and their sizes are unknown', async () => {
  const { figures } = await town.as('noda').call(api.readFigures, { plan: 'kurume-1' });
  const survey = figures.filter(({ source }) => source === 'survey');
  expect(survey.map((f) => [f.code, f.target?.value, f.actual?.value, f.actual?.fiscal_year])).toEqual([
    ['support', 70, 61.3, 2025],
    ['ask', 87, 75.4, 2025],
    ['advise', 29, 23.8, 2022],
  ]);
  for (const { actual, baseline } of survey) {
    expect(actual).toMatchObject({ answered: null, margin: null, wave: { sent: null, returned: null } });
    expect(baseline).toMatchObject({ value: null, fiscal_year: null });
  }
});

test('a target is set anew and the one before stays readable', async () => {
  await planner.call(api.setTarget, {
    id: mintId(),
    indicator_id: support,
    fiscal_year: 2025,
    value: 72,
    note: '見直し',
  });
  const { figure, targets } = await read('support');
  expect(figure.target).toMatchObject({ value: 72, note: '見直し' });
  expect(targets.map(({ value }) => value)).toEqual([72, 70]);
});

test('a baseline becomes known', async () => {
  const id = mintId();
  await planner.call(api.setBaseline, {
    id,
    indicator_id: support,
    fiscal_year: 2019,
    value: 58.2,
    note: '第1期策定時',
  });
  const { figure, baselines } = await read('support');
  expect(figure.baseline).toMatchObject({ value: 58.2, fiscal_year: 2019 });
  expect(baselines.map(({ value }) => value)).toEqual([58.2, null]);
});

test('what is counted cannot be typed', async () => {
  const value = { id: mintId(), indicator_id: visits, fiscal_year: 2023, value: 250000 };
  const refused = await expectRefusal(planner.call(api.bringValue, value), 'refused');
  expect(refused.message).toContain('数えます');
});

test('a survey value names a wave of its own year, and its margin follows from the answers', async () => {
  const wave_id = mintId();
  const wave = {
    id: wave_id,
    name: '市民意識調査（R5調査）',
    fiscal_year: 2023,
    sent: 2000,
    returned: 1200,
    breaks: true,
  };
  await planner.call(api.addSurveyWave, wave);
  await expectRefusal(planner.call(api.addSurveyWave, { ...wave, id: mintId() }), 'refused');
  const value = { indicator_id: town.id('indicator:advise'), value: 25.1, answered: 1180, wave_id };
  await expectRefusal(planner.call(api.bringValue, { ...value, id: mintId(), fiscal_year: 2024 }), 'invalid');
  await planner.call(api.bringValue, { ...value, id: mintId(), fiscal_year: 2023 });
  const { figure } = await read('advise');
  const point = figure.points.find(({ fiscal_year }) => fiscal_year === 2023);
  expect(point).toMatchObject({ value: 25.1, breaks_before: true, wave: { method: null, sent: 2000 } });
  expect(point?.margin).toBeCloseTo(2.47, 2);
});

test('a value for a year to come is refused', async () => {
  const value = {
    id: mintId(),
    indicator_id: support,
    fiscal_year: 2026,
    value: 70,
    wave_id: town.id('wave:2025'),
  };
  await expectRefusal(planner.call(api.bringValue, value), 'refused');
});

test('a definition is data, versioned, and of its indicator’s own kind', async () => {
  const rule = { counts: 'survey', period: 'point', answers: ['感じる'], no_answer: 'out_of_base' } as const;
  const next = {
    indicator_id: support,
    first_year: 2025,
    wording: '「感じる」の割合',
    rule: { ...rule, answers: ['感じる'] },
  };
  await planner.call(api.defineIndicator, { ...next, after_version: 1 });
  await expectRefusal(planner.call(api.defineIndicator, { ...next, after_version: 1 }), 'refused');
  const { definitions, figure } = await read('support');
  expect(definitions.map(({ version, starts_on }) => [version, starts_on])).toEqual([
    [2, '2025-04-01'],
    [1, '2020-04-01'],
  ]);
  expect(figure.definition?.version).toBe(2);
  await expectRefusal(
    planner.call(api.defineIndicator, { ...next, indicator_id: visits, after_version: 1 }),
    'invalid',
  );
});

test('in a fixed year target and definition stand, and another value is kept beside the first with its reason', async () => {
  const first = { indicator_id: support, fiscal_year: 2023, wave_id: mintId() };
  await planner.call(api.addSurveyWave, { id: first.wave_id, name: 'R5 追加調査', fiscal_year: 2023 });
  await planner.call(api.fixPeriod, { fiscal_year: 2023, reason: '試験' });
  await planner.call(api.bringValue, { ...first, id: mintId(), value: 60.1 });
  const second = { ...first, id: mintId(), value: 60.9 };
  const refused = await expectRefusal(planner.call(api.bringValue, second), 'invalid');
  expect(refused.fields.late_reason).toBeTruthy();
  await planner.call(api.bringValue, { ...second, late_reason: '集計の誤り' });
  const { figure, values } = await read('support');
  expect(figure.points.find(({ fiscal_year }) => fiscal_year === 2023)?.value).toBe(60.1);
  expect(values.map(({ value, late_reason }) => [value, late_reason]).slice(0, 2)).toEqual([
    [60.9, '集計の誤り'],
    [60.1, null],
  ]);
  await expectRefusal(
    planner.call(api.setTarget, { id: mintId(), indicator_id: support, fiscal_year: 2023, value: 1 }),
    'refused',
  );
  const rule = {
    counts: 'survey' as const,
    period: 'point' as const,
    answers: [],
    no_answer: 'unknown' as const,
  };
  const back = { indicator_id: support, first_year: 2022, wording: '前にさかのぼる', rule, after_version: 2 };
  await expectRefusal(planner.call(api.defineIndicator, back), 'refused');
});

test('nobody but a planner writes', async () => {
  for (const who of ['noda', 'ogata', 'shiraishi']) {
    const target = { id: mintId(), indicator_id: support, fiscal_year: 2025, value: 1 };
    await expectRefusal(town.as(who).call(api.setTarget, target), 'not_allowed');
  }
});
