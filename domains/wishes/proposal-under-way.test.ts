import pg from 'pg';
import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { cancelMatchProposal, listMatchProposals, makeMatchProposal, readProposalUnderWay } from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

test('a proposal under way is found by its office alone, and ends when it is given up; nothing of it is kept', async () => {
  expect(await ogata.call(readProposalUnderWay, {})).toEqual({ under_way: null });
  const holder = new pg.Client(town.owner);
  await holder.connect();
  await holder.query('begin; lock table wish_conflicts in access exclusive mode');
  const id = mintId();
  const making = expectRefusal(ogata.call(makeMatchProposal, { id }), 'refused');
  await expect
    .poll(async () => (await ogata.call(readProposalUnderWay, {})).under_way, { timeout: 20_000 })
    .toEqual({ id, district_name: null, phase: 'gathering', percent: 0 });
  await expectRefusal(town.as('tsutsumi').call(readProposalUnderWay, {}), 'not_allowed');
  const second = await expectRefusal(ogata.call(makeMatchProposal, { id: mintId() }), 'refused');
  expect(second.message).toContain('別の提案を作っています');
  await expectRefusal(ogata.call(cancelMatchProposal, { id: mintId() }), 'not_found');
  await ogata.call(cancelMatchProposal, { id });
  expect((await making).message).toContain('取りやめました');
  expect(await ogata.call(readProposalUnderWay, {})).toEqual({ under_way: null });
  await holder.query('rollback');
  await holder.end();
  expect((await ogata.call(listMatchProposals, {})).proposals).toEqual([]);
});

test('what is made already is not given up any more, and the next one finds the way free', async () => {
  const id = mintId();
  await ogata.call(makeMatchProposal, { id });
  const over = await expectRefusal(ogata.call(cancelMatchProposal, { id }), 'refused');
  expect(over.message).toContain('できあがっています');
  await ogata.call(makeMatchProposal, { id: mintId() });
});
