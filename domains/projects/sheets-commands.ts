import * as z from 'zod';
import { authorColumns, authorValues, refuseUnlessWritten, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { writeAnswer } from './answers-commands.ts';
import { readHead } from './reading.ts';
import * as api from './sheets-api.ts';
import { readComparison } from './sheets-queries.ts';

/**
 * Keeps a sheet that came back by mail, as it came; nothing is written to any answer yet.
 *
 * @throws Refusal `invalid` for a file that is too large
 */
export async function bringAnswerSheet(db: Db, input: ParsedInputOf<typeof api.bringAnswerSheet>, act: Act) {
  const { id } = await readHead(db, input.inquiry_id);
  const bytes = Buffer.from(input.file.base64, 'base64');
  if (bytes.length > api.largestSheet)
    throw new Refusal('invalid', m.projects_refused_sheet_size(), { file: m.projects_refused_sheet_size() });
  await db.run(
    sql`insert into answer_sheets (id, inquiry_id, name, bytes, answered_by, written_at, ${authorColumns})
      values (${input.id}, ${id}, ${input.file.name}, ${bytes}, ${input.answered_by}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/**
 * Takes a sheet in whole: each project whose row says something new gets its answer, with who answered and who read it in.
 *
 * @throws Refusal `refused` while anything in the sheet cannot be taken in, and for a sheet that was taken in before
 */
export async function takeInAnswerSheet(
  db: Db,
  { sheet_id }: ParsedInputOf<typeof api.takeInAnswerSheet>,
  act: Act,
) {
  const sheet = await db.one(
    z.object({ inquiry_id: z.uuid(), answered_by: z.string() }),
    sql`select inquiry_id, answered_by from answer_sheets where id = ${sheet_id}`,
  );
  await takeTurns(db, sheet.inquiry_id);
  const taken = await db.run(
    sql`insert into answer_sheet_takings (sheet_id, written_at, ${authorColumns})
      values (${sheet_id}, ${act.now}, ${authorValues}) on conflict (sheet_id) do nothing`,
  );
  refuseUnlessWritten(taken, m.projects_refused_sheet_taken(), 'sheet_id');
  const { problems, changes } = await readComparison(db, sheet_id, await readHead(db, sheet.inquiry_id));
  const [problem] = problems;
  if (problem) throw new Refusal('refused', m.projects_refused_sheet_problems({ n: problems.length }));
  if (changes.length === 0) throw new Refusal('refused', m.projects_refused_sheet_nothing());
  for (const { item_id, after_version, answer, answers } of changes) {
    const { answered_by } = sheet;
    await writeAnswer(
      db,
      {
        ...answer,
        id: mintId(),
        item_id,
        after_version,
        state: 'answered',
        answered_by,
        sheet_id,
        answers,
        insists: false,
      },
      act,
    );
  }
  return {};
}
