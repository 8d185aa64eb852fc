import * as z from 'zod';
import { countEncounters } from '#domains/encounters/queries.ts';
import { isCountRule, rule } from '#domains/plan/rule.ts';
import type { FilledTable } from '#domains/returns/model.ts';
import { channels, channelWords } from '#domains/visits/kinds.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { firstAndLast } from './model.ts';

/**
 * ふれあいの会's month by district and way. How it is counted is said once, in the plan: the definition of the indicator that counts
 * visits, as it stood then; where the actor counts no whole town, of what the actor counts.
 *
 * @throws Refusal `not_found` where no plan of that year counts visits
 */
export async function readVisitMonth(
  db: Db,
  { month }: ParsedInputOf<typeof api.readVisitMonth>,
  _act: Act,
): Promise<OutputOf<typeof api.readVisitMonth>> {
  const { last } = firstAndLast(month);
  const definition = await db.maybe(
    z.object({ indicator: z.string(), wording: z.string(), version: z.int(), plan: z.string(), rule }),
    sql`select i.wording as indicator, d.wording, d.version, p.name as plan, d.rule
      from indicator_definitions d join indicators i on i.id = d.indicator_id join plans p on p.id = i.plan_id
      where i.source = 'encounters' and d.rule -> 'kinds' = '["visit"]'::jsonb and d.starts_on <= ${last}::date
        and ${fiscalYearOf(last)} between p.first_year and p.last_year
      order by p.first_year desc, p.code, i.number, d.version desc limit 1`,
  );
  if (!definition || !isCountRule(definition.rule)) throw refuseNotFound();
  const { rule: counted, ...named } = definition;
  const cells = await countEncounters(db, counted, { from: month, until: month }, ['district', 'channel']);
  const districts = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    sql`select d.id, d.name from districts d
      where d.starts_on <= ${last}::date and (d.ends_on is null or d.ends_on >= ${last}::date)
        and ((select gate.counts_the_town()) or d.id = any((select gate.districts_of_actor())::uuid[]))
        or d.id = any(${cells.flatMap(({ district_id }) => district_id ?? [])}::uuid[])
      order by d.sort, d.code`,
  );
  const count = (district: string | null, channel: string | null) =>
    cells
      .filter(
        (cell) =>
          (district === null || cell.district_id === district) &&
          (channel === null || cell.channel === channel),
      )
      .reduce((sum, { n }) => sum + n, 0);
  const columns = [...channels, null];
  const table: FilledTable = {
    code: 'visits',
    wording: m.activities_visits_table(),
    columns: columns.map((channel) => ({
      code: channel ?? 'total',
      wording: channel ? channelWords[channel]() : m.activities_column_total(),
      unit: m.activities_unit_times(),
      counted: channel ? m.activities_counted_channel() : m.activities_counted_total_of_ways(),
    })),
    // Nothing counted and nothing handed in yet look alike: neither is said to be a nought.
    rows: districts.map(({ id, name }) => ({
      key: id,
      wording: name,
      cells: cells.some(({ district_id }) => district_id === id)
        ? columns.map((channel) => count(id, channel))
        : columns.map(() => null),
    })),
    sum: columns.map((channel) => count(null, channel)),
    unnamed: columns.map(() => 0),
  };
  return { definition: named, table };
}
