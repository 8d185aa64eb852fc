import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import type { boxes } from './model.ts';
import { anew, decisionsOfNote, sidesOfNote, stateOfNote, wantsLook } from './reading.ts';

export { printWishCard } from './card-paper.ts';
export { listWishCards, readWishCard } from './card-queries.ts';
export { followWishNote, readWishForm } from './public-queries.ts';
export { listPublishedStories, readPublishedStory } from './told-queries.ts';

const said = sql`o.id, to_jsonb(o.received_at) #>> '{}' as received_at, o.name, o.sort, d.name as district_name, ${sidesOfNote} as sides,
  o.held_back, ${stateOfNote} as state, ${anew} as anew, to_jsonb(a.at) #>> '{}' as answered_at,
  coalesce(t.participant_id, o.participant_id) as participant_id`;
const from = sql`wish_notes o left join districts d on d.id = o.district_id ${decisionsOfNote}`;
const contents: Record<(typeof boxes)[number], Sql> = {
  waiting: sql`${wantsLook} and (o.held_back is null or l.outcome is not null)`,
  held_back: sql`${wantsLook} and o.held_back is not null and l.outcome is null`,
  done: sql`not ${wantsLook}`,
};

/** What was written without an account: what wants to be looked at, the oldest first; what is decided, the newest first. */
export async function listWishNotes(
  db: Db,
  input: ParsedInputOf<typeof api.listWishNotes>,
  _act: Act,
): Promise<OutputOf<typeof api.listWishNotes>> {
  const newestFirst = input.box === 'done';
  const [at, id] = input.after?.split('_') ?? [];
  const beyond = newestFirst ? sql`<` : sql`>`;
  const start = at && id ? sql`and (o.received_at, o.id) ${beyond} (${at}::timestamptz, ${id}::uuid)` : sql``;
  const order = newestFirst ? sql`o.received_at desc, o.id desc` : sql`o.received_at, o.id`;
  const found = await db.all(
    api.listWishNotes.output.shape.notes.element,
    sql`select ${said} from ${from} where ${contents[input.box]} ${start} order by ${order} ${limitTo(input.limit + 1)}`,
  );
  const counts = await db.one(
    z.object({ waiting: z.int(), held_back: z.int() }),
    sql`select (count(*) filter (where ${contents.waiting}))::int as waiting,
        (count(*) filter (where ${contents.held_back}))::int as held_back
      from ${from}`,
  );
  const notes = found.slice(0, input.limit);
  const last = notes.at(-1);
  return {
    notes,
    next: found.length > input.limit && last ? `${last.received_at}_${last.id}` : null,
    ...counts,
  };
}

/** One note as it was said last, and what was made of it. @throws Refusal `not_found` */
export function readWishNote(
  db: Db,
  { id }: ParsedInputOf<typeof api.readWishNote>,
  _act: Act,
): Promise<OutputOf<typeof api.readWishNote>> {
  return db.one(
    api.readWishNote.output,
    sql`select ${said}, o.language, o.reaching, o.district_id, k.place as card_place,
        (select n.name from participant_names n where n.participant_id = coalesce(t.participant_id, o.participant_id)) as participant_name,
        w.wish_id, w.offer_id, l.reason, to_jsonb(o.forget_after) #>> '{}' as forget_after
      from ${from} left join wish_cards k on k.id = o.card_id
      cross join lateral (select (array_agg(x.wish_id order by x.decided_at desc) filter (where x.wish_id is not null))[1] as wish_id,
          (array_agg(x.offer_id order by x.decided_at desc) filter (where x.offer_id is not null))[1] as offer_id
        from wish_note_decisions x where x.note_id = o.id) w
      where o.id = ${id}::uuid`,
  );
}
