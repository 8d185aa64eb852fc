import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { gradeMeasureBy } from './model.ts';
import { measureOf, type Rule } from './parts.ts';
import { itemTables, measureName, stateOfItem } from './reading.ts';

const row = measureOf.omit({ plan: true, plan_name: true }).extend({
  grades: z.array(z.string().nullable()),
  projects: z.int(),
  written_grade: z.string().nullable(),
  written_reason: z.string().nullable(),
  version: z.int(),
});

/** A measure of an inquiry's plan with its grade as it follows now. */
export interface GradedMeasure {
  id: string;
  number: number;
  name: string;
  projects: number;
  /** Confirmed projects with a grade. */
  graded: number;
  grade: string | null;
  reason: string | null;
  /** Of what a person wrote; 0 where nobody did. */
  version: number;
}

/** The measures an inquiry asks about with their grades by its rule, from confirmed (or fixed) answers alone. */
export async function gradeMeasures(db: Db, inquiry: string, rule: Rule): Promise<GradedMeasure[]> {
  const rows = await db.all(
    row,
    sql`select s.id, s.number, ${measureName} as name,
        (select count(*)::int from inquiry_item_links k where k.inquiry_id = q.id and k.measure_id = s.id) as projects,
        coalesce((select json_agg(a.grade order by i.number) from ${itemTables}
          where i.inquiry_id = q.id and ${stateOfItem} in ('confirmed', 'fixed', 'published')
            and i.id in (select k.item_id from inquiry_item_links k where k.measure_id = s.id)), '[]') as grades,
        g.grade as written_grade, g.reason as written_reason, coalesce(g.version, 0) as version
      from inquiries q
      join measures s on s.plan_id = q.plan_id
      left join lateral (select * from measure_grades g where g.inquiry_id = q.id and g.measure_id = s.id
        order by g.version desc limit 1) g on true
      where q.id = ${inquiry} order by s.number`,
  );
  return rows.map(({ grades, written_grade, written_reason, ...measure }) => {
    const byPerson = rule.measure_rule === 'written';
    const scale = rule.grades.map(({ code }) => code);
    return {
      ...measure,
      graded: grades.filter((grade) => grade !== null).length,
      grade:
        rule.measure_rule === 'written' ? written_grade : gradeMeasureBy(rule.measure_rule, scale, grades),
      reason: byPerson ? written_reason : null,
    };
  });
}

/** Measures with projects whose grade a person has to write and nobody has. */
export function countUngraded({ measure_rule }: Rule, measures: readonly GradedMeasure[]): number {
  if (measure_rule !== 'written') return 0;
  return measures.filter(({ projects, grade }) => projects > 0 && grade === null).length;
}
