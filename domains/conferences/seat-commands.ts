import * as z from 'zod';
import { roles, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { membersFor } from './member-commands.ts';
import { secrecyText } from './model.ts';
import type * as api from './seat-api.ts';
import { type StandingItem, takeItem } from './standing.ts';

const invitable = z.object({
  seat_id: z.uuid(),
  post_id: z.uuid(),
  body_id: z.uuid(),
  body_name: z.string(),
  role: z.enum(roles),
  name: z.string(),
  hears: z.boolean(),
  /** On the list of a sealed kind, or the kind has none. */
  listed: z.boolean(),
  seated: z.boolean(),
});

/**
 * Invites posts to an item. A seat that was taken back is given again.
 *
 * @throws Refusal `not_found`; `invalid` for a post that cannot be invited, or, on a consented item, whose body may not be
 *   told of everybody it is about, or, on a sealed one, is not on the list of its kind; `refused` once the item is held
 */
export async function inviteToItem(db: Db, input: ParsedInputOf<typeof api.inviteToItem>, act: Act) {
  const item = await takeItem(db, input.item_id, 'write');
  const found = await db.all(
    invitable,
    sql`select w.id as seat_id, p.post_id, p.body_id, b.name as body_name, p.role, p.name,
        not exists (select from conference_subjects s where s.item_id = ${item.id}::uuid
          and not gate.hears_of(s.client_id, p.body_id)) as hears,
        not exists (select from ${membersFor(item.id)} n) or exists (select from ${membersFor(item.id)} n
          where n.body_id = p.body_id) as listed,
        exists (select from conference_seats s where s.item_id = ${item.id}::uuid and s.post_id = p.post_id) as seated
      from unnest(${input.seats.map(({ id }) => id)}::uuid[], ${input.seats.map((s) => s.post_id)}::uuid[]) w(id, post_id)
      join gate.posts_to_invite() p on p.post_id = w.post_id
      join bodies b on b.id = p.body_id`,
  );
  if (found.length < input.seats.length) refuse('seats', m.conferences_refused_post());
  const deaf = found.find(({ hears }) => !hears);
  if (deaf) refuse('seats', m.conferences_refused_body_not_told({ body: deaf.body_name }));
  const outside = found.find(({ listed }) => !listed);
  if (outside) refuse('seats', m.conferences_refused_not_listed({ body: outside.body_name }));
  await db.run(
    sql`update conference_seats set revoked_at = null where item_id = ${item.id}::uuid
      and post_id = any(${found.map(({ post_id }) => post_id)}::uuid[])`,
  );
  const seats = found
    .filter(({ seated }) => !seated)
    .map((s) => ({
      id: s.seat_id,
      post_id: s.post_id,
      body_id: s.body_id,
      name: s.name,
      office: officeOf(s),
    }));
  await writeSeats(db, item, seats, act);
  return { ids: input.seats.map(({ id }) => id) };
}

function officeOf({ body_name, role }: z.output<typeof invitable>): string {
  return m.conferences_office({ body: body_name, role: roleWords[role]() });
}

/**
 * Invites somebody without an account, who is handed paper.
 *
 * @throws Refusal `not_found`; `refused` once the item is closed; `invalid` on a sealed item whose kind has a list, for whoever
 *   is of none of its bodies
 */
export async function inviteGuest(db: Db, input: ParsedInputOf<typeof api.inviteGuest>, act: Act) {
  const item = await takeItem(db, input.item_id, 'write');
  const { id, name, office } = input;
  const { bound, listed } = await db.one(
    z.object({ bound: z.boolean(), listed: z.boolean() }),
    sql`select exists (select from ${membersFor(item.id)} n) as bound,
      exists (select from ${membersFor(item.id)} n where n.id = ${input.member_id}::uuid) as listed`,
  );
  if (bound && !listed) refuse('member_id', m.conferences_refused_guest_not_listed());
  await writeSeats(db, item, [{ id, post_id: null, body_id: null, name, office }], act);
  return { id };
}

interface NewSeat {
  readonly id: string;
  readonly post_id: string | null;
  readonly body_id: string | null;
  readonly name: string;
  readonly office: string;
}

async function writeSeats(db: Db, item: StandingItem, seats: readonly NewSeat[], act: Act): Promise<void> {
  await db.run(
    sql`insert into conference_seats (id, item_id, conference_id, kind_id, post_id, body_id, name, office, invited_by,
        invited_at, holder_id)
      select s.id, ${item.id}::uuid, ${item.conference_id}::uuid, ${item.kind_id}::uuid, s.post_id, s.body_id, s.name, s.office,
        ${act.actor.account}::uuid, ${act.now}, ${item.holder_id}::uuid
      from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) s(id uuid, post_id uuid, body_id uuid, name text, office text)`,
  );
}

/** Takes a seat back, at once. The confirmation of secrecy stays. @throws Refusal `not_found` for another's item */
export async function takeSeatBack(db: Db, { id }: ParsedInputOf<typeof api.takeSeatBack>, act: Act) {
  const written = await db.run(
    sql`update conference_seats set revoked_at = ${act.now} where id = ${id}::uuid and revoked_at is null
      and item_id = any((select gate.items_called())::uuid[])`,
  );
  if (written === 0) throw refuseNotFound();
  return { id };
}

/**
 * The person in the seat undertakes the duty of secrecy, after it was explained in the text of this version. The seat opens
 * with the next call.
 *
 * @throws Refusal `not_found` for another's seat; `refused` when the text has changed or it was confirmed before
 */
export async function confirmSecrecy(db: Db, input: ParsedInputOf<typeof api.confirmSecrecy>, act: Act) {
  if (input.text_version !== secrecyText.version)
    throw new Refusal('refused', m.conferences_refused_text_version());
  const seat = await db.maybe(
    z.object({ item_id: z.uuid(), post_id: z.uuid(), holder_id: z.uuid() }),
    sql`select item_id, post_id, holder_id from conference_seats
      where id = ${input.seat_id}::uuid and revoked_at is null and post_id = any((select gate.posts_sitting())::uuid[])`,
  );
  if (!seat) throw refuseNotFound();
  const written = await db.run(
    sql`insert into secrecy_undertakings (id, seat_id, item_id, post_id, account_id, text_version, way, noted_by, confirmed_at,
        holder_id)
      values (${input.id}::uuid, ${input.seat_id}::uuid, ${seat.item_id}::uuid, ${seat.post_id}::uuid,
        ${act.actor.account}::uuid, ${secrecyText.version}, 'screen', ${act.actor.account}::uuid, ${act.now},
        ${seat.holder_id}::uuid)
      on conflict (seat_id, account_id) do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.conferences_refused_confirmed());
  return { id: input.id };
}

/** A guest has signed on paper. @throws Refusal `not_found` for what is no guest's seat; `refused` when it was noted before */
export async function noteSignedPaper(db: Db, input: ParsedInputOf<typeof api.noteSignedPaper>, act: Act) {
  const seat = await db.maybe(
    z.object({ item_id: z.uuid(), holder_id: z.uuid() }),
    sql`select item_id, holder_id from conference_seats where id = ${input.seat_id}::uuid and post_id is null
      and revoked_at is null and item_id = any((select gate.items_called())::uuid[])`,
  );
  if (!seat) throw refuseNotFound();
  const written = await db.run(
    sql`insert into secrecy_undertakings (id, seat_id, item_id, text_version, way, noted_by, confirmed_at, holder_id)
      values (${input.id}::uuid, ${input.seat_id}::uuid, ${seat.item_id}::uuid, ${secrecyText.version}, 'paper',
        ${act.actor.account}::uuid, ${act.now}, ${seat.holder_id}::uuid)
      on conflict (seat_id, account_id) do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.conferences_refused_confirmed());
  return { id: input.id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
