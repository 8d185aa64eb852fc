import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import { isUuid } from '#platform/uuid.ts';
import * as api from './ledger-api.ts';
import { namePeople } from './naming.ts';

type Asked = Pick<ParsedInputOf<typeof api.listProvisionLedger>, 'fiscal_year' | 'receiver' | 'after'>;

/** Every facet: what an emergency view opens. */
const everything = sql`array['identity', 'contact', 'family', 'consultation', 'living', 'economy', 'health', 'wish', 'plan',
  'notes']`;

/** Provisions of persons with what they stand on. */
const provided = sql`person_provisions p
  join lawful_bases b on b.id = p.basis_id
  left join person_provision_withdrawals w on w.provision_id = p.id
  left join consents c on c.id = p.consent_id
  left join consent_withdrawals t on t.consent_id = p.consent_id`;

/** When one of them was taken back: itself, or the consent it stood on, whichever came first. */
const takenBack = sql`least(w.withdrawn_at, t.withdrawn_at)`;

/** Its last day: its own, or that of what it stood on where that came first. */
const lastDay = sql`greatest(p.starts_on, least(p.ends_on, b.ends_on, c.ends_on))`;

/** The ledger of the bodies the actor answers for, by the moment of each entry. */
function askRows({ fiscal_year, receiver, after }: Asked, act: Act, limit: number): Sql {
  const { first, last } = daysOfFiscalYear(fiscal_year ?? fiscalYearOf(act.today));
  const [at, id] = after?.split('_') ?? [];
  if (after !== undefined && (!at || Number.isNaN(Date.parse(at)) || !isUuid(id ?? '')))
    throw new Refusal('invalid', m.platform_refused_unreadable());
  return sql`with posts as materialized (select * from gate.posts_once_named()),
      people as materialized (select * from gate.people_answered_for()),
      given as (
        select p.id, 'provision' as kind, p.person_id, p.decided_at as at, p.decided_by, p.receiver_id, p.post_id, p.facets,
          b.ground, b.purpose, b.law, p.why, p.starts_on, ${lastDay} as ends_on, b.told, p.told_on, null::date as weigh_again_on,
          ${takenBack} as withdrawn_at,
          p.holder_id
        from ${provided}
        union all
        select e.id, 'emergency', e.person_id, e.opened_at, null, e.body_id, e.post_id, ${everything}, 'danger', 'danger',
          case h.kind when 'city_section' then ${m.consent_law_69_danger()} else ${m.consent_law_27_danger()} end, e.reason, (e.opened_at at time zone 'Asia/Tokyo')::date,
          (e.until at time zone 'Asia/Tokyo')::date, 'after_decision', t.told_on, t.weigh_again_on,
          r.reviewed_at, e.holder_id
        from emergency_views e join bodies h on h.id = e.holder_id
        left join emergency_reviews r on r.view_id = e.id and not r.justified
        left join lateral (select l.told_on, l.weigh_again_on from emergency_tellings l where l.view_id = e.id
          order by l.told_on is null, l.written_at desc, l.id desc limit 1) t on true)
    select g.id, g.kind, g.person_id, to_jsonb(g.at) #>> '{}' as at, a.name as by, c.name as receiver, o.role,
      o.name as receiving_name, g.facets, g.ground, g.purpose, g.law, g.why, g.starts_on, g.ends_on, g.told, g.told_on,
      g.weigh_again_on,
      to_jsonb(g.withdrawn_at) #>> '{}' as withdrawn_at
    from given g
    join bodies c on c.id = g.receiver_id
    left join people a on a.account_id = g.decided_by
    left join posts o on o.id = g.post_id
    where g.holder_id = any((select gate.bodies_answered_for())::uuid[])
      and (g.at at time zone 'Asia/Tokyo')::date between ${first}::date and ${last}::date
      and (${receiver ?? null}::uuid is null or g.receiver_id = ${receiver ?? null})
      and (${at ?? null}::timestamptz is null or (g.at, g.id) > (${at ?? null}::timestamptz, ${id ?? null}::uuid))
    order by g.at, g.id ${limitTo(limit)}`;
}

const row = api.listProvisionLedger.output.shape.rows.element;

/** The rows with who they are about; the oldest first, as a ledger is kept. */
export async function readLedger(db: Db, asked: Asked, act: Act, limit: number): Promise<api.LedgerRow[]> {
  const found = await db.all(row.omit({ person_name: true }), askRows(asked, act, limit));
  const names = await namePeople(
    db,
    found.map(({ person_id }) => person_id),
    act,
  );
  return found.map((one) => ({ ...one, person_name: names.get(one.person_id)?.name ?? null }));
}

/** 外部提供記録簿 of a fiscal year, by page. */
export async function listProvisionLedger(
  db: Db,
  { limit, ...asked }: ParsedInputOf<typeof api.listProvisionLedger>,
  act: Act,
): Promise<OutputOf<typeof api.listProvisionLedger>> {
  const found = await readLedger(db, asked, act, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    fiscal_year: asked.fiscal_year ?? fiscalYearOf(act.today),
    rows,
    next: found.length > limit && last ? `${last.at}_${last.id}` : null,
  };
}

/** How much was given to whom on which ground in a fiscal year, in numbers. */
export async function summarizeProvisions(
  db: Db,
  { fiscal_year }: ParsedInputOf<typeof api.summarizeProvisions>,
  act: Act,
): Promise<OutputOf<typeof api.summarizeProvisions>> {
  const year = fiscal_year ?? fiscalYearOf(act.today);
  const { first, last } = daysOfFiscalYear(year);
  const shape = api.summarizeProvisions.output.shape;
  const rows = await db.all(
    shape.rows.element,
    sql`select r.name as receiver, b.ground, count(*)::int as provisions, count(${takenBack})::int as withdrawn,
        count(distinct p.person_id)::int as people
      from ${provided}
      join bodies r on r.id = p.receiver_id
      where p.holder_id = any((select gate.bodies_answered_for())::uuid[])
        and (p.decided_at at time zone 'Asia/Tokyo')::date between ${first}::date and ${last}::date
      group by r.id, r.name, r.sort, b.ground
      order by r.sort, r.id, b.ground`,
  );
  const emergencies = await db.one(
    shape.emergencies,
    sql`select count(*)::int as opened, count(*) filter (where r.justified)::int as justified,
        count(*) filter (where not r.justified)::int as unjustified
      from emergency_views e left join emergency_reviews r on r.view_id = e.id
      where e.holder_id = any((select gate.bodies_answered_for())::uuid[])
        and (e.opened_at at time zone 'Asia/Tokyo')::date between ${first}::date and ${last}::date`,
  );
  return { fiscal_year: year, rows, emergencies };
}
