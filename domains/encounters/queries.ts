import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { type CountingRule, firstDayOf, type Months, modeAtFirst } from './model.ts';
import { modeInForce } from './tally.ts';

export { readCountingModes } from './modes.ts';

/** One cell of a count. A property that was not asked for, or that nobody knows, is null. */
export interface Counted {
  readonly district_id: string | null;
  /** Only where it was asked for. */
  readonly group_id?: string | null | undefined;
  /** `YYYY-MM` */
  readonly month: string | null;
  readonly channel: string | null;
  readonly n: number;
}

const counted = z.object({
  district_id: z.uuid().nullable(),
  group_id: z.uuid().nullish(),
  month: z.string().nullable(),
  channel: z.string().nullable(),
  n: z.int(),
});

export type CountedBy = 'district' | 'group' | 'month' | 'channel';

/**
 * The one query from which every figure about what happened is taken: how much counts, by the properties in `by`, over
 * a range of months, as far as the actor may count. Exact at every moment: equal to counting the encounters that were
 * not withdrawn and the newest tally sheets, each where it is in force. Cells that come to nothing are left out.
 */
export function countEncounters(
  db: Db,
  rule: CountingRule,
  months: Months,
  by: readonly CountedBy[] = [],
): Promise<Counted[]> {
  const { from, until } = daysOf(months);
  const modes = sql`modes as (
      select distinct on (m.district_id, m.group_id, m.kind, g.month) m.district_id, m.group_id, m.kind,
        g.month::date as month, m.mode
      from counting_modes m
      join generate_series(${from}::date, ${until}::date, interval '1 month') g(month) on m.from_month <= g.month
      order by m.district_id, m.group_id, m.kind, g.month, m.decided_at desc, m.id desc),`;
  const inForce = sql`left join modes using (district_id, group_id, kind, month)
    where c.source = coalesce(modes.mode, ${modeAtFirst}::text)`;
  return count(db, rule, months, by, modes, inForce);
}

/** `countEncounters`, but of everything that was recorded, whether it counts in its month or not. */
export function countRecorded(
  db: Db,
  rule: CountingRule,
  months: Months,
  by: readonly CountedBy[] = [],
): Promise<Counted[]> {
  return count(db, rule, months, by, sql``, sql``);
}

function count(
  db: Db,
  rule: CountingRule,
  months: Months,
  by: readonly CountedBy[],
  before: Sql,
  counting: Sql,
): Promise<Counted[]> {
  const cell = by.includes('channel')
    ? sql`month, district_id, group_id, kind, source, channel`
    : sql`month, district_id, group_id, kind, source`;
  const passing = passes(rule, months);
  return db.all(
    counted,
    sql`with ${before} cells as (
        select ${cell}, sum(n) as n from (
          select ${cell}, n from encounter_totals where grain = ${grainOf(rule, by)} and ${passing}
          union all
          select ${cell}, n from encounter_tally where ${passing}) both_tables
        group by ${cell})
      select ${by.includes('district') ? sql`c.district_id` : sql`null::uuid`} as district_id,
        to_char(${by.includes('month') ? sql`c.month` : sql`null::date`}, 'YYYY-MM') as month,
        ${by.includes('channel') ? sql`c.channel` : sql`null::text`} as channel,
        ${by.includes('group') ? sql`c.group_id,` : sql``} sum(c.n)::int as n
      from cells c ${counting}
      group by 1, 2, 3 ${by.includes('group') ? sql`, c.group_id` : sql``}
      having sum(c.n) <> 0
      order by 2, 1, 3`,
  );
}

/** The coarsest grain that still tells apart what is asked for. */
function grainOf(rule: CountingRule, by: readonly CountedBy[]): 'whole' | 'channel' | 'contact' {
  if (rule.contacts) return 'contact';
  return rule.channels || by.includes('channel') ? 'channel' : 'whole';
}

function passes(rule: CountingRule, months: Months): Sql {
  const { from, until } = daysOf(months);
  const where = [
    sql`kind = any(${rule.kinds}::text[])`,
    sql`month between ${from}::date and ${until}::date`,
    sql`source = any(${rule.sources}::text[])`,
  ];
  if (rule.roles) where.push(sql`role = any(${rule.roles}::text[])`);
  if (rule.channels) where.push(sql`channel = any(${rule.channels}::text[])`);
  if (rule.contacts) where.push(sql`contact = any(${rule.contacts}::text[])`);
  return joinSql(where, sql` and `);
}

function daysOf(months: Months): { from: string; until: string } {
  return { from: firstDayOf(months.from), until: firstDayOf(months.until) };
}

/**
 * The rows behind a number: single records that count, without names, newest first. Months that count by tally sheet
 * have none here; their sheets are the rows.
 */
export async function listEncounters(
  db: Db,
  input: ParsedInputOf<typeof api.listEncounters>,
  _act: Act,
): Promise<OutputOf<typeof api.listEncounters>> {
  const [day, id] = input.after?.split('_') ?? [];
  const where: Sql[] = [
    sql`e.kind = ${input.kind}`,
    sql`e.occurred_on >= ${firstDayOf(input.from)}::date`,
    sql`e.occurred_on < (${firstDayOf(input.until)}::date + interval '1 month')::date`,
  ];
  if (input.district) where.push(sql`e.district_id = ${input.district}::uuid`);
  if (input.channel) where.push(sql`e.channel = ${input.channel}`);
  if (input.contact) where.push(sql`e.contact = ${input.contact}`);
  if (input.roles) where.push(sql`e.role = any(${input.roles.split(',')}::text[])`);
  if (day && id) where.push(sql`(e.occurred_on, e.id) < (${day}::date, ${id}::uuid)`);
  const found = await db.all(
    api.listEncounters.output.shape.encounters.element,
    sql`select e.id, e.kind, e.occurred_on, e.district_id, d.name as district_name, e.channel, e.contact, e.role,
        e.late_reason
      from encounters e
      cross join lateral (select date_trunc('month', e.occurred_on)::date as month, e.district_id, e.group_id, e.kind) cell
      left join districts d on d.id = e.district_id
      where ${joinSql(where, sql` and `)}
        and ${modeInForce(sql`cell`)} = 'single'
        and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)
      order by e.occurred_on desc, e.id desc
      limit ${input.limit + 1}`,
  );
  const encounters = found.slice(0, input.limit);
  const last = encounters.at(-1);
  return { encounters, next: found.length > input.limit && last ? `${last.occurred_on}_${last.id}` : null };
}
