import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { applyReadings, listProposals, proposeFurigana } from './furigana.ts';
import { readWordbook } from './word-acts.ts';

/** Title and text go through the same hands: one line apart. */
const apart = '\n';

/** @throws Refusal `not_found` where there is no easy version */
export async function proposeReadings(
  db: Db,
  { id }: ParsedInputOf<typeof api.proposeReadings>,
  _act: Act,
): Promise<OutputOf<typeof api.proposeReadings>> {
  const { title, words, version } = await readEasy(db, id);
  const { readings } = await readWordbook(db);
  const marked = `${title}${apart}${words}`;
  return { id, title, version, readings: listProposals(await proposeFurigana(marked, readings), marked) };
}

/**
 * Sets the readings the person has confirmed, as a new version.
 *
 * @throws Refusal `not_found`; `refused` when the text or the list of words changed meanwhile
 */
export async function confirmReadings(db: Db, input: ParsedInputOf<typeof api.confirmReadings>, act: Act) {
  const { title, words, version, place_id, holder_id } = await readEasy(db, input.notice_id);
  const marked = `${title}${apart}${words}`;
  const proposed = await proposeFurigana(marked, (await readWordbook(db)).readings);
  const asked = listProposals(proposed, marked).map(({ word }) => word);
  const same = asked.length === input.words.length && asked.every((word, i) => word === input.words[i]);
  if (version !== input.version || !same || input.readings.length !== asked.length)
    throw new Refusal('refused', m.notices_refused_version());
  const chosen = input.readings.map(({ reading }) => reading ?? '');
  const [first = '', ...rest] = applyReadings(proposed, marked, chosen).split(apart);
  await db.run(
    sql`insert into notice_texts (notice_id, language, version, title, words, written_by, written_at, place_id, holder_id)
      values (${input.notice_id}::uuid, 'ja-easy', ${version + 1}, ${first}, ${rest.join(apart)}, ${act.actor.post}::uuid, ${act.now},
        ${place_id}::uuid, ${holder_id}::uuid)`,
  );
  return { id: input.notice_id };
}

function readEasy(db: Db, notice: string) {
  return db.one(
    z.object({
      title: z.string(),
      words: z.string(),
      version: z.int(),
      place_id: z.uuid().nullable(),
      holder_id: z.uuid(),
    }),
    sql`select t.title, t.words, t.version, t.place_id, t.holder_id from notice_texts t
      where t.notice_id = ${notice}::uuid and t.language = 'ja-easy' order by t.version desc limit 1`,
  );
}
