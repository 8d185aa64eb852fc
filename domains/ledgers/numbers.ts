import * as z from 'zod';
import { type Role, roleWords } from '#domains/posts/model.ts';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatFiscalYearShort } from '#platform/calendar.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './numbers-api.ts';
import { toNumber, toPlainForms, toPlainWidth } from './writing.ts';

/** Posts that visit in the actor's districts, of the bodies it writes for: `p` as in the caller's `from`. */
export function writtenFor(): Sql {
  return sql`p.role = any(${visitingRoles}::text[]) and p.district_id = any((select gate.districts_gathered())::uuid[])
    and p.body_id = any((select gate.holders_served_by_actor('visit'))::uuid[])`;
}

const visitor = api.listVisitorNumbers.output.shape.visitors.element;

/** In the order of their districts and numbers. */
function askVisitors(db: Db, district: string | undefined) {
  return db.all(
    visitor.extend({ account_id: z.uuid() }),
    sql`select p.id as post_id, p.account_id, a.name, p.role, d.name as district_name, p.starts_on, p.ends_on, n.number,
        coalesce((select jsonb_agg(jsonb_build_object('number', o.number, 'reason', o.reason,
            'until', to_char(o.corrected_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD')) order by o.corrected_at desc)
          from visitor_number_versions o where o.post_id = p.id), '[]') as former
      from posts p
      join districts d on d.id = p.district_id
      left join accounts a on a.id = p.account_id
      left join visitor_numbers n on n.post_id = p.id
      where ${writtenFor()} ${district ? sql`and p.district_id = ${district}::uuid` : sql``}
      order by d.sort, n.number nulls last, a.kana_key, p.id`,
  );
}

/** Who visits, with the number a paper ledger names them by. */
export async function listVisitorNumbers(
  db: Db,
  { district }: ParsedInputOf<typeof api.listVisitorNumbers>,
  _act: Act,
): Promise<OutputOf<typeof api.listVisitorNumbers>> {
  const found = await askVisitors(db, district);
  return { visitors: found.map(({ account_id: _, ...one }) => one) };
}

/** The same as a CSV file, whole. */
export async function exportVisitorNumbers(
  db: Db,
  { district, encoding }: ParsedInputOf<typeof api.exportVisitorNumbers>,
  _act: Act,
): Promise<FileReply & OutputOf<typeof api.exportVisitorNumbers>> {
  const found = await askVisitors(db, district);
  const headings = [
    m.ledgers_label_number(),
    m.ledgers_label_person(),
    m.ledgers_label_role(),
    m.ledgers_label_district(),
    m.ledgers_label_first_day(),
    m.ledgers_label_last_day(),
  ];
  const rows = found.map(({ number, name, role, district_name, starts_on, ends_on }) => [
    number,
    name,
    roleWords[role as Role](),
    district_name,
    starts_on,
    ends_on,
  ]);
  return {
    name: m.ledgers_numbers_file_name(),
    type: 'text/csv',
    bytes: encodeCsv([headings, ...rows], encoding),
    accounts: [...new Set(found.map(({ account_id }) => account_id))],
  };
}

/**
 * Gives a number (R7-V012) to everybody of a district who visits and has none. It counts on within the body and the
 * fiscal year; a number once given stays.
 */
export async function numberVisitors(db: Db, input: ParsedInputOf<typeof api.numberVisitors>, act: Act) {
  const year = fiscalYearOf(act.today);
  const given = await db.all(
    z.object({ post_id: z.uuid() }),
    sql`with missing as (select p.id, p.body_id, p.district_id,
          row_number() over (partition by p.body_id order by p.given_at, p.id)::int as nth
        from posts p
        where ${writtenFor()} and p.district_id = ${input.district_id}::uuid
          and not exists (select from visitor_numbers n where n.post_id = p.id)),
      counted as (insert into visitor_number_counters as c (holder_id, fiscal_year, last)
        select body_id, ${year}::int, max(nth) from missing group by body_id
        on conflict (holder_id, fiscal_year) do update set last = c.last + excluded.last
        returning holder_id, last),
      lots as (select body_id, max(nth) as n from missing group by body_id)
      insert into visitor_numbers (post_id, number, holder_id, district_id, given_by, given_at)
      select m.id, ${formatFiscalYearShort(year)} || '-V' || lpad((c.last - l.n + m.nth)::text,
          greatest(3, length((c.last - l.n + m.nth)::text)), '0'),
        m.body_id, m.district_id, (select gate.actor_account()), ${act.now}::timestamptz
      from missing m join lots l using (body_id) join counted c on c.holder_id = m.body_id
      returning post_id`,
  );
  return { posts: given.map(({ post_id }) => post_id) };
}

