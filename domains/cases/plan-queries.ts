import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import type * as api from './plan-api.ts';
import { listedPlan, openedPlan } from './plan-parts.ts';
import { findingOfPlan, nameOf, ownPlan, planTables, stateOfPlan } from './plan-reading.ts';

const listedColumns = sql`p.id, p.case_id, k.number as case_number, p.client_id, coalesce(c.name, c.called) as client_name,
  p.kind, p.number, ${stateOfPlan} as state, p.written_on, p.starts_on, p.ends_on, p.next_review_on, p.agreed_on,
  ${findingOfPlan} as finding, jsonb_build_object('id', b.id, 'name', b.name) as holder, ${ownPlan} as own`;

/** The plans one works on or is given, the newest first. */
export async function listPlansOfPeople(
  db: Db,
  input: ParsedInputOf<typeof api.listPlansOfPeople>,
  _act: Act,
): Promise<OutputOf<typeof api.listPlansOfPeople>> {
  const [day, id] = input.after?.split('_') ?? [];
  const where: Sql[] = [sql`true`];
  if (input.case) where.push(sql`p.case_id = ${input.case}::uuid`);
  if (input.client) where.push(sql`p.client_id = ${input.client}::uuid`);
  if (day && id) where.push(sql`(p.written_on, p.id) < (${day}::date, ${id}::uuid)`);
  const found = await db.all(
    listedPlan,
    sql`select * from (select ${listedColumns} from ${planTables} where ${joinSql(where, sql` and `)}) p
      where ${whichState(input.state)}
      order by p.written_on desc, p.id desc ${limitTo(input.limit + 1)}`,
  );
  const plans = found.slice(0, input.limit);
  const last = plans.at(-1);
  return { plans, next: found.length > input.limit && last ? `${last.written_on}_${last.id}` : null };
}

function whichState(state: ParsedInputOf<typeof api.listPlansOfPeople>['state']): Sql {
  switch (state) {
    case 'all':
      return sql`true`;
    case 'open':
      return sql`p.state not in ('ended', 'replanned', 'broken_off')`;
    case 'waiting':
      return sql`p.state = 'proposed'`;
    default:
      return sql`p.state = ${state}`;
  }
}

/** A plan with everything that was done with it, as far as the actor is given that person's plan. */
export async function readSupportPlan(
  db: Db,
  { id }: ParsedInputOf<typeof api.readSupportPlan>,
  _act: Act,
): Promise<OutputOf<typeof api.readSupportPlan>> {
  return db.one(
    openedPlan,
    sql`select ${listedColumns}, p.version, p.trouble, p.agreed_way, ${nameOf(sql`p.written_by`)} as by,
        ${listOf(
          sql`jsonb_build_object('id', g.id, 'span', g.span, 'words', g.words, 'attainment',
            (select jsonb_build_object('attained', t.attained, 'words', t.words) from goal_attainments t where t.goal_id = g.id))`,
          sql`g.position`,
          sql`plan_goals g where g.plan_id = p.id`,
        )} as goals,
        ${listOf(sql`to_jsonb(s)`, sql`s.position`, sql`plan_steps s where s.plan_id = p.id`)} as steps,
        ${listOf(sql`v.code`, sql`v.code`, sql`plan_services v where v.plan_id = p.id`)} as services,
        ${listOf(
          sql`to_jsonb(x) || jsonb_build_object('by', ${nameOf(sql`x.acted_by`)})`,
          sql`x.acted_at, x.id`,
          sql`plan_acts x where x.plan_id = p.id`,
        )} as acts,
        ${listOf(
          sql`to_jsonb(f) || jsonb_build_object('by', ${nameOf(sql`f.written_by`)})`,
          sql`f.written_at, f.id`,
          sql`plan_findings f where f.plan_id = p.id`,
        )} as findings,
        ${listOf(
          sql`to_jsonb(x) || jsonb_build_object('body_name', (select n.name from bodies n where n.id = x.holder_id))`,
          sql`x.decided_at, x.id`,
          sql`support_decisions x where x.plan_id = p.id`,
        )} as decisions,
        ${listOf(
          sql`to_jsonb(r) || jsonb_build_object('by', ${nameOf(sql`r.written_by`)})`,
          sql`r.reviewed_on, r.written_at, r.id`,
          sql`plan_reviews r where r.plan_id = p.id`,
        )} as reviews,
        case when e.plan_id is not null then to_jsonb(e) || jsonb_build_object('by', ${nameOf(sql`e.closed_by`)}) end as closing
      from ${planTables} where p.id = ${id}`,
  );
}

function listOf(row: Sql, order: Sql, from: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(${row} order by ${order}), '[]') from ${from})`;
}
