import { sql } from '#platform/sql.ts';

/** A note `n` as it is shown, with who wrote it, the account `a`. */
export const noteColumns = sql`n.id, n.client_id, n.noted_on, n.at_time, n.way, n.with_whom, n.outcome, n.words, n.judgement,
  n.next_plan, n.next_on, n.version, a.name as by`;
