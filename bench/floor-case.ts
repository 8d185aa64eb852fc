import type pg from 'pg';

/** What is asked of one case by a service that is written without a gate: a table and its names after the other. */
const questions: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'case',
    text: 'select c.*, b.name as holder from cases c join bodies b on b.id = c.holder_id where c.id = $1',
  },
  {
    name: 'members',
    text: `select m.*, k.name, k.called, (select count(*) from consents s left join consent_withdrawals w on w.consent_id = s.id
        where s.person_id = m.client_id and w.consent_id is null) as consents
      from case_members m join clients k on k.id = m.client_id where m.case_id = $1`,
  },
  {
    name: 'workers',
    text: `select w.*, a.name from case_workers w join posts p on p.id = w.post_id
      left join accounts a on a.id = p.account_id where w.case_id = $1`,
  },
  {
    name: 'tasks',
    text: `select t.*, a.name from case_tasks t left join posts p on p.id = t.post_id
      left join accounts a on a.id = p.account_id where t.case_id = $1 and t.done_on is null`,
  },
  {
    name: 'steps',
    text: 'select s.*, a.name from case_steps s left join accounts a on a.id = s.taken_by where s.case_id = $1',
  },
  {
    name: 'screenings',
    text: `select s.*, (select u.kinds from case_urgencies u where u.case_id = $1 order by u.said_at desc limit 1) as kinds
      from case_screenings s where s.case_id = $1 order by s.screened_at desc limit 1`,
  },
  {
    name: 'handovers',
    text: `select r.id, r.name, t.turn from case_handovers h join case_handover_turns t on t.handover_id = h.id
      join bodies r on r.id = h.receiver_id where h.case_id = $1`,
  },
  {
    name: 'notes',
    text: `select n.*, a.name, w.note_id is not null as withdrawn from case_notes n left join accounts a on a.id = n.written_by
      left join case_note_withdrawals w on w.note_id = n.id where n.case_id = $1 order by n.noted_on desc, n.id desc limit 31`,
  },
];

/**
 * A case with its members and notes as a plain service reads it: in one transaction, each question by a kept plan, and a row
 * of audit before it answers.
 *
 * @param pool of a login that row-level security does not hold back
 */
export async function readFloorCase(pool: pg.Pool, id: string): Promise<Record<string, unknown[]>> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer: Record<string, unknown[]> = {};
    for (const { name, text } of questions)
      answer[name] = (await client.query({ name: `floor-${name}`, text, values: [id] })).rows;
    await client.query({
      name: 'floor-audit',
      text: "insert into floor.audit (at, word, subject) values (now(), 'case.read', $1)",
      values: [id],
    });
    await client.query('commit');
    return answer;
  } finally {
    client.release();
  }
}
