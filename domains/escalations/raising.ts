import { createHash } from 'node:crypto';
import { awayOn } from '#domains/visits/absence.ts';
import type { WorryingVisit } from '#domains/visits/events.ts';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { dueOf, isOpenAt, type Level } from './model.ts';
import { readOfficeCalendar } from './office.ts';

/** Days back to which a visit still asks for somebody. What is written down later is the past. */
const asksFor = 30;

/**
 * What a visit raises, in its own transaction: an 異変 or 気になる, or that nobody was met so many times in a row. A visit raises
 * each level once, however often it is corrected.
 */
export async function raiseForVisit(db: Db, worry: WorryingVisit, act: Act): Promise<void> {
  if (worry.visited_on < addDays(act.today, -asksFor)) return;
  if (worry.condition === 'alarm' || worry.condition === 'concern')
    await raise(db, worry.condition, worry, act);
  else if (worry.contact === 'absent') await raise(db, 'unmet', worry, act);
}

/**
 * What a phone brought and is no visit yet is told of as if it were one, under the visit's id: once it is the visit, nobody is
 * told a second time.
 *
 * @param post under which it was seen
 */
export async function raiseBeforeVisit(
  db: Db,
  { visit, household, visited_on, condition }: WorryingVisit,
  post: string,
  act: Act,
): Promise<void> {
  if (condition !== 'alarm' && condition !== 'concern') return;
  if (visited_on < addDays(act.today, -asksFor)) return;
  const calendar = await readOfficeCalendar(db, act);
  const open = isOpenAt(calendar, act.now);
  await db.run(
    sql`insert into escalations (${raisedColumns})
      select ${idOfRaised(visit, condition)}::uuid, ${condition}, w.household_id, ${visit}::uuid, ${post}::uuid, ${act.now},
        ${dueOf(condition, calendar, act.now)}, ${open}, r.post_id, r.name, w.holder_id, w.district_id
      from gate.place_of_worry(${household}::uuid) w
      left join lateral gate.answerer_of(w.district_id, w.holder_id, ${open ? 'office' : 'outside'}) r on true
      on conflict do nothing`,
  );
}

const raisedColumns = sql`id, level, household_id, visit_id, post_id, raised_at, due_at, in_hours, meant_for_id, meant_for,
  holder_id, district_id`;

async function raise(db: Db, level: Level, { visit, household }: WorryingVisit, act: Act): Promise<void> {
  const calendar = await readOfficeCalendar(db, act);
  const open = isOpenAt(calendar, act.now);
  await db.run(
    sql`insert into escalations (${raisedColumns})
      select ${idOfRaised(visit, level)}::uuid, ${level}, v.household_id, v.id, v.post_id, ${act.now},
        ${dueOf(level, calendar, act.now)}, ${open}, r.post_id, r.name, v.holder_id, v.district_id
      from visits v
      left join lateral gate.answerer_of(v.district_id, v.holder_id, ${open ? 'office' : 'outside'}) r on true
      where v.id = ${visit}::uuid ${level === 'unmet' ? untoldTimes(household) : sql``}
      on conflict (id) do nothing`,
  );
}

/** The newest visits, as many as the rule says, found nobody, of days on which nobody was known to be away; it was not told since, and is not switched off there. */
function untoldTimes(household: string) {
  return sql`and (select count(*) = gate.unmet_rule('times', v.district_id) and bool_and(n.contact = 'absent')
      from (select o.contact from visits o where o.household_id = ${household}::uuid
        and ${awayOn(sql`o.household_id`, sql`o.visited_on`)} is null
        and not exists (select from encounter_withdrawals w where w.encounter_id = o.id)
        order by o.visited_on desc, o.id desc limit gate.unmet_rule('times', v.district_id)) n)
    and gate.unmet_rule('times', v.district_id) is not null
    and ${awayOn(sql`v.household_id`, sql`v.visited_on`)} is null
    and not exists (select from escalations e where e.household_id = v.household_id and e.level = 'unmet'
      and not exists (select from escalation_steps s where s.escalation_id = e.id and s.step = 'closed'))
    and not coalesce((select q.quiet from unmet_switches q where q.household_id = v.household_id
      order by q.set_at desc limit 1), false)`;
}

/** The same visit raises the same 知らせ: an id of version 8 (RFC 9562) made of both. */
function idOfRaised(visit: string, level: Level): string {
  const hex = createHash('sha256').update(`${visit} ${level}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
