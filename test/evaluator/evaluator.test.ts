import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Credential } from '#platform/db.ts';
import { Sql } from '#platform/sql.ts';
import { raiseTown, type Town } from '../town.ts';
import { listVisible, listVisibleToKey, rules } from './evaluator.ts';
import { hashOfKey } from './invent-answering.ts';
import { instants, inventWorld } from './invent-world.ts';
import { plantWorld } from './plant-world.ts';
import type { World } from './world.ts';

/**
 * The gate, asked twice: PostgreSQL's policies and an evaluator written apart from them, from docs/gate.md, answer which
 * rows of which table a post may read at an instant. One question is one post, one row, one instant; they agree on all.
 */
const worlds = process.env.KANAEAU_TEST_LONG === '1' ? 20 : 2;
let questions = 0;
let seen = 0;

/** The key of a row, as the evaluator names it. */
const keys: Record<string, string> = {
  ...Object.fromEntries(Object.keys(rules).map((table) => [table, 'id'])),
  ...Object.fromEntries(
    ['client_answers', 'client_answer_versions'].map((table) => [table, "client_id || '/' || facet"]),
  ),
  ...Object.fromEntries(['case_note_versions', 'case_note_withdrawals'].map((table) => [table, 'note_id'])),
  ...Object.fromEntries(
    ['support_plan_versions', 'plan_services', 'plan_closings'].map((table) => [table, 'plan_id']),
  ),
  ...Object.fromEntries(
    ['provision_returns', 'provision_return_notes'].map((table) => [table, 'provision_id']),
  ),
  emergency_return_notes: 'view_id',
  ...Object.fromEntries(['disposal_rows', 'disposal_exclusions'].map((table) => [table, 'subject_id'])),
  letter_decisions: 'letter_id',
  letter_answers: 'letter_id',
  written_contact_endings: 'written_id',
  wish_referral_takings: 'referral_id',
  participant_names: 'participant_id',
  wish_words: 'wish_id',
  match_legs: 'match_id',
  match_tellings: 'match_id',
  fulfilment_withdrawals: 'fulfilment_id',
  concern_reminders: 'concern_id',
  match_proposal_legs: 'proposal_id',
  intake_versions: 'intake_id',
  intake_answers: 'intake_id',
  intake_circumstances: 'intake_id',
  client_link_undoings: 'link_id',
  case_handover_people: "handover_id || '/' || client_id",
  case_handover_turns: 'handover_id',
  gap_theme_sources: "theme_id || '/' || gap_id",
  goal_attainments: 'goal_id',
  conference_subjects: "item_id || '/' || client_id",
  crossing_decisions: 'fact_id',
  disclosure_releases: 'key_id',
  disclosure_answers: 'question_id',
  disclosure_holdbacks: "about_id || '/' || entry_id",
  legal_hold_liftings: 'hold_id',
  emergency_reviews: 'view_id',
  protection_endings: 'protection_id',
  clients: 'id',
  client_contacts: 'client_id',
  client_versions: 'client_id',
  intakes: 'id',
  intake_worries: 'intake_id',
  cases: 'id',
  case_steps: 'id',
  case_workers: 'case_id',
  case_members: "case_id || '/' || client_id",
  case_notes: 'id',
  consents: 'id',
  consent_withdrawals: 'consent_id',
  person_provisions: 'id',
  person_provision_withdrawals: 'provision_id',
  emergency_views: 'id',
  protections: 'id',
  protection_keepers: "protection_id || '/' || post_id",
  protected_views: 'id',
};

/** What one of the two shows and the other does not, as sentences. */
async function compare(town: Town, world: World): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const table of Object.keys(keys))
    counts.set(table, Number((await town.look<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n));
  const wrong: string[] = [];
  /** Every table, as one actor. */
  async function ask(actor: Credential, expected: Map<string, Set<string>>, who: string): Promise<void> {
    await town.database.as(actor, 'test', async (db) => {
      for (const [table, key] of Object.entries(keys)) {
        const rows = await db.all(
          z.object({ key: z.string() }),
          new Sql([`select distinct (${key})::text as key from ${table}`], []),
        );
        const shown = new Set(rows.map((row) => row.key));
        const allowed = expected.get(table) ?? new Set<string>();
        for (const one of shown) if (!allowed.has(one)) wrong.push(`${who} sees ${table} ${one}`);
        for (const one of allowed) if (!shown.has(one)) wrong.push(`${who} misses ${table} ${one}`);
        questions += counts.get(table) ?? 0;
        seen += shown.size;
      }
    });
  }
  for (const instant of instants) {
    town.clock.now = new Date(instant);
    for (const post of world.posts)
      await ask(
        { kind: 'post', post: post.id },
        listVisible(world, post, instant),
        `${instant} ${post.role}`,
      );
    for (const { key } of world.rows.filter(({ table }) => table === 'disclosure_codes'))
      await ask(
        { kind: 'key', hash: hashOfKey(key) },
        listVisibleToKey(world, key, instant),
        `${instant} key`,
      );
  }
  return wrong;
}

describe.each(Array.from({ length: worlds }, (_, seed) => seed))('in world %i', (seed) => {
  test('the policies and the evaluator open the same rows to every post at every instant', async () => {
    const world = inventWorld(seed);
    const { town, close } = await raiseTown('empty');
    await plantWorld(world, town.owner);
    expect(await compare(town, world)).toEqual([]);
    await close();
  }, 300_000);
});

test('a policy that shows a row too many, or one too few, is noticed', async () => {
  const world = inventWorld(worlds);
  const { town, close } = await raiseTown('empty');
  await plantWorld(world, town.owner);
  await town.look(`create policy leak on case_notes for select to kanaeau_app
    using (client_id is null and case_id = any((select gate.cases_of_actor())::uuid[]))`);
  await town.look('drop policy keepers_see_a_protected_address on client_contacts');
  const wrong = await compare(town, world);
  expect(wrong.some((sentence) => sentence.includes('sees case_notes'))).toBe(true);
  expect(wrong.some((sentence) => sentence.includes('misses client_contacts'))).toBe(true);
  expect(wrong.every((sentence) => /sees case_notes|misses client_contacts/.test(sentence))).toBe(true);
  await close();
}, 300_000);

afterAll(() => {
  // A world in which nobody sees anything would agree as well.
  expect(questions).toBeGreaterThanOrEqual(100_000);
  expect(seen).toBeGreaterThan(questions / 50);
  process.stdout.write(`${questions} questions asked of the policies and the evaluator, ${seen} rows seen\n`);
});
