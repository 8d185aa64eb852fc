import {
  closeWish as closeWishOp,
  correctWish as correctWishOp,
  readWish as readWishOp,
  registerParticipant as registerOp,
  writeWish as writeWishOp,
} from '#domains/wishes/api.ts';
import { closeWish, correctWish, registerParticipant, writeWish } from '#domains/wishes/commands.ts';
import { requireParticipant } from '#domains/wishes/participant-commands.ts';
import { readWish } from '#domains/wishes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type { Language } from '#ui/public/languages.ts';
import type * as api from './api.ts';
import { daysAfterDecision, receiptDays, type ShownSide } from './model.ts';
import { readWishNote } from './queries.ts';

export { endWishCard, makeWishCard } from './card-commands.ts';
export { changeWishNote, sendWishNote, withdrawWishNote } from './public-commands.ts';

/**
 * Takes a note in: the wish and the offer in the words they were written in, of somebody who takes part already or of whom it
 * registers.
 *
 * @throws Refusal `not_found`; `refused` when it was taken in already or taken back; `invalid` without a name or its reading
 */
export async function takeWishNoteIn(db: Db, input: ParsedInputOf<typeof api.takeWishNoteIn>, act: Act) {
  const note = await holdNote(db, input.id, act);
  if (note.state === 'taken_in' || note.state === 'withdrawn')
    throw new Refusal('refused', m.cards_refused_decided());
  const { participant_id } = input;
  if (input.whose === 'known') await requireParticipant(db, participant_id);
  else await register(db, input, act);
  const [wish_id, offer_id] = [await write('wish', input.wish_id), await write('offer', input.offer_id)];
  await decide(db, { note: input.id, outcome: 'taken_in', participant_id, wish_id, offer_id }, act);
  return { id: input.id, participant_id };

  async function write(side: ShownSide['side'], id: string): Promise<string | null> {
    const said = note.sides.find((one) => one.side === side);
    if (!said?.words) return null;
    const asked = { ...saidOf(said, note.language, act), id, participant_id, side, way: 'public' as const };
    const place = note.district_id ? { district_id: note.district_id } : {};
    await writeWish(db, writeWishOp.input.parse({ ...asked, ...place }), act);
    return id;
  }
}

async function register(db: Db, input: ParsedInputOf<typeof api.takeWishNoteIn>, act: Act) {
  const { name, kana, sort, district_id, reached, participant_id: id } = input;
  if (!name) throw new Refusal('invalid', m.wishes_field_name(), { name: m.wishes_field_name() });
  if (!kana)
    throw new Refusal('invalid', m.parties_field_person_kana(), { kana: m.parties_field_person_kana() });
  const asked = {
    id,
    name,
    kana,
    sort,
    ...(district_id ? { district_id } : {}),
    reached: reached ?? undefined,
  };
  await registerParticipant(db, registerOp.input.parse(asked), act);
}

/**
 * What was said of one side, in the fields of a wish; a day that is over meanwhile is left out. Who wrote in another language, or in
 * plain Japanese, is spoken to in plain Japanese.
 */
function saidOf(side: ShownSide, language: Language, act: Act) {
  const { words, reach, days, parts, step, times, until } = side;
  const still = until !== null && until >= act.today ? { until } : {};
  const limits = language === 'ja' ? side.limits : [...new Set([...side.limits, 'easy_japanese' as const])];
  return { words, reach, days, parts, limits, step, times, ...still };
}

/**
 * Brings what was changed into what was made of it: said anew, newly said, or taken back. Of a note that was taken back as a
 * whole everything is closed already; here it is only said that it was seen.
 *
 * @throws Refusal `not_found`; `refused` when nothing has changed
 */
