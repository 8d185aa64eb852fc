import * as z from 'zod';
import { choicesOn } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { findReviews, setting } from './form-queries.ts';
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
  const reviewed = await db.all(z.object({ language: shape.reviewed.element }), findReviews());
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
  if (weighed !== 'good') return { state: weighed, with: null };
  const hash = hashSecret(readPrintedCode(receipt));
  return db.one(
    z.object({ state: z.enum(told), with: z.string().nullable() }),
    sql`select gate.letter_stands(${hash}) as state,
      (select b.name from bodies b where b.id = (select gate.letter_is_with(${hash}))) as with`,
  );
}

const said = sql`l.id, to_jsonb(l.received_at) #>> '{}' as received_at, l.language, l.about, l.wish, l.trouble, l.name,
  l.window_chosen, l.held_back,
  case when t.letter_id is not null then 'taken_in' when s.letter_id is not null then 'set_aside' else 'waiting' end as state,
  (select to_jsonb(a.answered_at) #>> '{}' from letter_answers a where a.letter_id = l.id) as answered_at`;
const decided = sql`left join letter_decisions t on t.letter_id = l.id and t.outcome = 'taken_in'
  left join letter_decisions s on s.letter_id = l.id and s.outcome = 'set_aside'`;
const undecided = sql`t.letter_id is null and s.letter_id is null`;
/** What a colleague of another window read and passed on is no machine's work. */
const passed = sql`exists (select from letter_passings p where p.letter_id = l.id)`;
const contents: Record<(typeof api.boxes)[number], Sql> = {
  waiting: sql`${undecided} and (l.held_back is null or ${passed})`,
  held_back: sql`${undecided} and l.held_back is not null and not ${passed}`,
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
        to_jsonb(l.forget_after) #>> '{}' as forget_after, l.may_pass,
        (select coalesce(jsonb_agg(jsonb_build_object('from', f.name, 'words', p.words, 'ground', p.ground,
            'passed_at', to_jsonb(p.passed_at) #>> '{}') order by p.passed_at desc), '[]')
          from letter_passings p join bodies f on f.id = p.holder_id
          where p.letter_id = l.id and p.receiver_id = any((select gate.bodies_worked_for())::uuid[])) as passings,
        (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.sort, b.kana, b.id), '[]')
          from bodies b where b.id = any((select gate.windows_for_letters())::uuid[]) and b.id <> l.holder_id) as receivers
      from letters l ${decided} where l.id = ${id}::uuid`,
  );
}

/** What the own window passed on, the newest first: where to and why, not a word of the letter. */
export async function listPassedLetters(
  db: Db,
  input: ParsedInputOf<typeof api.listPassedLetters>,
  _act: Act,
): Promise<OutputOf<typeof api.listPassedLetters>> {
  const beyond = input.after
    ? sql`and (p.passed_at, p.id) < (select k.passed_at, k.id from letter_passings k where k.id = ${input.after}::uuid)`
    : sql``;
  const found = await db.all(
    api.listPassedLetters.output.shape.passings.element,
    sql`select p.id, p.letter_id, b.name as to, p.words, p.ground, to_jsonb(p.passed_at) #>> '{}' as passed_at
      from letter_passings p join bodies b on b.id = p.receiver_id
      where p.holder_id = any((select gate.bodies_worked_for())::uuid[]) ${beyond}
      order by p.passed_at desc, p.id desc ${limitTo(input.limit + 1)}`,
  );
  const passings = found.slice(0, input.limit);
  return { passings, next: found.length > input.limit ? (passings.at(-1)?.id ?? null) : null };
}
