import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { inviteAccount } from './accounts-commands.ts';
import { endPost, givePost, reappoint } from './holding-commands.ts';
import { roles } from './model.ts';
import type { ListedChange } from './transfer-api.ts';
import {
  type TransferAct,
  type TransferColumn,
  type TransferProblem,
  transferColumnWords,
} from './transfer-model.ts';

/** What a row did. */
export interface Performed {
  readonly account: string;
  readonly post: string;
  /** The last day the post had before. */
  readonly before: string | null;
  readonly shown: ListedChange;
  /** The printed code of somebody who was invited by this row. */
  readonly code: string | null;
}

/**
 * Does one act after the other, as an administrator would by hand: the town's own rules decide. An act that is refused
 * leaves nothing behind and is named; the others go on, so that every problem of a file is found at once.
 */
export async function performActs(
  db: Db,
  acts: readonly TransferAct[],
  act: Act,
): Promise<{ done: Performed[]; problems: TransferProblem[] }> {
  const done: Performed[] = [];
  const problems: TransferProblem[] = [];
  const invited = new Map<string, string>();
  for (const one of inTurn(acts)) {
    await db.run(sql`savepoint before_row`);
    try {
      done.push(await performAct(db, one, invited, act));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await db.run(sql`rollback to savepoint before_row`);
      problems.push(...namesOf(error, one));
    }
    await db.run(sql`release savepoint before_row`);
  }
  return { done: done.toSorted((a, b) => a.shown.row - b.shown.row), problems };
}

/** New administrators come first, so that the last one can go; then what ends, what goes on and what begins. */
function inTurn(acts: readonly TransferAct[]): TransferAct[] {
  const turn = (one: TransferAct) =>
    one.change === 'given' ? (one.place.role === 'administrator' ? 0 : 3) : one.change === 'ended' ? 1 : 2;
  return acts.toSorted((a, b) => turn(a) - turn(b));
}

async function performAct(
  db: Db,
  one: TransferAct,
  invited: Map<string, string>,
  act: Act,
): Promise<Performed> {
  const { row, change, person } = one;
  const { name, sign_in_name } = person;
  if (change === 'given') {
    const known = person.account ?? invited.get(sign_in_name);
    const id = known ?? mintId();
    const { secret_code } = known
      ? { secret_code: null }
      : await inviteAccount(db, { id, sign_in_name, name, kana: person.kana, authenticator: null }, act);
    const post = mintId();
    const { role, body: body_id, district: district_id } = one.place;
    const { starts_on, ends_on } = one;
    await givePost(
      db,
      { id: post, account_id: id, role, body_id, district_id, starts_on, ends_on, acting_for: null },
      act,
    );
    if (!known) invited.set(sign_in_name, id);
    const shown = { row, change, name, sign_in_name, starts_on, invited: secret_code !== null };
    return {
      account: id,
      post,
      before: null,
      code: secret_code,
      shown: { ...shown, ...(await placeOf(db, post)), ends_on },
    };
  }
  const { ends_on: before, ...place } = await placeOf(db, one.post);
  const { account } =
    change === 'ended'
      ? await endPost(db, { id: one.post, how: 'on_day', ends_on: one.ends_on, reason: one.reason }, act)
      : await reappoint(db, { id: one.post, ends_on: one.ends_on }, act);
  const starts_on = change === 'reappointed' && before !== null ? addDays(before, 1) : null;
  const shown = {
    row,
    change,
    name,
    sign_in_name,
    ...place,
    starts_on,
    ends_on: one.ends_on,
    invited: false,
  };
  return { account, post: one.post, before, code: null, shown };
}

function placeOf(db: Db, post: string) {
  return db.one(
    place,
    sql`select p.role, b.name as body, d.name as district, p.ends_on
      from posts p join bodies b on b.id = p.body_id left join districts d on d.id = p.district_id where p.id = ${post}`,
  );
}

const place = z.object({
  role: z.enum(roles),
  body: z.string(),
  district: z.string().nullable(),
  ends_on: z.string().nullable(),
});

const columnOf: Record<string, TransferColumn> = {
  ends_on: 'ends_on',
  starts_on: 'starts_on',
  body_id: 'body',
  district_id: 'district',
  sign_in_name: 'sign_in_name',
};

function namesOf(refusal: Refusal, { row }: TransferAct): TransferProblem[] {
  const fields = Object.entries(refusal.fields ?? {});
  if (fields.length === 0) return [{ row, column: null, says: refusal.message }];
  return fields.map(([field, says]) => {
    const column = columnOf[field];
    return { row, column: column ? transferColumnWords[column]() : null, says };
  });
}
