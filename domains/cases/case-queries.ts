import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import { isUuid } from '#platform/uuid.ts';
import * as api from './case-api.ts';
import { calledByOwn, lastNote, ofOwnBody, openedCase } from './case-reading.ts';

type Asked = ParsedInputOf<typeof api.listCases>;

const listed = api.listCases.output.shape.cases.element.extend({ at: z.string() });
const opened = api.readCase.output.omit({ more_notes: true });

/** Cases the actor may see: the own body's by last contact, those that others give by the day they began; the newest first. */
export async function listCases(db: Db, input: Asked, _act: Act): Promise<OutputOf<typeof api.listCases>> {
  const found = await db.all(
    listed,
    sql`with picked as materialized (${pickFirst(input)})
      select c.id, c.number, ${calledByOwn}, c.state, c.opened_on, ${lastNote}, c.closed_on, picked.at,
        jsonb_build_object('id', b.id, 'name', b.name) as holder, ${ofOwnBody} as own,
        (select coalesce(jsonb_agg(jsonb_build_object('client_id', m.client_id, 'name', coalesce(k.name, k.called))
            order by m.relation = 'self' desc, m.joined_on, m.client_id), '[]')
          from case_members m left join clients k on k.id = m.client_id
          where m.case_id = c.id and m.left_on is null) as members,
        (select a.name from case_workers w
          left join posts p on p.id = w.post_id left join accounts a on a.id = p.account_id
          where w.case_id = c.id and w.leads and ${isToday(sql`w`)}
          order by w.starts_on desc limit 1) as leads
      from picked join cases c on c.id = picked.id join bodies b on b.id = c.holder_id
      order by picked.at desc, c.id desc`,
  );
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  const next = found.length > input.limit && last ? `${last.at}_${last.id}` : null;
  return { cases: shown.map(({ at: _, ...one }) => one), next };
}

/** Whether a row with `starts_on` and `ends_on` holds today. */
function isToday(row: Sql): Sql {
  return sql`${row}.starts_on <= (select gate.today()) and (${row}.ends_on is null or ${row}.ends_on >= (select gate.today()))`;
}

/**
 * The first of a list: those of each body the actor works for in the order of the index, and the few that others give;
 * so that no list is sorted that nobody sees.
 */
function pickFirst(input: Asked): Sql {
  const few = limitTo(input.limit + 1);
  const inOrder = (leading: Sql, at: Sql, words: Sql) => sql`(select c.id, ${at} as at from cases c
    where ${joinSql([leading, ...conditionsOf(input, at, words)], sql` and `)} order by ${at} desc, c.id desc ${few})`;
  // Where a case of another body stands in the list must not tell when its notes were written.
  const given = sql`c.id = any((select gate.cases_of_actor())::uuid[]) and not ${ofOwnBody}`;
  return sql`select f.id, f.at from (
      select o.* from unnest((select gate.bodies_worked_for())::uuid[]) body(id)
        cross join lateral ${inOrder(sql`c.holder_id = body.id`, sql`c.last_note_on`, sql`c.search_text`)} o
      union all ${inOrder(given, sql`c.opened_on`, sql`search_form(c.number)`)}) f
    order by f.at desc, f.id desc ${few}`;
}

/** @param words what of the case itself is searched: of another body's its number alone */
function conditionsOf({ state, worker, text, after }: Asked, at: Sql, words: Sql): Sql[] {
  const conditions: Sql[] = [];
  if (state === 'open') conditions.push(sql`c.closed_on is null`);
  else if (state === 'ended') conditions.push(sql`c.closed_on is not null`);
  else conditions.push(sql`c.state = ${state}`);
  if (worker)
    conditions.push(sql`c.id = any(array(select w.case_id from case_workers w
      where w.post_id = ${worker}::uuid and ${isToday(sql`w`)}))`);
  for (const word of text?.split(/\s+/).filter((w) => w !== '') ?? [])
    conditions.push(sql`(position((select search_form(${word})) in ${words}) > 0
      or c.id = any(array(select m.case_id from case_members m join clients k on k.id = m.client_id
        where position((select search_form(${word})) in k.search_text) > 0)))`);
  if (after !== undefined) {
    const [day, id] = [after.slice(0, 10), after.slice(11)];
    if (!/^\d{4}-\d{2}-\d{2}_/.test(after) || !isUuid(id))
      throw new Refusal('invalid', m.platform_refused_unreadable());
    conditions.push(sql`(${at}, c.id) < (${day}::date, ${id}::uuid)`);
  }
  return conditions;
}

const notesAtOnce = 30;

/**
 * A case with its members, workers, steps and newest notes: of each, what the actor may see.
 *
 * @throws Refusal `not_found`
 */
export async function readCase(
  db: Db,
  input: ParsedInputOf<typeof api.readCase>,
  _act: Act,
): Promise<OutputOf<typeof api.readCase>> {
  const { notes, ...found } = await db.one(opened, openedCase(input.id, notesAtOnce + 1));
  return { ...found, notes: notes.slice(0, notesAtOnce), more_notes: notes.length > notesAtOnce };
}
