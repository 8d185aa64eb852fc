import { describe, expect, test } from 'vitest';
import { listAssignments } from '#domains/visits/assignment-api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventHousehold, registerAs } from '../../test/invent-household.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const said = {
  name: '見本 はな',
  kana: 'みほん はな',
  address: '見本町1-1',
  phone: '0942-00-0001',
  cautions: [],
};
const tick = () => {
  town.clock.now = new Date(town.clock.now.getTime() + 1000);
};
const district = (name: string) => town.id(`district:${name}`);

describe('a household that is registered', () => {
  test('gets the next number of its body in the fiscal year, and is read as it was typed', async () => {
    const [one, two] = [await registerAs(town, 'furukawa'), await registerAs(town, 'furukawa')];
    const numbers = [];
    for (const id of [one, two]) numbers.push((await furukawa.call(api.readHousehold, { id })).number);
    expect(numbers).toEqual(['R7-0001', 'R7-0002']);
    expect((await furukawa.call(api.readHousehold, { id: one })).holder.name).toContain('鳥飼');
    await registerAs(town, 'kusano-lead', { name: '見本 草' });
    const { households } = await town.as('kusano-lead').call(api.listHouseholds, { text: '見本 草' });
    expect(households.map((h) => h.number)).toContain('R7-0001');
  });

  test('keeps the numbers in a row when many are registered at once', async () => {
    const ids = Array.from({ length: 12 }, () => mintId());
    await Promise.all(ids.map((id) => furukawa.call(api.registerHousehold, inventHousehold({ id }))));
    const rows = await town.look<{ n: number }>(
      "select substr(number, 4)::int as n from households where number like 'R7-%' and holder_id = $1 order by 1",
      [town.id('body:鳥飼')],
    );
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.length).toBeGreaterThanOrEqual(12);
  });

  test('has the people it was registered with, the head of the household first', async () => {
    const id = await registerAs(town, 'furukawa', {
      members: [
        { id: mintId(), name: '見本 一郎', kana: 'みほん いちろう', relation: 'child' },
        { id: mintId(), name: '見本 はな', kana: 'みほん はな', relation: 'head' },
      ],
    });
    const { members } = await furukawa.call(api.readHousehold, { id });
    expect(members.map((p) => [p.name, p.relation])).toEqual([
      ['見本 はな', 'head'],
      ['見本 一郎', 'child'],
    ]);
  });

  test('is refused field by field when it cannot be read', async () => {
    const bad = inventHousehold({ kana: '漢字', phone: 'なし', address: ' ' });
    const { fields } = await expectRefusal(furukawa.call(api.registerHousehold, bad), 'invalid');
    expect(Object.keys(fields).sort()).toEqual(['address', 'kana', 'phone']);
  });

  test('belongs to the district of its holder', async () => {
    const elsewhere = inventHousehold({ district_id: district('草野') });
    const { fields } = await expectRefusal(furukawa.call(api.registerHousehold, elsewhere), 'invalid');
    expect(fields.district_id).toContain('鳥飼校区社会福祉協議会');
  });

  test('does not take an id that is taken, visible or not', async () => {
    const [ours, theirs] = [town.id('household:鳥飼:2'), town.id('household:草野:2')];
    for (const id of [ours, theirs])
      await expectRefusal(furukawa.call(api.registerHousehold, inventHousehold({ id })), 'id_taken');
  });

  test('is not registered by a visitor', async () => {
    await expectRefusal(town.as('koga').call(api.registerHousehold, inventHousehold()), 'not_allowed');
  });
});

