import { sql } from '#platform/sql.ts';

/** How `joinings j` stands: the step that came last. */
export const stateOfJoining = sql`coalesce((select s.step from joining_steps s where s.joining_id = j.id
  order by s.taken_on desc, s.taken_at desc, s.id desc limit 1), 'considering')`;
