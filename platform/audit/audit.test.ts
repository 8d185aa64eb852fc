import { expect, test } from 'vitest';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listAudit, verifyAudit } from './api.ts';
import { leaveRows } from './rig.ts';
import { sealAudit } from './seal.ts';

const town = await openTown('cast');
await leaveRows(town.database, 5);
await sealAudit(town.database);

test.each(['shiraishi', 'shiraishi-audit'])(
  '%s reads what was sealed, newest first, page by page',
  async (who) => {
    const first = await town.as(who).call(listAudit, { limit: 3, word: 'visit.recorded.4' });
    expect(first.entries.map((entry) => entry.word)).toEqual(['visit.recorded.4']);
    expect(first.entries[0]?.at).toBe('2026-02-02T01:00:00.000000Z');
    const page = await town.as(who).call(listAudit, { limit: 2 });
    const after = await town.as(who).call(listAudit, { limit: 2, after: page.next ?? undefined });
    const numbers = [...page.entries, ...after.entries].map((entry) => entry.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(4);
    expect((await town.as(who).call(listAudit, { from: '2026-02-03' })).entries).toEqual([]);
  },
);

test('a listing of the trail is itself in the trail', async () => {
  await sealAudit(town.database);
  await town.as('shiraishi-audit').call(listAudit, {});
  await sealAudit(town.database);
  const { entries } = await town.as('shiraishi-audit').call(listAudit, { limit: 1 });
  expect(entries[0]).toMatchObject({
    word: 'audit.listed',
    post_id: town.id('post:shiraishi-audit'),
    outcome: 'done',
  });
});

test.each(['koga', 'furukawa', 'ogata', 'tsutsumi', 'noda'])('%s cannot read the trail', async (who) => {
  await expectRefusal(town.as(who).call(listAudit, {}), 'not_allowed');
  await expectRefusal(town.as(who).call(verifyAudit, {}), 'not_allowed');
});

test('an auditor proves the chain, also against a root', async () => {
  await sealAudit(town.database);
  const auditor = town.as('shiraishi-audit');
  const proved = await auditor.call(verifyAudit, {});
  expect(proved).toMatchObject({ sound: true, sentence: null, waiting: 0 });
  const root = { root_batch: proved.batches, root_hash: proved.hash ?? '' };
  expect((await auditor.call(verifyAudit, root)).sound).toBe(true);
  const other = await auditor.call(verifyAudit, { ...root, root_hash: '00'.repeat(32) });
  expect(other).toMatchObject({ sound: false, broken_batch: proved.batches });
  const half = await expectRefusal(auditor.call(verifyAudit, { root_batch: 1 }), 'invalid');
  expect(half.fields.root_batch).toContain('両方');
});
