import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { mostRefusals } from './channels.ts';
import { deliveryOfReturn } from './return-path.ts';
import { isOfTheAddress, readReturned } from './returned.ts';

/**
 * Notes that a letter could not be delivered. Its address is read by nobody: the letter came back to one that names the delivery.
 *
 * @throws Refusal `invalid` for what is no delivery-status notification
 */
export async function takeReturnedMail(
  db: Db,
  { file }: ParsedInputOf<typeof api.takeReturnedMail>,
  _act: Act,
): Promise<OutputOf<typeof api.takeReturnedMail>> {
  // Its heads are ASCII; what else is in it is not read.
  const returned = readReturned(Buffer.from(file.base64, 'base64').toString('latin1'));
  if (!returned)
    throw new Refusal('invalid', m.notices_returned_no_report(), { file: m.notices_returned_no_report() });
  const delivery = deliveryOfReturn(returned.to);
  if (delivery === null || returned.action === 'other') return { outcome: 'unknown' };
  if (returned.action === 'delayed') return { outcome: 'delayed' };
  const { noted } = await db.one(
    z.object({ noted: z.boolean() }),
    sql`select gate.note_return(${delivery}::uuid, ${returned.status}, ${isOfTheAddress(returned.status)}::boolean,
      ${mostRefusals()}::integer) as noted`,
  );
  return { outcome: noted ? 'failed' : 'unknown' };
}
