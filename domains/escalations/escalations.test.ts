import { beforeEach, describe, expect, test } from 'vitest';
import { correctVisit, recordVisit, withdrawVisit } from '#domains/visits/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import {
  actOnEscalation,
  closeEscalation,
  listEscalations,
  readDutyNow,
  readEscalation,
  readEscalationOfVisit,
  setUnmetRule,
  switchUnmet,
  takeEscalation,
} from './api.ts';
import { tellWhoWasLongNotMet } from './jobs.ts';

const town = await openTown('cast');
const monday = new Date('2026-02-02T10:00:00+09:00');
const [koga, ogata] = [town.as('koga'), town.as('ogata')];
const household = (n: number) => town.id(`household:鳥飼:${n}`);

beforeEach(() => {
  town.clock.now = monday;
});

async function visit(n: number, said: Partial<InputOf<typeof recordVisit>>): Promise<string> {
  const id = mintId();
  await koga.call(recordVisit, {
    id,
    household_id: household(n),
    visited_on: town.clock.now.toISOString().slice(0, 10),
    channel: 'face',
    contact: 'met',
    ...said,
  });
  return id;
}

async function raisedBy(visited: string) {
  const { escalation } = await koga.call(readEscalationOfVisit, { visit: visited });
  if (!escalation) throw new Error('the visit raised nothing');
  return escalation;
}

describe('a visit', () => {
  test('that is as usual raises nothing', async () => {
    const usual = await visit(1, { condition: 'usual' });
    expect(await koga.call(readEscalationOfVisit, { visit: usual })).toEqual({ escalation: null });
  });

  test('with 気になる is for whoever is on duty, until the end of the next working day', async () => {
    const raised = await raisedBy(await visit(1, { condition: 'concern' }));
    expect(raised).toMatchObject({
      level: 'concern',
      state: 'raised',
      meant_for: '緒方（見本）',
      in_hours: true,
    });
    expect(new Date(raised.due_at)).toEqual(new Date('2026-02-03T17:15:00+09:00'));
  });

  test('with 異変 should be taken within half an hour, also at night, and says that nobody watches then', async () => {
    town.clock.now = new Date('2026-02-02T21:00:00+09:00');
    const raised = await raisedBy(await visit(2, { condition: 'alarm', contact: 'answered' }));
    expect(raised).toMatchObject({ level: 'alarm', in_hours: false, late: false });
    const duty = await koga.call(readDutyNow, {});
    expect(duty).toMatchObject({ open: false, next_opening: { day: '2026-02-03', time: '08:30' } });
    expect(duty.contacts.map(({ phone }) => phone)).toEqual(['0942-00-0119']);
    town.clock.now = new Date('2026-02-02T21:31:00+09:00');
    expect((await koga.call(readEscalation, { id: raised.id })).late).toBe(true);
  });

  test('raises when a correction makes it an 異変, and once only', async () => {
    const corrected = await visit(3, { condition: 'usual' });
    const said = { channel: 'face', contact: 'met', visited_on: '2026-02-02', condition: 'alarm' } as const;
    await koga.call(correctVisit, { id: corrected, version: 1, ...said, reason: '押しまちがい' });
    await koga.call(correctVisit, { id: corrected, version: 2, ...said, note: '追記', reason: '追記' });
    const { escalations } = await koga.call(listEscalations, { visit: corrected });
    expect(escalations.map(({ level }) => level)).toEqual(['alarm']);
  });

  test('that is taken back says so beside what it raised', async () => {
    const mistaken = await visit(4, { condition: 'alarm' });
    await koga.call(withdrawVisit, { id: mistaken, version: 1, reason: '押しまちがい' });
    expect((await raisedBy(mistaken)).visit_withdrawn).toBe(true);
  });

  test('of two months ago is the past, and raises nothing', async () => {
    const past = await visit(5, { condition: 'concern', visited_on: '2025-12-01' });
    expect(await koga.call(readEscalationOfVisit, { visit: past })).toEqual({ escalation: null });
  });
});

