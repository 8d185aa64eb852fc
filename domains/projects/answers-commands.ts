import * as z from 'zod';
import type { TypedAnswers } from '#domains/items/model.ts';
import { authorColumns, authorValues, dayIn, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './answers-api.ts';
import { lackingIn } from './lacking.ts';
import { type ItemAct, itemStates, whyNotItem } from './model.ts';
import { checkOwnAnswers, writeOwnAnswers } from './own-items.ts';
import type { Answered } from './parts.ts';
import { itemTables, readRuleOf, stateOfItem } from './reading.ts';

const standing = z.object({
  id: z.uuid(),
  inquiry_id: z.uuid(),
  body_id: z.uuid(),
  state: z.enum(itemStates),
  answer_id: z.uuid().nullable(),
  version: z.int(),
  sent_on: z.string(),
});

/** An item as it stands, held still until the commit; refuses what its state does not allow. */
async function takeItem(db: Db, id: string, act: ItemAct) {
  const { inquiry_id } = await db.one(
    z.object({ inquiry_id: z.uuid() }),
    sql`select inquiry_id from inquiry_items where id = ${id}`,
  );
  // One after the other in an inquiry: a fixing that comes meanwhile misses no answer, and no answer follows it.
  await takeTurns(db, inquiry_id);
  const item = await db.one(
    standing,
    sql`select i.id, i.inquiry_id, i.body_id, ${stateOfItem} as state, a.id as answer_id, coalesce(a.version, 0) as version,
        (select ${dayIn(sql`q.written_at`)} from inquiries q where q.id = i.inquiry_id) as sent_on
      from ${itemTables} where i.id = ${id}`,
  );
  const why = whyNotItem(act, item.state);
  if (why !== null) throw new Refusal('refused', why);
  return item;
}

interface NewAnswer extends Answered {
  readonly id: string;
  readonly item_id: string;
  readonly after_version: number;
  readonly state: 'draft' | 'answered';
  readonly answered_by: string | null;
  readonly sheet_id: string | null;
  /** To the town's own items. */
  readonly answers?: TypedAnswers | undefined;
  /** Whether a required item has to be answered: of an owner who answers, never of who writes for one. */
  readonly insists: boolean;
}

/**
 * Saves what an owner says of a project's year, as a draft or as the answer. Two people writing at once do not overwrite
 * each other: who comes second is told, and reads the other's version first.
 *
 * @throws Refusal `refused` when somebody was quicker or the state does not allow it; `invalid` for an answer that lacks
 *   something, a grade or course the rule does not know, and a planner who does not say who answered
 */
export async function saveAnswer(db: Db, input: ParsedInputOf<typeof api.saveAnswer>, act: Act) {
  const forOwner = act.actor.role === 'planner';
  if (forOwner && input.answered_by === null)
    throw new Refusal('invalid', m.projects_field_answered_by(), {
      answered_by: m.projects_field_answered_by(),
    });
  const answered_by = forOwner ? input.answered_by : null;
  const insists = !forOwner && input.state === 'answered';
  await writeAnswer(db, { ...input, answered_by, sheet_id: null, insists }, act);
  return { id: input.id };
}

/** Writes the next version of an answer. */
export async function writeAnswer(db: Db, answer: NewAnswer, act: Act): Promise<void> {
  const item = await takeItem(db, answer.item_id, 'write');
  if (item.version !== answer.after_version) throw new Refusal('refused', m.projects_refused_version());
  const { insists } = answer;
  const own = await checkOwnAnswers(db, answer.answers, { sentOn: item.sent_on, insists });
  const lacking = { ...lackingIn(answer, await readRuleOf(db, item.inquiry_id)), ...own?.sentences };
  const [first] = Object.values(lacking);
  if (first !== undefined) throw new Refusal('invalid', first, lacking);
  await db.run(
    sql`with ${writeOwnAnswers({ ...item, id: answer.id, before: item.answer_id }, own)}
      insert into answers (id, item_id, inquiry_id, body_id, version, state, results, amount, grade, grade_reason,
        course, remarks, answered_by, sheet_id, written_at, ${authorColumns})
      values (${answer.id}, ${item.id}, ${item.inquiry_id}, ${item.body_id}, ${item.version + 1}, ${answer.state},
        ${answer.results}, ${answer.amount}, ${answer.grade}, ${answer.grade_reason}, ${answer.course},
        ${answer.remarks}, ${answer.answered_by}, ${answer.sheet_id}, ${act.now}, ${authorValues})`,
  );
}

/** Sends an answer back to its owner with a reason; a confirmed one too, as long as nothing is fixed. */
export async function sendBackAnswer(db: Db, input: ParsedInputOf<typeof api.sendBackAnswer>, act: Act) {
  return reviewAnswer(db, { ...input, kind: 'returned' }, act);
}

/** Confirms the answer that was read: not one that came meanwhile. */
export async function confirmAnswer(db: Db, input: ParsedInputOf<typeof api.confirmAnswer>, act: Act) {
  return reviewAnswer(db, { ...input, kind: 'confirmed', reason: null }, act);
}

async function reviewAnswer(
  db: Db,
  review: {
    id: string;
    item_id: string;
    version: number;
    kind: 'returned' | 'confirmed';
    reason: string | null;
  },
  act: Act,
) {
  const item = await takeItem(db, review.item_id, review.kind === 'returned' ? 'send_back' : 'confirm');
  if (item.version !== review.version) throw new Refusal('refused', m.projects_refused_version());
  await db.run(
    sql`insert into answer_reviews (id, answer_id, item_id, inquiry_id, body_id, number, kind, reason, written_at,
        ${authorColumns})
      select ${review.id}::uuid, ${item.answer_id}::uuid, ${item.id}::uuid, ${item.inquiry_id}::uuid,
        ${item.body_id}::uuid, coalesce(max(v.number), 0) + 1, ${review.kind}, ${review.reason}, ${act.now}::timestamptz,
        ${authorValues}
      from answer_reviews v where v.answer_id = ${item.answer_id}`,
  );
  return { id: review.id };
}

/** Says beside a fixed answer what was wrong with it; the fixed words stay as they are. */
export async function correctFixedAnswer(
  db: Db,
  input: ParsedInputOf<typeof api.correctFixedAnswer>,
  act: Act,
) {
  const item = await takeItem(db, input.item_id, 'correct');
  await db.run(
    sql`insert into answer_corrections (id, inquiry_id, item_id, correction, reason, written_at, ${authorColumns})
      values (${input.id}, ${item.inquiry_id}, ${item.id}, ${input.correction}, ${input.reason}, ${act.now},
        ${authorValues})`,
  );
  return { id: input.id };
}
