import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readCaseFor } from './case-standing.ts';
import type * as api from './gap-api.ts';

export async function noteGap(db: Db, input: ParsedInputOf<typeof api.noteGap>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'note_gap', input.case_id);
  await db.run(
    sql`insert into case_gaps (id, case_id, words, would_help, noted_by, noted_at, holder_id)
      values (${input.id}::uuid, ${input.case_id}::uuid, ${input.words}, ${input.would_help}, ${act.actor.account}::uuid,
        ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id, case_id: input.case_id };
}

/** @throws Refusal `not_found` for a gap of another body */
export async function proposeTheme(db: Db, input: ParsedInputOf<typeof api.proposeTheme>, act: Act) {
  const { known } = await db.one(
    z.object({ known: z.int() }),
    sql`select count(*)::int as known from case_gaps where id = any(${input.gaps}::uuid[])`,
  );
  if (known < new Set(input.gaps).size) throw refuseNotFound();
  await db.run(
    sql`with theme as (insert into gap_themes (id, words, proposed_by, proposed_at, holder_id)
        select ${input.id}::uuid, ${input.words}, ${act.actor.account}::uuid, ${act.now}::timestamptz, ${act.actor.body}::uuid)
      insert into gap_theme_sources (theme_id, gap_id, holder_id)
      select ${input.id}::uuid, g.id, ${act.actor.body}::uuid from case_gaps g where g.id = any(${input.gaps}::uuid[])`,
  );
  return { id: input.id };
}

/** @throws Refusal `refused` when it was changed meanwhile or is released already */
export async function rewordTheme(db: Db, input: ParsedInputOf<typeof api.rewordTheme>, act: Act) {
  const written = await db.run(
    sql`update gap_themes set title = ${input.title}, reworded = ${input.reworded}, reworded_by = ${act.actor.account}::uuid,
        reworded_at = ${act.now}, version = version + 1
      where id = ${input.id}::uuid and version = ${input.version} and released_at is null`,
  );
  if (written === 0) throw await explain(db, input.id);
  return { id: input.id, version: input.version + 1 };
}

/** @throws Refusal `refused` before it was reworded, when the wording is another one by now, or when it is released already */
export async function releaseTheme(db: Db, input: ParsedInputOf<typeof api.releaseTheme>, act: Act) {
  const written = await db.run(
    sql`update gap_themes set released_by = ${act.actor.account}::uuid, released_at = ${act.now}
      where id = ${input.id}::uuid and version = ${input.version} and reworded_at is not null and released_at is null`,
  );
  if (written === 0) throw await explain(db, input.id);
  return { id: input.id };
}

async function explain(db: Db, id: string): Promise<Refusal> {
  const { released, reworded } = await db.one(
    z.object({ released: z.boolean(), reworded: z.boolean() }),
    sql`select released_at is not null as released, reworded_at is not null as reworded from gap_themes where id = ${id}::uuid`,
  );
  if (released) return new Refusal('refused', m.cases_refused_theme_released());
  return new Refusal(
    'refused',
    reworded ? m.cases_refused_theme_changed() : m.cases_refused_theme_unworded(),
  );
}
