import type { Act } from '#platform/act.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type { Kind } from './model.ts';
import { countDeltas, countInTime } from './tally.ts';

/** What an encounter says, once, whichever domain writes it. */
export interface NewEncounter {
  readonly id: string;
  readonly kind: Kind;
  readonly occurredOn: string;
  readonly channel: string | null;
  readonly contact: string | null;
  /** Who gave and who received: rows `(position, party_id, household_id, gave, received)` that may name `a`, the place. */
  readonly parties: Sql;
  readonly recordedAt: Date;
  /** Why it comes after its year was fixed. */
  readonly lateReason: string | null;
}

/** Who took part at a window, or in a wish that came true, is for its holder alone: it lies in no district whose officers would see it. */
function isForHolder(kind: Kind): boolean {
  return kind !== 'visit' && kind !== 'conference';
}

/**
 * The common table expressions that write one encounter: the record, who took part, the running count and, when its
 * year is already fixed, the later addition. They read the row `place(district_id, holder_id, post_id, role,
 * group_id, party_id)` that the calling command has chosen through the gate; no row there, nothing written. A fixed
 * year without a reason writes nothing either: `allowed` is empty, and the caller finds out why and says so. The year
 * is held (`gate.fixed_year_of`) until the commit, so that a fixing counts this row or makes it a later addition.
 */
export function writeEncounter(e: NewEncounter): Sql {
  return sql`
    fixing as (select gate.fixed_year_of(${e.occurredOn}::date) as fiscal_year),
    allowed as (select place.* from place, fixing
      where ${e.lateReason}::text is not null or fixing.fiscal_year is null),
    encounter as (insert into encounters (id, kind, occurred_on, channel, contact, district_id, role, post_id,
        group_id, holder_id, recorded_at, late_reason)
      select ${e.id}::uuid, ${e.kind}::text, ${e.occurredOn}::date, ${e.channel}::text, ${e.contact}::text,
        a.district_id, a.role, a.post_id, a.group_id, a.holder_id, ${e.recordedAt}::timestamptz,
        case when f.fiscal_year is not null then ${e.lateReason}::text end
      from allowed a, fixing f),
    taking_part as (insert into encounter_parties (encounter_id, position, party_id, household_id, gave, received,
        holder_id, district_id, post_id)
      select ${e.id}::uuid, v.position, v.party_id, v.household_id, v.gave, v.received, a.holder_id,
        ${isForHolder(e.kind) ? sql`null::uuid` : sql`a.district_id`}, a.post_id
      from allowed a
      cross join lateral (values ${e.parties}) v(position, party_id, household_id, gave, received)),
    deltas as (select date_trunc('month', ${e.occurredOn}::date)::date as month, a.district_id, a.group_id,
        ${e.kind}::text as kind, ${e.channel}::text as channel, ${e.contact}::text as contact, a.role,
        'single' as source, 1 as n, f.fiscal_year
      from allowed a, fixing f),
    ${e.lateReason === null ? countInTime : countDeltas(e.lateReason, e.recordedAt)}`;
}

/**
 * The common table expressions that take an encounter out of the count. They read `standing`, the encounter's row
 * with its household_id (null if none), which the calling command has locked together with whatever else it changes.
 * `withdrawal` holds one row if this call was the one that withdrew it.
 */
export function withdrawEncounter(reason: string, act: Act): Sql {
  return sql`
    withdrawal as (insert into encounter_withdrawals (encounter_id, household_id, reason, withdrawn_by, withdrawn_at,
        district_id, holder_id, post_id)
      select s.id, s.household_id, ${reason}::text, ${act.actor.account}::uuid, ${act.now}::timestamptz,
        case when s.kind not in ('intake', 'contact') then s.district_id end, s.holder_id, s.post_id
      from standing s
      on conflict do nothing
      returning encounter_id),
    deltas as (select date_trunc('month', s.occurred_on)::date as month, s.district_id, s.group_id, s.kind, s.channel,
        s.contact, s.role, 'single' as source, -1 as n, gate.fixed_year_of(s.occurred_on) as fiscal_year
      from standing s join withdrawal w on w.encounter_id = s.id),
    ${countDeltas(reason, act.now)}`;
}

/** What of an encounter can be corrected. Who recorded it stays; otherwise it is another encounter. */
export interface ChangedEncounter {
  /** Only where it is something else now: a reception that counts as new, or no more. */
  readonly kind?: Kind;
  readonly occurredOn: string;
  /** Where it counts on that day, read off `s`, its row in `standing`: districts become others with time. */
  readonly districtId: Sql;
  readonly channel: string | null;
  readonly contact: string | null;
}

/**
 * The common table expressions that correct an encounter: the old value leaves the count, the new one enters it, each
 * in its own month. They read `standing` as `withdrawEncounter` does. `changed` holds the row that was corrected.
 */
export function changeEncounter(to: ChangedEncounter, reason: string, act: Act): Sql {
  return sql`
    goal as (select s.id, ${to.districtId} as district_id from standing s),
    moves as (select v.district_id, s.group_id, v.kind, s.role, v.month, v.channel, v.contact, v.n
      from standing s join goal g on g.id = s.id
      cross join lateral (values
        (s.district_id, s.kind, date_trunc('month', s.occurred_on)::date, s.channel, s.contact, -1),
        (g.district_id, coalesce(${to.kind ?? null}::text, s.kind), date_trunc('month', ${to.occurredOn}::date)::date,
          ${to.channel}::text, ${to.contact}::text, 1)
      ) v(district_id, kind, month, channel, contact, n)
      where (s.district_id, s.kind, date_trunc('month', s.occurred_on), s.channel, s.contact)
        is distinct from (g.district_id, coalesce(${to.kind ?? null}::text, s.kind),
          date_trunc('month', ${to.occurredOn}::date), ${to.channel}::text, ${to.contact}::text)),
    deltas as (select month, district_id, group_id, kind, channel, contact, role, 'single' as source, n,
        gate.fixed_year_of(month) as fiscal_year
      from moves),
    changed as (update encounters e set ${to.kind ? sql`kind = ${to.kind}, ` : sql``}occurred_on = ${to.occurredOn}::date, channel = ${to.channel}::text,
        contact = ${to.contact}::text, district_id = g.district_id,
        late_reason = coalesce(e.late_reason, (select ${reason}::text from deltas d
          where d.n = 1 and d.fiscal_year is not null
            and not exists (select from deltas o where o.n = -1 and o.fiscal_year = d.fiscal_year)))
      from goal g where e.id = g.id
      returning e.id),
    ${countDeltas(reason, act.now)}`;
}

/**
 * The common table expressions that bring a tally sheet into the count. They read `differences(month, district_id,
 * group_id, channel, n)`, what the sheet adds to the one before it, and `fixing(fiscal_year)` from
 * `gate.fixed_year_of`. A sheet carries no names and no results: it counts under the role `visitor`, contact open.
 */
export function countSheet(kind: string, reason: string | null, at: Date): Sql {
  return sql`
    deltas as (select d.month, d.district_id, d.group_id, ${kind}::text as kind, d.channel, null::text as contact,
        'visitor' as role, 'sheet' as source, d.n, f.fiscal_year
      from differences d, fixing f),
    ${countDeltas(reason, at)}`;
}
