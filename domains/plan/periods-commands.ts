import * as z from 'zod';
import { countEncounters } from '#domains/encounters/queries.ts';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { monthsOf } from './figure-rows.ts';
import { whyNot, yearStateOf } from './model.ts';
import type * as api from './periods-api.ts';
import { isCountRule, rule } from './rule.ts';

/**
 * 確定: from here on the figures of the year stand still. Every count of the plans that cover the year is kept, total
 * and cells, with the version it was counted by. Writers under way are waited for and later ones wait
 * (`gate.close_year`), so that what is kept and what comes later together are always what counts.
 *
 * @throws Refusal `refused` for a year that is not over or already fixed
 */
export async function fixPeriod(db: Db, input: ParsedInputOf<typeof api.fixPeriod>, act: Act) {
  const year = input.fiscal_year;
  const refused = whyNot('fix', await closeYear(db, year, act));
  if (refused) throw new Refusal('refused', refused);
  await db.run(
    sql`insert into period_fixings (fiscal_year, reason, fixed_by, fixed_at)
      values (${year}, ${input.reason}, ${act.actor.account}, ${act.now})`,
  );
  for (const count of await readCountsInForce(db, year)) {
    if (!isCountRule(count.rule)) continue;
    const cells = await countEncounters(db, count.rule, monthsOf(year), ['district', 'month', 'channel']);
    const total = cells.reduce((sum, { n }) => sum + n, 0);
    await db.run(
      sql`insert into figure_snapshots (fiscal_year, indicator_id, definition_version, district_id, month, channel, value)
        select ${year}::int, ${count.indicator_id}::uuid, ${count.version}::int, c.district_id, c.month, c.channel, c.n
        from unnest(${[null, ...cells.map((c) => c.district_id)]}::uuid[],
          ${[null, ...cells.map((c) => `${c.month}-01`)]}::date[], ${[null, ...cells.map((c) => c.channel)]}::text[],
          ${[total, ...cells.map((c) => c.n)]}::int[]) c(district_id, month, channel, n)`,
    );
  }
  return { fiscal_year: year };
}

/**
 * 公表: what was fixed is made public.
 *
 * @throws Refusal `refused` for a year that is not fixed or already published
 */
export async function publishPeriod(db: Db, input: ParsedInputOf<typeof api.publishPeriod>, act: Act) {
  const refused = whyNot('publish', await closeYear(db, input.fiscal_year, act));
  if (refused) throw new Refusal('refused', refused);
  await db.run(
    sql`insert into period_publications (fiscal_year, published_by, published_at)
      values (${input.fiscal_year}, ${act.actor.account}, ${act.now})`,
  );
  return { fiscal_year: input.fiscal_year };
}

/** The state of a year, which nobody else can change or add to until this transaction ends. */
async function closeYear(db: Db, year: number, act: Act) {
  const { fixed } = await db.one(
    z.object({ fixed: z.boolean() }),
    sql`select gate.close_year(${year}::int) as fixed`,
  );
  const { published } = await db.one(
    z.object({ published: z.boolean() }),
    sql`select exists (select from period_publications where fiscal_year = ${year}) as published`,
  );
  return yearStateOf(year, act.today, { fixed, published });
}

/** The definitions in force in a year, of the counts of every plan that covers it. */
function readCountsInForce(db: Db, year: number) {
  return db.all(
    z.object({ indicator_id: z.uuid(), version: z.int(), rule }),
    sql`select distinct on (d.indicator_id) d.indicator_id, d.version, d.rule
      from indicator_definitions d
      join indicators i on i.id = d.indicator_id and i.source = 'encounters'
      join plans p on p.id = i.plan_id and ${year} between p.first_year and p.last_year
      where d.starts_on <= ${daysOfFiscalYear(year).first}
      order by d.indicator_id, d.version desc`,
  );
}
