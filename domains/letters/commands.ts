import * as z from 'zod';
import { receiveIntake as receiveIntakeOp } from '#domains/cases/intake-api.ts';
import { receiveIntake } from '#domains/cases/intake-commands.ts';
import { choicesOn } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import { type Act, dayOf } from '#platform/act.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { daysAfterDecision, groundOf, type HoldingReason, heldBackDays, receiptDays } from './model.ts';
import { readLetter } from './queries.ts';
import { receiptOf } from './receipt.ts';
import { asIntake } from './taking-in.ts';

export { setPublicForm, vouchForLanguage } from './form-commands.ts';

/**
 * Puts what somebody wrote into the box of a window, once however often it arrives. Whether it was kept, held back or not kept
 * shows in nothing that is answered: the receipt follows from the id.
 *
 * @throws Refusal `invalid` without own words, or for a window that takes none
 */
export async function sendLetter(db: Db, input: ParsedInputOf<typeof api.sendLetter>, act: Act) {
  if (input.wish === null && input.trouble === null)
    throw new Refusal('invalid', m.letters_refused_wordless(), { wish: m.letters_refused_wordless() });
  const { entries } = await listCodes(db, { list: 'worry' }, act);
  const offered = choicesOn(entries, 'worry', act.today).map(({ value }) => value);
  const worries = input.worries.filter((code) => offered.includes(code));
  const { handed_out_at } = input;
  const receipt = receiptOf(input.id, handed_out_at === null ? act.now : new Date(handed_out_at));
  const held_back = await holdBack(db, input.held_back, act);
  if (held_back === 'nothing more') return { secret_receipt: receipt };
  const forget_after = held_back && addDays(act.now, heldBackDays);
  await db.run(
    sql`insert into letters (id, window_chosen, language, about, wish, trouble, worries, name, phone, email, reaching,
        heard_of, held_back, receipt_hash, received_at, forget_after, may_pass, holder_id)
      select ${input.id}::uuid, ${input.window_id}::uuid is not null, ${input.language}, ${input.about}, ${input.wish},
        ${input.trouble}, ${worries}::text[], ${input.name}, ${input.phone}, ${input.email}, ${input.reaching},
        ${input.heard_of}, ${held_back}, ${hashSecret(receipt)}, ${act.now}, ${forget_after}::timestamptz,
        ${input.may_pass}, s.holder_id
      from (select case when ${input.window_id}::uuid = any(windows) then ${input.window_id}::uuid else default_id end as holder_id
        from letter_settings order by set_at desc, id desc limit 1) s
      where s.holder_id is not null
      on conflict do nothing`,
  );
  return { secret_receipt: receipt };
}

/** What one waits apart for, given how much came within a day. */
async function holdBack(db: Db, reason: HoldingReason | null, act: Act) {
  const { room } = await db.one(
    z.object({ room: z.enum(['open', 'held_back', 'full']) }),
    sql`select gate.letterbox_room(${act.now}) as room`,
  );
  if (room === 'open') return reason;
  if (reason === null) return 'flood';
  return room === 'full' ? 'nothing more' : reason;
}

/**
 * Takes a letter in as a first word, of a new person or of one the window works with: the day it came, its way 町の入力フォーム,
 * the own words as they are.
 *
 * @throws Refusal `not_found`; `refused` when it was taken in already; what `receiveIntake` refuses
 */
export async function takeLetterIn(db: Db, input: ParsedInputOf<typeof api.takeLetterIn>, act: Act) {
  const letter = await holdLetter(db, input.id, act);
  if (letter.state === 'taken_in') throw new Refusal('refused', m.letters_refused_taken());
  const began = await db.one(
    z.object({ on: z.string() }),
    sql`select greatest(starts_on, ${dayOf(new Date(letter.received_at))}::date) as on from posts where id = (select gate.actor_post())`,
  );
  const { intake_id: id, client_id, known, late_reason } = input;
  const asked = { ...asIntake(letter), id, client_id, known, late_reason, received_on: began.on };
  await receiveIntake(db, receiveIntakeOp.input.parse(asked), act);
  await decide(
    db,
    { letter: input.id, outcome: 'taken_in', intake: id, client: client_id, reason: null },
    act,
  );
  return { intake_id: id, client_id };
}

