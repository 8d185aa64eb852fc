import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { ended } from './ended.ts';
import { classOfKind, isKeeper, type Kind, lastDayDue, type RetentionClass } from './model.ts';
import { readYears, type YearsOf } from './retention.ts';

/** What of a holder's is due, and up to which day. */
export interface Limit {
  readonly holder_id: string;
  readonly holder: string;
  readonly years: number;
  readonly until_day: string;
  readonly decided: readonly Decided[];
}

/** The bodies in whose name the actor may list a kind, each with its years. */
export async function readLimits(db: Db, kind: Kind, act: Act): Promise<Limit[]> {
  const yearsOf = await readYears(db);
  const bodies = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    sql`select b.id, b.name from bodies b where b.id = any(coalesce((select gate.bodies_listed_for()),
        ${isKeeper(act.actor.role) ? sql`(select gate.holders_served_by_actor('household'))` : sql`array[(select gate.actor_body())]`}
      )::uuid[]) order by b.kana, b.id`,
  );
  const decided = kind === 'case' ? await readDecided(db, yearsOf, act) : [];
  return bodies.map(({ id, name }) => {
    const years = Math.max(...classesOf(kind).map((one) => yearsOf(one, id)));
    return { holder_id: id, holder: name, years, until_day: lastDayDue(act.today, years), decided };
  });
}

/** A person of a window goes with the consents that have no end of their own: when both are due. */
const classesOf = (kind: Kind): RetentionClass[] =>
  kind === 'client' ? [classOfKind.client, classOfKind.consent] : [classOfKind[kind]];

/** Up to which day what a body decided on a plan is due, so that the plan may go with it. */
interface Decided {
  readonly body_id: string;
  readonly until_day: string;
}

/** A decision to support is the city's record: a case waits for the years of whoever decided on its plans. */
async function readDecided(db: Db, yearsOf: YearsOf, act: Act): Promise<Decided[]> {
  const bodies = await db.all(
    z.object({ id: z.uuid() }),
    sql`select distinct d.holder_id as id from support_decisions d`,
  );
  return bodies.map(({ id }) => ({ body_id: id, until_day: lastDayDue(act.today, yearsOf('case', id)) }));
}

/**
 * The rows of a kind that are due (`subject_id, event_on, holder_id, district_id, held`), as a query: the event lies on or
 * before its holder's last day, and no list that is still open has it. What is held stands in it, marked.
 */
export function queryDue(kind: Kind, limits: readonly Limit[]): Sql {
  return sql`select t.subject_id, t.event_on, t.holder_id, t.district_id,
      gate.is_on_hold(${kind}, t.subject_id, t.event_on, t.holder_id) as held
    from (${ended[kind]}) t
    join jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) l(holder_id uuid, until_day date, decided jsonb)
      on l.holder_id = t.holder_id and t.event_on <= l.until_day
    where not exists (select from disposal_rows r
      where r.subject_id = t.subject_id and r.kind = ${kind}
        and not exists (select from disposal_rejections g where g.disposal_id = r.disposal_id)
        and not exists (select from disposal_records c
          where c.disposal_id = r.disposal_id and c.finished_at is not null))
      and not exists (select from jsonb_to_recordset(l.decided) e(body_id uuid, until_day date)
        join support_decisions s on s.holder_id = e.body_id and s.decided_on > e.until_day
        join support_plans p on p.id = s.plan_id and p.case_id = t.subject_id)`;
}
