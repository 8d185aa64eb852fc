import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { listHouseholds } from '#domains/parties/api.ts';
import { endPost, signIn } from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/sample.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { correctVisit, handInPost, listVisits, recordVisit, withdrawVisit } from './api.ts';

test('a post that has ended finishes its own last month until it is handed in, and then opens nothing', async () => {
  const town = await openTown('cast');
  const koga = town.browser();
  await koga.call(signIn, { sign_in_name: 'koga', password: samplePassword });
  const post = town.id('post:koga');
  const visit = (visited_on: string, key = '鳥飼:3') => ({
    id: mintId(),
    household_id: town.id(`household:${key}`),
    visited_on,
    channel: 'face' as const,
    contact: 'met' as const,
  });
  const [december, january] = [visit('2025-12-20'), visit('2026-01-10')];
  await koga.call(recordVisit, december);
  await koga.call(recordVisit, january);
  await town.as('furukawa').call(recordVisit, visit('2026-01-11'));
  await expectRefusal(koga.call(handInPost, { post_id: post }), 'refused');

  await town
    .as('shiraishi')
    .call(endPost, { id: post, how: 'on_day', ends_on: '2026-01-31', reason: '転居' });
  const { visits } = await koga.call(listVisits, {});
  expect(visits.map(({ id, household_name }) => ({ id, household_name }))).toEqual([
    { id: january.id, household_name: expect.stringContaining('見本') },
  ]);
  await expectRefusal(koga.call(listHouseholds, {}), 'not_allowed');

  await koga.call(recordVisit, visit('2026-01-31'));
  await expectRefusal(koga.call(recordVisit, visit('2026-02-01')), 'invalid');
  await expectRefusal(koga.call(recordVisit, visit('2025-12-31')), 'not_found');
  await expectRefusal(koga.call(recordVisit, visit('2026-01-31', 'free:鳥飼:1')), 'not_found');
  await koga.call(correctVisit, { ...january, version: 1, contact: 'absent', reason: '思いちがい' });
  await expectRefusal(koga.call(correctVisit, { ...december, version: 1, reason: '前の月' }), 'not_found');
  await koga.call(withdrawVisit, { id: january.id, version: 2, reason: '二重' });

  await expectRefusal(koga.call(handInPost, { post_id: town.id('post:furukawa') }), 'refused');
  await koga.call(handInPost, { post_id: post });
  await expectRefusal(koga.call(recordVisit, visit('2026-01-31')), 'not_allowed');
  await expectRefusal(koga.call(listVisits, {}), 'not_allowed');
});

test('a post of the whole town finishes where it was, and nowhere else', async () => {
  const town = await openTown('cast');
  const ogata = { kind: 'post', post: town.id('post:ogata') } as const;
  const record = (key: string) =>
    perform(
      town.database,
      operationOf('recordVisit'),
      ogata,
      {
        id: mintId(),
        household_id: town.id(`household:${key}`),
        visited_on: '2026-01-20',
        channel: 'phone',
        contact: 'met',
      },
      mintId(),
    );
  await record('鳥飼:3');
  await town
    .as('shiraishi')
    .call(endPost, { id: ogata.post, how: 'on_day', ends_on: '2026-01-31', reason: '異動' });
  await record('鳥飼:3');
  await expect(record('鳥飼:4')).rejects.toMatchObject({ code: 'not_found' });
});

function operationOf(name: string): BoundOperation {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}
