import type { Months } from '#domains/encounters/model.ts';
import { type CountedBy, countEncounters } from '#domains/encounters/queries.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { joinSql, type Sql, sql } from '#platform/sql.ts';
import { dayIn } from './author.ts';
import { monthsOf, readAdditions, readFigureRows } from './figure-rows.ts';
import * as api from './figures-api.ts';
import { type CountRule, isCountRule } from './rule.ts';
import { definitionIn } from './series.ts';

type Input = ParsedInputOf<typeof api.listRowsBehind>;
type Output = OutputOf<typeof api.listRowsBehind>;

/**
 * The rows behind a number or one of its cells: tally sheets by month and channel, and the single records that count,
 * newest first and without names. They are the rows as they are today; what came after the fixing says so.
 *
 * @throws Refusal `not_found` for an indicator that is not counted from records
 */
export async function listRowsBehind(db: Db, input: Input, _act: Act): Promise<Output> {
  const plan = await db.one(planId, sql`select id from plans where code = ${input.plan}`);
  const rows = await readFigureRows(db, plan.id, input.indicator);
  const head = rows.indicators[0];
  const definition = definitionIn(rows.definitions, input.year);
  if (!head || !definition || !isCountRule(definition.rule)) throw refuseNotFound();
  const decided = rows.years.find((year) => year.fiscal_year === input.year);
  const inCell = cellFilter(input);
  const months = input.month ? { from: input.month, until: input.month } : monthsOf(input.year);
  const rule = narrowed(definition.rule, input.channel);
  const counted = (await countEncounters(db, rule, months, ['district'])).filter(
    ({ district_id }) => input.district === undefined || district_id === input.district,
  );
  const fromSheets = rule.sources.includes('sheet') ? await countSheets(db, rule, months, input) : [];
  const late = decided ? (await readAdditions(db, definition.rule, [input.year])).filter(inCell) : [];
  const names = await readDistrictNames(db);
  const places = [...names.keys()];
  const singles = rule.sources.includes('single') ? await readSingles(db, input, rule) : [];
  const page = singles.slice(0, input.limit);
  const last = page.at(-1);
  return {
    indicator: { code: head.code, wording: head.wording, unit: head.unit },
    definition,
    district: names.get(input.district ?? '') ?? null,
    state: decided ? (decided.published_on ? 'published' : 'fixed') : 'open',
    counted: sum(counted),
    late: sum(late),
    sheets: fromSheets
      .toSorted((a, b) => places.indexOf(a.district_id ?? '') - places.indexOf(b.district_id ?? ''))
      .map((cell) => ({ ...cell, district: names.get(cell.district_id ?? '') ?? null })),
    singles: page,
    next: singles.length > input.limit && last ? last.id : null,
  };
}

const planId = api.figure.pick({}).extend({ id: api.wave.shape.id });

/** The rule as it counts one channel alone; a channel that it does not count comes to nothing. */
function narrowed(rule: CountRule, channel: string | undefined): CountRule {
  if (channel === undefined) return rule;
  return { ...rule, channels: (rule.channels ?? [channel]).filter((one) => one === channel) };
}

/** What sheets say, one step finer than what was asked for: districts, then a district's months, then their channels. */
async function countSheets(db: Db, rule: CountRule, months: Months, { district, month }: Input) {
  const finer: CountedBy[] =
    district === undefined ? [] : month === undefined ? ['month'] : ['month', 'channel'];
  const cells = await countEncounters(db, { ...rule, sources: ['sheet'] }, months, ['district', ...finer]);
  return cells.filter(({ district_id }) => district === undefined || district_id === district);
}

function cellFilter({ district, month, channel }: Input) {
  return (cell: { district_id: string | null; month: string | null; channel: string | null }) =>
    (district === undefined || cell.district_id === district) &&
    (month === undefined || cell.month === month) &&
    (channel === undefined || cell.channel === channel);
}

function sum(cells: readonly { n: number }[]): number {
  return cells.reduce((total, { n }) => total + n, 0);
}

/** In the order the districts are always listed in. */
async function readDistrictNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.all(districtName, sql`select id, name from districts order by sort`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const districtName = planId.extend({ name: api.addition.shape.group });

/** One more row than a page has, so that the caller knows whether there is another page. */
function readSingles(db: Db, input: Input, rule: CountRule): Promise<Output['singles']> {
  const { first, last } = daysOfFiscalYear(input.year);
  const where: Sql[] = [
    sql`e.kind = any(${rule.kinds}::text[])`,
    input.month
      ? sql`e.occurred_on >= ${`${input.month}-01`}::date
          and e.occurred_on < (${`${input.month}-01`}::date + interval '1 month')::date`
      : sql`e.occurred_on between ${first}::date and ${last}::date`,
  ];
  if (rule.roles) where.push(sql`e.role = any(${rule.roles}::text[])`);
  if (rule.channels) where.push(sql`e.channel = any(${rule.channels}::text[])`);
  if (rule.contacts) where.push(sql`e.contact = any(${rule.contacts}::text[])`);
  if (input.district) where.push(sql`e.district_id = ${input.district}::uuid`);
  if (input.after)
    where.push(
      sql`(e.occurred_on, e.id) < (select k.occurred_on, k.id from encounters k where k.id = ${input.after})`,
    );
  return db.all(
    api.listRowsBehind.output.shape.singles.element,
    sql`select e.id, e.occurred_on, e.district_id, d.name as district, b.name as group, e.role, e.kind, e.channel,
        e.contact, ${dayIn(sql`e.recorded_at`)} as recorded_on, e.late_reason
      from encounters e
      cross join lateral (select date_trunc('month', e.occurred_on)::date as month, e.district_id, e.group_id, e.kind) cell
      left join districts d on d.id = e.district_id
      join bodies b on b.id = e.group_id
      where ${joinSql(where, sql` and `)}
        and ${modeInForce(sql`cell`)} = 'single'
        and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)
      order by e.occurred_on desc, e.id desc
      limit ${input.limit + 1}`,
  );
}
