import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';

export * from './duty-queries.ts';
export * from './rule-queries.ts';

const element = api.listEscalations.output.shape.escalations.element;

/** An instant as text. */
const instant = (of: Sql) => sql`to_jsonb(${of}) #>> '{}'`;

/** The columns of a 知らせ `e`, with `l`, its last step. */
const columns = (
  act: Act,
) => sql`e.id, e.level, e.household_id, h.name as household_name, d.name as district_name, e.visit_id,
  a.name as visitor_name, coalesce(e.post_id = (select gate.actor_post()), false) as own,
  ${instant(sql`e.raised_at`)} as raised_at, ${instant(sql`e.due_at`)} as due_at,
  l.step is null and e.due_at < ${act.now}::timestamptz as late, e.in_hours, e.meant_for,
  coalesce(l.step, 'raised') as state, k.by_name as taken_by, ${instant(sql`k.stepped_at`)} as taken_at, t.told,
  exists (select from encounter_withdrawals w where w.encounter_id = e.visit_id) as visit_withdrawn`;

const from = sql`from escalations e
  join districts d on d.id = e.district_id
  left join households h on h.id = e.household_id
  left join posts p on p.id = e.post_id
  left join accounts a on a.id = p.account_id
  left join lateral (select s.step from escalation_steps s where s.escalation_id = e.id order by s.n desc limit 1) l on true
  left join lateral (select s.by_name, s.stepped_at from escalation_steps s where s.escalation_id = e.id and s.step = 'taken'
    order by s.n desc limit 1) k on true
  left join lateral (select s.told from escalation_steps s where s.escalation_id = e.id and s.told is not null
    order by s.n desc limit 1) t on true`;

/** What goes on, 異変 and what nobody has taken first; or what was closed, the newest first. Months back: twelve. */
export async function listEscalations(
  db: Db,
  { state, level, household, visit, whose, after, limit }: ParsedInputOf<typeof api.listEscalations>,
  act: Act,
): Promise<OutputOf<typeof api.listEscalations>> {
  const [afterAt, afterId] = after?.split(' ') ?? [];
  const rows = await db.all(
    element,
    sql`select ${columns(act)} ${from}
      where ${state === 'open' ? sql`l.step is distinct from 'closed'` : sql`l.step = 'closed'`}
        and (${level ?? null}::text is null or e.level = ${level ?? null})
        and (${household ?? null}::uuid is null or e.household_id = ${household ?? null})
        and (${visit ?? null}::uuid is null or e.visit_id = ${visit ?? null})
        and (${whose} = 'all' or e.post_id = (select gate.actor_post()))
        and (${afterAt ?? null}::text is null
          or (e.raised_at, e.id) < (${afterAt ?? null}::timestamptz, ${afterId ?? null}::uuid))
      order by e.raised_at desc, e.id desc limit ${limit + 1}`,
  );
  const escalations = rows.slice(0, limit);
  const last = rows.length > limit ? escalations.at(-1) : undefined;
  return { escalations, next: last ? `${last.raised_at} ${last.id}` : null };
}

/** What a visit raised: the gravest of it; null when it raised nothing, or lies outside the actor's reach. */
export async function readEscalationOfVisit(
  db: Db,
  { visit }: ParsedInputOf<typeof api.readEscalationOfVisit>,
  act: Act,
): Promise<OutputOf<typeof api.readEscalationOfVisit>> {
  const escalation = await db.maybe(
    element,
    sql`select ${columns(act)} ${from} where e.visit_id = ${visit}::uuid
      order by array_position(array['alarm', 'concern', 'unmet'], e.level), e.id limit 1`,
  );
  return { escalation: escalation ?? null };
}

const seenVisit = api.readEscalation.output.shape.visit;
const seenStep = api.readEscalation.output.shape.steps;

/** One 知らせ with what was done about it. @throws Refusal `not_found` */
export async function readEscalation(
  db: Db,
  { id }: ParsedInputOf<typeof api.readEscalation>,
  act: Act,
): Promise<OutputOf<typeof api.readEscalation>> {
  return db.one(
    element.extend({ visit: seenVisit, steps: seenStep, quiet: z.boolean(), may_act: z.boolean() }),
    sql`select ${columns(act)},
        (select jsonb_build_object('visited_on', v.visited_on, 'contact', v.contact, 'condition', v.condition, 'note', v.note)
          from visits v where v.id = e.visit_id) as visit,
        coalesce((select jsonb_agg(jsonb_build_object('n', s.n, 'step', s.step, 'by_name', s.by_name,
            'stepped_at', ${instant(sql`s.stepped_at`)}, 'told', s.told,
            'words', (select w.words from escalation_words w where w.escalation_id = s.escalation_id and w.n = s.n)) order by s.n)
          from escalation_steps s where s.escalation_id = e.id), '[]') as steps,
        coalesce((select q.quiet from unmet_switches q where q.household_id = e.household_id
          order by q.set_at desc limit 1), false) as quiet,
        coalesce(e.district_id = any((select gate.districts_gathered())::uuid[]), false) as may_act
      ${from} where e.id = ${id}::uuid`,
  );
}
