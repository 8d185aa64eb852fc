import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { verifyChain } from '#platform/audit/verify.ts';
import type { Operation } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { inventWorld } from '../../test/evaluator/invent-world.ts';
import { plantWorld } from '../../test/evaluator/plant-world.ts';
import { raiseTown } from '../../test/town.ts';
import * as api from './api.ts';
import { carryOutDisposals } from './jobs.ts';
import { type Kind, kindsOf } from './model.ts';

const classes = ['case', 'consent', 'conference', 'protection', 'disclosure', 'provision'];
const roles = ['records_officer', 'convener', 'case_coordinator', 'intake_worker'] as const;
/** Of the household's side, which is not in an invented world. */
const ofHouseholds = ['provisions', 'provision_withdrawals'];

test('in an invented world, once all of it is long over, two yeses leave nothing of persons, conferences and codes but what is held', {
  timeout: 300_000,
}, async () => {
  const world = inventWorld(7);
  const { town, close } = await raiseTown('empty');
  await plantWorld(world, town.owner);
  const { look } = town;
  const call = async (post: string, op: Operation, input: Record<string, unknown>) => {
    const bound = operations.find(({ declared }) => declared === op);
    if (!bound) throw new Error('not bound');
    return await perform(town.database, bound, { kind: 'post', post }, input, mintId());
  };
  const post = async (body: string, role: string) => {
    const [id, account] = [mintId(), mintId()];
    await look(
      `with one as (insert into accounts (id, sign_in_name, name, kana, kana_key, created_at)
          values ($2::uuid, $5, '見本', '', '', '2025-04-01') returning id)
        insert into posts (id, account_id, role, body_id, starts_on, needs_second_factor, given_at)
          select $1, id, $4, $3, '2025-04-01', false, '2025-04-01' from one`,
      [id, account, body, role, account],
    );
    return id;
  };
  const city = world.bodies[0]?.id ?? '';
  const approvers = [await post(city, 'planner'), await post(city, 'planner')];
  const makers = new Map<string, string>();
  for (const { id } of world.bodies)
    for (const role of roles) makers.set(`${id} ${role}`, await post(id, role));

  // All of it is over: cases closed, matters ended, views reviewed, protections ended, questions answered.
  const by = world.posts[0];
  await look("update cases set state = 'ended', closed_on = '2025-06-01'");
  await look("update conference_items set ended_at = '2025-06-01'");
  await look(`insert into emergency_reviews (view_id, justified, words, reviewed_by, reviewed_at, holder_id, post_id)
      select id, true, '見本', '${by?.account}', '2026-03-01', holder_id, post_id from emergency_views on conflict do nothing`);
  await look(`insert into emergency_tellings (id, view_id, told_on, way, told_post_id, written_by, written_at, holder_id)
      select gen_random_uuid(), id, '2026-03-01', 'met', post_id, '${by?.account}', '2026-03-01', holder_id from emergency_views v
      where not exists (select from emergency_tellings t where t.view_id = v.id)`);
  await look(`insert into protection_endings (protection_id, reason, ended_by, ended_at, person_id, holder_id)
      select id, '見本', '${by?.account}', '2026-03-31T23:59:00+09:00', person_id, holder_id from protections on conflict do nothing`);
  await look(`insert into disclosure_answers (question_id, words, answered_by, answered_at, about_id, holder_id)
      select id, '見本', '${by?.id}', '2026-03-01', about_id, holder_id from disclosure_questions on conflict do nothing`);
  await look('update protections set decided_at = $1', ['2025-04-01']);
  await look('delete from disposal_exclusions');
  await look('delete from disposal_rows');

  const tables = (
    await look<{ table: string }>(
      `select table_name as table from information_schema.columns where table_schema = 'public'
          and column_name = 'retention_class' and trim(both '''' from split_part(column_default, '::', 1)) = any($1)`,
      [classes],
    )
  )
    .map(({ table }) => table)
    .filter((table) => !ofHouseholds.includes(table));
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const table of tables)
      found[table] = Number((await look<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);
    return found;
  };
  const before = await counts();
  expect(Object.entries(before).filter(([table, n]) => n === 0 && table !== 'emergency_tries')).toEqual([]);

  /** Everything that is due of every kind, listed by whose work it is, approved by two, carried out. */
  const order: readonly Kind[] = [
    'disclosure_request',
    'disclosure_key',
    'conference',
    'person_provision',
    'emergency_view',
  ];
  const later: readonly Kind[] = ['protection', 'consent', 'case', 'client'];
  const bringAll = async () => {
    for (const kind of [...order, ...later])
      for (const [whose, maker] of makers) {
        const [holder_id, role] = whose.split(' ');
        if (!kindsOf(role ?? null).includes(kind)) continue;
        const { due } = (await call(maker, api.countDue, {})) as {
          due: { kind: string; holder_id: string; n: number }[];
        };
        const found = due.find((one) => one.kind === kind && one.holder_id === holder_id);
        if (!found || found.n === 0) continue;
        const id = mintId();
        await call(maker, api.makeDisposal, { id, kind, holder_id });
        await call(maker, api.submitDisposal, { id });
        for (const yes of approvers) await call(yes, api.approveDisposal, { id });
        await carryOutDisposals(town.database);
      }
  };

  town.clock.now = new Date('2029-05-01T10:00:00+09:00');
  await bringAll();
  const early = await counts();
  // Five years run from the end of the year; what ended in 令和7年度 is kept until 令和13年度.
  expect(early.cases).toBe(before.cases);
  expect(early.protections).toBe(before.protections);

  town.clock.now = new Date('2040-05-01T10:00:00+09:00');
  await bringAll();
  const held = await look<{ id: string }>(
    `select h.subject_id as id from legal_holds h
        where not exists (select from legal_hold_liftings l where l.hold_id = h.id) order by 1`,
  );
  expect(held.length).toBeGreaterThan(3);
  for (const { id } of held)
    expect(await look('select from clients where id = $1', [id]), 'a person who is held').toHaveLength(1);
  expect(
    await look(
      'select id from clients c where not exists (select from legal_holds h where h.subject_id = c.id) and not exists (select from case_members m where m.client_id = c.id)',
    ),
  ).toEqual([]);

  await look(`insert into legal_hold_liftings (hold_id, reason, holder_id, author_id, author_role, author_body_id, written_at)
      select id, '見本', holder_id, author_id, author_role, author_body_id, written_at from legal_holds on conflict do nothing`);
  await bringAll();
  const after = await counts();
  expect(Object.entries(after).filter(([, n]) => n > 0)).toEqual([]);
  // Themes name nobody and stay, as do the encounters that count.
  expect(await look('select from gap_themes')).toHaveLength(before.case_gaps ?? 0);
  expect(await look("select from encounters where kind = 'intake'")).toHaveLength(world.clients.length);

  await look('delete from audit_entries where batch = 9001');
  await look('delete from audit_batches where number = 9001');
  await sealAudit(town.database);
  const driver = {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await look(text, values) }),
  };
  expect((await verifyChain(driver)).broken).toBe(null);
  await close();
});
