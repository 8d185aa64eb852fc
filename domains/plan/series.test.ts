import { expect, it } from 'vitest';
import type { FigureRows, IndicatorHead } from './figure-rows.ts';
import { assembleFigure, definitionIn } from './series.ts';

const author = { role: 'planner', body: '地域福祉課' } as const;
const written = { indicator_id: 'i', author, on: '2024-04-03' };
const share = { counts: 'survey', period: 'point', answers: [], no_answer: 'unknown' } as const;
const count = {
  counts: 'encounters',
  period: 'fiscal_year',
  kinds: ['visit' as const],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single' as const],
  distinct: 'events',
} as const;

const head: IndicatorHead = {
  indicator_id: 'i',
  code: 'visits',
  number: 1,
  group: 1,
  group_name: null,
  wording: '',
  unit: '件',
  decimals: 0,
  polarity: 'up',
  source: 'encounters',
};

const rows: FigureRows = {
  indicators: [head],
  definitions: [
    {
      ...written,
      version: 2,
      starts_on: '2025-04-01',
      wording: 'second',
      rule: { ...count, kinds: ['visit'], sources: ['single'] },
    },
    {
      ...written,
      version: 1,
      starts_on: '2020-04-01',
      wording: 'first',
      rule: { ...count, kinds: ['visit'], sources: ['single'] },
    },
  ],
  stated: [],
  brought: [],
  snapshots: [{ indicator_id: 'i', fiscal_year: 2024, definition_version: 1, value: 100 }],
  years: [{ fiscal_year: 2024, fixed_on: '2025-06-10', published_on: '2025-07-01' }],
  smallest: 10,
};

it('the definition in force is the newest that had begun when the year began', () => {
  expect(definitionIn(rows.definitions, 2019)).toBeNull();
  expect(definitionIn(rows.definitions, 2024)?.version).toBe(1);
  expect(definitionIn(rows.definitions, 2025)?.version).toBe(2);
});

it('a fixed year shows what was fixed, an open one what counts, and the actual is the newest that stands still', () => {
  const counts = { live: new Map([[2025, 7]]), additions: new Map([[2024, 3]]) };
  const figure = assembleFigure(head, rows, counts, [2023, 2024, 2025]);
  expect(figure.points.map(({ value, state, additions }) => [value, state, additions])).toEqual([
    [null, 'open', null],
    [100, 'published', 3],
    [7, 'open', null],
  ]);
  expect(figure.actual).toMatchObject({ fiscal_year: 2024, value: 100, since: '2025-07-01' });
  expect(figure.definition?.version).toBe(1);
});

it('while nothing is fixed, the actual is the newest that counts', () => {
  const open = { ...rows, snapshots: [], years: [] };
  const figure = assembleFigure(
    head,
    open,
    { live: new Map([[2023, 5]]), additions: new Map() },
    [2023, 2024],
  );
  expect(figure.actual).toMatchObject({ fiscal_year: 2023, value: 5, state: 'open' });
});

it('a change of the definition breaks the line', () => {
  const counts = { live: new Map([[2025, 7]]), additions: new Map() };
  const figure = assembleFigure(head, rows, counts, [2024, 2025]);
  expect(figure.points.map(({ breaks_before }) => breaks_before)).toEqual([false, true]);
});

it('a post that may not count the town sees dated totals, none below the threshold, and that more is withheld', () => {
  const small = {
    ...rows,
    snapshots: [{ indicator_id: 'i', fiscal_year: 2024, definition_version: 1, value: 9 }],
  };
  const figure = assembleFigure(head, small, { live: null, additions: null }, [2024, 2025]);
  expect(figure.points[0]).toMatchObject({ value: null, masked: true, withheld: false, additions: null });
  expect(figure.points[1]).toMatchObject({ value: null, masked: false, withheld: true });
  expect(figure.actual?.fiscal_year).toBe(2024);
  const finer = assembleFigure(head, { ...small, smallest: 9 }, { live: null, additions: null }, [2024]);
  expect(finer.points[0]).toMatchObject({ value: 9, masked: false });
});

it('an indicator that came after the fixing has no figure for that year', () => {
  const figure = assembleFigure(
    head,
    { ...rows, snapshots: [] },
    { live: new Map(), additions: new Map() },
    [2024],
  );
  expect(figure.points[0]).toMatchObject({ value: null, state: 'published' });
});

it('a brought value is definite, and one that came after the fixing never takes its place', () => {
  const value = { ...written, wave: null, question: null, source_note: null };
  const survey: FigureRows = {
    ...rows,
    definitions: [
      { ...written, version: 1, starts_on: '2020-04-01', wording: '', rule: { ...share, answers: [] } },
    ],
    snapshots: [],
    brought: [
      { ...value, fiscal_year: 2024, value: 99, answered: null, late_reason: '入力の誤り' },
      { ...value, fiscal_year: 2025, value: 61.3, answered: 2000, late_reason: null, on: '2025-10-01' },
      { ...value, fiscal_year: 2024, value: 60, answered: null, late_reason: null },
    ],
  };
  const figure = assembleFigure(
    { ...head, source: 'survey' },
    survey,
    { live: null, additions: null },
    [2024, 2025],
  );
  expect(figure.points.map((p) => [p.value, p.state, p.since, p.kind])).toEqual([
    [60, 'published', '2025-07-01', 'survey'],
    [61.3, 'fixed', '2025-10-01', 'survey'],
  ]);
  expect(figure.points[0]?.margin).toBeNull();
  expect(figure.points[1]?.margin).toBeCloseTo(2.13, 2);
});
