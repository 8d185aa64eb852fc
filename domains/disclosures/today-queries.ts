import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './today-api.ts';

const shape = api.readDisclosuresToday.output.shape;

const about = sql`k.about, k.about_id, coalesce(c.name, c.called, h.name) as about_name`;
const aboutWhom = sql`left join clients c on c.id = k.about_id left join households h on h.id = k.about_id`;

/** What waits for the post in use, what is due first at the top: as far as the requests and codes are its body's. */
export async function readDisclosuresToday(
  db: Db,
  _input: ParsedInputOf<typeof api.readDisclosuresToday>,
  act: Act,
): Promise<OutputOf<typeof api.readDisclosuresToday>> {
  const requests = await db.all(
    shape.requests.element,
    sql`select q.id, q.number, q.kind, case when s.step is distinct from 'decided'
          then coalesce((select e.due_on from disclosure_steps e where e.request_id = q.id and e.due_on is not null
            order by e.taken_at desc limit 1), q.due_on) end as due_on
      from disclosure_requests q
      left join lateral (select s.step, s.outcome from disclosure_steps s where s.request_id = q.id
        order by s.taken_at desc, s.id desc limit 1) s on true
      where s.step is null or s.step = 'extended' or (s.step = 'decided' and s.outcome in ('whole', 'part'))
      order by 4 nulls last, q.received_on, q.id limit 50`,
  );
  const keys = await db.all(
    shape.keys.element,
    sql`select k.id, to_jsonb(k.issued_at) #>> '{}' as issued_at, ${about}
      from disclosure_keys k ${aboutWhom}
      where k.ended_at is null and k.expires_at > ${act.now}
        and not exists (select from disclosure_releases r where r.key_id = k.id)
      order by k.issued_at, k.id limit 50`,
  );
  const questions = await db.all(
    shape.questions.element,
    sql`select q.id, q.key_id, q.kind, to_jsonb(q.asked_at) #>> '{}' as asked_at, ${about}
      from disclosure_questions q join disclosure_keys k on k.id = q.key_id ${aboutWhom}
      where not exists (select from disclosure_answers a where a.question_id = q.id)
      order by q.asked_at, q.id limit 50`,
  );
  return { requests, keys, questions };
}
