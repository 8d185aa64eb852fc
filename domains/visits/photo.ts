import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './photo-api.ts';
import { scanLimit, sniffScan } from './sheet-model.ts';

/**
 * Keeps a photograph beside a visit that was just recorded.
 *
 * @throws Refusal `invalid` for more than 4 MB, or for what is no JPEG by its bytes
 */
export async function keepPhoto(db: Db, visit: string, { base64 }: { base64: string }, act: Act) {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > scanLimit) refuse(m.visits_refused_scan_size());
  if (sniffScan(bytes) !== 'image/jpeg') refuse(m.visits_refused_photo_type());
  const seen = leaveWhatIsSeen(bytes);
  if (seen === null) refuse(m.visits_refused_photo_type());
  await db.run(
    sql`insert into visit_photos (visit_id, bytes, household_id, visited_on, post_id, added_at, holder_id, district_id)
      select v.id, ${seen}, v.household_id, v.visited_on, v.post_id, ${act.now}::timestamptz, v.holder_id, v.district_id
      from visits v where v.id = ${visit}::uuid`,
  );
}

/**
 * Keeps a photograph beside a visit in the place of the one that was there, if any.
 *
 * @throws Refusal as `keepPhoto` does
 */
export async function replacePhoto(db: Db, visit: string, photo: { base64: string }, act: Act) {
  await db.run(sql`delete from visit_photos where visit_id = ${visit}::uuid`);
  await keepPhoto(db, visit, photo, act);
}

/** Markers of a JPEG (ITU-T T.81): begin of the picture's lines, and segments for applications and comments. */
const [startOfScan, firstApplication, lastApplication, comment] = [0xda, 0xe0, 0xef, 0xfe];
/** How the colours are meant (JFIF, Adobe): these are part of the picture. */
const ofThePicture = [0xe0, 0xee];

/**
 * A JPEG without the segments that may say where, when and with what it was taken (APPn, COM).
 *
 * @returns null for one whose segments do not follow one another
 */
export function leaveWhatIsSeen(jpeg: Buffer): Buffer | null {
  const kept = [jpeg.subarray(0, 2)];
  for (let at = 2; at + 4 <= jpeg.length; ) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === startOfScan) return Buffer.concat([...kept, jpeg.subarray(at)]);
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    const tells = (marker >= firstApplication && marker <= lastApplication) || marker === comment;
    if (!tells || ofThePicture.includes(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return null;
}

export async function readVisitPhoto(
  db: Db,
  { id }: ParsedInputOf<typeof api.readVisitPhoto>,
  _act: Act,
): Promise<FileReply & OutputOf<typeof api.readVisitPhoto>> {
  const { household_id, bytes, visited_on } = await db.one(
    z.object({ household_id: z.uuid(), bytes: z.instanceof(Buffer), visited_on: z.string() }),
    sql`select household_id, bytes, visited_on from visit_photos where visit_id = ${id}::uuid`,
  );
  return { name: `${m.visits_photo_file({ day: visited_on })}.jpg`, type: 'image/jpeg', bytes, household_id };
}

/** @throws Refusal `not_found` where there is none, or none that is the actor's to take out */
export async function takeOutVisitPhoto(
  db: Db,
  { id }: ParsedInputOf<typeof api.takeOutVisitPhoto>,
  _act: Act,
) {
  const out = await db.maybe(
    z.object({ household_id: z.uuid() }),
    sql`delete from visit_photos where visit_id = ${id}::uuid returning household_id`,
  );
  if (!out) throw refuseNotFound();
  return { id, household_id: out.household_id };
}

function refuse(sentence: string): never {
  throw new Refusal('invalid', sentence, { photo: sentence });
}
