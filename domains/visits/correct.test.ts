import { describe, expect, test } from 'vitest';
import { countEncounters } from '#domains/encounters/queries.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { correctVisit, listVisits, readVisit, recordVisit, withdrawVisit } from './api.ts';

const town = await openTown('cast');
const rule = {
  kinds: ['visit'],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;

/** What counts, by month and channel, in the planner's eyes. */
async function counts(): Promise<Record<string, number>> {
  const planner = { kind: 'post', post: town.id('post:tsutsumi') } as const;
  const months = { from: '2025-04', until: '2026-03' };
  const cells = await town.database.as(planner, 'test', (db) =>
    countEncounters(db, rule, months, ['month', 'channel']),
  );
  return Object.fromEntries(cells.map(({ month, channel, n }) => [`${month} ${channel}`, n]));
}

async function recordOne(day = '2026-01-20') {
  const visit = {
    id: mintId(),
    household_id: town.id('household:鳥飼:3'),
    visited_on: day,
    channel: 'face' as const,
    contact: 'met' as const,
    note: '元気だった',
  };
  await town.as('koga').call(recordVisit, visit);
  return visit;
}

describe('a correction', () => {
  test('moves the count, and what the visit said before stays readable with the reason', async () => {
    const visit = await recordOne();
    const before = await counts();
    const to = {
      ...visit,
      visited_on: '2025-12-31',
      channel: 'phone' as const,
      version: 1,
      reason: '日付のまちがい',
    };
    await town.as('koga').call(correctVisit, to);
    const after = await counts();
    expect(after['2026-01 face'] ?? 0).toBe((before['2026-01 face'] ?? 0) - 1);
    expect(after['2025-12 phone']).toBe((before['2025-12 phone'] ?? 0) + 1);
    const read = await town.as('koga').call(readVisit, { id: visit.id });
    expect(read).toMatchObject({ visited_on: '2025-12-31', channel: 'phone', version: 2 });
    expect(read.versions).toMatchObject([
      {
        version: 1,
        reason: '日付のまちがい',
        said: { visited_on: '2026-01-20', channel: 'face', note: '元気だった' },
      },
    ]);
  });

  test('of a note alone leaves the count as it is', async () => {
    const visit = await recordOne();
    const deltas = async () => (await town.look('select count(*)::int as n from encounter_tally'))[0]?.n;
    const before = await deltas();
    await town
      .as('koga')
      .call(correctVisit, { ...visit, note: '柿をいただいた', version: 1, reason: '書き足した' });
    expect(await deltas()).toBe(before);
  });

  test('of what somebody else corrected meanwhile is refused, and both values are told', async () => {
    const visit = await recordOne();
    await town
      .as('furukawa')
      .call(correctVisit, { ...visit, contact: 'absent', version: 1, reason: '本人から聞いた' });
    const refused = await expectRefusal(
      town.as('koga').call(correctVisit, { ...visit, channel: 'intercom', version: 1, reason: 'まちがい' }),
      'refused',
    );
    expect(refused.fields.contact).toBe('今の内容: 不在　あなたの入力: 会えた');
    expect(refused.fields.channel).toContain('インターホン越し');
    expect(refused.fields).not.toHaveProperty('note');
  });

  test('from two sides at once happens once', async () => {
    const visit = await recordOne();
    const before = await counts();
    const tries = (['phone', 'letter', 'intercom', 'message'] as const).map((channel) =>
      town
        .as('furukawa')
        .call(correctVisit, { ...visit, channel, version: 1, reason: '同時' })
        .then(
          () => 1,
          () => 0,
        ),
    );
    const withdrawn = town
      .as('koga')
      .call(withdrawVisit, { id: visit.id, version: 1, reason: '同時' })
      .then(
        () => 1,
        () => 0,
      );
    const done = await Promise.all([...tries, withdrawn]);
    expect(done.filter((one) => one === 1)).toHaveLength(1);
    const sum = (cells: Record<string, number>) => Object.values(cells).reduce((a, b) => a + b, 0);
    expect(sum(await counts())).toBe(sum(before) - (done[4] === 1 ? 1 : 0));
  });

  test('is the visitor’s own and the gatherer’s; another visitor of the household may only read', async () => {
    const visit = { ...(await recordOne()), id: mintId(), household_id: town.id('household:鳥飼:3') };
    await town.as('koga').call(recordVisit, visit);
    const read = await town.as('tanaka-visitor').call(readVisit, { id: visit.id });
    expect(read).toMatchObject({ changeable: false, versions: [] });
    const tried = { ...visit, version: 1, reason: '直したい' };
    await expectRefusal(town.as('tanaka-visitor').call(correctVisit, tried), 'not_allowed');
    await expectRefusal(town.as('sakai').call(correctVisit, tried), 'not_found');
    await expectRefusal(
      town.as('kusano-lead').call(withdrawVisit, { id: visit.id, version: 1, reason: 'x' }),
      'not_found',
    );
  });

  test('to a day to come or outside the term is refused', async () => {
    const visit = await recordOne();
    const correct = (visited_on: string) =>
      town.as('koga').call(correctVisit, { ...visit, visited_on, version: 1, reason: '日付' });
    await expectRefusal(correct('2026-02-03'), 'invalid');
    expect((await expectRefusal(correct('2024-03-01'), 'invalid')).fields.visited_on).toContain('任期');
  });
});

describe('a withdrawal', () => {
  test('takes the visit out of count and list, and keeps it readable with its reason', async () => {
    const before = await counts();
    const visit = await recordOne();
    await town.as('koga').call(withdrawVisit, { id: visit.id, version: 1, reason: '隣の家だった' });
    expect(await counts()).toEqual(before);
    const seen = async (withdrawn: 'with' | 'without') =>
      (await town.as('koga').call(listVisits, { household: visit.household_id, withdrawn })).visits.some(
        ({ id }) => id === visit.id,
      );
    expect([await seen('without'), await seen('with')]).toEqual([false, true]);
    const read = await town.as('furukawa').call(readVisit, { id: visit.id });
    expect(read).toMatchObject({ withdrawn: true, counts: false, withdrawal: { reason: '隣の家だった' } });
  });

  test('is final: neither again nor corrected', async () => {
    const visit = await recordOne();
    await town.as('koga').call(withdrawVisit, { id: visit.id, version: 1, reason: '二重' });
    await expectRefusal(
      town.as('koga').call(withdrawVisit, { id: visit.id, version: 2, reason: '二重' }),
      'refused',
    );
    await expectRefusal(
      town.as('koga').call(correctVisit, { ...visit, version: 2, reason: '直す' }),
      'refused',
    );
  });
});
