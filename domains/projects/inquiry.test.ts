import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { readPdf } from '#test/paper.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const owner = town.as('akiyama');
const inquiry = town.id('inquiry:2025');

async function itemOf(number: number): Promise<string> {
  const { items } = await planner.call(api.readInquiry, { id: inquiry });
  const item = items.find((one) => one.number === number);
  if (!item) throw new Error(`no project ${number}`);
  return item.id;
}

const full = { results: '見本の実績', grade: 'B', course: 'イ' } as const;

describe('an answer on its way', () => {
  test('every state is there for the planner, and an owner sees its own projects alone', async () => {
    const { items } = await planner.call(api.readInquiry, { id: inquiry });
    expect(new Set(items.map(({ state }) => state))).toEqual(
      new Set(['waiting', 'draft', 'answered', 'returned', 'confirmed']),
    );
    const own = await owner.call(api.readInquiry, { id: inquiry });
    expect(own.items.map(({ number }) => number)).toEqual([101, 102, 109, 120, 126]);
    expect(own.owners).toMatchObject([{ asked: 5, owing: 3, reminders: 1, reminded_on: '2026-01-30' }]);
    await expectRefusal(owner.call(api.readAskedProject, { id: await itemOf(110) }), 'not_found');
  });

  test('last year’s text stands beside it, from before the year was fixed', async () => {
    const item = await owner.call(api.readAskedProject, { id: await itemOf(109) });
    expect(item.state).toBe('waiting');
    expect(item.last_year).toMatchObject({
      fiscal_year: 2024,
      fixed: false,
      grade_wording: expect.any(String),
    });
    expect(item.last_year?.answer.results).toContain('【見本】「外国につながる人の台所」');
  });

  test('goes from draft to answer, is sent back with a reason, answered anew and confirmed', async () => {
    const item_id = await itemOf(109);
    const save = (after_version: number, more: object) =>
      owner.call(api.saveAnswer, { id: mintId(), item_id, after_version, state: 'draft', ...more });
    await save(0, { results: '途中まで' });
    expect((await owner.call(api.readAskedProject, { id: item_id })).state).toBe('draft');
    const lacking = await expectRefusal(save(1, { state: 'answered', results: '見本の実績' }), 'invalid');
    expect(Object.keys(lacking.fields)).toEqual(['grade', 'course']);
    await save(1, { state: 'answered', ...full });
    await planner.call(api.sendBackAnswer, {
      id: mintId(),
      item_id,
      version: 2,
      reason: '数字もお願いします',
    });
    await expectRefusal(planner.call(api.confirmAnswer, { id: mintId(), item_id, version: 2 }), 'refused');
    await save(2, { state: 'answered', ...full, amount: 120_000 });
    await expectRefusal(planner.call(api.confirmAnswer, { id: mintId(), item_id, version: 2 }), 'refused');
    await planner.call(api.confirmAnswer, { id: mintId(), item_id, version: 3 });
    await expectRefusal(save(3, { state: 'answered', ...full }), 'refused');
    const { state, versions } = await planner.call(api.readAskedProject, { id: item_id });
    expect(state).toBe('confirmed');
    expect(versions.map(({ version, reviews }) => [version, reviews.map(({ kind }) => kind)])).toEqual([
      [3, ['confirmed']],
      [2, ['returned']],
      [1, []],
    ]);
  });

  test('two people who write at once do not overwrite each other', async () => {
    const item_id = await itemOf(120);
    const write = () =>
      owner.call(api.saveAnswer, { id: mintId(), item_id, after_version: 1, state: 'answered', ...full });
    const outcomes = await Promise.allSettled([write(), write()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('written by the planner for an owner, it says who answered', async () => {
    const item_id = await itemOf(112);
    const write = (answered_by: string | null) =>
      planner.call(api.saveAnswer, {
        id: mintId(),
        item_id,
        after_version: 0,
        state: 'answered',
        ...full,
        answered_by,
      });
    const refused = await expectRefusal(write(null), 'invalid');
    expect(refused.fields.answered_by).toContain('だれが');
    await write('こども応援課から紙で');
    const { versions } = await planner.call(api.readAskedProject, { id: item_id });
    expect(versions[0]).toMatchObject({ answered_by: 'こども応援課から紙で', author: { role: 'planner' } });
  });

  test('a grade that the rule does not know is refused', async () => {
    const item_id = await itemOf(102);
    await expectRefusal(
      owner.call(api.saveAnswer, { id: mintId(), item_id, after_version: 1, state: 'draft', grade: 'Z' }),
      'invalid',
    );
  });
});

describe('an inquiry', () => {
  test('is sent once a year, under a rule, within the plan, with a due date to come', async () => {
    const sent = {
      id: mintId(),
      plan_id: town.id('plan:kurume-1'),
      fiscal_year: 2025,
      title: '見本',
      instruction: '見本',
      due_on: '2026-03-01',
    };
    await expectRefusal(planner.call(api.sendInquiry, sent), 'invalid');
    await expectRefusal(planner.call(api.sendInquiry, { ...sent, fiscal_year: 2023 }), 'refused');
    await expectRefusal(planner.call(api.sendInquiry, { ...sent, fiscal_year: 2030 }), 'invalid');
    await expectRefusal(planner.call(api.sendInquiry, { ...sent, due_on: '2026-02-01' }), 'invalid');
  });

  test('reminds everybody who owes an answer and nobody else, and prints a letter for each', async () => {
    await planner.call(api.remindOwners, { inquiry_id: inquiry });
    const { owners } = await planner.call(api.readInquiry, { id: inquiry });
    for (const { owing, reminded_on } of owners) expect(reminded_on === '2026-02-02').toBe(owing > 0);
    expect(owners.some(({ owing }) => owing === 0)).toBe(true);
    const done = owners.find(({ owing }) => owing === 0)?.body.id ?? '';
    await expectRefusal(planner.call(api.remindOwners, { inquiry_id: inquiry, body_id: done }), 'refused');
    const letters = async (body?: string) =>
      readPdf(
        Buffer.from((await planner.call(api.printReminders, { inquiry_id: inquiry, body })) as Uint8Array),
      );
    const all = await letters();
    for (const { body, owing } of owners)
      expect(all.includes(`${body.name.replace(/\s/g, '')}御中`)).toBe(owing > 0);
    const one = await letters(town.id('body:くらし相談課'));
    expect(one).toContain('110まるごと相談（差し戻し）');
    expect(one).not.toContain('つながり支援課');
    await expectRefusal(letters(done), 'refused');
  });

  test('is not fixed while a project waits, a grade is missing or the figures move', async () => {
    await expectRefusal(planner.call(api.fixInquiry, { id: mintId(), inquiry_id: inquiry }), 'refused');
    const open = await expectRefusal(
      planner.call(api.fixInquiry, { id: mintId(), inquiry_id: town.id('inquiry:2024') }),
      'refused',
    );
    expect(open.message).toContain('年度の数字がまだ確定していません');
  });
});
