import { describe, expect, test } from 'vitest';
import { endPost, signIn } from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/sample.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { handInTallySheet, readRound, readToday, recordVisit } from './api.ts';

const town = await openTown('cast');

function visit(key: string, visited_on: string, more: object = {}) {
  return {
    id: mintId(),
    household_id: town.id(`household:${key}`),
    visited_on,
    channel: 'face' as const,
    contact: 'met' as const,
    ...more,
  };
}

describe('today', () => {
  test('shows a visitor who was not met yet this month first, who was met longest ago at the head', async () => {
    const koga = town.as('koga');
    await koga.call(recordVisit, visit('鳥飼:3', '2026-02-01'));
    await koga.call(recordVisit, visit('鳥飼:4', '2026-01-20'));
    await koga.call(recordVisit, visit('鳥飼:5', '2026-02-02', { contact: 'absent' }));
    await koga.call(
      recordVisit,
      visit('鳥飼:6', '2026-01-31', { condition: 'alarm', next_step: 'emergency' }),
    );
    const { view } = await koga.call(readToday, {});
    if (view.for !== 'round') throw new Error(view.for);
    const keyOf = (id: string) =>
      [...Array(12).keys()].map((i) => `鳥飼:${i + 1}`).find((key) => town.id(`household:${key}`) === id);
    expect(view.met.map(({ household_id }) => keyOf(household_id))).toEqual(['鳥飼:3']);
    const waiting = view.waiting.map(({ household_id }) => keyOf(household_id));
    expect(waiting).toHaveLength(11);
    expect(waiting.slice(-2)).toEqual(['鳥飼:4', '鳥飼:6']);
    expect(view.waiting.find(({ household_id }) => keyOf(household_id) === '鳥飼:5')).toMatchObject({
      met_on: null,
      last: { visited_on: '2026-02-02', contact: 'absent', own: true },
    });
    expect(view.worries).toMatchObject([
      { condition: 'alarm', next_step: 'emergency', visited_on: '2026-01-31' },
    ]);
    expect(view.month).toEqual({ visits: 2, days: 2 });
  });

  test('shows a gatherer the sheets of two months and the worries of the district', async () => {
    const { view } = await town.as('furukawa').call(readToday, {});
    expect(view).toMatchObject({
      for: 'group',
      sheets: [
        { month: '2026-01', mode: 'single', total: null, singles: 2, district_name: '鳥飼' },
        { month: '2026-02', mode: 'single', singles: 2 },
      ],
      worries: [{ condition: 'alarm', visitor_name: '古賀（見本）' }],
    });
    expect((await town.as('kusano-lead').call(readToday, {})).view).toMatchObject({ worries: [] });
  });

  test('shows the officer whose sheet of last month is missing and the alarms of a week', async () => {
    await town.as('ogata').call(handInTallySheet, {
      id: mintId(),
      district_id: town.id('district:荒木'),
      group_id: town.id('body:荒木'),
      month: '2026-01',
      counts: { face: 5 },
      counted_by: '見本',
    });
    const { view } = await town.as('ogata').call(readToday, {});
    if (view.for !== 'districts') throw new Error(view.for);
    expect([view.month, view.asked, view.missing.length]).toEqual(['2026-01', 42, 41]);
    expect(view.alarms).toMatchObject([{ district_name: '鳥飼', condition: 'alarm' }]);
  });

  test('shows the planner the open year so far', async () => {
    const { view } = await town.as('tsutsumi').call(readToday, {});
    if (view.for !== 'plan') throw new Error(view.for);
    expect(view.fiscal_year).toBe(2025);
    const [taken] = await town.look<{ n: number }>(
      `select count(*)::int as n from encounters where kind = 'intake' and occurred_on between '2025-04-01' and '2026-03-31'`,
    );
    expect(view.figures.map(({ so_far }) => so_far)).toEqual([9, taken?.n]);
    expect(view.additions).toEqual([]);
  });

  test('leaves a window its own day, shows everybody else that nothing waits, and nobody who is not signed in anything', async () => {
    for (const who of ['nakajima', 'eguchi-coordinator'])
      expect((await town.as(who).call(readToday, {})).view).toEqual({ for: 'window' });
    expect((await town.as('ogata-coordinator').call(readToday, {})).view).toEqual({ for: 'coordinator' });
    for (const who of ['noda', 'shiraishi', 'shiraishi-audit'])
      expect((await town.as(who).call(readToday, {})).view).toEqual({ for: 'nothing' });
    await expectRefusal(town.anonymous.call(readToday, {}), 'not_signed_in');
  });
});

describe('a round', () => {
  test('is the post’s own, and those of the district for who gathers', async () => {
    const post = town.id('post:koga');
    const own = await town.as('koga').call(readRound, {});
    expect(own.households).toHaveLength(12);
    expect((await town.as('furukawa').call(readRound, { post })).households).toEqual(
      own.households.map((entry) => ({ ...entry, last: entry.last && { ...entry.last, own: false } })),
    );
    for (const who of ['sakai', 'kusano-lead'])
      expect((await town.as(who).call(readRound, { post })).households).toEqual([]);
  });

  test('of a post that has ended is known by name alone', async () => {
    const koga = town.browser();
    await koga.call(signIn, { sign_in_name: 'koga', password: samplePassword });
    await town
      .as('shiraishi')
      .call(endPost, { id: town.id('post:koga'), how: 'on_day', ends_on: '2026-02-01', reason: '転居' });
    const { view } = await koga.call(readToday, {});
    if (view.for !== 'round') throw new Error(view.for);
    expect(view.waiting.length + view.met.length).toBe(12);
    expect(view.waiting[0]).toMatchObject({ address: null, cautions: [] });
    expect(view.month).toEqual({ visits: 2, days: 2 });
  });
});
