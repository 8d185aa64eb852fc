import { describe, expect, test } from 'vitest';
import { addMember, closeHousehold, endMember, reopenHousehold, writeReason } from '#domains/parties/api.ts';
import { readFigures } from '#domains/plan/api.ts';
import { recordVisit, withdrawVisit } from '#domains/visits/api.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { verifyChain } from '#platform/audit/verify.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { carryOutDisposals } from './jobs.ts';
import type { Kind } from './model.ts';

const town = await openTown('sample');
const furukawa = town.as('furukawa');
const lastYear = '2025-03-31';

const households = (
  await town.look<{ household_id: string }>(
    `select v.household_id from visits v join households h on h.id = v.household_id
     where h.holder_id = $1 and v.visited_on <= $2 group by 1 order by count(*) desc, 1 limit 6`,
    [town.id('body:鳥飼'), lastYear],
  )
).map(({ household_id }) => household_id);
const [first = '', second = '', held = '', fourth = '', fifth = '', open = ''] = households;

const close = (id: string) => furukawa.call(closeHousehold, { id, closed_on: lastYear, why: 'died' });

async function makeList(who: string, kind: Kind): Promise<string> {
  return (await town.as(who).call(api.makeDisposal, { id: mintId(), kind })).id;
}

async function bringToApproval(kind: Kind): Promise<string> {
  const id = await makeList('furukawa', kind);
  await furukawa.call(api.submitDisposal, { id });
  return id;
}

async function approveByBoth(id: string): Promise<void> {
  for (const who of ['shiraishi', 'tsutsumi']) await town.as(who).call(api.approveDisposal, { id });
}

const readFigure = async () => {
  const { figures } = await town.as('tsutsumi').call(readFigures, { plan: 'kurume-1', indicator: 'visits' });
  return figures;
};

