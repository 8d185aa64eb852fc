import { describe, expect, test } from 'vitest';
import { listHouseholds, readHousehold } from '#domains/parties/api.ts';
import { endPost } from '#domains/posts/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { assignHousehold, endAssignment, listAssignments } from './assignment-api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const free = town.id('household:free:鳥飼:1');
const assign = (more: Partial<Parameters<typeof build>[0]> = {}) =>
  furukawa.call(assignHousehold, build(more));

function build(more: object) {
  return {
    id: mintId(),
    household_id: free,
    post_id: town.id('post:koga'),
    starts_on: '2026-02-02',
    ...more,
  };
}

const day = (text: string) => {
  town.clock.now = new Date(`${text}T10:00:00+09:00`);
};
const sees = async (who: string, id: string) =>
  town
    .as(who)
    .call(readHousehold, { id })
    .then(
      () => true,
      (error) => (error.code === 'not_found' ? false : Promise.reject(error)),
    );

describe('an assignment', () => {
  test('puts the household on the visitor’s round from its first day to its last', async () => {
    const seen = [await sees('koga', free)];
    const { id } = await assign({ starts_on: '2026-02-03' });
    seen.push(await sees('koga', free));
    day('2026-02-03');
    seen.push(await sees('koga', free));
    await furukawa.call(endAssignment, { id, ends_on: '2026-02-04' });
    day('2026-02-04');
    seen.push(await sees('koga', free));
    day('2026-02-05');
    seen.push(await sees('koga', free));
    day('2026-02-02');
    expect(seen).toEqual([false, false, true, true, false]);
    const { assignments } = await furukawa.call(listAssignments, { household: free, when: 'all' });
    expect(assignments).toMatchObject([
      { id, person: '古賀（見本）', ends_on: '2026-02-04', why_ended: 'change' },
    ]);
  });

  test('is not given twice at a time, and not to a post that is not held then', async () => {
    const household_id = town.id('household:free:鳥飼:2');
    await assign({ household_id });
    await expectRefusal(assign({ household_id }), 'refused');
    const both = await Promise.allSettled([
      assign({ household_id: free, post_id: town.id('post:tanaka-visitor') }),
      assign({ household_id: free, post_id: town.id('post:tanaka-visitor') }),
    ]);
    expect(both.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const early = await expectRefusal(assign({ household_id: free, starts_on: '2024-03-31' }), 'refused');
    expect(early.message).toContain('2024年4月1日');
    const beyond = assign({ household_id: free, post_id: town.id('post:tanaka'), ends_on: '2028-12-01' });
    expect((await expectRefusal(beyond, 'refused')).message).toContain('2028年11月30日');
    await expectRefusal(assign({ household_id: free, ends_on: '2026-02-01' }), 'invalid');
  });

  test('is given to who does rounds in the district, and to nobody who cannot be seen', async () => {
    await expectRefusal(assign({ post_id: town.id('post:sakai') }), 'not_found');
    await expectRefusal(assign({ post_id: town.id('post:ogata') }), 'not_found');
    await expectRefusal(assign({ household_id: town.id('household:草野:1') }), 'not_found');
    const officer = town.as('ogata').call(assignHousehold, build({ post_id: town.id('post:sakai') }));
    await expectRefusal(officer, 'refused');
    await expectRefusal(town.as('koga').call(assignHousehold, build({})), 'not_allowed');
  });

  test('is over once, and does not end before it begins', async () => {
    const { id } = await assign({
      household_id: town.id('household:鳥飼:8'),
      post_id: town.id('post:furukawa'),
    });
    const end = (ends_on: string) => furukawa.call(endAssignment, { id, ends_on });
    await expectRefusal(end('2026-01-01'), 'invalid');
    await end('2026-02-01');
    await expectRefusal(end('2026-02-10'), 'refused');
    await expectRefusal(furukawa.call(endAssignment, { id: mintId(), ends_on: '2026-02-10' }), 'not_found');
    const theirs = town.id('assignment:草野:1');
    await expectRefusal(furukawa.call(endAssignment, { id: theirs, ends_on: '2026-02-10' }), 'not_found');
  });

  test('is a visitor’s to see only where it is their own', async () => {
    const { assignments } = await town.as('koga').call(listAssignments, { limit: 200, when: 'all' });
    expect(assignments.length).toBeGreaterThan(5);
    expect(new Set(assignments.map((a) => a.post_id))).toEqual(new Set([town.id('post:koga')]));
    expect(assignments.every((a) => a.why_ended === null)).toBe(true);
    const theirs = await town.as('koga').call(listAssignments, { post: town.id('post:sakai') });
    expect(theirs.assignments).toEqual([]);
  });

  test('ends with the post, in the same act', async () => {
    const post = town.id('post:sakai');
    const round = (await town.as('sakai').call(listHouseholds, {})).households;
    expect(round.length).toBe(8);
    await town
      .as('shiraishi')
      .call(endPost, { id: post, how: 'on_day', ends_on: '2026-02-02', reason: '転出' });
    const { assignments } = await town
      .as('kusano-lead')
      .call(listAssignments, { post, when: 'all', limit: 200 });
    expect(assignments.length).toBe(8);
    expect(assignments.every((a) => a.ends_on === '2026-02-02' && a.why_ended === 'post_ended')).toBe(true);
    day('2026-02-03');
    const free = await town.as('kusano-lead').call(listHouseholds, { unassigned: 'yes' });
    expect(free.households.length).toBe(8);
    day('2026-02-02');
    expect(await town.look("select 1 from audit_inbox where word = 'post.ended'")).toHaveLength(1);
  });
});
