import { type Sql, sql } from '#platform/sql.ts';
import { stepsThatTakeRoom } from './joining-model.ts';

/** How `joinings j` stands: the step that came last. */
export const stateOfJoining = sql`coalesce((select s.step from joining_steps s where s.joining_id = j.id
  order by s.taken_on desc, s.taken_at desc, s.id desc limit 1), 'considering')`;

/** How many of the people whose ways the actor may see are at that place, trying or staying. */
export function peopleThere(place: Sql): Sql {
  return sql`(select count(*)::int from joinings j where j.place_id = ${place} and ${stateOfJoining} = any(${[...stepsThatTakeRoom]}::text[]))`;
}
