import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './task-api.ts';

const week = 7;
const atOnce = 30;

/** What waits for a worker today. One question each, in one statement. */
export function readCaseDay(
  db: Db,
  _input: ParsedInputOf<typeof api.readCaseDay>,
  act: Act,
): Promise<api.CaseDay> {
  const until = addDays(act.today, week);
  return db.one(
    api.readCaseDay.output,
    sql`select ${listOf(sql`select jsonb_build_object('id', t.id, 'words', t.words, 'due_on', t.due_on, ${about}) as one
        from case_tasks t join cases c on c.id = t.case_id
        where t.post_id = (select gate.actor_post()) and t.done_on is null and t.due_on <= ${until}::date
        order by t.due_on, t.id`)} as tasks,
      ${listOf(sql`select jsonb_build_object('note_id', n.id, 'next_plan', n.next_plan, 'next_on', n.next_on, ${about}) as one
        from case_notes n join cases c on c.id = n.case_id
        where n.post_id = (select gate.actor_post()) and n.next_on between ${addDays(act.today, -60)}::date and ${until}::date
          and c.closed_on is null
          and not exists (select from case_note_withdrawals w where w.note_id = n.id)
          and not exists (select from case_notes o where o.case_id = n.case_id and o.noted_on >= n.next_on and o.id <> n.id)
        order by n.next_on, n.id`)} as nexts,
      ${listOf(sql`select jsonb_build_object('id', h.id, 'case_id', c.id, 'number', c.number,
          'other', case when o.own then r.name else s.name end, 'asked', not o.own, 'accepted', a.turn is not null,
          'due_on', h.due_on) as one
        from case_handovers h
        cross join lateral (select h.holder_id = any((select gate.bodies_worked_for())::uuid[]) as own) o
        join bodies r on r.id = h.receiver_id join bodies s on s.id = h.holder_id
        left join cases c on c.id = h.case_id and o.own
        left join case_handover_turns a on a.handover_id = h.id and a.turn = 'accepted'
        where not exists (select from case_handover_turns t where t.handover_id = h.id and t.turn <> 'accepted')
        order by h.due_on, h.id`)} as handovers,
      ${listOf(sql`select jsonb_build_object('joining_id', j.id, 'client_name', coalesce(k.name, k.called), 'place_name', w.name,
          'next_look_on', j.next_look_on, ${about}) as one
        from joinings j join cases c on c.id = j.case_id join places w on w.id = j.place_id left join clients k on k.id = j.client_id
        where j.next_look_on <= ${act.today}::date and c.closed_on is null
          and (j.post_id = (select gate.actor_post()) or exists (select from case_workers x where x.case_id = c.id
            and x.post_id = (select gate.actor_post()) and x.ends_on is null))
        order by j.next_look_on, j.id`)} as looks,
      ${listOf(sql`select jsonb_build_object('kinds', u.kinds, ${about}) as one
        from case_workers w join cases c on c.id = w.case_id
        cross join lateral (select x.kinds from case_urgencies x where x.case_id = c.id order by x.said_at desc, x.id desc limit 1) u
        where w.post_id = (select gate.actor_post()) and w.ends_on is null and c.closed_on is null
          and cardinality(u.kinds) > 0
        order by c.last_note_on, c.id`)} as urgent`,
  );
}

const about = sql`'case_id', c.id, 'number', c.number, 'called', c.called`;

function listOf(rows: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(r.one), '[]') from (${rows} limit ${atOnce}::int) r)`;
}