/** What every table says of a household or of whoever lived in it. */
async function countTraces(id: string): Promise<Record<string, number>> {
  const columns = await town.look<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_name in ('household_id', 'alias_id', 'kept_id')
       and table_name not in ('disposal_rows', 'legal_holds')`,
  );
  const traces: Record<string, number> = {};
  for (const { table_name, column_name } of [...columns, { table_name: 'households', column_name: 'id' }]) {
    const [row] = await town.look<{ n: number }>(
      `select count(*)::int as n from ${table_name} where ${column_name} = $1`,
      [id],
    );
    if (row?.n) traces[`${table_name}.${column_name}`] = row.n;
  }
  return traces;
}

describe('a household whose years are over', async () => {
  await town.as('shiraishi').call(api.setRetention, {
    id: mintId(),
    class: 'watching',
    body_id: town.id('body:鳥飼'),
    years: 0,
    starts_on: '2026-02-02',
    reason: '見本',
  });
  await furukawa.call(writeReason, { id: mintId(), household_id: first, reason: '見本の理由' });
  const withdrawn = mintId();
  const said = { visited_on: '2026-01-20', channel: 'phone', contact: 'met' } as const;
  await furukawa.call(recordVisit, {
    id: withdrawn,
    household_id: first,
    for_post: town.id('post:koga'),
    ...said,
  });
  await furukawa.call(withdrawVisit, { id: withdrawn, version: 1, reason: '見本さんと取り違えた' });
  for (const id of [first, second, held, fourth]) await close(id);
  await furukawa.call(api.placeHold, {
    id: mintId(),
    kind: 'household',
    subject_id: held,
    reason: '訴訟のため',
  });
  const figures = await readFigure();
  const encounters = await town.look(
    'select count(*)::int as n, count(household_id)::int as h from encounter_parties',
  );
  let list = '';

  test('is due; a household under a legal hold is counted apart and never listed', async () => {
    const { due } = await furukawa.call(api.countDue, {});
    expect(due?.find(({ kind }) => kind === 'household')).toMatchObject({
      n: 3,
      held: 1,
      years: 0,
      until_day: lastYear,
    });
    list = await makeList('furukawa', 'household');
    const { rows } = await furukawa.call(api.listDisposalRows, { id: list });
    expect(rows.map(({ subject_id }) => subject_id).sort()).toEqual([first, second, fourth].sort());
    expect(rows[0]?.says).toMatch(/^R\d+-\d+ /);
    await expectRefusal(makeList('furukawa', 'household'), 'refused');
  });

  test('is left out with a reason; a list that was submitted does not move', async () => {
    const leave = { id: list, subject_id: fourth, reason: '家族から開示の相談がある' };
    await furukawa.call(api.excludeFromDisposal, leave);
    await expectRefusal(furukawa.call(api.excludeFromDisposal, leave), 'refused');
    await expectRefusal(town.as('tsutsumi').call(api.approveDisposal, { id: list }), 'refused');
    await furukawa.call(api.submitDisposal, { id: list });
    await expectRefusal(furukawa.call(api.excludeFromDisposal, { ...leave, subject_id: first }), 'refused');
    expect((await town.as('tsutsumi').call(api.readDisposal, { id: list })).submission).toMatchObject({
      rows: 2,
      excluded: 1,
      first_day: lastYear,
      last_day: lastYear,
    });
  });

  test('is not destroyed by one yes, nor by the same person twice', async () => {
    await town.as('tsutsumi').call(api.approveDisposal, { id: list });
    await expectRefusal(town.as('tsutsumi').call(api.approveDisposal, { id: list }), 'refused');
    expect(await carryOutDisposals(town.database)).toBe(0);
    expect(await countTraces(first)).toHaveProperty(['households.id'], 1);
  });

  test('goes with everything that names it; a hold that comes after the approval still holds', async () => {
    await town.as('shiraishi').call(api.approveDisposal, { id: list });
    const hold = mintId();
    await furukawa.call(api.placeHold, { id: hold, kind: 'household', subject_id: second, reason: '見本' });
    expect(await carryOutDisposals(town.database)).toBe(1);
    expect(await countTraces(first)).toEqual({});
    expect(await countTraces(second)).toHaveProperty(['households.id'], 1);
    const { record, state } = await furukawa.call(api.readDisposal, { id: list });
    expect(state).toBe('carried_out');
    expect(record).toMatchObject({ done: 1, kept: 1, counts: { households: 1, household_reasons: 1 } });
    expect(record?.counts.visits).toBeGreaterThan(1);
    await furukawa.call(api.liftHold, { id: hold, reason: '見本' });
  });

  test('changes no figure: 248,933 stands, and who took part is a nameless somebody', async () => {
    expect(await readFigure()).toEqual(figures);
    expect(JSON.stringify(figures)).toContain('248933');
    const [now] = await town.look<{ n: number; h: number }>(
      'select count(*)::int as n, count(household_id)::int as h from encounter_parties',
    );
    expect(now?.n).toBe(encounters[0]?.n);
    expect(now?.h).toBeLessThan(encounters[0]?.h);
    const [word] = await town.look(
      'select household_id, reason from encounter_withdrawals where encounter_id = $1',
      [withdrawn],
    );
    expect(word).toEqual({ household_id: null, reason: '（保存期間が過ぎたため廃棄）' });
  });

  test('leaves the audit trail whole, and its destruction stands in it', async () => {
    await sealAudit(town.database);
    expect(
      (await verifyChain({ executeSql: async (text, values) => ({ rows: await town.look(text, values) }) }))
        .broken,
    ).toBe(null);
    const entries = await town.look("select role from audit_entries where word = 'disposal.carried_out'");
    expect(entries.length).toBe(2);
    expect(new Set(entries.map(({ role }) => role))).toEqual(new Set(['system_disposer']));
  });

  test('what was left out, held or opened again comes on no list, or on the next one', async () => {
    await furukawa.call(reopenHousehold, { id: fourth, reason: '見本' });
    const next = await bringToApproval('household');
    const { rows } = await furukawa.call(api.listDisposalRows, { id: next });
    expect(rows.map(({ subject_id }) => subject_id)).toEqual([second]);
    await furukawa.call(reopenHousehold, { id: second, reason: '見本' });
    await approveByBoth(next);
    expect(await carryOutDisposals(town.database)).toBe(0);
    expect((await furukawa.call(api.readDisposal, { id: next })).record).toMatchObject({ done: 0, kept: 1 });
    expect(await countTraces(second)).toHaveProperty(['visits.household_id']);
  });
});

test('of two who lived together, the one who died goes, and the household stays', async () => {
  const person = mintId();
  await furukawa.call(addMember, {
    id: person,
    household_id: open,
    name: '見本 ふたり',
    kana: 'みほん ふたり',
    relation: 'spouse',
    starts_on: '2024-05-01',
  });
  await furukawa.call(endMember, { id: person, ends_on: lastYear, why: 'died' });
  const list = await bringToApproval('member');
  await approveByBoth(list);
  expect(await carryOutDisposals(town.database)).toBe(1);
  expect(
    await town.look(
      'select 1 from household_members where id = $1 union all select 2 from parties where id = $1',
      [person],
    ),
  ).toEqual([]);
  expect(await countTraces(open)).toHaveProperty(['households.id'], 1);
});

test('nobody but the maker’s body sees what stands on a list; a list that was given up destroys nothing', async () => {
  await close(fifth);
  const list = await bringToApproval('household');
  await expectRefusal(town.as('kusano-lead').call(api.readDisposal, { id: list }), 'not_found');
  await expectRefusal(
    town.as('shiraishi').call(api.makeDisposal, { id: mintId(), kind: 'household' }),
    'invalid',
  );
  expect((await town.as('shiraishi').call(api.listDisposalRows, { id: list })).rows).toEqual([]);
  await town.as('tsutsumi').call(api.giveUpDisposal, { id: list, reason: '期間の数え方を確かめるため' });
  await expectRefusal(town.as('shiraishi').call(api.approveDisposal, { id: list }), 'refused');
  expect(await carryOutDisposals(town.database)).toBe(0);
  expect((await furukawa.call(api.listDisposals, {})).disposals[0]).toMatchObject({
    id: list,
    state: 'given_up',
  });
});

test('a hold on a body or a period is the administrator’s, and empties the list', async () => {
  await expectRefusal(
    furukawa.call(api.placeHold, {
      id: mintId(),
      kind: 'body',
      subject_id: town.id('body:鳥飼'),
      reason: '見本',
    }),
    'invalid',
  );
  const hold = mintId();
  await town.as('shiraishi').call(api.placeHold, {
    id: hold,
    kind: 'period',
    first_day: '2025-03-01',
    last_day: '2025-03-31',
    reason: '監査のため',
  });
  expect((await furukawa.call(api.countDue, {})).due?.find(({ kind }) => kind === 'household')).toMatchObject(
    {
      n: 0,
    },
  );
  expect((await furukawa.call(api.listHolds, {})).holds[0]).toMatchObject({ id: hold, lifted: null });
  await town.as('shiraishi').call(api.liftHold, { id: hold, reason: '監査が終わった' });
  await expectRefusal(town.as('shiraishi').call(api.liftHold, { id: hold, reason: '見本' }), 'refused');
});
