import { beforeAll, expect, test } from 'vitest';
import { takeOverIntakes } from '#domains/encounters/api.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const torikai = town.id('district:鳥飼');
let household_id: string;

beforeAll(async () => {
  const [row] = await town.look(
    `select household_id from household_assignments where post_id = $1 and ends_on is null and starts_on <= '2024-04-05'
     order by household_id limit 1`,
    [town.id('post:koga')],
  );
  household_id = row?.household_id;
});

const visit = (visited_on: string, late_reason: string | null = null) =>
  town.as('koga').call(recordVisit, {
    id: mintId(),
    household_id,
    visited_on,
    channel: 'phone',
    contact: 'answered',
    late_reason,
  });

const readVisits = async (who: string, year?: number) =>
  town.as(who).call(api.readIndicator, { plan: 'kurume-1', indicator: 'visits', year });

const valueIn = async (who: string, year: number) =>
  (await readVisits(who)).figure.points.find(({ fiscal_year }) => fiscal_year === year);

test('in an open year one visit moves the figure, its district, month and channel, and its rows by one', async () => {
  await visit('2026-01-20');
  const before = await readVisits('tsutsumi', 2025);
  await visit('2026-01-21');
  const after = await readVisits('tsutsumi', 2025);
  const at = (answer: typeof after) => ({
    figure: answer.figure.points.at(-1)?.value ?? 0,
    january: answer.districts?.rows.find(({ id }) => id === torikai)?.months[9] ?? 0,
    phone:
      answer.districts?.rows.find(({ id }) => id === torikai)?.by_channel[
        answer.districts.channels.indexOf('phone')
      ] ?? 0,
  });
  const [was, is] = [at(before), at(after)];
  expect(is).toEqual({ figure: was.figure + 1, january: was.january + 1, phone: was.phone + 1 });
  const rows = await planner.call(api.listRowsBehind, {
    plan: 'kurume-1',
    indicator: 'visits',
    year: 2025,
    district: torikai,
    month: '2026-01',
    channel: 'phone',
  });
  expect(rows.counted).toBe(is.january);
  expect(rows.singles[0]).toMatchObject({ occurred_on: '2026-01-21', channel: 'phone', late_reason: null });
});

test('an open year is shown to whose work it is: the town to planners, a district to its gatherer, nothing to others', async () => {
  expect((await valueIn('tsutsumi', 2025))?.value).toBeGreaterThan(0);
  for (const who of ['noda', 'furukawa', 'ogata', 'koga', 'shiraishi'])
    expect(await valueIn(who, 2025)).toMatchObject({ value: null, withheld: true });
  const near = await readVisits('furukawa', 2025);
  expect(near.districts?.rows.map(({ id }) => id)).toEqual([torikai]);
  expect(near.districts?.whole).toBe(false);
  expect((await readVisits('noda', 2025)).districts).toBeNull();
  await expectRefusal(
    town.as('noda').call(api.listRowsBehind, { plan: 'kurume-1', indicator: 'visits', year: 2025 }),
    'not_allowed',
  );
});

test('rows behind a number come page by page and without names', async () => {
  const question = { plan: 'kurume-1', indicator: 'visits', year: 2025, limit: 1 };
  const first = await planner.call(api.listRowsBehind, question);
  const second = await planner.call(api.listRowsBehind, { ...question, after: first.next ?? '' });
  expect(first.singles).toHaveLength(1);
  expect(second.singles[0]?.id).not.toBe(first.singles[0]?.id);
  expect(JSON.stringify(first)).not.toContain(household_id);
});

