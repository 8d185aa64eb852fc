import { expect, test } from 'vitest';
import { listProvisions, withdrawProvision } from '#domains/consent/api.ts';
import { endDistrict } from '#domains/districts/api.ts';
import { takeOverDistrict } from '#domains/posts/api.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sendLedger, takeIn } from './rig.ts';

/** 草野 takes a ledger in and is merged into 鳥飼 two months later. */
const town = await openTown('cast');
const { id } = town;
const [kusano, torikai] = [id('district:草野'), id('district:鳥飼')];
const [lead, furukawa] = [town.as('kusano-lead'), town.as('furukawa')];

test('receipts of a group that was taken over are with the other group, which takes them back and no stranger', async () => {
  await lead.call(api.numberVisitors, { district_id: kusano });
  const { visitors } = await lead.call(api.listVisitorNumbers, {});
  const number = visitors.find(({ post_id }) => post_id === id('post:sakai'))?.number ?? '';
  const [door] = await town.look<{ number: string }>('select number from households where id = $1', [
    id('household:草野:1'),
  ]);
  const file = `日付,校区,世帯番号,訪問者番号,方法,結果\r\n2026-01-20,草野,${door?.number},${number},電話,会えた\r\n`;
  const taken = await takeIn(town, 'kusano-lead', await sendLedger(town, 'kusano-lead', 'visits', file));
  expect((await furukawa.call(api.listLedgerImports, {})).imports).toEqual([]);
  await expectRefusal(furukawa.call(api.readLedgerImport, { id: taken }), 'not_found');

  const merger = { id: kusano, kind: 'merged' as const, into: [torikai], starts_on: '2026-04-01' };
  await town.as('shiraishi').call(endDistrict, { ...merger, reason: '学校の統合' });
  await town.as('shiraishi').call(takeOverDistrict, { id: kusano, into_id: torikai, reason: '学校の統合' });
  town.clock.now = new Date('2026-04-02T10:00:00+09:00');
  expect((await furukawa.call(api.listLedgerImports, {})).imports.map((one) => one.id)).toEqual([taken]);
  const receipt = await furukawa.call(api.readLedgerImport, { id: taken });
  expect([receipt.body_name, receipt.districts]).toEqual(['草野校区社会福祉協議会', ['草野']]);
  expect((await town.as('ogata').call(api.listLedgerImports, {})).imports).toEqual([]);
  await furukawa.call(api.withdrawLedgerImport, { id: taken, reason: '二重に入っていた' });
  const again = await furukawa.call(api.readLedgerImport, { id: taken });
  expect(again.withdrawal?.reason).toBe('二重に入っていた');
});

test('what a group provided goes on after it was taken over, until the other group takes it back', async () => {
  const { provisions } = await furukawa.call(listProvisions, {});
  const given = provisions.find(({ holder, withdrawn_at }) => holder.id === id('body:草野') && !withdrawn_at);
  expect(given?.own).toBe(true);
  await furukawa.call(withdrawProvision, { id: given?.id ?? '', reason: '承継にともない、まとめ直す' });
  const after = (await furukawa.call(listProvisions, {})).provisions.find((one) => one.id === given?.id);
  expect(after?.withdrawn_reason).toBe('承継にともない、まとめ直す');
});
