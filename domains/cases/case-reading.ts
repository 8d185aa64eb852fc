import { type Sql, sql } from '#platform/sql.ts';
import type { MemberConsent } from './case-model.ts';

/**
 * Whether a person of one's own body has agreed to anything that stands today: given, refused (or taken back), or nobody
 * has asked. A scalar expression.
 *
 * @param client the client's id, as SQL
 */
export function consentOf(client: Sql): Sql {
  return sql`(case
    when exists (select from consents k where k.person_id = ${client} and k.decision = 'given'
        and (k.ends_on is null or k.ends_on >= (select gate.today()))
        and not exists (select from consent_withdrawals w where w.consent_id = k.id))
      then ${'given' satisfies MemberConsent}::text
    when exists (select from consents k where k.person_id = ${client}) then ${'refused' satisfies MemberConsent}::text
    else ${'not_asked' satisfies MemberConsent}::text end)`;
}

/** Whether another body has taken the case `c` over. */
export const handedOver = sql`exists (select from case_handovers h
  join case_handover_turns t on t.handover_id = h.id and t.turn = 'done' where h.case_id = c.id)`;

/** What stands beside a case `c` held by the body `b`, and is known to the body's own alone. */
export const besideCase = sql`${handedOver} as handed_over,
  coalesce((select jsonb_build_object('id', r.id, 'name', r.name) from case_handovers h
      join case_handover_turns t on t.handover_id = h.id and t.turn = 'done' join bodies r on r.id = h.receiver_id
      where h.case_id = c.id order by t.taken_at desc limit 1),
    jsonb_build_object('id', b.id, 'name', b.name)) as responsible,
  coalesce((select to_jsonb(u.kinds) from case_urgencies u where u.case_id = c.id order by u.said_at desc, u.id desc limit 1), '[]')
    as urgent,
  (select jsonb_build_object('result', s.result, 'schemes', s.schemes, 'words', s.words, 'screened_on', s.screened_on)
    from case_screenings s where s.case_id = c.id order by s.screened_at desc, s.id desc limit 1) as screening,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'words', t.words, 'due_on', t.due_on, 'by', a.name)
      order by t.due_on, t.id), '[]')
    from case_tasks t left join posts p on p.id = t.post_id left join accounts a on a.id = p.account_id
    where t.case_id = c.id and t.done_on is null) as tasks`;