describe('a 知らせ', () => {
  test('is taken, acted on and closed; whoever raised it sees who, and never the words among those who act', async () => {
    const { id } = await raisedBy(await visit(6, { condition: 'alarm' }));
    await ogata.call(takeEscalation, { id, seen: 0 });
    expect(await koga.call(readEscalation, { id })).toMatchObject({
      state: 'taken',
      taken_by: '緒方（見本）',
      late: false,
    });
    await ogata.call(actOnEscalation, {
      id,
      seen: 1,
      words: '家族の事情を聞いた',
      told: '様子を見てきました',
    });
    await ogata.call(closeEscalation, { id, seen: 2, words: '入院した' });
    const seen = await koga.call(readEscalation, { id });
    expect(seen).toMatchObject({ state: 'closed', told: '様子を見てきました', may_act: false });
    expect(seen.steps.map(({ words }) => words)).toEqual([null, null, null]);
    expect(JSON.stringify(seen)).not.toContain('入院');
    const acting = await town.as('furukawa').call(readEscalation, { id });
    expect(acting.steps.map(({ words }) => words).slice(1)).toEqual(['家族の事情を聞いた', '入院した']);
  });

  test('is taken before it is acted on, and not acted on when it is closed', async () => {
    const { id } = await raisedBy(await visit(7, { condition: 'alarm' }));
    await expectRefusal(ogata.call(closeEscalation, { id, seen: 0, words: '済み' }), 'refused');
    await ogata.call(takeEscalation, { id, seen: 0 });
    await ogata.call(closeEscalation, { id, seen: 1, words: '無事だった' });
    await expectRefusal(ogata.call(actOnEscalation, { id, seen: 2, words: 'もう一度' }), 'refused');
  });

  test('that two take at once is taken by one; the other is told', async () => {
    const { id } = await raisedBy(await visit(8, { condition: 'alarm' }));
    const taken = await Promise.allSettled(
      [ogata, town.as('furukawa')].map((who) => who.call(takeEscalation, { id, seen: 0 })),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const slower = await expectRefusal(town.as('furukawa').call(takeEscalation, { id, seen: 0 }), 'refused');
    expect(slower.message).toContain('先に');
    await town.as('furukawa').call(takeEscalation, { id, seen: 1 });
  });

  test('is not there for another district, and its act is not either', async () => {
    const { id } = await raisedBy(await visit(8, { condition: 'concern' }));
    await expectRefusal(town.as('sakai').call(readEscalation, { id }), 'not_found');
    await expectRefusal(town.as('kusano-lead').call(takeEscalation, { id, seen: 0 }), 'not_found');
  });
});

describe('nobody being met', () => {
  const absent = (n: number, visited_on: string) => visit(n, { contact: 'absent', visited_on });
  const unmet = async (n: number) =>
    (await koga.call(listEscalations, { level: 'unmet', household: household(n) })).escalations.length;

  test('three times in a row is told gently, once until somebody has closed it', async () => {
    await absent(9, '2026-01-30');
    await absent(9, '2026-01-31');
    expect(await unmet(9)).toBe(0);
    await absent(9, '2026-02-01');
    expect(await unmet(9)).toBe(1);
    await absent(9, '2026-02-02');
    expect(await unmet(9)).toBe(1);
  });

  test('is told no more where the visitor has switched it off', async () => {
    await koga.call(switchUnmet, { household_id: household(10), quiet: true, why: '入院中' });
    for (const day of ['2026-01-30', '2026-01-31', '2026-02-01']) await absent(10, day);
    expect(await unmet(10)).toBe(0);
    await expectRefusal(
      town.as('sakai').call(switchUnmet, { household_id: household(10), quiet: false, why: '見本' }),
      'not_found',
    );
  });

  test('is told sooner, or not at all, as the district’s rule says', async () => {
    const rule = { rule: 'times', district_id: town.id('district:鳥飼') } as const;
    await ogata.call(setUnmetRule, { id: mintId(), ...rule, n: 2 });
    for (const day of ['2026-02-01', '2026-02-02']) await absent(11, day);
    expect(await unmet(11)).toBe(1);
    town.clock.now = new Date('2026-02-02T11:00:00+09:00');
    await ogata.call(setUnmetRule, { id: mintId(), ...rule });
    for (const day of ['2026-01-31', '2026-02-01', '2026-02-02']) await absent(12, day);
    expect(await unmet(12)).toBe(0);
  });

  test('for sixty days is told by the job, once, and not where somebody answered or did not wish a visit', async () => {
    const told = await tellWhoWasLongNotMet(town.database);
    expect(told).toBeGreaterThan(0);
    expect(await tellWhoWasLongNotMet(town.database)).toBe(0);
    const raised = await town.look<{ household_id: string }>(
      `select household_id from escalations where level = 'unmet' and visit_id is null`,
    );
    const ids = raised.map(({ household_id }) => household_id);
    expect(ids).not.toContain(household(1));
    expect(ids).not.toContain(household(10));
    expect(ids).toContain(town.id('household:草野:1'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
