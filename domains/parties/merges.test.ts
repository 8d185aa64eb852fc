import { expect, test } from 'vitest';
import { listVisits, recordVisit } from '#domains/visits/api.ts';
import { assignHousehold, listAssignments } from '#domains/visits/assignment-api.ts';
import { mintId } from '#platform/uuid.ts';
import { registerAs } from '../../test/invent-household.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const koga = town.as('koga');

const merge = (alias_id: string, kept_id: string, id = mintId()) =>
  furukawa.call(api.mergeHouseholds, { id, alias_id, kept_id, reason: '二重に登録していた' });

/** All that the gatherer, the visitor and the officer see of two entries and of the lists they stand in. */
async function look(ids: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const who of ['furukawa', 'koga', 'ogata']) {
    for (const path of [
      ...ids.flatMap((id) => [`households/${id}`, `visits?household=${id}`, `assignments?household=${id}`]),
      'households?limit=200',
      'households?unassigned=yes&limit=200',
      `households?visitor=${town.id('post:koga')}&limit=200`,
    ]) {
      const response = await town.as(who).fetch(`/api/${path}`);
      answers.push((await response.text()).replace(/"request":"[^"]+"/, ''));
    }
  }
  return answers;
}

test('a merged entry opens as the kept one, with its visits and visitors, and the undoing restores both exactly', async () => {
  const kept = town.id('household:鳥飼:7');
  const alias = await registerAs(town, 'furukawa', { name: '見本 ふたつめ', kana: 'みほん ふたつめ' });
  const assignment = {
    id: mintId(),
    household_id: alias,
    post_id: town.id('post:koga'),
    starts_on: '2026-01-01',
  };
  await furukawa.call(assignHousehold, assignment);
  const visit = { visited_on: '2026-02-01', channel: 'face', contact: 'met' } as const;
  const [first, second] = [mintId(), mintId()];
  await koga.call(recordVisit, { id: first, household_id: alias, ...visit });
  await koga.call(recordVisit, { id: second, household_id: kept, ...visit });
  const before = await look([kept, alias]);

  const { id: mergeId } = await merge(alias, kept);
  for (const who of [furukawa, koga]) {
    expect((await who.call(api.readHousehold, { id: alias })).id).toBe(kept);
    const { visits } = await who.call(listVisits, { household: kept });
    expect(visits.map((v) => v.id)).toEqual(expect.arrayContaining([first, second]));
    const { households } = await who.call(api.listHouseholds, { limit: 200 });
    const ids = households.map((h) => h.id);
    expect([ids.includes(kept), ids.includes(alias)]).toEqual([true, false]);
  }
  const { assignments } = await furukawa.call(listAssignments, { household: kept });
  expect(assignments.map((a) => a.id)).toContain(assignment.id);
  const opened = await furukawa.call(api.readHousehold, { id: kept });
  expect(opened.aliases).toMatchObject([{ id: alias, merge_id: mergeId, reason: '二重に登録していた' }]);

  await furukawa.call(api.undoMerge, { id: mergeId, reason: '別の家だった' });
  expect(await look([kept, alias])).toEqual(before);
  await expectRefusal(furukawa.call(api.undoMerge, { id: mergeId, reason: 'もう一度' }), 'refused');
  const { history } = await furukawa.call(api.listHouseholdVersions, { id: alias });
  expect(history.map((h) => h.change).sort()).toEqual(['merge_undone', 'merged', 'registered']);
});

test('a visitor of the alias alone comes to see the kept entry, and no longer after the undoing', async () => {
  const kept = await registerAs(town, 'furukawa');
  const alias = await registerAs(town, 'furukawa');
  await furukawa.call(assignHousehold, {
    id: mintId(),
    household_id: alias,
    post_id: town.id('post:koga'),
    starts_on: '2026-02-02',
  });
  await expectRefusal(koga.call(api.readHousehold, { id: kept }), 'not_found');
  const { id } = await merge(alias, kept);
  expect((await koga.call(api.readHousehold, { id: alias })).id).toBe(kept);
  await furukawa.call(api.undoMerge, { id, reason: '別の家だった' });
  await expectRefusal(koga.call(api.readHousehold, { id: kept }), 'not_found');
});

test('an alias is not changed, not merged again, and keeps no aliases of its own', async () => {
  const [a, b, c] = [
    await registerAs(town, 'furukawa'),
    await registerAs(town, 'furukawa'),
    await registerAs(town, 'furukawa'),
  ];
  await expectRefusal(merge(a, a), 'invalid');
  await merge(a, b);
  for (const [alias, kept] of [
    [a, c],
    [c, a],
    [b, c],
  ] as const)
    await expectRefusal(merge(alias, kept), 'refused');
  await merge(c, b);
  expect((await furukawa.call(api.readHousehold, { id: b })).aliases.map((x) => x.id)).toEqual([a, c]);
  const closing = furukawa.call(api.closeHousehold, { id: a, closed_on: '2026-02-01', why: 'died' });
  expect((await expectRefusal(closing, 'refused')).message).toContain('まとめられています');
});

test('merges at the same time never make a chain or a circle', async () => {
  for (let round = 0; round < 6; round++) {
    const [a, b, c] = [
      await registerAs(town, 'furukawa'),
      await registerAs(town, 'furukawa'),
      await registerAs(town, 'furukawa'),
    ];
    const outcomes = await Promise.allSettled([merge(a, b), merge(b, c), merge(b, a), merge(c, a)]);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason.code).toBe('refused');
    const chains = await town.look(
      'select a.id from households a join households k on k.id = a.merged_into where k.merged_into is not null',
    );
    expect(chains).toEqual([]);
  }
  const wrong = await town.look(
    'select k.id from households k where k.aliases <> (select count(*) from households a where a.merged_into = k.id)',
  );
  expect(wrong).toEqual([]);
});

test('entries of two bodies are not merged, and a hidden one is not found', async () => {
  const [ours, theirs] = [town.id('household:鳥飼:2'), town.id('household:草野:2')];
  await expectRefusal(merge(theirs, ours), 'not_found');
  const officer = town.as('ogata').call(api.mergeHouseholds, {
    id: mintId(),
    alias_id: theirs,
    kept_id: ours,
    reason: 'まちがい',
  });
  expect((await expectRefusal(officer, 'refused')).message).toContain('別の団体');
});
