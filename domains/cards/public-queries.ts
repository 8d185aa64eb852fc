import * as z from 'zod';
import { listDistricts } from '#domains/districts/queries.ts';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { findReviews } from '../letters/form-queries.ts';
import { weighReceipt } from '../letters/receipt.ts';
import { receiptDays } from './model.ts';
import * as api from './public-api.ts';
import { decisionsOfNote, sidesOfNote } from './reading.ts';

/** What the public form of wishes offers, and whether somebody reads what is written with or without this card. */
export async function readWishForm(
  db: Db,
  input: ParsedInputOf<typeof api.readWishForm>,
  act: Act,
): Promise<OutputOf<typeof api.readWishForm>> {
  const shape = api.readWishForm.output.shape;
  const { open, good } = await db.one(
    z.object({ open: z.boolean(), good: z.boolean() }),
    sql`select coalesce((select wishes_id from letter_settings order by set_at desc, id desc limit 1), null) is not null as open,
        exists (select from gate.wish_card_of(${hashSecret(readPrintedCode(input.card ?? ''))}, ${act.now})) as good`,
  );
  const { districts } = await listDistricts(db);
  const reviewed = await db.all(z.object({ language: shape.reviewed.element }), findReviews());
  return {
    open,
    card: input.card ? (good ? 'good' : 'over') : 'none',
    districts: districts
      .filter(({ ends_on }) => ends_on === null || ends_on >= act.today)
      .map(({ id, name }) => ({ id, name })),
    reviewed: reviewed.map(({ language }) => language),
  };
}

/**
 * How a note stands, and what was written, for whoever holds the receipt. A receipt of what was not kept says what every unread
 * note's says, and lets it be said anew.
 */
export async function followWishNote(
  db: Db,
  { receipt }: ParsedInputOf<typeof api.followWishNote>,
  act: Act,
): Promise<OutputOf<typeof api.followWishNote>> {
  const weighed = weighReceipt(receipt, act.now, receiptDays);
  if (weighed !== 'good') return { id: null, state: weighed, note: null };
  if (!(await openNote(db, receipt))) return { id: null, state: 'waiting', note: null };
  const shape = api.followWishNote.output.shape;
  const { id, state, ...note } = await db.one(
    shape.note.unwrap().extend({ id: z.uuid(), state: shape.state }),
    sql`select o.id, o.sort, o.name, o.reaching, o.district_id, ${sidesOfNote} as sides,
        case when o.withdrawn_at is not null then 'withdrawn' when a.at is not null then 'answered'
          when t.participant_id is not null then 'taken_in' else 'waiting' end as state
      from wish_notes o ${decisionsOfNote} where o.id = (select gate.wish_note_opened())`,
  );
  return { id, state, note: state === 'withdrawn' ? null : note };
}

/** Opens the note of a receipt to this call. */
export async function openNote(db: Db, receipt: string): Promise<boolean> {
  const { opened } = await db.one(
    z.object({ opened: z.boolean() }),
    sql`select gate.open_wish_note(${hashSecret(readPrintedCode(receipt))}) as opened`,
  );
  return opened;
}
