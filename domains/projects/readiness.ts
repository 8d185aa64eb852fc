import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { countUngraded, type GradedMeasure } from './measure-grades.ts';
import type { Readiness } from './model.ts';
import type { InquiryHead, Rule } from './parts.ts';
import { itemTables } from './reading.ts';

/** What is there and what is missing before an inquiry can be fixed. */
export async function readReadiness(
  db: Db,
  inquiry: InquiryHead,
  rule: Rule,
  measures: readonly GradedMeasure[],
): Promise<Readiness> {
  const counted = await db.one(
    z.object({ all: z.int(), confirmed: z.int(), year_fixed: z.boolean() }),
    sql`select count(*)::int as all, (count(*) filter (where v.kind = 'confirmed'))::int as confirmed,
        exists (select from period_fixings p where p.fiscal_year = ${inquiry.fiscal_year}) as year_fixed
      from ${itemTables} where i.inquiry_id = ${inquiry.id}`,
  );
  return {
    stage: inquiry.stage,
    all: counted.all,
    confirmed: counted.confirmed,
    yearFixed: counted.year_fixed,
    ungraded: countUngraded(rule, measures),
  };
}
