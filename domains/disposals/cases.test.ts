import { expect, test } from 'vitest';
import { readCase, takeStep } from '#domains/cases/case-api.ts';
import { writeNote } from '#domains/cases/note-api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { carryOutDisposals } from './jobs.ts';

const town = await openTown('cast');
const window = town.as('nakajima');
const { look } = town;

const one = await inventCase(town);
const note = mintId();
await window.call(writeNote, {
  case_id: one.id,
  id: note,
  client_id: one.mother,
  noted_on: '2026-02-02',
  way: 'phone',
  with_whom: 'person',
  outcome: 'spoke',
  words: '見本のことば',
});
await town.as('shiraishi').call(api.setRetention, {
  id: mintId(),
  class: 'case',
  body_id: null,
  years: 0,
  starts_on: '2026-02-02',
  reason: '見本',
});
const isDue = async () => {
  const { due } = await window.call(api.countDue, {});
  return due?.find(({ kind }) => kind === 'case');
};

test('an open case is never due; a closed one waits while a person of it is held; then it goes, and its contact counts on', async () => {
  town.clock.now = new Date('2026-03-02T10:00:00+09:00');
  for (const state of ['screening', 'lost_contact'] as const)
    await window.call(takeStep, { case_id: one.id, id: mintId(), state });
  await window.call(takeStep, { case_id: one.id, id: mintId(), state: 'screening' });
  town.clock.now = new Date('2026-04-02T10:00:00+09:00');
  expect(await isDue()).toBeUndefined();
  await window.call(takeStep, {
    case_id: one.id,
    id: mintId(),
    state: 'lost_contact',
    taken_on: '2026-03-31',
  });
  expect(await isDue()).toMatchObject({ n: 1, held: 0, until_day: '2026-03-31' });

  const hold = mintId();
  const held = { kind: 'client', subject_id: one.son, reason: '見本の請求' } as const;
  await town.as('nakano').call(api.placeHold, { id: hold, ...held });
  expect(await isDue()).toMatchObject({ n: 0, held: 1 });
  await expectRefusal(town.as('eguchi').call(api.liftHold, { id: hold, reason: '見本' }), 'not_found');
  await window.call(api.liftHold, { id: hold, reason: '見本' });

  const list = mintId();
  await window.call(api.makeDisposal, { id: list, kind: 'case' });
  const { rows } = await window.call(api.listDisposalRows, { id: list });
  expect(rows).toMatchObject([{ subject_id: one.id, event_on: '2026-03-31' }]);
  // Neither another window nor whoever answers for the records reads the list.
  for (const other of ['eguchi', 'nakano'])
    await expectRefusal(town.as(other).call(api.readDisposal, { id: list }), 'not_found');
  await window.call(api.submitDisposal, { id: list });
  await town.as('tsutsumi').call(api.approveDisposal, { id: list });
  await carryOutDisposals(town.database);
  expect((await window.call(readCase, { id: one.id })).notes).toHaveLength(1);
  await town.as('shiraishi').call(api.approveDisposal, { id: list });
  await carryOutDisposals(town.database);

  await expectRefusal(window.call(readCase, { id: one.id }), 'not_found');
  expect((await window.call(api.readDisposal, { id: list })).record).toMatchObject({ done: 1, kept: 0 });
  expect(await look('select party_id from encounter_parties where encounter_id = $1', [note])).toEqual([
    { party_id: null },
    { party_id: null },
  ]);
  expect(await look('select from encounters where id = $1', [note])).toHaveLength(1);
  expect(await look('select from clients where id = any($1)', [[one.mother, one.son]])).toHaveLength(2);
});