/**
 * Sets aside what is no matter for the window: a joke, an advertisement, what was said twice. Whoever wrote reads "received".
 *
 * @throws Refusal `not_found`; `refused` when it was decided on already
 */
export async function setLetterAside(db: Db, input: ParsedInputOf<typeof api.setLetterAside>, act: Act) {
  const letter = await holdLetter(db, input.id, act);
  if (letter.state !== 'waiting') throw new Refusal('refused', m.letters_refused_decided());
  const { reason } = input;
  await decide(db, { letter: input.id, outcome: 'set_aside', intake: null, client: null, reason }, act);
  return { id: input.id };
}

/**
 * Passes a letter on to another window as it is: it leaves this box and waits in that one, and its receipt says where it is.
 * To take it back is to be passed it back.
 *
 * @throws Refusal `not_found`; `refused` when it was decided on; `invalid` for a window that takes none, or without a yes of
 *   whoever wrote where a window was chosen
 */
export async function passLetterOn(db: Db, input: ParsedInputOf<typeof api.passLetterOn>, act: Act) {
  const letter = await holdLetter(db, input.letter_id, act);
  if (letter.state !== 'waiting') throw new Refusal('refused', m.letters_refused_decided());
  const ground = groundOf(letter) ?? (input.asked ? 'asked' : null);
  if (ground === null)
    throw new Refusal('invalid', m.letters_field_asked(), { asked: m.letters_field_asked() });
  if (!letter.receivers.some(({ id }) => id === input.to_id))
    throw new Refusal('invalid', m.letters_field_receiver(), { to_id: m.letters_field_receiver() });
  await db.run(
    sql`insert into letter_passings (id, letter_id, receiver_id, ground, words, passed_by, passed_at, holder_id)
      select ${input.id}::uuid, l.id, ${input.to_id}::uuid, ${ground}, ${input.words}, (select gate.actor_post()), ${act.now}, l.holder_id
      from letters l where l.id = ${input.letter_id}::uuid`,
  );
  const { moved } = await db.one(
    z.object({ moved: z.int() }),
    sql`select gate.move_letter(${input.id}::uuid) as moved`,
  );
  if (moved !== 1) throw refuseNotFound();
  return { id: input.id };
}

/** Says that whoever wrote has been answered, by whatever way. Saying it twice changes nothing. */
export async function answerLetter(db: Db, input: ParsedInputOf<typeof api.answerLetter>, act: Act) {
  await holdLetter(db, input.id, act);
  await db.run(
    sql`insert into letter_answers (letter_id, answered_by, answered_at, holder_id)
      select l.id, (select gate.actor_post()), ${act.now}, l.holder_id from letters l where l.id = ${input.id}::uuid
      on conflict do nothing`,
  );
  await keepLonger(db, input.id, act);
  return { id: input.id };
}

/** The letter, held so that two of a window do not decide at once. */
async function holdLetter(db: Db, id: string, act: Act) {
  const held = await db.run(sql`select from letters where id = ${id}::uuid for update`);
  if (held === 0) throw refuseNotFound();
  return readLetter(db, { id }, act);
}

interface Decision {
  readonly letter: string;
  readonly outcome: 'taken_in' | 'set_aside';
  readonly intake: string | null;
  readonly client: string | null;
  readonly reason: string | null;
}

async function decide(db: Db, { letter, outcome, intake, client, reason }: Decision, act: Act) {
  await db.run(
    sql`insert into letter_decisions (letter_id, outcome, intake_id, client_id, reason, decided_by, decided_at, holder_id)
      select l.id, ${outcome}, ${intake}::uuid, ${client}::uuid, ${reason}, (select gate.actor_post()), ${act.now}, l.holder_id
      from letters l where l.id = ${letter}::uuid`,
  );
  await keepLonger(db, letter, act);
}

/** From a decision or an answer on a letter is kept for a while, and as long as its receipt tells anything. */
function keepLonger(db: Db, letter: string, act: Act) {
  return db.run(
    sql`update letters set forget_after = greatest(received_at + make_interval(days => ${receiptDays}::int),
        ${act.now}::timestamptz + make_interval(days => ${daysAfterDecision}::int))
      where id = ${letter}::uuid
        and exists (select from letter_decisions d where d.letter_id = ${letter}::uuid)`,
  );
}

function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}
