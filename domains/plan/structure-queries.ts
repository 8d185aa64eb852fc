import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { authorOf } from './author.ts';
import * as api from './structure-api.ts';
import { wordingNow } from './wordings.ts';

type Plan = OutputOf<typeof api.readPlan>;

const worded = {
  vision: wordingNow('vision', { plan: sql`p.id`, id: sql`p.id`, first: sql`p.vision` }),
  owner: wordingNow('owner', { plan: sql`o.plan_id`, id: sql`o.body_id`, first: sql`o.plan_name` }),
  challenge: wordingNow('challenge', { plan: sql`c.plan_id`, id: sql`c.id`, first: sql`c.wording` }),
  group: wordingNow('group', { plan: sql`g.plan_id`, id: sql`g.id`, first: sql`g.name` }),
  measure: wordingNow('measure', { plan: sql`s.plan_id`, id: sql`s.id`, first: sql`s.name` }),
  nextMeasure: wordingNow('measure', { plan: sql`n.plan_id`, id: sql`n.id`, first: sql`n.name` }),
};

const owners = sql`(select json_agg(json_build_object('body', b.name, 'plan_name', ${worded.owner}) order by o.position)
  from plan_owners o join bodies b on b.id = o.body_id where o.plan_id = p.id)`;

/** Every plan, in the order of their terms. */
export async function listPlans(
  db: Db,
  _input: ParsedInputOf<typeof api.listPlans>,
  _act: Act,
): Promise<OutputOf<typeof api.listPlans>> {
  const plans = await db.all(
    api.listPlans.output.shape.plans.element,
    sql`select p.id, p.code, p.name, ${worded.vision} as vision, p.first_year, p.last_year, ${owners} as owners
      from plans p order by p.first_year, p.code`,
  );
  return { plans };
}

/** The tree of a plan: vision, challenges, groups, measures, indicators, and the links somebody drew. */
export async function readPlan(db: Db, input: ParsedInputOf<typeof api.readPlan>, _act: Act): Promise<Plan> {
  const shape = api.readPlan.output.shape;
  const head = await db.one(
    api.readPlan.output.pick({
      id: true,
      code: true,
      name: true,
      vision: true,
      first_year: true,
      last_year: true,
      owners: true,
    }),
    sql`select p.id, p.code, p.name, ${worded.vision} as vision, p.first_year, p.last_year, ${owners} as owners
      from plans p where p.code = ${input.plan}`,
  );
  const challenges = await db.all(
    shape.challenges.element,
    sql`select c.id, c.number, ${worded.challenge} as wording from challenges c where c.plan_id = ${head.id} order by c.number`,
  );
  const groups = await db.all(
    shape.groups.element,
    sql`select g.id, g.number, ${worded.group} as name from measure_groups g where g.plan_id = ${head.id} order by g.number`,
  );
  const measures = await db.all(
    shape.measures.element,
    sql`select s.id, s.number, ${worded.measure} as name, s.group_id, coalesce((select json_agg(json_build_object('id', w.id,
          'place', w.place, 'wording', w.wording, 'group', ${worded.group}) order by w.id)
        from measure_wordings w left join measure_groups g on g.id = w.group_id
        where w.measure_id = s.id), '[]') as other_wordings
      from measures s where s.plan_id = ${head.id} order by s.number`,
  );
  const indicators = await db.all(
    shape.indicators.element,
    sql`select i.id, i.code, i.number, i.wording, i.group_id, i.source
      from indicators i left join measure_groups g on g.id = i.group_id
      where i.plan_id = ${head.id} order by g.number nulls first, i.number, i.code`,
  );
  const links = await readLinks(db, head.id);
  return {
    ...head,
    challenges,
    groups,
    measures,
    indicators,
    links: links.filter(({ state }) => state !== 'removed'),
    removed_links: links.filter(({ state }) => state === 'removed'),
    next_plan: await readNextPlan(db, head.last_year),
  };
}

/** Every link of the plan's measures as it stands now, removed ones too, each with what it was before. */
async function readLinks(db: Db, plan: string): Promise<api.PlanLink[]> {
  const events = await db.all(
    z.object({
      ...api.linkEvent.shape,
      id: z.uuid(),
      replaces: z.uuid().nullable(),
      measure_id: z.uuid(),
      challenge_id: z.uuid().nullable(),
      next: api.link.shape.next,
    }),
    sql`select l.id, l.replaces, l.measure_id, l.challenge_id, l.state, ${authorOf(sql`l`)} as author, l.drawn_on as on,
        l.note, case when n.id is not null then json_build_object('measure_id', n.id, 'plan', p.code,
          'number', n.number, 'name', ${worded.nextMeasure}) end as next
      from plan_links l
      join measures s on s.id = l.measure_id
      left join challenges c on c.id = l.challenge_id
      left join measures n on n.id = l.next_measure_id
      left join plans p on p.id = n.plan_id
      where s.plan_id = ${plan}
      order by s.number, c.number, n.number, l.drawn_on, l.id`,
  );
  const before = new Map(events.map((event) => [event.id, event]));
  const replaced = new Set(events.map(({ replaces }) => replaces));
  return events
    .filter(({ id }) => !replaced.has(id))
    .map(({ replaces, ...standing }) => ({ ...standing, history: historyOf(replaces, before) }));
}

type LinkEvent = z.output<typeof api.linkEvent>;

/** The rows that a link replaced, oldest first. */
function historyOf(
  replaces: string | null,
  events: ReadonlyMap<string, LinkEvent & { replaces: string | null }>,
): LinkEvent[] {
  const event = replaces === null ? undefined : events.get(replaces);
  if (!event) return [];
  const { state, author, on, note } = event;
  return [...historyOf(event.replaces, events), { state, author, on, note }];
}

async function readNextPlan(db: Db, lastYear: number): Promise<Plan['next_plan']> {
  const row = await db.maybe(
    z.object({ next: api.readPlan.output.shape.next_plan.unwrap() }),
    sql`select json_build_object('code', p.code, 'name', p.name, 'measures', coalesce((
        select json_agg(json_build_object('id', s.id, 'number', s.number, 'name', ${worded.measure}) order by s.number)
        from measures s where s.plan_id = p.id), '[]')) as next
      from plans p where p.first_year > ${lastYear} order by p.first_year, p.code limit 1`,
  );
  return row?.next ?? null;
}
