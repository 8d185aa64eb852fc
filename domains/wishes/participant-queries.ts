import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import { shownWish } from './model.ts';
import * as api from './participant-api.ts';
import { burdenOf, fromWishes, matchesOf, saidOfWish } from './reading.ts';

const said = sql`p.id, n.name, n.kana, p.sort, p.district_id, d.name as district_name`;
const from = sql`participants p join participant_names n on n.participant_id = p.id left join districts d on d.id = p.district_id`;

/** Who takes part, in ふりがな order. */
export async function listParticipants(
  db: Db,
  input: ParsedInputOf<typeof api.listParticipants>,
  _act: Act,
): Promise<OutputOf<typeof api.listParticipants>> {
  const cut = input.after?.lastIndexOf('_') ?? -1;
  const found = await db.all(
    api.listParticipants.output.shape.participants.element.extend({ kana_key: z.string() }),
    sql`select ${said}, n.kana_key,
        (select count(*)::int from wishes w where w.participant_id = p.id and w.side = 'wish' and w.closed_on is null) as wishes,
        (select count(*)::int from wishes w where w.participant_id = p.id and w.side = 'offer' and w.closed_on is null) as offers
      from ${from}
      where ${input.q ? sql`n.search_text like '%' || search_form(${input.q}) || '%'` : sql`true`}
        and ${
          input.after && cut >= 0
            ? sql`(n.kana_key, n.participant_id) > (${input.after.slice(0, cut)}, ${input.after.slice(cut + 1)}::uuid)`
            : sql`true`
        }
      order by n.kana_key, n.participant_id ${limitTo(input.limit + 1)}`,
  );
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    participants: page.map(({ kana_key: _, ...one }) => one),
    next: found.length > input.limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

/** @throws Refusal `not_found` */
export async function readParticipant(
  db: Db,
  { id }: ParsedInputOf<typeof api.readParticipant>,
  act: Act,
): Promise<OutputOf<typeof api.readParticipant>> {
  const participant = await db.maybe(
    api.readParticipant.output.omit({ wishes: true }),
    sql`select ${said}, n.reached, p.most_a_month, ${burdenOf(act.today)} as this_month, p.version,
        ${matchesOf(sql`p.id in (l.giver_id, l.receiver_id)`)} as matches,
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'need', r.need, 'tags', r.tags, 'vouched_by', r.vouched_by, 'met_on', r.met_on, 'until', r.until, 'words', r.words)
            order by r.met_on desc, r.id desc), '[]')
          from readinesses r where r.participant_id = p.id) as readiness,
        (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'starts_on', k.starts_on, 'until', k.until, 'way', k.way)
            order by k.starts_on, k.id), '[]')
          from participant_pauses k where k.participant_id = p.id and k.until >= ${act.today}::date
            and k.ended_on is null) as pauses,
        (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'other_id', o.participant_id, 'other_name', o.name, 'why', c.why)
            order by o.kana_key), '[]')
          from wish_conflicts c
          join participant_names o on o.participant_id = case when c.one_id = p.id then c.other_id else c.one_id end
          where p.id in (c.one_id, c.other_id) and c.ended_at is null) as conflicts
      from ${from} where p.id = ${id}::uuid`,
  );
  if (!participant) throw refuseNotFound();
  const wishes = await db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes} where w.participant_id = ${id}::uuid order by w.closed_on desc nulls first, w.id`,
  );
  return { ...participant, wishes };
}
