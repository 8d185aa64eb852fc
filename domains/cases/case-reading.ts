import { limitTo, type Sql, sql } from '#platform/sql.ts';
import type { MemberConsent } from './case-model.ts';
import { noteColumns } from './note-reading.ts';

/** Whether the case `c` is of a body the actor works for. */
export const ofOwnBody = sql`coalesce(c.holder_id = any((select gate.bodies_worked_for())::uuid[]), false)`;

/** When something was last noted of the case `c`: of one of another body, only what of it the actor may read. */
export const lastNote = sql`case when ${ofOwnBody} then c.last_note_on
  else (select max(n.noted_on) from case_notes n where n.case_id = c.id) end as last_note_on`;

/** What its body calls the case `c`, for that body alone: it may tell of others of the household than those who are given. */
export const calledByOwn = sql`case when ${ofOwnBody} then c.called end as called`;

/**
 * Whether a person of one's own body has agreed to anything that stands today: given, refused (or taken back), or nobody
 * has asked. A scalar expression.
 *
 * @param client the client's id, as SQL
 */
export function consentOf(client: Sql): Sql {
  return sql`(select case
      when bool_or(k.decision = 'given' and (k.ends_on is null or k.ends_on >= (select gate.today())) and w.consent_id is null)
        then ${'given' satisfies MemberConsent}::text
      when count(*) > 0 then ${'refused' satisfies MemberConsent}::text
      else ${'not_asked' satisfies MemberConsent}::text end
    from consents k left join consent_withdrawals w on w.consent_id = k.id where k.person_id = ${client})`;
}

/** Whether another body has taken the case `c` over. */
export const handedOver = sql`exists (select from case_handovers h
  join case_handover_turns t on t.handover_id = h.id and t.turn = 'done' where h.case_id = c.id)`;

/**
 * A case with everything that is shown of it, each table asked once: what asks a table asks its policies, and names of posts and
 * accounts have many. A row for whoever sees the case, none for anybody else.
 *
 * @param id the case's id
 * @param notes how many of the newest
 */
export function openedCase(id: string, notes: number): Sql {
  const ofCase = sql`case_id = ${id}::uuid`;
  return sql`with opened as materialized (select *, ${ofOwnBody} as own from cases c where c.id = ${id}::uuid),
      noted as materialized (select * from case_notes where ${ofCase} order by noted_on desc, id desc ${limitTo(notes)}),
      stepped as materialized (select * from case_steps where ${ofCase}),
      working as materialized (select * from case_workers where ${ofCase}),
      promised as materialized (select * from case_tasks where ${ofCase} and done_on is null),
      held as materialized (select p.id, p.account_id from posts p
        where p.id = any(array(select post_id from working union all select post_id from promised))),
      named as materialized (select a.id, a.name from accounts a
        where a.id = any(array(select account_id from held union all select written_by from noted union all select taken_by from stepped))),
      posted as materialized (select p.id, a.name from held p join named a on a.id = p.account_id)
    select c.id, c.number, ${calledByOwn}, c.state, c.opened_on, ${lastNote}, c.closed_on, c.version, c.own,
      jsonb_build_object('id', b.id, 'name', b.name) as holder,
      taken.id is not null as handed_over,
      jsonb_build_object('id', coalesce(taken.id, b.id), 'name', coalesce(taken.name, b.name)) as responsible,
      coalesce((select to_jsonb(u.kinds) from case_urgencies u where u.case_id = c.id order by u.said_at desc, u.id desc limit 1), '[]')
        as urgent,
      (select jsonb_build_object('result', s.result, 'schemes', s.schemes, 'words', s.words, 'screened_on', s.screened_on)
        from case_screenings s where s.case_id = c.id order by s.screened_at desc, s.id desc limit 1) as screening,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'words', t.words, 'due_on', t.due_on, 'by', p.name)
          order by t.due_on, t.id), '[]')
        from promised t left join posted p on p.id = t.post_id) as tasks,
      (select coalesce(jsonb_agg(jsonb_build_object('client_id', m.client_id, 'name', coalesce(k.name, k.called),
          'kana', k.kana, 'born_on', k.born_on, 'relation', m.relation, 'lives_in', m.lives_in,
          'joined_on', m.joined_on, 'left_on', m.left_on,
          'consent', case when c.own then ${consentOf(sql`m.client_id`)} end)
          order by m.left_on nulls first, m.relation = 'self' desc, m.joined_on, m.client_id), '[]')
        from case_members m left join clients k on k.id = m.client_id where m.case_id = c.id) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('post_id', w.post_id, 'name', p.name, 'leads', w.leads,
          'starts_on', w.starts_on, 'ends_on', w.ends_on)
          order by w.ends_on desc nulls first, w.leads desc, w.starts_on, w.post_id), '[]')
        from working w left join posted p on p.id = w.post_id) as workers,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'state', s.state, 'why', s.why,
          'taken_on', s.taken_on, 'by', a.name) order by s.taken_at desc, s.id desc), '[]')
        from stepped s left join named a on a.id = s.taken_by) as steps,
      (select coalesce(json_agg(n order by n.noted_on desc, n.at_time desc nulls last, n.id desc), '[]'::json)
        from (select ${noteColumns} from noted n left join named a on a.id = n.written_by
          left join case_note_withdrawals nw on nw.note_id = n.id) n) as notes
    from opened c join bodies b on b.id = c.holder_id
    left join lateral (select r.id, r.name from case_handovers h
      join case_handover_turns t on t.handover_id = h.id and t.turn = 'done' join bodies r on r.id = h.receiver_id
      where h.case_id = c.id order by t.taken_at desc limit 1) taken on true`;
}