const unnumbered = z.object({
  post_id: z.uuid(),
  name: z.string().nullable(),
  body_id: z.uuid(),
  number: z.string().nullable(),
});

/**
 * Gives visitors of a district the numbers by which their paper names them already: all of the list or nothing. What
 * is counted on afterwards (`numberVisitors`) begins behind them.
 *
 * @throws Refusal `invalid` with the line and a sentence: no number or name, nobody or more than one of that name, one
 *   who has another number, or a number that is somebody else's
 */
export async function writeVisitorNumbers(
  db: Db,
  input: ParsedInputOf<typeof api.writeVisitorNumbers>,
  act: Act,
) {
  const visitors = await db.all(
    unnumbered,
    sql`select p.id as post_id, a.name, p.body_id, n.number
      from posts p
      left join accounts a on a.id = p.account_id
      left join visitor_numbers n on n.post_id = p.id
      where ${writtenFor()} and p.district_id = ${input.district_id}::uuid
        and (p.ends_on is null or p.ends_on >= ${act.today}::date)`,
  );
  const taken = await db.all(
    z.object({ number: z.string(), holder_id: z.uuid(), post_id: z.uuid() }),
    sql`select number, holder_id, post_id from visitor_numbers
      where holder_id = any(${[...new Set(visitors.map(({ body_id }) => body_id))]}::uuid[])`,
  );
  const given = new Map(taken.map((one) => [`${one.holder_id} ${one.number}`, one.post_id]));
  const written = input.numbers.flatMap((one, i) => {
    const line = readLine(one, visitors);
    if ('says' in line) throw refuseLine(i, line.says);
    const key = `${line.body_id} ${line.number}`;
    const other = given.get(key);
    if (other !== undefined && other !== line.post_id)
      throw refuseLine(i, m.ledgers_numbers_taken({ number: line.number }));
    given.set(key, line.post_id);
    return other === undefined ? [line] : [];
  });
  await db.run(sql`insert into visitor_numbers (post_id, number, holder_id, district_id, given_by, given_at)
    select g.*, ${input.district_id}::uuid, (select gate.actor_account()), ${act.now}::timestamptz
    from unnest(${written.map((one) => one.post_id)}::uuid[], ${written.map((one) => one.number)}::text[],
      ${written.map((one) => one.body_id)}::uuid[]) g`);
  for (const year of [fiscalYearOf(act.today), fiscalYearOf(act.today) + 1])
    await countFrom(db, year, written);
  return { posts: written.map(({ post_id }) => post_id) };
}

type Line = { readonly post_id: string; readonly body_id: string; readonly number: string };

function readLine(
  typed: { number: string; name: string },
  visitors: readonly z.output<typeof unnumbered>[],
): Line | { readonly says: string } {
  const number = readNumber(typed.number);
  if (number === null) return { says: m.ledgers_numbers_unreadable() };
  const name = foldName(typed.name);
  const [first, second] = visitors.filter((one) => one.name !== null && foldName(one.name) === name);
  if (!first) return { says: m.ledgers_numbers_nobody({ name: typed.name.trim() }) };
  if (second) return { says: m.ledgers_numbers_namesakes({ name: typed.name.trim() }) };
  if (first.number !== null && first.number !== number)
    return { says: m.ledgers_numbers_has_one({ name: typed.name.trim(), number: first.number }) };
  return { post_id: first.post_id, body_id: first.body_id, number };
}

/** The number as it is printed, or null for what is none. */
export function readNumber(typed: string): string | null {
  const number = toNumber(typed);
  return /^[0-9A-Z][0-9A-Z-]{0,19}$/.test(number) ? number : null;
}

function foldName(name: string): string {
  return toPlainForms(toPlainWidth(name)).replaceAll(/\s/g, '');
}

function refuseLine(i: number, says: string): Refusal {
  const sentence = m.ledgers_numbers_line({ line: i + 1, says });
  return new Refusal('invalid', sentence, { numbers: sentence });
}

/** What is counted on in a year begins behind the highest number that was written of that year. */
export async function countFrom(db: Db, year: number, lines: readonly Line[]): Promise<void> {
  const own = new RegExp(`^${formatFiscalYearShort(year)}-V(\\d{1,6})$`);
  for (const [body, those] of Map.groupBy(lines, ({ body_id }) => body_id)) {
    const last = Math.max(0, ...those.map(({ number }) => Number(own.exec(number)?.[1] ?? 0)));
    if (last === 0) continue;
    await db.run(sql`insert into visitor_number_counters as c (holder_id, fiscal_year, last)
      values (${body}::uuid, ${year}::int, ${last}::int)
      on conflict (holder_id, fiscal_year) do update set last = greatest(c.last, excluded.last)`);
  }
}