describe('a household that is corrected', () => {
  test('keeps what it said before', async () => {
    const id = await registerAs(town, 'furukawa');
    const corrected = { ...said, address: '見本町1-2', cautions: ['dog' as const] };
    const reason = '番地のまちがい';
    expect(await furukawa.call(api.correctHousehold, { id, version: 1, reason, ...corrected })).toEqual({
      id,
      version: 2,
    });
    expect(await furukawa.call(api.readHousehold, { id })).toMatchObject({ ...corrected, version: 2 });
    const { history } = await furukawa.call(api.listHouseholdVersions, { id });
    expect(history).toMatchObject([
      { change: 'corrected', reason, by: '古川（見本）', on: '2026-02-02', said: corrected },
      { change: 'registered', reason: null, said },
    ]);
  });

  test('by two at a time is corrected once, and the second is told both values', async () => {
    const id = await registerAs(town, 'furukawa');
    const [one, two] = ['見本町2-1', '見本町2-2'];
    const outcomes = await Promise.allSettled([
      furukawa.call(api.correctHousehold, { id, version: 1, ...said, address: one, phone: null }),
      town.as('ogata').call(api.correctHousehold, { id, version: 1, ...said, address: two, phone: null }),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const { address } = await furukawa.call(api.readHousehold, { id });
    const late = outcomes[0].status === 'rejected' ? furukawa : town.as('ogata');
    const mine = address === one ? two : one;
    const again = late.call(api.correctHousehold, { id, version: 1, ...said, address: mine, phone: null });
    const { fields, message } = await expectRefusal(again, 'refused');
    expect(message).toContain('ほかの人が先に');
    expect(Object.keys(fields)).toEqual(['address']);
    expect(fields.address).toContain(address);
    expect(fields.address).toContain(mine);
  });
});

describe('a household that moves', () => {
  test('within its district keeps its visitors and its telephone', async () => {
    const id = town.id('household:鳥飼:5');
    const { version, phone } = await furukawa.call(api.readHousehold, { id });
    const to = { district_id: district('鳥飼'), address: '見本町9-9', moved_on: '2026-01-20' };
    expect(await furukawa.call(api.moveHousehold, { id, version, ...to })).toEqual({ id, closed: false });
    expect(await furukawa.call(api.readHousehold, { id })).toMatchObject({ address: '見本町9-9', phone });
    const { assignments } = await furukawa.call(listAssignments, { household: id });
    expect(assignments.map((a) => a.ends_on)).toEqual([null]);
    const { history } = await furukawa.call(api.listHouseholdVersions, { id });
    expect(history[0]).toMatchObject({ change: 'moved', on: '2026-01-20' });
    expect(history[1]?.said?.address).not.toBe('見本町9-9');
  });

  test('to another district is closed here, leaves its round that day, and is unknown there', async () => {
    const id = town.id('household:鳥飼:6');
    const { version, address } = await furukawa.call(api.readHousehold, { id });
    const to = { district_id: district('草野'), address: '草野見本町1', moved_on: '2026-01-31' };
    expect(await furukawa.call(api.moveHousehold, { id, version, ...to })).toEqual({ id, closed: true });
    expect(await furukawa.call(api.readHousehold, { id })).toMatchObject({
      address,
      closed_on: '2026-01-31',
    });
    const { assignments } = await furukawa.call(listAssignments, { household: id, when: 'all' });
    expect(assignments).toMatchObject([{ ends_on: '2026-01-31', why_ended: 'household_closed' }]);
    await expectRefusal(town.as('koga').call(api.readHousehold, { id }), 'not_found');
    await expectRefusal(town.as('kusano-lead').call(api.readHousehold, { id }), 'not_found');
    const known = await town.look("select from households where address = '草野見本町1'");
    expect(known).toEqual([]);
  });

  test('is refused without its new address, in time to come, or over what somebody else wrote', async () => {
    const id = await registerAs(town, 'furukawa');
    const to = { id, version: 1, district_id: district('鳥飼'), moved_on: '2026-02-01' };
    expect((await expectRefusal(furukawa.call(api.moveHousehold, to), 'invalid')).fields).toHaveProperty(
      'address',
    );
    const later = { ...to, address: '見本町3', moved_on: '2026-02-03' };
    expect((await expectRefusal(furukawa.call(api.moveHousehold, later), 'invalid')).fields).toHaveProperty(
      'moved_on',
    );
    const older = { ...to, address: '見本町3', version: 7 };
    expect((await expectRefusal(furukawa.call(api.moveHousehold, older), 'refused')).fields).toHaveProperty(
      'address',
    );
  });
});

describe('a household that is closed', () => {
  test('is no longer listed or changed, until it is opened again', async () => {
    const id = await registerAs(town, 'furukawa', { name: '見本 閉', kana: 'みほん へい' });
    const names = async (state: 'open' | 'closed') =>
      (await furukawa.call(api.listHouseholds, { state, text: '見本閉' })).households.map((h) => h.id);
    tick();
    await furukawa.call(api.closeHousehold, { id, closed_on: '2026-02-01', why: 'facility' });
    tick();
    expect([await names('open'), await names('closed')]).toEqual([[], [id]]);
    const correcting = furukawa.call(api.correctHousehold, { id, version: 1, ...said });
    expect((await expectRefusal(correcting, 'refused')).message).toContain('開き直して');
    await expectRefusal(
      furukawa.call(api.closeHousehold, { id, closed_on: '2026-02-01', why: 'died' }),
      'refused',
    );
    await furukawa.call(api.reopenHousehold, { id, reason: '押しまちがい' });
    expect([await names('open'), await names('closed')]).toEqual([[id], []]);
    await expectRefusal(furukawa.call(api.reopenHousehold, { id, reason: 'もう一度' }), 'refused');
    const { history } = await furukawa.call(api.listHouseholdVersions, { id });
    expect(history.map((h) => [h.change, h.reason])).toEqual([
      ['reopened', '押しまちがい'],
      ['closed', 'facility'],
      ['registered', null],
    ]);
  });
});

describe('the list of households', () => {
  test('stands in ふりがな order, page after page, and says nothing twice', async () => {
    const whole = (await furukawa.call(api.listHouseholds, { limit: 200 })).households;
    const paged = [];
    let after: string | undefined;
    do {
      const page = await furukawa.call(api.listHouseholds, { limit: 5, ...(after ? { after } : {}) });
      paged.push(...page.households);
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(whole);
    expect(new Set(paged.map((h) => h.id)).size).toBe(paged.length);
    expect(paged.findIndex((h) => h.name.startsWith('石橋'))).toBeLessThan(
      paged.findIndex((h) => h.name.startsWith('見本')),
    );
    await expectRefusal(furukawa.call(api.listHouseholds, { after: 'nonsense' }), 'invalid');
  });

  test('is narrowed to a visitor, or to those nobody looks in on', async () => {
    const koga = town.id('post:koga');
    const { households } = await furukawa.call(api.listHouseholds, { visitor: koga, limit: 200 });
    expect(households.length).toBeGreaterThan(5);
    expect(households.every((h) => h.visitors.some((v) => v.post_id === koga))).toBe(true);
    const free = (await furukawa.call(api.listHouseholds, { unassigned: 'yes', limit: 200 })).households;
    expect(free.map((h) => h.id)).toContain(town.id('household:free:鳥飼:1'));
    expect(free.every((h) => h.visitors.length === 0)).toBe(true);
  });

  test('is kept as a file, in either encoding, with what is on the screen', async () => {
    for (const encoding of ['utf-8', 'cp932'] as const) {
      const bytes = await furukawa.call(api.exportHouseholds, { encoding, text: '石橋' });
      const text = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'shift_jis').decode(bytes as never);
      expect(text.split('\r\n')).toEqual([
        expect.stringContaining('ふりがな'),
        expect.stringMatching(/^R6-0001,石橋（見本）,いしばし,.*耳が遠い,鳥飼,古賀（見本）/),
        '',
      ]);
    }
    const trail = await town.look<{ subjects: string[] }>(
      "select subjects from audit_inbox where word = 'households.exported' limit 1",
    );
    expect(trail[0]?.subjects).toEqual([town.id('household:鳥飼:1')]);
  });
});
