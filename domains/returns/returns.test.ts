import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { withdrawNote, writeNote } from '#domains/cases/note-api.ts';
import { decideSupport } from '#domains/cases/plan-api.ts';
import { listCodes, rewordCode } from '#domains/codes/api.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '#test/paper.ts';
import { bringBeforeCity, inventPlan } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  correctReturn,
  defineReturn,
  listReturnDefinitions,
  listReturns,
  printReturn,
  readReturn,
  submitReturn,
} from './api.ts';
import type { ReturnCode } from './model.ts';

const town = await openTown('cast');
const [planner, window, council] = [town.as('tsutsumi'), town.as('nakajima'), town.as('eguchi')];
const fiscal_year = 2025;

type Tables = OutputOf<typeof readReturn>['tables'];

const read = (who: typeof planner, code: ReturnCode) => who.call(readReturn, { code, fiscal_year });

/** The figure of a cell: table, row by its words (null: the sum), column. */
function figure(tables: Tables, code: string, row: string | null, column: string): number | null | undefined {
  const table = tables.find((one) => one.code === code);
  const at = table?.columns.findIndex((one) => one.code === column) ?? -1;
  const cells = row === null ? table?.sum : table?.rows.find(({ wording }) => wording === row)?.cells;
  return cells?.[at];
}

async function note(case_id: string, client_id: string | null, outcome: 'spoke' | 'attempt' = 'attempt') {
  const id = mintId();
  await window.call(writeNote, {
    id,
    case_id,
    client_id,
    noted_on: '2026-02-02',
    way: 'visit',
    with_whom: 'person',
    outcome,
    words: '見本',
  });
  return id;
}

