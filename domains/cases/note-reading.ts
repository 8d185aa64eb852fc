import { sql } from '#platform/sql.ts';

/** A note `n` as it is shown, with who wrote it, the account `a`, and its withdrawal `nw`. */
export const noteColumns = sql`n.id, n.client_id, n.noted_on, n.at_time, n.way, n.with_whom, n.outcome, n.words, n.judgement,
  n.next_plan, n.next_on, n.version, a.name as by, nw.reason as withdrawn_reason`;
export const noteRows = sql`case_notes n left join accounts a on a.id = n.written_by
  left join case_note_withdrawals nw on nw.note_id = n.id`;