test('a figure that is fixed stands; what comes later needs a reason and stands beside it, everywhere', async () => {
  for (let i = 0; i < 12; i++) await visit(`2024-0${4 + (i % 6)}-1${i % 10}`);
  const intake = { channel: 'phone' as const, occurred_on: '2024-06-03' };
  for (let i = 0; i < 3; i++)
    await town.as('nakajima').call(takeOverIntakes, { rows: [{ ...intake, id: mintId() }] });
  const live = (await valueIn('tsutsumi', 2024))?.value ?? 0;
  expect(live).toBeGreaterThanOrEqual(12);
  await planner.call(api.fixPeriod, { fiscal_year: 2024, reason: '集計票がそろったため' });
  await expectRefusal(visit('2024-05-20'), 'invalid');
  await visit('2024-05-20', '記録用紙があとから見つかったため');
  expect(await valueIn('tsutsumi', 2024)).toMatchObject({ value: live, additions: 1, state: 'fixed' });
  await planner.call(api.publishPeriod, { fiscal_year: 2024 });
  const shown = await readVisits('tsutsumi', 2024);
  expect(shown.figure.actual).toMatchObject({ value: live, additions: 1, state: 'published' });
  expect(shown.districts?.rows.reduce((sum, { total }) => sum + total, 0)).toBe(live);
  expect(shown.additions).toMatchObject([
    { month: '2024-05', n: 1, reason: '記録用紙があとから見つかったため' },
  ]);
  const rows = await planner.call(api.listRowsBehind, { plan: 'kurume-1', indicator: 'visits', year: 2024 });
  expect(rows).toMatchObject({ counted: live + 1, late: 1, state: 'published' });
  expect(rows.singles.filter(({ late_reason }) => late_reason !== null)).toHaveLength(1);
});

test('a gatherer’s fixed cells are the planner’s cells of that district', async () => {
  const [whole, near] = [await readVisits('tsutsumi', 2024), await readVisits('furukawa', 2024)];
  const ofPlanner = whole.districts?.rows.find(({ id }) => id === torikai);
  expect(near.districts?.rows[0]?.months).toEqual(ofPlanner?.months);
  expect(near.districts?.rows[0]?.total).toBe(ofPlanner?.total);
});

test('dated totals are for everybody, but not one that is small enough to point at somebody', async () => {
  expect((await valueIn('noda', 2024))?.value).toBe((await valueIn('tsutsumi', 2024))?.value);
  const intakes = async (who: string) =>
    (
      await town.as(who).call(api.readFigures, { plan: 'kurume-1', indicator: 'intakes' })
    ).figures[0]?.points.find(({ fiscal_year }) => fiscal_year === 2024);
  expect(await intakes('tsutsumi')).toMatchObject({ value: 3, masked: false });
  expect(await intakes('noda')).toMatchObject({ value: null, masked: true });
});

test('a year is fixed once, when it is over, and published after that', async () => {
  await expectRefusal(planner.call(api.fixPeriod, { fiscal_year: 2025, reason: '早すぎる' }), 'refused');
  await expectRefusal(planner.call(api.fixPeriod, { fiscal_year: 2024, reason: '二度目' }), 'refused');
  await expectRefusal(planner.call(api.publishPeriod, { fiscal_year: 2023 }), 'refused');
  await expectRefusal(planner.call(api.publishPeriod, { fiscal_year: 2024 }), 'refused');
  const { periods } = await town.as('noda').call(api.listPeriods, {});
  expect(periods.slice(0, 3).map(({ fiscal_year, state }) => [fiscal_year, state])).toEqual([
    [2025, 'running'],
    [2024, 'published'],
    [2023, 'over'],
  ]);
  expect(periods[1]?.additions).toBeNull();
  const own = await town.as('furukawa').call(api.listPeriods, {});
  expect(own.periods[1]?.additions).toBe(1);
});

test('later additions of a year are listed page by page', async () => {
  for (const day of ['2024-06-01', '2024-06-02']) await visit(day, '遅れて届いた');
  const first = await planner.call(api.listLaterAdditions, { fiscal_year: 2024, limit: 2 });
  const second = await planner.call(api.listLaterAdditions, { fiscal_year: 2024, after: first.next ?? '' });
  expect(first.additions).toHaveLength(2);
  expect(second.additions).toHaveLength(1);
  expect(second.next).toBeNull();
});
