import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { registerAs } from '../../test/invent-household.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const onTheRound = town.id('household:鳥飼:3');
const person = () => ({
  id: mintId(),
  name: '見本 じろう',
  kana: 'みほん じろう',
  relation: 'child' as const,
});

describe('a person of a household', () => {
  test('is added and leaves; who has left stays in the gatherer’s eyes and leaves the visitor’s', async () => {
    const added = { ...person(), household_id: onTheRound, starts_on: '2025-12-01' };
    await furukawa.call(api.addMember, added);
    const read = async (who: string) =>
      (await town.as(who).call(api.readHousehold, { id: onTheRound })).members.find((p) => p.id === added.id);
    expect(await read('koga')).toEqual({
      id: added.id,
      name: added.name,
      kana: added.kana,
      relation: null,
      starts_on: '2025-12-01',
      ends_on: null,
      why_left: null,
    });
    await furukawa.call(api.endMember, { id: added.id, ends_on: '2026-02-01', why: 'facility' });
    expect(await read('koga')).toBeUndefined();
    expect(await read('furukawa')).toMatchObject({
      relation: 'child',
      ends_on: '2026-02-01',
      why_left: 'facility',
    });
  });

  test('leaves once, and not before having come', async () => {
    const added = { ...person(), household_id: onTheRound };
    await furukawa.call(api.addMember, added);
    const leave = (ends_on: string) => furukawa.call(api.endMember, { id: added.id, ends_on, why: 'moved' });
    expect((await expectRefusal(leave('2026-02-01'), 'invalid')).fields.ends_on).toContain('2026年2月2日');
    await leave('2026-02-02');
    await expectRefusal(leave('2026-02-02'), 'refused');
  });

  test('of another district is neither added nor taken out', async () => {
    const there = town.id('household:草野:1');
    await expectRefusal(furukawa.call(api.addMember, { ...person(), household_id: there }), 'not_found');
    const id = town.id('person:草野:1:0');
    await expectRefusal(
      furukawa.call(api.endMember, { id, ends_on: '2026-02-01', why: 'moved' }),
      'not_found',
    );
  });
});

describe('the reason why a household is watched over', () => {
  test('is written down below what was written before', async () => {
    const household_id = await registerAs(town, 'furukawa', { reason: '一人暮らし（見本）' });
    town.clock.now = new Date(town.clock.now.getTime() + 1000);
    await furukawa.call(api.writeReason, { household_id, id: mintId(), reason: '退院したばかり（見本）' });
    const { reasons } = await furukawa.call(api.readHousehold, { id: household_id });
    expect(reasons.map((r) => r.reason)).toEqual(['退院したばかり（見本）', '一人暮らし（見本）']);
    expect(reasons[0]?.written_by).toBe('古川（見本）');
  });

  test('is never a visitor’s to see: the answer is the same with and without one', async () => {
    const [id, other] = [town.id('household:鳥飼:3'), town.id('household:鳥飼:4')];
    expect((await furukawa.call(api.readHousehold, { id })).reasons).not.toEqual([]);
    for (const who of ['koga', 'tanaka-visitor']) {
      const households = who === 'koga' ? [id, other] : [id];
      for (const household of households)
        expect(await town.as(who).call(api.readHousehold, { id: household })).toMatchObject({
          reasons: [],
          aliases: [],
          may_write: false,
        });
    }
    const before = await town.as('koga').fetch(`/api/households/${other}`);
    await furukawa.call(api.writeReason, { household_id: other, id: mintId(), reason: '（見本）' });
    const after = await town.as('koga').fetch(`/api/households/${other}`);
    expect(await after.text()).toBe(await before.text());
    await expectRefusal(
      town.as('koga').call(api.writeReason, { household_id: id, id: mintId(), reason: '（見本）' }),
      'not_allowed',
    );
  });

  test('is hidden from a visitor in the database itself', async () => {
    const koga = { kind: 'post', post: town.id('post:koga') } as const;
    const hidden = [
      'household_reasons',
      'household_relations',
      'household_member_endings',
      'household_versions',
      'household_closings',
      'household_merges',
      'household_numbers',
      'household_assignment_endings',
      'provisions',
      'parties',
    ];
    await town.database.as(koga, 'test', async (db) => {
      for (const table of hidden) {
        const { rows } = await db.driver.executeSql(`select * from ${table}`);
        expect({ table, rows }).toEqual({ table, rows: [] });
      }
    });
  });
});
