import { describe, expect, test } from 'vitest';
import { correctHousehold, listHouseholds, readHousehold } from '#domains/parties/api.ts';
import { listVisits, recordVisit } from '#domains/visits/api.ts';
import { assignHousehold, listAssignments } from '#domains/visits/assignment-api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listLawfulBases, listProvisions, provide, readProvision, withdrawProvision } from './api.ts';
import { defaultBases, idOfBasis } from './bases.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const ogata = town.as('ogata');
const household = town.id('household:鳥飼:1');
const day = (text: string) => {
  town.clock.now = new Date(`${text}T10:00:00+09:00`);
};

const council = (more: Partial<InputOf<typeof provide>> = {}): InputOf<typeof provide> => ({
  id: mintId(),
  receiver_id: town.id('body:社協'),
  facets: ['household', 'visit', 'watching'],
  basis_id: idOfBasis('district_council-council-support-entrustment'),
  starts_on: '2026-02-02',
  ...more,
});
const withdraw = (who: string, id: string) =>
  town.as(who).call(withdrawProvision, { id, reason: '契約が終わった' });

/** What the council's officer sees of 鳥飼. */
async function officerSees() {
  const { households } = await ogata.call(listHouseholds, { district: town.id('district:鳥飼') });
  const { visits } = await ogata.call(listVisits, { household });
  const { assignments } = await ogata.call(listAssignments, { household });
  return { households: households.length, visits: visits.length > 0, assignments: assignments.length };
}

describe('a provision', () => {
  test('that is withdrawn closes lists, records and search at once, and a new one opens them again', async () => {
    expect((await officerSees()).households).toBeGreaterThan(10);
    await withdraw('furukawa', town.id('provision:鳥飼:社協'));
    expect(await officerSees()).toEqual({ households: 0, visits: false, assignments: 0 });
    await expectRefusal(ogata.call(readHousehold, { id: household }), 'not_found');
    expect((await ogata.call(listHouseholds, { text: '石橋' })).households).toEqual([]);
    expect((await town.as('koga').call(readHousehold, { id: household })).name).toContain('石橋');
    await furukawa.call(provide, council());
    expect((await officerSees()).households).toBeGreaterThan(10);
    expect((await ogata.call(readHousehold, { id: household })).reasons).not.toEqual([]);
  });

  test('opens from its first day to its last', async () => {
    const { provisions } = await furukawa.call(listProvisions, {});
    for (const p of provisions)
      if (p.receiver.id === town.id('body:社協') && p.withdrawn_at === null) await withdraw('furukawa', p.id);
    await furukawa.call(provide, council({ starts_on: '2026-02-10', ends_on: '2026-02-12' }));
    const seen = [];
    for (const text of ['2026-02-09', '2026-02-10', '2026-02-12', '2026-02-13']) {
      day(text);
      seen.push((await officerSees()).households > 0);
    }
    day('2026-02-02');
    expect(seen).toEqual([false, true, true, false]);
  });

  test('opens its facets and no others', async () => {
    await furukawa.call(provide, council({ facets: ['household'] }));
    const read = await ogata.call(readHousehold, { id: household });
    expect([read.name, read.reasons]).toEqual(['石橋（見本）', []]);
    expect((await officerSees()).visits).toBe(false);
  });

  test('lets the receiver write only under an entrustment', async () => {
    const { provisions } = await furukawa.call(listProvisions, {});
    for (const p of provisions)
      if (p.receiver.id === town.id('body:社協') && p.withdrawn_at === null) await withdraw('furukawa', p.id);
    const correct = async () => {
      const { version, name, kana, address, phone, may_write } = await ogata.call(readHousehold, {
        id: household,
      });
      const corrected = ogata.call(correctHousehold, { id: household, version, name, kana, address, phone });
      return { may_write, corrected };
    };
    const shared = 'district_council-council-support-joint_use';
    const id = mintId();
    await furukawa.call(provide, council({ id, basis_id: idOfBasis(shared) }));
    const reading = await correct();
    expect(reading.may_write).toBe(false);
    expect((await expectRefusal(reading.corrected, 'refused')).message).toContain('鳥飼校区社会福祉協議会');
    await withdraw('furukawa', id);
    await furukawa.call(provide, council());
    const serving = await correct();
    expect(serving.may_write).toBe(true);
    await serving.corrected;
  });

  test('is given only by who holds, on a basis that fits both bodies and everybody at once', async () => {
    const refused = async (more: Partial<InputOf<typeof provide>>, field: string) => {
      const { fields } = await expectRefusal(furukawa.call(provide, council(more)), 'invalid');
      expect(fields).toHaveProperty(field);
    };
    await refused({ basis_id: idOfBasis('city_section-council-support-entrustment') }, 'basis_id');
    await refused({ basis_id: idOfBasis('district_council-council-support-consent') }, 'basis_id');
    await refused({ starts_on: '2020-01-01' }, 'basis_id');
    await refused({ receiver_id: town.id('body:鳥飼') }, 'receiver_id');
    await refused({ ends_on: '2026-01-01' }, 'ends_on');
    await refused({ facets: [] }, 'facets');
    await expectRefusal(furukawa.call(provide, council({ basis_id: mintId() })), 'not_found');
    await expectRefusal(town.as('koga').call(provide, council()), 'not_allowed');
  });

  test('is withdrawn once, and by its holder', async () => {
    const id = mintId();
    await furukawa.call(provide, council({ id }));
    expect((await expectRefusal(withdraw('ogata', id), 'refused')).message).toContain('鳥飼');
    await expectRefusal(withdraw('kusano-lead', id), 'not_found');
    await withdraw('furukawa', id);
    await expectRefusal(withdraw('furukawa', id), 'refused');
    await expectRefusal(withdraw('furukawa', mintId()), 'not_found');
  });

  test('is known to both sides and to nobody else', async () => {
    const seenBy = async (who: string) => (await town.as(who).call(listProvisions, {})).provisions;
    expect((await seenBy('furukawa')).every((p) => p.own)).toBe(true);
    expect((await seenBy('ogata')).some((p) => p.holder.id === town.id('body:鳥飼'))).toBe(true);
    expect((await seenBy('kusano-lead')).some((p) => p.holder.id === town.id('body:鳥飼'))).toBe(false);
    const [one] = await seenBy('furukawa');
    if (!one) throw new Error('鳥飼 provides nothing');
    expect(await furukawa.call(readProvision, { id: one.id })).toEqual(one);
    await expectRefusal(town.as('kusano-lead').call(readProvision, { id: one.id }), 'not_found');
  });
});

