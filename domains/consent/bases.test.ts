import { expect, test } from 'vitest';
import * as z from 'zod';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { addLawfulBasis, endLawfulBasis, listLawfulBases, provide } from './api.ts';
import { idOfBasis } from './bases.ts';

const town = await openTown('cast');
const visible = z.object({ id: z.uuid() });
const administrator = town.as('shiraishi');
const furukawa = town.as('furukawa');

const give = (basis_id: string, starts_on = '2026-02-02') =>
  furukawa.call(provide, {
    ...{ id: mintId(), receiver_id: town.id('body:社協'), facets: ['visit'], basis_id, starts_on },
  });

const own = {
  from_kind: 'district_council',
  to_kind: 'council',
  purpose: 'support',
  ground: 'joint_use',
  law: '見本の規則 第1条',
  told: 'now',
  starts_on: '2026-02-02',
} as const;

test('a town adds a basis of its own, on which something is given, and ends it', async () => {
  const id = mintId();
  await administrator.call(addLawfulBasis, { ...own, id });
  await expectRefusal(administrator.call(addLawfulBasis, { ...own, id: mintId() }), 'invalid');
  await expectRefusal(
    administrator.call(addLawfulBasis, { ...own, id: mintId(), law: '別の規則', starts_on: '2026-02-01' }),
    'invalid',
  );
  const { bases } = await furukawa.call(listLawfulBases, {});
  expect(bases.find((one) => one.id === id)).toMatchObject({ each_person: false, acts_for_holder: false });
  await give(id);
  await administrator.call(endLawfulBasis, { id, ends_on: '2026-02-02' });
  town.clock.now = new Date('2026-02-03T10:00:00+09:00');
  await expectRefusal(give(id, '2026-02-03'), 'invalid');
  await expectRefusal(administrator.call(endLawfulBasis, { id, ends_on: '2026-02-10' }), 'refused');
  town.clock.now = new Date('2026-02-02T10:00:00+09:00');
});

test('what follows from a ground follows for the town’s own too, and bases are the administrator’s', async () => {
  const id = mintId();
  await administrator.call(addLawfulBasis, { ...own, id, ground: 'statute' });
  const { bases } = await furukawa.call(listLawfulBases, {});
  expect(bases.find((one) => one.id === id)).toMatchObject({ each_person: true });
  await expectRefusal(give(id), 'invalid');
  await expectRefusal(furukawa.call(addLawfulBasis, { ...own, id: mintId() }), 'not_allowed');
  const early = { id: idOfBasis('district_council-council-support-joint_use'), ends_on: '2026-01-31' };
  await expectRefusal(administrator.call(endLawfulBasis, early), 'invalid');
  await expectRefusal(administrator.call(endLawfulBasis, { ...early, id: mintId() }), 'not_found');
});

test('with a basis everything that stands on it closes, at once where it ends with yesterday', async () => {
  const { bases } = await furukawa.call(listLawfulBases, {});
  const entrusted = bases.find(({ code }) => code === 'district_council-council-support-entrustment');
  const seen = async () =>
    (
      await town.database.as({ kind: 'post', post: town.id('post:ogata') }, 'test', (db) =>
        db.all(visible, sql`select id from households where holder_id = ${town.id('body:鳥飼')}::uuid`),
      )
    ).length;
  const before = await seen();
  expect(before).toBeGreaterThan(0);
  await administrator.call(endLawfulBasis, { id: entrusted?.id ?? '', ends_on: '2026-02-01' });
  expect(await seen()).toBe(0);
});
