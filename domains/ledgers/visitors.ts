import * as z from 'zod';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

const visitor = z.object({
  post_id: z.uuid(),
  number: z.string(),
  body_id: z.uuid(),
  role: z.string(),
  district_id: z.uuid().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
export type Visitor = z.output<typeof visitor>;

/**
 * Visitors by their number, as far as the actor writes for their body; whether one visits on a day in one of these
 * districts.
 */
export async function openVisitors(
  db: Db,
): Promise<
  (number: string, districts: readonly string[], day: string) => { value: Visitor } | { says: string }
> {
  const visitors = await db.all(
    visitor,
    sql`select n.post_id, n.number, p.body_id, p.role, p.district_id, p.starts_on, p.ends_on
      from (select post_id, number from visitor_numbers
        union
        -- A paper may still say the number from before a correction; whoever was given it since comes first.
        select o.post_id, o.number from visitor_number_versions o
          where not exists (select from visitor_numbers t where t.holder_id = o.holder_id and t.number = o.number)) n
      join posts p on p.id = n.post_id
      where p.role = any(${visitingRoles}::text[])`,
  );
  const byNumber = Map.groupBy(visitors, ({ number }) => number);
  return (number, districts, day) => {
    const all = byNumber.get(number) ?? [];
    const here = all.filter(({ district_id }) => district_id === null || districts.includes(district_id));
    // Who goes on elsewhere may keep the number: the term tells the two posts apart.
    const [held, other] = here.filter((one) => holdsOn(one, day));
    if (other) return { says: m.ledgers_visitor_twice() };
    if (held) return { value: held };
    const [ended] = here;
    if (!ended)
      return { says: all.length > 0 ? m.ledgers_visitor_elsewhere() : sayUnknown(number, byNumber) };
    const until = ended.ends_on === null ? '' : formatDay(ended.ends_on);
    return { says: m.ledgers_visitor_term({ from: formatDay(ended.starts_on), until }) };
  };
}

function holdsOn({ starts_on, ends_on }: Visitor, day: string): boolean {
  return starts_on <= day && (ends_on === null || day <= ends_on);
}

function sayUnknown(number: string, byNumber: ReadonlyMap<string, unknown>): string {
  const parts = /^([A-Z]\d+)-V(\d{1,2})$/.exec(number);
  const padded = parts ? `${parts[1]}-V${(parts[2] ?? '').padStart(3, '0')}` : '';
  return byNumber.has(padded) ? m.ledgers_visitor_zero({ number: padded }) : m.ledgers_visitor_unknown();
}
