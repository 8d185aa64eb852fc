import type { Act } from '#platform/act.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type { Kind } from './model.ts';
import { countDeltas } from './tally.ts';

/** What many encounters of one kind have in common. */
export interface NewEncounters {
  readonly kind: Kind;
  readonly recordedAt: Date;
  /** Why those of a fixed year come late. */
  readonly lateReason: string | null;
  /** They happened at places: `places` has a `place_id` too. */
  readonly atPlace?: true;
}

/**
 * `writeEncounter` for many at once. They read `places(id, occurred_on, channel, contact, district_id, holder_id,
 * post_id, role, group_id, party_id, household_id)`, which the calling command has chosen through the gate: who gave is
 * `party_id`, who received the household. The count gets one row for each cell they fall in, not one for each of
 * them. `allowed` holds what was written: rows of a fixed year are not, unless there is a reason.
 */
export function writeEncounters({ kind, recordedAt, lateReason, atPlace }: NewEncounters): Sql {
  return sql`
    years as (select y.starts, gate.fixed_year_of(y.starts) as fiscal_year
      from (select distinct (date_trunc('year', occurred_on - interval '3 months') + interval '3 months')::date as starts
        from places) y),
    allowed as (select p.*, y.fiscal_year from places p
      join years y on p.occurred_on >= y.starts and p.occurred_on < y.starts + interval '1 year'
      where ${lateReason}::text is not null or y.fiscal_year is null),
    encounter as (insert into encounters (id, kind, occurred_on, channel, contact, district_id, role, post_id,
        group_id, holder_id, recorded_at, late_reason${atPlace ? sql`, place_id` : sql``})
      select a.id, ${kind}::text, a.occurred_on, a.channel, a.contact, a.district_id, a.role, a.post_id, a.group_id,
        a.holder_id, ${recordedAt}::timestamptz, case when a.fiscal_year is not null then ${lateReason}::text end${atPlace ? sql`, a.place_id` : sql``}
      from allowed a),
    taking_part as (insert into encounter_parties (encounter_id, position, party_id, household_id, gave, received,
        holder_id, district_id, post_id)
      select a.id, v.position, v.party_id, v.household_id, v.gave, v.received, a.holder_id, ${atPlace ? sql`null::uuid` : sql`a.district_id`},
        a.post_id
      from allowed a
      cross join lateral (values (1, a.party_id, null::uuid, true, false), (2, null::uuid, a.household_id, false, true))
        v(position, party_id, household_id, gave, received)),
    deltas as (select date_trunc('month', a.occurred_on)::date as month, a.district_id, a.group_id,
        ${kind}::text as kind, a.channel, a.contact, a.role, 'single' as source, count(*)::int as n, a.fiscal_year
      from allowed a
      group by 1, a.district_id, a.group_id, a.channel, a.contact, a.role, a.fiscal_year),
    ${countDeltas(lateReason, recordedAt)}`;
}

/** `withdrawEncounter` for many at once: those that `gone(encounter_id)` names, which the calling command has just taken back. */
export function withdrawEncounters(reason: string, act: Act): Sql {
  return sql`
    standing as (select e.* from encounters e join gone g on g.encounter_id = e.id),
    withdrawal as (insert into encounter_withdrawals (encounter_id, reason, withdrawn_by, withdrawn_at, district_id, holder_id, post_id)
      select s.id, ${reason}::text, ${act.actor.account}::uuid, ${act.now}::timestamptz, s.district_id, s.holder_id, s.post_id
      from standing s),
    deltas as (select date_trunc('month', s.occurred_on)::date as month, s.district_id, s.group_id, s.kind, s.channel, s.contact, s.role,
        'single' as source, -count(*)::int as n, gate.fixed_year_of(s.occurred_on) as fiscal_year
      from standing s group by 1, 2, 3, 4, 5, 6, 7, s.occurred_on),
    ${countDeltas(reason, act.now)}`;
}

/**
 * `countSheet` for sheets of several months. They read `differences(month, district_id, group_id, channel, n)` and
 * `fixings(month, fiscal_year)` from `gate.fixed_year_of`.
 */
export function countSheets(kind: Kind, reason: string | null, at: Date): Sql {
  return sql`
    deltas as (select d.month, d.district_id, d.group_id, ${kind}::text as kind, d.channel, null::text as contact,
        'visitor' as role, 'sheet' as source, d.n, f.fiscal_year
      from differences d join fixings f on f.month = d.month),
    ${countDeltas(reason, at)}`;
}
