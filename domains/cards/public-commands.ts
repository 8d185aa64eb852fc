import * as z from 'zod';
import { sides } from '#domains/wishes/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type { HoldingReason } from '../letters/model.ts';
import { receiptOf, weighReceipt } from '../letters/receipt.ts';
import { heldBackDays, receiptDays, type SaidSide, saidSide } from './model.ts';
import type * as api from './public-api.ts';
import { openNote } from './public-queries.ts';

/**
 * Puts down what somebody would like and can do, once however often it arrives. Whether it was kept, held back or not kept
 * shows in nothing that is answered: the receipt follows from the id.
 *
 * @throws Refusal `invalid` without own words
 */
export async function sendWishNote(db: Db, input: ParsedInputOf<typeof api.sendWishNote>, act: Act) {
  const said = bothSides(input.sides);
  requireWords(said);
  const receipt = receiptOf(
    `wish ${input.id}`,
    input.handed_out_at === null ? act.now : new Date(input.handed_out_at),
  );
  const held_back = await holdBack(db, input.held_back, act);
  if (held_back === 'nothing more') return { secret_receipt: receipt };
  const days = held_back ? heldBackDays : receiptDays;
  const card = hashSecret(readPrintedCode(input.card ?? ''));
  await db.run(
    sql`with note as (
        select k.id as card_id, k.participant_id, coalesce(${input.district_id}::uuid, k.district_id) as district_id,
          coalesce(k.holder_id, f.wishes_id) as holder_id
        from (select 1) one
        left join gate.wish_card_of(${card}, ${act.now}) k on true
        left join (select wishes_id from letter_settings order by set_at desc, id desc limit 1) f on true),
      written as (insert into wish_notes (id, card_id, participant_id, district_id, language, sort, name, reaching, held_back,
          receipt_hash, received_at, forget_after, holder_id)
        select ${input.id}::uuid, n.card_id, n.participant_id, d.id, ${input.language}, ${input.sort}, ${input.name},
          ${input.reaching}, ${held_back}, ${hashSecret(receipt)}, ${act.now},
          ${act.now}::timestamptz + make_interval(days => ${days}::int), n.holder_id
        from note n left join districts d on d.id = n.district_id
        where n.holder_id is not null
        on conflict do nothing)
      insert into wish_note_sides (note_id, side, words, reach, days, parts, limits, step, times, until, holder_id)
      select ${input.id}::uuid, ${columnsOfSides}, n.holder_id from note n cross join ${rowsOf(said)}
      where n.holder_id is not null
      on conflict do nothing`,
  );
  return { secret_receipt: receipt };
}

/** Changes what was written; a coordinator looks at it again. @throws Refusal `invalid`; `not_found` */
export async function changeWishNote(db: Db, input: ParsedInputOf<typeof api.changeWishNote>, act: Act) {
  const said = bothSides(input.sides);
  requireWords(said);
  await requireNote(db, input.receipt, act);
  await db.run(
    sql`with note as (update wish_notes set sort = ${input.sort}, name = ${input.name}, reaching = ${input.reaching},
          district_id = (select id from districts where id = ${input.district_id}::uuid), changed_at = ${act.now}
        where id = (select gate.wish_note_opened()) and withdrawn_at is null returning id)
      update wish_note_sides o set words = s.words, reach = s.reach, days = s.days, parts = s.parts, limits = s.limits,
        step = s.step, times = s.times, until = s.until
      from note n, ${rowsOf(said)} where o.note_id = n.id and o.side = s.side`,
  );
  return {};
}

/** Takes everything back at once: the words go, and what was made of them is closed. Nobody is asked why. */
export async function withdrawWishNote(
  db: Db,
  { receipt }: ParsedInputOf<typeof api.withdrawWishNote>,
  act: Act,
) {
  await requireNote(db, receipt, act);
  await db.run(
    sql`with made as (update wishes set closed_on = ${act.today}::date, closed_why = 'taken_back'
        where id = any((select gate.wishes_of_note_opened())::uuid[]) and closed_on is null),
      note as (update wish_notes set name = null, reaching = null, withdrawn_at = ${act.now},
          forget_after = ${act.now}::timestamptz + make_interval(days => ${heldBackDays}::int)
        where id = (select gate.wish_note_opened()) and withdrawn_at is null)
      update wish_note_sides set words = null where note_id = (select gate.wish_note_opened())`,
  );
  return {};
}

/** @throws Refusal `not_found` for a receipt without a note, or whose days are over */
async function requireNote(db: Db, receipt: string, act: Act): Promise<void> {
  const good = weighReceipt(receipt, act.now, receiptDays) === 'good';
  if (!good || !(await openNote(db, receipt))) throw new Refusal('not_found', m.platform_refused_not_found());
}

const columnsOfSides = sql`s.side, s.words, s.reach, s.days, s.parts, s.limits, s.step, s.times, s.until`;

function rowsOf(said: readonly SaidSide[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(said)}::jsonb) s(side text, words text, reach text, days smallint[], parts text[],
    limits text[], step text, times integer, until date)`;
}

/** The wish and the offer, whichever was said: both rows are there to be filled later. */
function bothSides(said: readonly SaidSide[]): SaidSide[] {
  return sides.map((side) => said.find((one) => one.side === side) ?? saidSide.parse({ side }));
}

function requireWords(said: readonly SaidSide[]): void {
  if (said.every(({ words }) => words === null))
    throw new Refusal('invalid', m.cards_refused_wordless(), { wish: m.cards_refused_wordless() });
}

/** What one waits apart for, given how much came within a day. */
async function holdBack(db: Db, reason: HoldingReason | null, act: Act) {
  const { room } = await db.one(
    z.object({ room: z.enum(['open', 'held_back', 'full']) }),
    sql`select gate.wish_notes_room(${act.now}) as room`,
  );
  if (room === 'open') return reason;
  if (reason === null) return 'flood';
  return room === 'full' ? 'nothing more' : reason;
}
