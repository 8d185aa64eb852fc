import { describe, expect, test } from 'vitest';
import { fixPeriod } from '#domains/plan/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listEncounters, listIntakes, recordIntake, withdrawIntake } from './api.ts';
import { countEncounters } from './queries.ts';

const town = await openTown('cast');
const rule = {
  kinds: ['intake'],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;
const intake = (occurred_on: string, district: string | null = null) => ({
  id: mintId(),
  occurred_on,
  channel: 'phone' as const,
  district_id: district && town.id(`district:${district}`),
});

function countAs(who: string): Promise<number> {
  const post = { kind: 'post', post: town.id(`post:${who}`) } as const;
  return town.database.as(post, 'test', async (db) => {
    const [cell] = await countEncounters(db, rule, { from: '2024-04', until: '2026-03' });
    return cell?.n ?? 0;
  });
}

describe('a first word at a window', () => {
  test('counts with a district and without one, for the planner alone', async () => {
    const before = await countAs('tsutsumi');
    await town.as('nakajima').call(recordIntake, intake('2026-01-15'));
    await town.as('eguchi').call(recordIntake, intake('2026-01-15', '鳥飼'));
    expect(await countAs('tsutsumi')).toBe(before + 2);
    for (const who of ['ogata', 'furukawa', 'nakajima']) expect(await countAs(who)).toBe(0);
    const months = { kind: 'intake', from: '2026-01', until: '2026-01' } as const;
    const { encounters } = await town.as('tsutsumi').call(listEncounters, months);
    expect(encounters.map(({ district_name }) => district_name).sort()).toEqual([null, '鳥飼'].sort());
    expect((await town.as('ogata').call(listEncounters, months)).encounters).toEqual([]);
  });

  test('stays with the window that took it', async () => {
    const taken = intake('2026-01-20');
    await town.as('nakajima').call(recordIntake, taken);
    const seen = async (who: string) =>
      (await town.as(who).call(listIntakes, {})).intakes.some(({ id }) => id === taken.id);
    expect([await seen('nakajima'), await seen('eguchi')]).toEqual([true, false]);
    await expectRefusal(town.as('eguchi').call(withdrawIntake, { id: taken.id, reason: 'x' }), 'not_found');
    await expectRefusal(town.as('ogata').call(recordIntake, intake('2026-01-20')), 'not_allowed');
  });

  test('is withdrawn once, with its reason', async () => {
    const before = await countAs('tsutsumi');
    const taken = intake('2026-01-21', '草野');
    await town.as('nakajima').call(recordIntake, taken);
    const tries = [1, 2, 3].map(() =>
      town.as('nakajima').call(withdrawIntake, { id: taken.id, reason: '再来の方だった' }),
    );
    expect((await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countAs('tsutsumi')).toBe(before);
    const { intakes } = await town.as('nakajima').call(listIntakes, { from: '2026-01-21' });
    expect(intakes[0]).toMatchObject({ id: taken.id, withdrawn_reason: '再来の方だった' });
  });

  test('pages by key, the newest first', async () => {
    for (const day of ['2025-09-01', '2025-09-02', '2025-09-03'])
      await town.as('nakajima').call(recordIntake, intake(day));
    const until = { until: '2025-09-30', limit: 2 };
    const first = await town.as('nakajima').call(listIntakes, until);
    expect(first.intakes.map(({ occurred_on }) => occurred_on)).toEqual(['2025-09-03', '2025-09-02']);
    const second = await town.as('nakajima').call(listIntakes, { ...until, after: first.next ?? '' });
    expect(second.intakes.map(({ occurred_on }) => occurred_on)).toEqual(['2025-09-01']);
    expect(second.next).toBeNull();
  });

  test('is refused on a day to come, in a district that does not exist, and late without a reason', async () => {
    await expectRefusal(town.as('nakajima').call(recordIntake, intake('2026-02-03')), 'invalid');
    await expectRefusal(town.as('nakajima').call(recordIntake, intake('2026-01-05', '何処')), 'invalid');
    await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '試験' });
    const late = intake('2025-02-10');
    const refused = await expectRefusal(town.as('nakajima').call(recordIntake, late), 'invalid');
    expect(refused.fields).toHaveProperty('late_reason');
    await town.as('nakajima').call(recordIntake, { ...late, late_reason: '記入もれ' });
    expect(await town.look("select n, reason from later_additions where kind = 'intake'")).toEqual([
      { n: 1, reason: '記入もれ' },
    ]);
  });
});
