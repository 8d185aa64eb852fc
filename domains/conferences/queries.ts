import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { stateOfItem } from './standing.ts';

export * from './fact-queries.ts';
export * from './item-queries.ts';
export * from './member-queries.ts';
export * from './print-queries.ts';
export * from './seat-queries.ts';

/** The kinds in force today, in the order of the law, and what has been set for a day to come. */
export async function listConferenceKinds(
  db: Db,
  _input: ParsedInputOf<typeof api.listConferenceKinds>,
  act: Act,
): Promise<OutputOf<typeof api.listConferenceKinds>> {
  const kinds = await db.all(
    api.listConferenceKinds.output.shape.kinds.element,
    sql`select k.id, k.code, k.name, k.law, k.called_by, k.needs_consent, k.sealed, k.secrecy, k.weighs_plans, k.days_open,
        k.starts_on
      from conference_kinds k
      where not exists (select from conference_kinds n where n.code = k.code and n.starts_on > k.starts_on
        and n.starts_on <= ${act.today}::date)
      order by k.needs_consent, k.code, k.starts_on`,
  );
  return { kinds };
}

/** `c` is the sitting's alias. */
const sittingColumns = sql`c.id, c.held_on, c.starts_at, c.place, b.name as body_name,
  coalesce(c.holder_id = any((select gate.bodies_called_for())::uuid[]), false) as own, c.closed_at is not null as closed, c.version`;

/** The sittings one knows of, the newest first, with how many of their items one sees and how many invitations wait. */
export async function listConferences(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listConferences>,
  _act: Act,
): Promise<OutputOf<typeof api.listConferences>> {
  const [day, id] = after?.split('_') ?? [];
  const found = await db.all(
    api.listConferences.output.shape.conferences.element,
    sql`select ${sittingColumns},
        (select count(*)::int from conference_items i where i.conference_id = c.id) as items,
        (select count(*)::int from (${waitingSeats}) s where s.conference_id = c.id) as waiting
      from conferences c join bodies b on b.id = c.holder_id
      where ${day && id ? sql`(c.held_on, c.id) < (${day}::date, ${id}::uuid)` : sql`true`}
      order by c.held_on desc, c.id desc limit ${limit + 1}`,
  );
  const conferences = found.slice(0, limit);
  const last = conferences.at(-1);
  return { conferences, next: found.length > limit && last ? `${last.held_on}_${last.id}` : null };
}

/** Seats of the actor's own that have not opened yet. */
const waitingSeats = sql`select s.id, s.item_id, s.conference_id, k.name as kind_name, k.law from conference_seats s
  join conference_kinds k on k.id = s.kind_id
  where s.post_id = any((select gate.posts_sitting())::uuid[]) and s.revoked_at is null and k.secrecy
    and not exists (select from secrecy_undertakings u where u.seat_id = s.id and u.account_id = (select gate.actor_account()))
    and s.conference_id = any((select gate.sittings_invited())::uuid[])`;

/** One sitting with what the actor may see of its agenda. @throws Refusal `not_found` */
export async function readConference(
  db: Db,
  { id }: ParsedInputOf<typeof api.readConference>,
  _act: Act,
): Promise<OutputOf<typeof api.readConference>> {
  const { shape } = api.readConference.output;
  const sitting = await db.one(
    api.readConference.output.omit({ items: true, invitations: true, attendees: true }),
    sql`select ${sittingColumns} from conferences c join bodies b on b.id = c.holder_id where c.id = ${id}::uuid`,
  );
  const items = await db.all(
    shape.items.element,
    sql`select i.id, k.name as kind_name, i.sealed, b.name as body_name,
        i.id = any((select gate.items_called())::uuid[]) as called, ${stateOfItem} as state,
        (select p.title from conference_papers p where p.item_id = i.id and p.piece = 'matter') as title,
        ${clientsOfItem} as clients
      from conference_items i
      join conference_kinds k on k.id = i.kind_id
      join bodies b on b.id = i.holder_id
      where i.conference_id = ${id}::uuid order by i.added_at, i.id`,
  );
  const invitations = await db.all(
    shape.invitations.element,
    sql`select s.id as seat_id, s.item_id, s.kind_name, s.law from (${waitingSeats}) s
      where s.conference_id = ${id}::uuid order by s.kind_name, s.id`,
  );
  const attendees = await db.all(
    shape.attendees.element,
    sql`select distinct on (s.name, coalesce(s.post_id, s.id)) coalesce(s.post_id, s.id) as key, s.name, s.office,
        s.post_id is null as guest
      from conference_seats s
      where s.conference_id = ${id}::uuid and s.revoked_at is null and s.item_id = any((select gate.items_called())::uuid[])
      order by s.name, coalesce(s.post_id, s.id)`,
  );
  return { ...sitting, items, invitations, attendees };
}

/** Whom an item is about, with the name for those who are given it; `i` is the item's alias. */
export const clientsOfItem = sql`coalesce((select json_agg(json_build_object('id', x.client_id, 'name', coalesce(n.name, n.called))
    order by x.client_id)
  from conference_subjects x left join clients n on n.id = x.client_id where x.item_id = i.id), '[]'::json)`;