describe('a commissioner', () => {
  test('sees an assigned household only as long as its holder provides it', async () => {
    const tanaka = town.as('tanaka');
    const visit = {
      household_id: household,
      visited_on: '2026-02-01',
      channel: 'face',
      contact: 'met',
    } as const;
    await town.as('koga').call(recordVisit, { id: mintId(), ...visit });
    const visits = async () => (await tanaka.call(listVisits, { household })).visits.length;
    expect((await tanaka.call(readHousehold, { id: household })).name).toBe('石橋（見本）');
    expect(await visits()).toBe(1);
    await withdraw('furukawa', town.id('provision:鳥飼:民児協'));
    const id = mintId();
    const shared = 'district_council-commissioner_council-watching-joint_use';
    const receiver_id = town.id('body:民児協');
    await furukawa.call(
      provide,
      council({ id, receiver_id, facets: ['household'], basis_id: idOfBasis(shared) }),
    );
    expect((await tanaka.call(readHousehold, { id: household })).name).toBe('石橋（見本）');
    expect(await visits()).toBe(0);
    await withdraw('furukawa', id);
    await expectRefusal(tanaka.call(readHousehold, { id: household }), 'not_found');
    expect((await tanaka.call(listHouseholds, {})).households).toEqual([]);
    const again = furukawa.call(assignHousehold, {
      id: mintId(),
      household_id: town.id('household:鳥飼:3'),
      post_id: town.id('post:tanaka'),
      starts_on: '2026-02-02',
    });
    const { message } = await expectRefusal(again, 'refused');
    expect(message).toContain('鳥飼校区社会福祉協議会から久留米市民生委員児童委員協議会へ');
  });
});

test('a new town has the bases of the law, the same ones each time', async () => {
  const { bases } = await town.as('koga').call(listLawfulBases, {});
  expect(bases.map((b) => b.code)).toEqual(
    [...defaultBases].sort((a, b) => (a.id < b.id ? -1 : 1)).map((b) => b.code),
  );
  expect(new Set(bases.map((b) => b.code)).size).toBe(bases.length);
  expect(bases.every((b) => !(b.each_person && b.acts_for_holder))).toBe(true);
});
