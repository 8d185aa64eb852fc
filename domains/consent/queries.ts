import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';

/** The lawful bases of the town, those that ended too: what once was given stood on them. */
export async function listLawfulBases(
  db: Db,
  _input: ParsedInputOf<typeof api.listLawfulBases>,
  _act: Act,
): Promise<OutputOf<typeof api.listLawfulBases>> {
  const row = api.listLawfulBases.output.shape.bases.element;
  return { bases: await db.all(row, sql`select * from lawful_bases order by id`) };
}

/** What both readings of a provision show. */
const shown = sql`select p.id, jsonb_build_object('id', h.id, 'name', h.name) as holder,
    jsonb_build_object('id', r.id, 'name', r.name) as receiver, p.facets, to_jsonb(b) as basis, p.starts_on,
    p.ends_on, to_jsonb(p.decided_at) #>> '{}' as decided_at, to_jsonb(w.withdrawn_at) #>> '{}' as withdrawn_at,
    w.reason as withdrawn_reason, p.holder_id = any((select gate.bodies_of_actor())::uuid[]) as own
  from provisions p
  join lawful_bases b on b.id = p.basis_id
  join bodies h on h.id = p.holder_id
  join bodies r on r.id = p.receiver_id
  left join provision_withdrawals w on w.provision_id = p.id`;

/** What the actor's body gives and is given, newest first. */
export async function listProvisions(
  db: Db,
  input: ParsedInputOf<typeof api.listProvisions>,
  _act: Act,
): Promise<OutputOf<typeof api.listProvisions>> {
  const found = await db.all(
    api.listProvisions.output.shape.provisions.element,
    sql`${shown}
      where ${input.after ?? null}::uuid is null or p.id < ${input.after ?? null}::uuid
      order by p.id desc
      limit ${input.limit + 1}`,
  );
  const page = found.slice(0, input.limit);
  return { provisions: page, next: found.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

/** One of them. */
export async function readProvision(
  db: Db,
  { id }: ParsedInputOf<typeof api.readProvision>,
  _act: Act,
): Promise<OutputOf<typeof api.readProvision>> {
  return db.one(api.readProvision.output, sql`${shown} where p.id = ${id}::uuid`);
}
