import { type Sql, sql } from '#platform/sql.ts';

/** What an encounter says, once, whichever domain writes it. Every value is a piece of SQL: literal or column. */
export interface NewEncounter {
  readonly id: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly channel: string | null;
  readonly contact: string | null;
  readonly recordedAt: Date;
  readonly lateReason: string | null;
}

/**
 * The common table expressions that write one encounter into its three places: the record, the running count
 * and, when its year is already fixed, the later additions. They read the row `place(district_id, holder_id,
 * post_id, role, group_id)` that the calling command has chosen through the gate; no row there, nothing written.
 * A fixed year without a reason writes nothing either: the caller finds out why and says so. The year is held
 * (`gate.fixed_year_of`) until the commit, so that a fixing counts this row or makes it a later addition.
 */
export function writeEncounter(e: NewEncounter): Sql {
  return sql`
    fixing as (select gate.fixed_year_of(${e.occurredOn}::date) as fiscal_year),
    allowed as (select place.* from place, fixing
      where ${e.lateReason}::text is not null or fixing.fiscal_year is null),
    encounter as (insert into encounters (id, kind, occurred_on, channel, contact, district_id, role, post_id,
        group_id, holder_id, recorded_at, late_reason)
      select ${e.id}::uuid, ${e.kind}, ${e.occurredOn}::date, ${e.channel}, ${e.contact}, a.district_id, a.role,
        a.post_id, a.group_id, a.holder_id, ${e.recordedAt},
        case when f.fiscal_year is not null then ${e.lateReason}::text end
      from allowed a, fixing f),
    tally as (insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
      select date_trunc('month', ${e.occurredOn}::date)::date, a.district_id, a.group_id, ${e.kind}, ${e.channel},
        ${e.contact}, a.role, 'single', 1
      from allowed a),
    later as (insert into later_additions (id, fiscal_year, kind, month, district_id, group_id, channel, contact,
        role, source, n, reason, added_at)
      select gen_random_uuid(), f.fiscal_year, ${e.kind}, date_trunc('month', ${e.occurredOn}::date)::date,
        a.district_id, a.group_id, ${e.channel}, ${e.contact}, a.role, 'single', 1, ${e.lateReason}::text,
        ${e.recordedAt}
      from allowed a, fixing f where f.fiscal_year is not null)`;
}
