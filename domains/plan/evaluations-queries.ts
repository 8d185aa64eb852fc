import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { authorOf, dayIn } from './author.ts';
import * as api from './evaluations-api.ts';

/** The newest version of every text of a plan, each with the versions before it, newest first. */
export async function readEvaluations(
  db: Db,
  input: ParsedInputOf<typeof api.readEvaluations>,
  _act: Act,
): Promise<OutputOf<typeof api.readEvaluations>> {
  const { id } = await db.one(
    z.object({ id: z.uuid() }),
    sql`select id from plans where code = ${input.plan}`,
  );
  const versions = await db.all(
    api.evaluation,
    sql`select e.id, e.group_id, g.number as group, e.kind, e.version, e.body, ${authorOf(sql`e`)} as author,
        ${dayIn(sql`e.written_at`)} as on
      from evaluations e left join measure_groups g on g.id = e.group_id
      where e.plan_id = ${id}
      order by g.number nulls first, ${kindOrder(sql`e.kind`)}, e.version desc`,
  );
  const texts = Map.groupBy(versions, ({ group, kind }) => `${group} ${kind}`);
  return {
    evaluations: [...texts.values()].flatMap(([newest, ...earlier]) =>
      newest ? [{ ...newest, earlier }] : [],
    ),
  };
}

/** 評価 before 第2期につなげよう, as the plan prints them. */
function kindOrder(kind: Sql): Sql {
  return sql`case ${kind} when 'evaluation' then 1 else 2 end`;
}
