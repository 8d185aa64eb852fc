import { expect, test } from 'vitest';
import { inventManyRules, inventTown } from './invent.ts';
import { type Progress, propose } from './propose.ts';
import { runProposal } from './run-proposal.ts';

const town = inventTown(300, 60);
const wide = inventTown(2500, 400);

test('a process of its own makes the same proposal', async () => {
  const ruled = { ...town, rules: inventManyRules(town) };
  const limits = { steps: 20, ringsOf: 4 };
  expect(await runProposal(ruled, { limits })).toEqual(propose(ruled, limits));
});

test('what is wrong with the town is said across the process', async () => {
  await expect(runProposal({ ...town, parties: [] })).rejects.toThrow('does not exist');
});

test('while it is made others are answered, and its progress is told', async () => {
  const told: Progress[] = [];
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const ruled = { ...wide, rules: inventManyRules(wide) };
  await runProposal(ruled, { limits: { steps: 5, ringsOf: 3 }, tell: (progress) => told.push(progress) });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(20);
  expect(told[0]?.phase).toBe('laying_out');
  expect(new Set(told.map(({ phase }) => phase)).size).toBe(3);
});

test('it is ended from outside wherever it stands', async () => {
  const ended = new AbortController();
  const ruled = { ...wide, rules: inventManyRules(wide) };
  const endless = runProposal(ruled, {
    limits: { steps: 1_000_000, ringsOf: 3 },
    signal: ended.signal,
    tell: ({ phase }) => {
      if (phase === 'rules') ended.abort(new Error('no longer wanted'));
    },
  });
  await expect(endless).rejects.toThrow('no longer wanted');
  await expect(runProposal(town, { signal: AbortSignal.abort(new Error('never wanted')) })).rejects.toThrow(
    'never wanted',
  );
});
