import { expect, test } from 'vitest';
import { signIn } from '#platform/audit/rig.ts';
import { openTown } from '../test/town.ts';
import { migrate, newestVersion } from './migrate.ts';
import { makeEmptyDatabase } from './rig.ts';

const town = await openTown('empty');

test('databases of one cluster are made and upgraded at the same time without hindering one another', async () => {
  // Roles belong to all of them: four who set the same password and give the same memberships at one moment.
  const owners = await Promise.all(Array.from({ length: 4 }, () => makeEmptyDatabase(town.owner)));
  const { password } = town.appLogin as { password: string };
  for (const turn of ['made', 'started again']) {
    const ends = await Promise.allSettled(owners.map((owner) => migrate(owner, password)));
    expect(
      ends.map((end) => (end.status === 'rejected' ? String(end.reason) : turn)),
      turn,
    ).toEqual(owners.map(() => turn));
  }
  for (const { database } of owners) {
    const client = await signIn({ ...town.appLogin, database });
    const { rows } = await client.query('select max(number) as newest from schema_versions');
    expect(rows).toEqual([{ newest: newestVersion() }]);
    await client.end();
  }
}, 60_000);