export async function takeWishNoteChangesIn(
  db: Db,
  input: ParsedInputOf<typeof api.takeWishNoteChangesIn>,
  act: Act,
) {
  const note = await holdNote(db, input.id, act);
  const { participant_id } = note;
  if (!note.anew || (note.state !== 'withdrawn' && (note.state !== 'taken_in' || !participant_id)))
    throw new Refusal('refused', m.cards_refused_unchanged());
  const made: { wish_id: string | null; offer_id: string | null } = { wish_id: null, offer_id: null };
  if (note.state === 'taken_in' && participant_id) {
    for (const said of note.sides) {
      const key = said.side === 'wish' ? 'wish_id' : 'offer_id';
      if (await bringOver(said, note[key], input[key], participant_id)) made[key] = input[key];
    }
  }
  await decide(db, { note: input.id, outcome: 'seen', participant_id: null, ...made }, act);
  return { id: input.id };

  /** @returns whether a new one was written */
  async function bringOver(said: ShownSide, known: string | null, fresh: string, participant: string) {
    if (known === null) {
      if (!said.words) return false;
      const asked = {
        ...saidOf(said, note.language, act),
        id: fresh,
        participant_id: participant,
        side: said.side,
        way: 'public',
      };
      await writeWish(db, writeWishOp.input.parse(asked), act);
      return true;
    }
    const now = await readWish(db, readWishOp.input.parse({ id: known }), act);
    if (now.closed_on !== null) return false;
    if (!said.words) await closeWish(db, closeWishOp.input.parse({ id: known, why: 'taken_back' }), act);
    else {
      const { version, tags, district_id } = now;
      const kept = { tags, version, participant_id: participant, ...(district_id ? { district_id } : {}) };
      await correctWish(
        db,
        correctWishOp.input.parse({ ...saidOf(said, note.language, act), ...kept, id: known }),
        act,
      );
    }
    return false;
  }
}

/** Sets aside what is none, or was said twice. Whoever wrote reads that it waits. @throws Refusal `not_found`, `refused` */
export async function setWishNoteAside(db: Db, input: ParsedInputOf<typeof api.setWishNoteAside>, act: Act) {
  const note = await holdNote(db, input.id, act);
  if (note.state !== 'waiting' && !(note.state === 'set_aside' && note.anew))
    throw new Refusal('refused', m.cards_refused_decided());
  await decide(db, { note: input.id, outcome: 'set_aside', reason: input.reason }, act);
  return { id: input.id };
}

/** Says that whoever wrote has been answered, by whatever way. */
export async function answerWishNote(db: Db, input: ParsedInputOf<typeof api.answerWishNote>, act: Act) {
  const note = await holdNote(db, input.id, act);
  if (note.answered_at === null) await decide(db, { note: input.id, outcome: 'answered' }, act);
  return { id: input.id };
}

/** The note, held so that two do not decide at once. */
async function holdNote(db: Db, id: string, act: Act) {
  const held = await db.run(sql`select from wish_notes where id = ${id}::uuid for update`);
  if (held === 0) throw refuseNotFound();
  return readWishNote(db, { id }, act);
}

interface Decision {
  readonly note: string;
  readonly outcome: 'taken_in' | 'set_aside' | 'answered' | 'seen';
  readonly participant_id?: string | null;
  readonly wish_id?: string | null;
  readonly offer_id?: string | null;
  readonly reason?: string;
}

/** Writes what was decided. What was decided on is kept as long as its receipt tells anything, and thirty days at least. */
async function decide(
  db: Db,
  { note, outcome, participant_id = null, wish_id = null, offer_id = null, reason }: Decision,
  act: Act,
) {
  await db.run(
    sql`with kept as (update wish_notes set forget_after = case when withdrawn_at is not null then forget_after
          else greatest(received_at + make_interval(days => ${receiptDays}::int),
            ${act.now}::timestamptz + make_interval(days => ${daysAfterDecision}::int)) end
        where id = ${note}::uuid)
      insert into wish_note_decisions (id, note_id, outcome, participant_id, wish_id, offer_id, reason, decided_by, decided_at, holder_id)
      select ${mintId()}::uuid, o.id, ${outcome}, ${participant_id}::uuid, ${wish_id}::uuid, ${offer_id}::uuid,
        ${reason ?? null}, (select gate.actor_post()), ${act.now}, o.holder_id
      from wish_notes o where o.id = ${note}::uuid`,
  );
}
