import { describe, expect, test } from 'vitest';
import { countEncounters } from '#domains/encounters/queries.ts';
import { fixPeriod } from '#domains/plan/api.ts';
import { fureaiRoles } from '#domains/posts/model.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { correctVisit, listVisits, readVisit, recordVisit, withdrawVisit } from './api.ts';

const town = await openTown('cast');
const household = (key: string) => town.id(`household:${key}`);
const visitTo = (key: string, more: Partial<InputOf<typeof recordVisit>> = {}) => ({
  id: mintId(),
  household_id: household(key),
  visited_on: '2026-02-01',
  channel: 'face' as const,
  contact: 'met' as const,
  condition: 'usual' as const,
  ...more,
});
const rule = {
  kinds: ['visit'],
  roles: fureaiRoles,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;

/** What counts as ふれあいの会 visits in a month, in the planner's eyes. */
async function countOf(month: string): Promise<number> {
  const planner = { kind: 'post', post: town.id('post:tsutsumi') } as const;
  const cells = await town.database.as(planner, 'test', (db) =>
    countEncounters(db, rule, { from: month, until: month }),
  );
  return cells[0]?.n ?? 0;
}

describe('a visit that is recorded', () => {
  test('stands once in the list, counts once, and says who gave and who received', async () => {
    const before = await countOf('2026-02');
    const visit = visitTo('鳥飼:3', { visited_at: '14:30', note: '柿をいただいた' });
    expect(await town.as('koga').call(recordVisit, visit)).toEqual({ id: visit.id });
    expect(await countOf('2026-02')).toBe(before + 1);
    const { visits } = await town.as('koga').call(listVisits, { household: visit.household_id });
    expect(visits.find(({ id }) => id === visit.id)).toMatchObject({
      visited_at: '14:30',
      own: true,
      version: 1,
    });
    const parties = await town.look(
      'select gave, received, household_id from encounter_parties where encounter_id = $1 order by position',
      [visit.id],
    );
    expect(parties).toEqual([
      { gave: true, received: false, household_id: null },
      { gave: false, received: true, household_id: visit.household_id },
    ]);
  });

  test('arrives twice and happens once', async () => {
    const before = await countOf('2026-02');
    const [visit, call] = [visitTo('鳥飼:3'), mintId()];
    await town.as('koga').call(recordVisit, visit, call);
    expect(await town.as('koga').call(recordVisit, visit, call)).toEqual({ id: visit.id });
    expect(await countOf('2026-02')).toBe(before + 1);
  });

  test('counts once however many went along', async () => {
    const before = await countOf('2026-02');
    const visit = visitTo('鳥飼:4', {
      for_post: town.id('post:koga'),
      companions: [town.id('post:tanaka-visitor')],
    });
    await town.as('furukawa').call(recordVisit, visit);
    expect(await countOf('2026-02')).toBe(before + 1);
    const read = await town.as('furukawa').call(readVisit, { id: visit.id });
    expect(read.companions).toEqual([{ post_id: town.id('post:tanaka-visitor'), name: '田中（見本）' }]);
  });

  test('may be written down by the gatherer for a visitor, and who wrote is kept', async () => {
    const visit = visitTo('鳥飼:3', { for_post: town.id('post:koga') });
    await town.as('furukawa').call(recordVisit, visit);
    const read = await town.as('furukawa').call(readVisit, { id: visit.id });
    expect(read).toMatchObject({
      visitor_name: '古賀（見本）',
      written_by_name: '古川（見本）',
      own: false,
      changeable: true,
      counts: true,
    });
    expect((await town.as('koga').call(readVisit, { id: visit.id })).own).toBe(true);
  });

  test('may be written down by the council officer whom the group entrusted', async () => {
    const visit = visitTo('草野:1', { for_post: town.id('post:sakai') });
    await town.as('ogata').call(recordVisit, visit);
    const [row] = await town.look('select role, group_id from encounters where id = $1', [visit.id]);
    expect(row).toEqual({ role: 'visitor', group_id: town.id('body:草野') });
  });

  test('under a commissioner is kept and is not the group’s', async () => {
    const before = await countOf('2025-06');
    town.clock.now = new Date('2025-06-20T10:00:00+09:00');
    await town.as('tanaka').call(recordVisit, visitTo('鳥飼:1', { visited_on: '2025-06-20' }));
    town.clock.now = new Date('2026-02-02T10:00:00+09:00');
    expect(await countOf('2025-06')).toBe(before);
  });
});

describe('a visit is refused', () => {
  test('to a household outside the round, of another district, and to none, in the same words', async () => {
    const said = new Set<string>();
    for (const key of ['free:鳥飼:1', '草野:1', '何処']) {
      const refused = await expectRefusal(town.as('koga').call(recordVisit, visitTo(key)), 'not_found');
      said.add(refused.message);
    }
    await expectRefusal(town.as('kusano-lead').call(recordVisit, visitTo('鳥飼:3')), 'not_found');
    expect(said.size).toBe(1);
  });

  test('to a visitor who writes for another’s post, and to a gatherer who writes for another district’s', async () => {
    const other = visitTo('鳥飼:1', { for_post: town.id('post:tanaka') });
    await expectRefusal(town.as('koga').call(recordVisit, other), 'not_found');
    const far = visitTo('鳥飼:1', { for_post: town.id('post:sakai') });
    await expectRefusal(town.as('furukawa').call(recordVisit, far), 'not_found');
    await expectRefusal(town.as('ogata').call(recordVisit, far), 'not_found');
  });

  test('with companions whom the recorder does not see: naming an id does not tell whether it exists', async () => {
    const before = await countOf('2026-02');
    for (const companion of [town.id('post:sakai'), mintId()]) {
      await expectRefusal(
        town.as('koga').call(recordVisit, visitTo('鳥飼:3', { companions: [companion] })),
        'not_found',
      );
    }
    expect(await countOf('2026-02')).toBe(before);
  });

  test('on a day to come, and on a day before the post', async () => {
    const tomorrow = await expectRefusal(
      town.as('koga').call(recordVisit, visitTo('鳥飼:3', { visited_on: '2026-02-03' })),
      'invalid',
    );
    expect(tomorrow.fields).toHaveProperty('visited_on');
    const early = await expectRefusal(
      town.as('koga').call(recordVisit, visitTo('鳥飼:3', { visited_on: '2024-03-31' })),
      'invalid',
    );
    expect(early.fields.visited_on).toContain('任期');
  });

  test('in a fixed year without a reason; with one it is a later addition', async () => {
    await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '試験' });
    const late = visitTo('鳥飼:3', { visited_on: '2025-03-20' });
    const refused = await expectRefusal(town.as('koga').call(recordVisit, late), 'invalid');
    expect(refused.fields).toHaveProperty('late_reason');
    await town.as('koga').call(recordVisit, { ...late, late_reason: '手帳から見つかった' });
    await town.as('koga').call(correctVisit, { ...late, version: 1, channel: 'phone', reason: '電話だった' });
    await town.as('koga').call(withdrawVisit, { id: late.id, version: 2, reason: '二重だった' });
    const additions = await town.look<{ said: string }>(
      "select channel || ' ' || n || ' ' || reason as said from later_additions where kind = 'visit' order by 1",
    );
    expect(additions.map(({ said }) => said)).toEqual([
      'face -1 電話だった',
      'face 1 手帳から見つかった',
      'phone -1 二重だった',
      'phone 1 電話だった',
    ]);
    expect(await countOf('2025-03')).toBe(0);
  });
});
