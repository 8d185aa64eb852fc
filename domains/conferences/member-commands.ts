import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './member-api.ts';

/**
 * The members of an item's kind on the day of its sitting, as `n`. Only a sealed kind binds to its list, and only one of which a
 * list was kept: a town that has not written it down yet is told so on the page.
 */
export function membersFor(item: string): Sql {
  return sql`(select n.id, n.body_id from conference_items i join conferences c on c.id = i.conference_id
      join conference_kinds k on k.id = i.kind_id
      join conference_members n on n.kind_code = k.code and n.starts_on <= c.held_on and (n.ends_on is null or n.ends_on >= c.held_on)
    where i.id = ${item}::uuid and i.sealed)`;
}

/** Names a body a member of a kind. @throws Refusal `invalid` for a kind or a body that is not there, or named already */
export async function nameConferenceMember(
  db: Db,
  input: ParsedInputOf<typeof api.nameConferenceMember>,
  act: Act,
) {
  const { kind, body, named } = await db.one(
    z.object({ kind: z.boolean(), body: z.boolean(), named: z.boolean() }),
    sql`select exists (select from conference_kinds k where k.code = ${input.kind_code}) as kind,
      exists (select from bodies b where b.id = ${input.body_id}::uuid) as body,
      exists (select from conference_members n where n.kind_code = ${input.kind_code} and n.body_id = ${input.body_id}::uuid
        and (n.ends_on is null or n.ends_on >= ${input.starts_on}::date)) as named`,
  );
  if (!kind) refuse('kind_code', m.conferences_field_kind());
  if (!body) refuse('body_id', m.conferences_field_body());
  if (named) refuse('body_id', m.conferences_refused_member_twice());
  await db.run(
    sql`insert into conference_members (id, kind_code, body_id, office, starts_on, named_by, named_at)
      values (${input.id}::uuid, ${input.kind_code}, ${input.body_id}::uuid, ${input.office}, ${input.starts_on}::date,
        ${act.actor.account}::uuid, ${act.now})`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a day before it began */
export async function endConferenceMember(
  db: Db,
  input: ParsedInputOf<typeof api.endConferenceMember>,
  _act: Act,
) {
  const { starts_on } = await db.one(
    z.object({ starts_on: z.string() }),
    sql`select starts_on from conference_members where id = ${input.id}::uuid`,
  );
  if (input.ends_on < starts_on) refuse('ends_on', m.conferences_refused_member_end());
  const ended = await db.run(
    sql`update conference_members set ends_on = ${input.ends_on}::date where id = ${input.id}::uuid`,
  );
  if (ended === 0) throw refuseNotFound();
  return { id: input.id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
