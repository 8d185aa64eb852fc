import { expect, test } from 'vitest';
import { endDistrict } from '#domains/districts/api.ts';
import { readMe, signIn, switchPost, takeOverDistrict, verifyTotp } from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { mintId } from '#platform/uuid.ts';
import { nextCode } from '#test/authenticator.ts';
import { openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const { id } = town;
const board = id('board:鳥飼');

/** Somebody who signs in anew, with the post of the table's keeper. */
async function enterAsChair(sign_in_name: string) {
  const browser = town.browser();
  await browser.call(signIn, { sign_in_name, password: samplePassword });
  const { posts } = await browser.call(readMe, {});
  const chair = posts.find(({ role, ends_on }) => role === 'board_chair' && ends_on === null);
  await browser.call(switchPost, { post: chair?.id ?? '' });
  await browser.call(verifyTotp, { code: await nextCode(sign_in_name) });
  return { browser, district: chair?.district?.name };
}

test('a table whose district was merged keeps its promises, and who goes on in the new district tells of them', async () => {
  const admin = town.as('shiraishi');
  const [torikai, yamamoto] = [id('district:鳥飼'), id('district:山本')];
  const reason = '学校の統合（見本）';
  await admin.call(endDistrict, {
    ...{ id: torikai, kind: 'merged', into: [yamamoto], starts_on: '2026-04-01', reason },
  });
  await admin.call(takeOverDistrict, { id: torikai, into_id: yamamoto, reason });
  town.clock.now = new Date('2026-04-02T10:00:00+09:00');
  const { browser, district } = await enterAsChair('noda');
  expect(district).toBe('山本');
  const before = await browser.call(api.readBoard, { id: board });
  expect(before.promises.map((one) => one.id)).toContain(id('board-promise:trial'));
  expect(before.members.length).toBeGreaterThan(0);
  // The new district has a table of its own; what was open is told of at the old one and promised anew.
  const table = mintId();
  await town.as('ogata-coordinator').call(api.openBoard, {
    ...{
      id: table,
      district_id: yamamoto,
      name: '山本校区支え合い推進会議（見本）',
      started_on: '2026-04-01',
    },
  });
  await browser.call(api.tellOutcome, {
    ...{ id: mintId(), promise_id: id('board-promise:trial'), outcome: 'dropped' as const },
    words: '新しい会議で続ける',
  });
  const after = await browser.call(api.readBoard, { id: board });
  expect(after.promises).toEqual([]);
  expect((await browser.call(api.readBoard, { id: table })).name).toBe('山本校区支え合い推進会議（見本）');
});
