import * as z from 'zod';
import { toKanaKey, toPhone } from '#domains/parties/kana.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { codeOfRegistration, guestOfRegistration } from './door-code.ts';
import { requestDays, yearsNamesAreKept } from './model.ts';
import { register } from './registration-commands.ts';
import type * as api from './request-api.ts';
import { mostOf } from './request-queries.ts';

/** So many for one event in a day, or four times its room; what is beyond waits apart. */
const mostADay = 60;

/**
 * Puts down who wants to come, once however often it arrives, and registers them unless it waits apart. What one is answered follows
 * from the id and says nothing of that.
 */
export async function joinEvent(db: Db, input: ParsedInputOf<typeof api.joinEvent>, act: Act) {
  const code = codeOfRegistration(input.id);
  const { today } = await db.one(
    z.object({ today: z.int() }),
    sql`select gate.event_requests_today(${input.event_id}::uuid) as today`,
  );
  const held_back = input.held_back ?? (today >= mostADay ? 'flood' : null);
  const written = await db.run(
    sql`insert into event_requests (id, event_id, place_id, name, reaching, words, language, held_back, receipt_hash, received_at,
        forget_after, holder_id, heads)
      select ${input.id}::uuid, e.id, e.place_id, ${input.name}, ${input.reaching}, ${input.words || null}, ${input.language},
        ${held_back}, ${hashSecret(code)}, ${act.now}, e.held_on + ${requestDays}::int, e.holder_id, ${input.heads}
      from gate.events_to_join() e where e.id = ${input.event_id}::uuid and e.capacity >= ${input.heads}
      on conflict do nothing`,
  );
  if (written > 0 && held_back === null)
    await db.run(
      sql`select gate.take_event_request(${input.id}::uuid, ${guestOfRegistration(input.id)}::uuid, ${toKanaKey(input.name)},
        ${phoneIn(input.reaching)}, (e.held_on + make_interval(years => ${yearsNamesAreKept}::int))::date)
        from gate.events_to_join() e where e.id = ${input.event_id}::uuid`,
    );
  return { secret_code: code };
}

export async function giveUpEventRequest(
  db: Db,
  { code }: ParsedInputOf<typeof api.giveUpEventRequest>,
  _act: Act,
) {
  await db.run(sql`select gate.give_up_event_request(${hashSecret(readPrintedCode(code))})`);
  return {};
}

/** @throws Refusal `refused` when it is over or given up, or more would come than the form takes, the event has room for, or still may register */
export async function changeEventRequestHeads(
  db: Db,
  { code, heads }: ParsedInputOf<typeof api.changeEventRequestHeads>,
  _act: Act,
) {
  const hash = hashSecret(readPrintedCode(code));
  const stands = await db.maybe(
    z.object({ id: z.uuid(), state: z.string(), most: z.int() }),
    sql`select id, state, ${mostOf} as most from gate.event_request_stands(${hash})`,
  );
  if (!stands) return {};
  if (stands.state !== 'placed' && stands.state !== 'waiting')
    throw new Refusal('refused', m.places_refused_heads_fixed());
  if (heads > stands.most) throw new Refusal('refused', m.places_refused_heads_most({ n: stands.most }));
  await db.run(sql`select gate.change_heads(${stands.id}::uuid, ${hash}, ${heads})`);
  return {};
}

/** @throws Refusal `not_found`; `refused` as for any registration */
export async function takeEventRequest(db: Db, { id }: ParsedInputOf<typeof api.takeEventRequest>, act: Act) {
  const request = await decide(db, id, act);
  const phone = phoneIn(request.reaching) ?? undefined;
  const { event_id, name, heads } = request;
  return register(db, { id, event_id, name, heads, phone, way: 'form' }, act);
}

/** @throws Refusal `not_found` */
export async function dropEventRequest(db: Db, { id }: ParsedInputOf<typeof api.dropEventRequest>, act: Act) {
  await decide(db, id, act);
  return { id };
}

async function decide(db: Db, id: string, act: Act) {
  const request = await db.one(
    z.object({ event_id: z.uuid(), name: z.string(), reaching: z.string(), heads: z.int() }),
    sql`select event_id, name, reaching, heads from event_requests where id = ${id}::uuid and held_back is not null and given_up_at is null`,
  );
  const decided = await db.run(
    sql`update event_requests set decided_at = ${act.now}, decided_by = (select gate.actor_post())
      where id = ${id}::uuid and decided_at is null`,
  );
  if (decided === 0) throw new Refusal('refused', m.places_refused_decided());
  return request;
}

/** A telephone number where one was written; an address of mail stays with the words. */
function phoneIn(reaching: string): string | null {
  const phone = toPhone(reaching);
  return /^[\d+()-]{9,20}$/.test(phone) ? phone : null;
}
