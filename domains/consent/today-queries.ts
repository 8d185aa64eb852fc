import type * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { namePeople } from './naming.ts';
import { receivingBodies } from './person-queries.ts';
import * as api from './today-api.ts';

const shape = api.readConsentToday.output.shape;

/** Consents are spoken of again from so many days before they end. */
const daysAhead = 30;

/** What waits for the post in use; nothing for posts that neither hold nor are given anything of persons. */
export async function readConsentToday(
  db: Db,
  _input: ParsedInputOf<typeof api.readConsentToday>,
  act: Act,
): Promise<OutputOf<typeof api.readConsentToday>> {
  const list = <S extends z.ZodType>(rows: z.ZodArray<S>, query: Sql) => db.all(rows.element, query);
  const emergencies = await list(
    shape.emergencies,
    sql`select e.id, e.person_id, null as person_name, b.name as by, to_jsonb(e.opened_at) #>> '{}' as opened_at,
        to_jsonb(e.until) #>> '{}' as until
      from emergency_views e join bodies b on b.id = e.body_id
      where e.holder_id = any((select gate.bodies_answered_for())::uuid[])
        and not exists (select from emergency_reviews r where r.view_id = e.id)
      order by e.opened_at desc, e.id desc limit 50`,
  );
  const returns = await list(
    shape.returns,
    sql`select r.provision_id as id, 'provision' as kind, h.name as holder, to_jsonb(r.asked_at) #>> '{}' as asked_at,
        (select count(*)::int from provision_copies c where c.provision_id = r.provision_id) as copies
      from provision_returns r join bodies h on h.id = r.holder_id
      where r.receiver_id = any(${receivingBodies})
        and not exists (select from provision_return_notes n where n.provision_id = r.provision_id)
      union all
      select r.view_id, 'emergency', h.name, to_jsonb(r.reviewed_at) #>> '{}',
        (select count(*)::int from emergency_copies c where c.view_id = r.view_id)
      from emergency_reviews r join bodies h on h.id = r.holder_id
      where r.post_id = (select gate.actor_post()) and not r.justified
        and not exists (select from emergency_return_notes n where n.view_id = r.view_id)
      order by 4 desc, 1 desc limit 50`,
  );
  const to_tell = await list(
    shape.to_tell,
    sql`select p.id, 'provision' as kind, p.person_id, null as person_name, r.name as receiver, p.starts_on
      from person_provisions p join lawful_bases b on b.id = p.basis_id join bodies r on r.id = p.receiver_id
      where p.holder_id = any((select gate.bodies_worked_for())::uuid[]) and p.told_on is null and b.told <> 'never'
      union all
      select e.id, 'emergency', e.person_id, null, b.name, (e.opened_at at time zone 'Asia/Tokyo')::date
      from emergency_views e join bodies b on b.id = e.body_id
      where e.holder_id = any((select gate.bodies_answered_for())::uuid[])
        and (e.until <= ${act.now} or exists (select from emergency_reviews r where r.view_id = e.id))
        and not exists (select from emergency_tellings t where t.view_id = e.id
          and (t.told_on is not null or t.weigh_again_on > ${act.today}::date))
      order by 6, 1 limit 50`,
  );
  const to_ask = await list(shape.to_ask, askAgain(act.today));
  const protections = await list(
    shape.protections,
    sql`select p.id, p.person_id, null as person_name, p.ends_on
      from protections p
      where p.holder_id = any((select gate.bodies_answered_for())::uuid[]) and p.ends_on <= ${addDays(act.today, daysAhead)}
        and not exists (select from protection_endings e where e.protection_id = p.id)
      order by p.ends_on, p.id limit 50`,
  );
  const people = [...emergencies, ...to_tell, ...to_ask, ...protections].map(({ person_id }) => person_id);
  const names = await namePeople(db, people, act);
  const name = <Row extends { person_id: string }>(row: Row) => ({
    ...row,
    person_name: names.get(row.person_id)?.name ?? null,
  });
  return {
    emergencies: emergencies.map(name),
    returns,
    to_tell: to_tell.map(name),
    to_ask: to_ask.map(name),
    protections: protections.map(name),
    people: [...new Set(people)],
  };
}

/** The newest answer of each person, where it is a "no" to be spoken of by now, or a consent that is about to end or has. */
function askAgain(today: string): Sql {
  return sql`select c.id, c.person_id, null as person_name, c.decision, coalesce(c.ask_again_on, c.ends_on) as on,
      c.said_by = 'parent' and c.decision = 'given' and c.ask_again_on is null as came_of_age
    from consents c
    where c.holder_id = any((select gate.bodies_worked_for())::uuid[])
      and (c.ask_again_on <= ${today}::date
        or (c.decision = 'given' and c.ends_on between ${addDays(today, -365)}::date and ${addDays(today, daysAhead)}::date
          and not exists (select from consent_withdrawals w where w.consent_id = c.id)))
      and not exists (select from consents n where n.person_id = c.person_id and n.holder_id = c.holder_id
        and (n.given_on, n.id) > (c.given_on, c.id))
    order by 5, c.id limit 50`;
}