describe('a return', () => {
  test('has new, all and persons side by side, and follows what was recorded', async () => {
    const before = (await read(planner, 'comprehensive')).tables;
    const reached = (await read(planner, 'outreach')).tables;
    const { case_id, client } = await inventPlan(town);
    for (const who of [client, client, null]) await note(case_id, who);
    const after = (await read(planner, 'comprehensive')).tables;
    const grown = (column: string) =>
      (figure(after, 'by_body', null, column) ?? 0) - (figure(before, 'by_body', null, column) ?? 0);
    expect(['new', 'all', 'persons'].map(grown)).toEqual([0, 3, 1]);
    expect(figure(after, 'by_body', '生活自立支援センター', 'all')).toBe(
      (figure(before, 'by_body', '生活自立支援センター', 'all') ?? 0) + 3,
    );
    const outreach = (await read(planner, 'outreach')).tables;
    const more = (table: string, row: string | null, column: string) =>
      (figure(outreach, table, row, column) ?? 0) - (figure(reached, table, row, column) ?? 0);
    expect([more('by_way', '訪問', 'contacts'), more('persons', null, 'new')]).toEqual([3, 1]);
  });

  test('leaves out what was taken back, and calls the ways of a contact as the town does', async () => {
    const { case_id, client } = await inventPlan(town);
    const visits = async (row: string) => {
      const { tables } = await read(planner, 'outreach');
      return [
        figure(tables, 'by_way', row, 'contacts') ?? 0,
        figure(tables, 'by_way', null, 'contacts') ?? 0,
      ];
    };
    const before = await visits('訪問');
    const id = await note(case_id, client);
    expect(await visits('訪問')).toEqual(before.map((n) => n + 1));
    await window.call(withdrawNote, { id, reason: '見本' });
    expect(await visits('訪問')).toEqual(before);
    const { entries } = await window.call(listCodes, { list: 'way' });
    const visit = entries.find(({ code }) => code === 'visit')?.id ?? '';
    await town.as('shiraishi').call(rewordCode, { id: visit, label: '家庭訪問', from_on: '2026-02-02' });
    expect(await visits('家庭訪問')).toEqual(before);
    const { ways } = await planner.call(listReturnDefinitions, { code: 'outreach' });
    expect(ways).toContainEqual({ code: 'visit', name: '家庭訪問' });
    await town.as('shiraishi').call(rewordCode, { id: visit, label: '訪問', from_on: '2026-02-03' });
  });

  test('counts what the city decided, and shows a window its own alone', async () => {
    const decided = async (who: typeof planner) =>
      figure((await read(who, 'coordination')).tables, 'self_support', null, 'decided') ?? 0;
    const before = [await decided(planner), await decided(window), await decided(council)];
    const plan = await inventPlan(town);
    await bringBeforeCity(town, plan);
    await town
      .as('kakihara')
      .call(decideSupport, { plan_id: plan.plan_id, id: mintId(), decision: 'yes', reason: '見本' });
    const after = [await decided(planner), await decided(window), await decided(council)];
    expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([1, 1, 0]);
  });

  test('gives a planner counts, and no row behind them', async () => {
    const rows = await town.database.as({ kind: 'post', post: town.id('post:tsutsumi') }, 'test', (db) =>
      db.one(
        z.object({ plans: z.int(), notes: z.int(), things: z.int() }),
        sql`select (select count(*)::int from support_plans) as plans, (select count(*)::int from case_notes) as notes,
          (select count(*)::int from gate.things_of_return('notes', '2025-04-01', '2026-03-31')) as things`,
      ),
    );
    expect(rows).toEqual({ plans: 0, notes: 0, things: 0 });
  });

  test('stands as it was sent, with what is put right beside it', async () => {
    const id = mintId();
    const sent = { code: 'outreach', fiscal_year, sent_to: '見本の省', sent_on: '2026-02-02' } as const;
    await expectRefusal(planner.call(submitReturn, { ...sent, id, sent_on: '2026-02-03' }), 'invalid');
    await planner.call(submitReturn, { ...sent, id });
    await expectRefusal(planner.call(submitReturn, { ...sent, id: mintId() }), 'refused');
    const { case_id, client } = await inventPlan(town);
    await note(case_id, client);
    const now = await read(planner, 'outreach');
    const kept = now.submitted?.tables ?? [];
    expect(
      (figure(now.tables, 'by_way', null, 'contacts') ?? 0) - (figure(kept, 'by_way', null, 'contacts') ?? 0),
    ).toBe(1);
    const visits = figure(kept, 'by_way', '訪問', 'contacts') ?? 0;
    const wrong = { id: mintId(), return_id: id, now: visits + 1, reason: '見本' };
    await expectRefusal(
      planner.call(correctReturn, { ...wrong, cell: 'by_way/nothing/contacts' }),
      'invalid',
    );
    await planner.call(correctReturn, { ...wrong, cell: 'by_way/visit/contacts' });
    await expectRefusal(
      planner.call(correctReturn, { ...wrong, id: mintId(), cell: 'by_way/visit/contacts' }),
      'invalid',
    );
    const { submitted } = await read(planner, 'outreach');
    expect(submitted?.corrections.map(({ was, now }) => [was, now])).toEqual([[visits, visits + 1]]);
    expect(figure(submitted?.tables ?? [], 'by_way', '訪問', 'contacts')).toBe(visits);
    expect((await read(window, 'outreach')).submitted).toBeNull();
    await expectRefusal(
      window.call(correctReturn, { ...wrong, id: mintId(), cell: 'by_way//contacts' }),
      'not_found',
    );
    const { returns } = await planner.call(listReturns, {});
    expect(returns.find((one) => one.code === 'outreach' && one.fiscal_year === fiscal_year)?.sent_on).toBe(
      '2026-02-02',
    );
  });

  test('is put right also in a row of which nothing was known when it was sent', async () => {
    const year = { code: 'outreach', fiscal_year: 2024 } as const;
    const sent = { ...year, id: mintId(), sent_to: '見本の省', sent_on: '2026-02-02' };
    await planner.call(submitReturn, sent);
    const { case_id, client } = await inventPlan(town);
    const late = await note(case_id, client);
    const correction = {
      return_id: sent.id,
      cell: 'by_way/visit/contacts',
      now: 1,
      reason: '見本の記入もれ',
    };
    await expectRefusal(planner.call(correctReturn, { ...correction, id: mintId() }), 'invalid');
    await town.look("update case_notes set noted_on = '2025-02-03' where id = $1", [late]);
    await planner.call(correctReturn, { ...correction, id: mintId() });
    const { submitted } = await planner.call(readReturn, year);
    expect(submitted?.corrections).toMatchObject([{ row_key: 'visit', was: 0, now: 1 }]);
    expect(figure(submitted?.tables ?? [], 'by_way', '訪問', 'contacts')).toBeUndefined();
    const csv = new TextDecoder().decode(
      bytesOf(await planner.call(printReturn, { ...year, format: 'csv' })),
    );
    expect(csv).toMatch(/訪問,[^\n]*,0,件,1,見本の記入もれ/);
    expect(readPdf(bytesOf(await planner.call(printReturn, year))).replace(/\s/g, '')).toContain('訪問');
  });

  test('for others than the ministry holds no table with a small count', async () => {
    const text = async (copy: 'exact' | 'public') =>
      new TextDecoder().decode(
        bytesOf(await planner.call(printReturn, { code: 'outreach', fiscal_year, format: 'csv', copy })),
      );
    expect(await text('exact')).toContain('訪問');
    expect(await text('exact')).toContain('訂正の理由');
    expect(await text('public')).not.toContain('訪問');
  });

  test('follows the town’s own definition from its year on, and the years before stay', async () => {
    const own: InputOf<typeof defineReturn> = {
      id: mintId(),
      code: 'participation',
      after_version: 0,
      starts_year: 2025,
      note: '見本の理由',
      tables: [
        {
          code: 'own',
          wording: '見本の表',
          rows: 'way',
          columns: [
            {
              code: 'tried',
              wording: '見本の列',
              unit: '件',
              source: 'plans',
              show: 'things',
              where: { kind: ['nothing'] },
            },
            {
              code: 'unsaid',
              wording: '見本の別の列',
              unit: '件',
              source: 'none',
              show: 'things',
              where: {},
            },
          ],
        },
      ],
    };
    await planner.call(defineReturn, own);
    await expectRefusal(planner.call(defineReturn, { ...own, id: mintId() }), 'refused');
    const { tables: counted, definition } = await read(planner, 'participation');
    expect([definition.version, counted[0]?.wording, counted[0]?.sum]).toEqual([1, '見本の表', [0, null]]);
    // What nobody records is said to be so, and is never a nought.
    const paper = await planner.call(printReturn, { code: 'participation', fiscal_year });
    expect(readPdf(bytesOf(paper))).toContain('未記録');
    const before = await planner.call(readReturn, { code: 'participation', fiscal_year: 2024 });
    expect(before.definition.version).toBe(0);
  });
});
