import * as z from 'zod';
import { choicesOn } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { reviews, setting } from './form-queries.ts';
import { told } from './model.ts';
import { weighReceipt } from './receipt.ts';

export { readPublicForm } from './form-queries.ts';

/** What the public form offers: windows, kinds of worry, which languages a person vouches for. */
export async function readLetterForm(
  db: Db,
  _input: ParsedInputOf<typeof api.readLetterForm>,
  act: Act,
): Promise<OutputOf<typeof api.readLetterForm>> {
  const shape = api.readLetterForm.output.shape;
  const windows = await db.all(
    shape.windows.element,
    sql`select b.id, b.name from bodies b where b.id = any((select windows from (${setting}) s)::uuid[])
      order by b.sort, b.kana, b.id`,
  );
  const { entries } = await listCodes(db, { list: 'worry' }, act);
  const reviewed = await db.all(z.object({ language: shape.reviewed.element }), reviews);
  return {
    windows,
    worries: choicesOn(entries, 'worry', act.today).map(({ value, label }) => ({ code: value, label })),
    reviewed: reviewed.map(({ language }) => language),
  };
}

/** What the holder of a receipt is told. A receipt of what was not kept says what every unread letter's says. */
export async function readLetterState(
  db: Db,
  { receipt }: ParsedInputOf<typeof api.readLetterState>,
  act: Act,
): Promise<OutputOf<typeof api.readLetterState>> {
  const weighed = weighReceipt(receipt, act.now);
  if (weighed !== 'good') return { state: weighed };
  return db.one(
    z.object({ state: z.enum(told) }),
    sql`select gate.letter_stands(${hashSecret(readPrintedCode(receipt))}) as state`,
  );
}

const said = sql`l.id, to_jsonb(l.received_at) #>> '{}' as received_at, l.language, l.about, l.wish, l.trouble, l.name,
  l.window_chosen, l.held_back,
  case when t.letter_id is not null then 'taken_in' when s.letter_id is not null then 'set_aside' else 'waiting' end as state,
  (select to_jsonb(a.answered_at) #>> '{}' from letter_answers a where a.letter_id = l.id) as answered_at`;
const decided = sql`left join letter_decisions t on t.letter_id = l.id and t.outcome = 'taken_in'
  left join letter_decisions s on s.letter_id = l.id and s.outcome = 'set_aside'`;
const undecided = sql`t.letter_id is null and s.letter_id is null`;
const contents: Record<(typeof api.boxes)[number], Sql> = {
  waiting: sql`${undecided} and l.held_back is null`,
  held_back: sql`${undecided} and l.held_back is not null`,
  done: sql`not (${undecided})`,
};

/** What came for the window: what waits, the oldest first; what was decided on, the newest first. */
export async function listLetters(
  db: Db,
  input: ParsedInputOf<typeof api.listLetters>,
  _act: Act,
): Promise<OutputOf<typeof api.listLetters>> {
  const newestFirst = input.box === 'done';
  const [at, id] = input.after?.split('_') ?? [];
  const beyond = newestFirst ? sql`<` : sql`>`;
  const from = at && id ? sql`and (l.received_at, l.id) ${beyond} (${at}::timestamptz, ${id}::uuid)` : sql``;
  const order = newestFirst ? sql`l.received_at desc, l.id desc` : sql`l.received_at, l.id`;
  const shape = api.listLetters.output.shape;
  const found = await db.all(
    shape.letters.element,
    sql`select ${said} from letters l ${decided} where ${contents[input.box]} ${from}
      order by ${order} ${limitTo(input.limit + 1)}`,
  );
  const counts = await db.one(
    z.object({ waiting: z.int(), held_back: z.int() }),
    sql`select (count(*) filter (where ${contents.waiting}))::int as waiting,
        (count(*) filter (where ${contents.held_back}))::int as held_back
      from letters l ${decided}`,
  );
  const letters = found.slice(0, input.limit);
  const last = letters.at(-1);
  return {
    letters,
    next: found.length > input.limit && last ? `${last.received_at}_${last.id}` : null,
    ...counts,
  };
}

/**
 * One letter as it was written, and what was decided of it.
 *
 * @throws Refusal `not_found`
 */
export function readLetter(
  db: Db,
  { id }: ParsedInputOf<typeof api.readLetter>,
  _act: Act,
): Promise<OutputOf<typeof api.readLetter>> {
  return db.one(
    api.readLetter.output,
    sql`select ${said}, l.worries, l.phone, l.email, l.reaching, l.heard_of, t.intake_id, t.client_id, s.reason,
        to_jsonb(l.forget_after) #>> '{}' as forget_after
      from letters l ${decided} where l.id = ${id}::uuid`,
  );
}
