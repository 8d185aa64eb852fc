import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type { PlanContent } from './plan-parts.ts';
import type { PlanStanding } from './plan-reading.ts';

/** @throws Refusal `invalid` for a span that ends before it begins, and for a service no list has */
export async function checkContent(db: Db, input: PlanContent, day: string, act: Act): Promise<void> {
  if (input.starts_on !== null && input.ends_on !== null && input.ends_on < input.starts_on)
    throw new Refusal('invalid', m.cases_plan_field_ends_on(), { ends_on: m.cases_plan_field_ends_on() });
  await refuseUnknownCodes(db, day, [{ field: 'services', list: 'service', codes: input.services }], act);
}

type Parts = PlanContent & { readonly id: string; readonly client_id: string; readonly holder_id: string };

/** Goals, steps and services as they were typed, in that order, in the place of what was there. */
export async function writeParts(db: Db, parts: Parts): Promise<void> {
  const { id, client_id, holder_id, goals, steps } = parts;
  await db.run(sql`delete from plan_goals where plan_id = ${id}`);
  await db.run(sql`delete from plan_steps where plan_id = ${id}`);
  await db.run(sql`delete from plan_services where plan_id = ${id}`);
  const inOrder = <T>(list: readonly T[]) =>
    JSON.stringify(list.map((one, position) => ({ ...one, position })));
  await db.run(
    sql`insert into plan_goals (id, plan_id, span, position, words, client_id, holder_id)
      select g.id, ${id}::uuid, g.span, g.position, g.words, ${client_id}::uuid, ${holder_id}::uuid
      from jsonb_to_recordset(${inOrder(goals)}::jsonb) g(id uuid, span text, position smallint, words text)`,
  );
  await db.run(
    sql`insert into plan_steps (id, plan_id, position, trouble, what, who, who_named, starts_when, how_often, until_on,
        client_id, holder_id)
      select s.id, ${id}::uuid, s.position, s.trouble, s.what, s.who, s.who_named, s.starts_when, s.how_often, s.until_on,
        ${client_id}::uuid, ${holder_id}::uuid
      from jsonb_to_recordset(${inOrder(steps)}::jsonb) s(id uuid, position smallint, trouble text, what text, who text,
        who_named text, starts_when text, how_often text, until_on date)`,
  );
  await db.run(
    sql`insert into plan_services (plan_id, code, client_id, holder_id)
      select ${id}::uuid, c.code, ${client_id}::uuid, ${holder_id}::uuid from unnest(${[...new Set(parts.services)]}::text[]) c(code)`,
  );
}

/** Keeps what a plan says before it is written anew. */
export async function keepPlanVersion(db: Db, plan: PlanStanding, act: Act): Promise<void> {
  await db.run(
    sql`insert into support_plan_versions (plan_id, version, content, written_by, written_at, client_id, holder_id)
      select p.id, p.version, to_jsonb(p) || jsonb_build_object(
          'goals', (select coalesce(jsonb_agg(to_jsonb(g) order by g.position), '[]') from plan_goals g where g.plan_id = p.id),
          'steps', (select coalesce(jsonb_agg(to_jsonb(s) order by s.position), '[]') from plan_steps s where s.plan_id = p.id),
          'services', (select coalesce(jsonb_agg(v.code order by v.code), '[]') from plan_services v where v.plan_id = p.id)),
        (select gate.actor_account()), ${act.now}, p.client_id, p.holder_id
      from support_plans p where p.id = ${plan.id}`,
  );
}
