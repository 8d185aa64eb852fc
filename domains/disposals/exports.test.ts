import { expect, test } from 'vitest';
import { exportHouseholds } from '#domains/parties/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const shiraishi = town.as('shiraishi');

const fetchList = (who = 'furukawa', text = '見本') => town.as(who).call(exportHouseholds, { text });
const askedBy = async (who: string, text?: string) =>
  (await expectRefusal(fetchList(who, text), 'approval_needed')).fields.asked ?? '';

async function ask(asked: string): Promise<string> {
  const id = mintId();
  await furukawa.call(api.requestExport, { id, asked, purpose: '安否確認の訓練に使い、終わったら消す' });
  return id;
}
const decide = (who: string, id: string, approved: boolean, reason: string | null = null) =>
  town.as(who).call(api.decideExport, { id, approved, reason });

test('below the limit a list goes out as ever; from the limit on nothing goes without a second person', async () => {
  expect((await shiraishi.call(api.readExportLimit, {})).persons).toBe(100);
  await expect(fetchList()).resolves.toBeInstanceOf(Uint8Array);
  await shiraishi.call(api.setExportLimit, {
    id: mintId(),
    persons: 10,
    starts_on: '2026-02-02',
    reason: '見本',
  });
  expect(await askedBy('furukawa')).toMatch(/^exportHouseholds:\d\d+:[0-9a-f]{64}$/);
  const past = { id: mintId(), persons: 50, starts_on: '2026-02-01', reason: '見本' };
  await expectRefusal(shiraishi.call(api.setExportLimit, past), 'invalid');
});

test('a yes of somebody else is good for one file, of the same question, by who asked', async () => {
  const id = await ask(await askedBy('furukawa'));
  await askedBy('furukawa');
  await decide('tsutsumi', id, true);
  await expectRefusal(decide('shiraishi', id, true), 'refused');
  await askedBy('furukawa', '見本鳥飼');
  await askedBy('ogata');
  await expect(fetchList()).resolves.toBeInstanceOf(Uint8Array);
  await askedBy('furukawa');
  const { requests } = await furukawa.call(api.listExportRequests, {});
  expect(requests[0]).toMatchObject({ id, state: 'fetched', mine: true });
  const words = await town.look(
    "select outcome from audit_inbox where word = 'households.exported' order by at",
  );
  expect(words.map(({ outcome }) => outcome)).toContain('approval_needed');
});

test('nobody says yes to themselves, a no has a reason, and both grow old', async () => {
  await shiraishi.call(api.requestExport, {
    id: mintId(),
    asked: `exportTransferSheet:200:${'0'.repeat(64)}`,
    purpose: '見本',
  });
  const own = (await shiraishi.call(api.listExportRequests, {})).requests.find(({ mine }) => mine);
  await expectRefusal(decide('shiraishi', own?.id ?? '', true), 'refused');
  const declined = await ask(await askedBy('furukawa'));
  await expectRefusal(decide('shiraishi', declined, false), 'invalid');
  await decide('shiraishi', declined, false, '名前の要らない集計で足りる');
  await askedBy('furukawa');

  const asked = await askedBy('furukawa');
  const [late, forgotten] = [await ask(asked), await ask(asked)];
  await decide('tsutsumi', late, true);
  town.clock.now = new Date('2026-02-10T10:00:00+09:00');
  await askedBy('furukawa');
  await expectRefusal(decide('tsutsumi', forgotten, true), 'refused');
  const { requests } = await town.as('tsutsumi').call(api.listExportRequests, {});
  expect(requests.map(({ id, state }) => [id, state])).toEqual(
    expect.arrayContaining([
      [declined, 'declined'],
      [late, 'expired'],
      [forgotten, 'expired'],
    ]),
  );
});

test('others do not see what somebody asked for', async () => {
  expect((await town.as('kusano-lead').call(api.listExportRequests, {})).requests).toEqual([]);
});
