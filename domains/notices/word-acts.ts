import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { channelsOpen } from './channels.ts';
import { easyRule, firstRule, type Wordbook } from './model.ts';
import { openWordbook } from './wordbook.ts';

const setWord = z.object({
  kind: z.enum(['reading', 'hard']),
  word: z.string(),
  says: z.string().nullable(),
});

/** The words in force (wordbook.ts). */
export async function readWordbook(db: Db): Promise<Wordbook> {
  return openWordbook(
    await db.all(
      setWord,
      sql`select distinct on (w.kind, w.word) w.kind, w.word, w.says from notice_words w
        order by w.kind, w.word, w.set_at desc, w.id desc`,
    ),
  );
}

export async function readNoticeWords(
  db: Db,
  _input: ParsedInputOf<typeof api.readNoticeWords>,
  _act: Act,
): Promise<OutputOf<typeof api.readNoticeWords>> {
  const rule = await db.maybe(
    easyRule,
    sql`select longest_sentence, kanji_percent, longest_run from notice_rules order by set_at desc, id desc limit 1`,
  );
  const subscriptions = await db.all(
    api.readNoticeWords.output.shape.subscriptions.element,
    sql`select language, subscriptions from gate.count_subscriptions() order by language`,
  );
  const { given_up } = await db.one(
    api.readNoticeWords.output.pick({ given_up: true }),
    sql`select gate.count_given_up() as given_up`,
  );
  const said = { rule: rule ?? firstRule, channels: channelsOpen(), subscriptions, given_up };
  return { ...(await readWordbook(db)), ...said };
}

export async function setNoticeWord(db: Db, input: ParsedInputOf<typeof api.setNoticeWord>, act: Act) {
  await db.run(
    sql`insert into notice_words (id, kind, word, says, set_by, set_at)
      values (${input.id}::uuid, ${input.kind}, ${input.word}, ${input.says || null}, ${act.actor.post}::uuid, ${act.now})`,
  );
  return { id: input.id };
}

export async function setNoticeRule(db: Db, input: ParsedInputOf<typeof api.setNoticeRule>, act: Act) {
  await db.run(
    sql`insert into notice_rules (id, longest_sentence, kanji_percent, longest_run, set_by, set_at)
      values (${input.id}::uuid, ${input.longest_sentence}, ${input.kanji_percent}, ${input.longest_run}, ${act.actor.post}::uuid,
        ${act.now})`,
  );
  return { id: input.id };
}
