import * as z from 'zod';
import type { AttachedFile } from '#domains/cases/attachment-model.ts';
import { openAttachment } from '#domains/cases/attachment-opening.ts';
import { noteGap } from '#domains/cases/gap-commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './item-api.ts';
import { type StandingItem, takeItem } from './standing.ts';

interface Written {
  readonly id: string;
  readonly piece: 'paper' | 'minutes' | 'resource';
  readonly title: string;
  readonly words: string;
  readonly file?: AttachedFile | null;
}

/**
 * Brings a paper of one's own body to an item one called or sits on.
 *
 * @throws Refusal `not_found` for an item one does not see, or whose words are closed; `refused` once it is closed; `invalid`
 *   with neither words nor a file, and for a file that is too large or of no kind that can be read
 */
export async function bringPaper(db: Db, input: ParsedInputOf<typeof api.bringPaper>, act: Act) {
  const item = await takeItem(db, input.item_id, 'bring', 'seat');
  if (!item.open) throw new Refusal('refused', m.conferences_refused_words_closed());
  if (input.file === null) requireWords(input.words);
  await writePiece(db, item, { ...input, piece: 'paper' }, act);
  return { id: input.id };
}

/**
 * What was missing. A consented item's also goes into the gap register of a case of somebody it is about.
 *
 * @throws Refusal `refused` unless the item was held; `invalid` for a case from a sealed item, or of somebody else
 */
export async function noteMissingResource(
  db: Db,
  input: ParsedInputOf<typeof api.noteMissingResource>,
  act: Act,
) {
  const item = await takeItem(db, input.item_id, 'minute');
  await writePiece(db, item, { ...input, piece: 'resource' }, act);
  if (input.case_id) await passToGaps(db, item, { ...input, case_id: input.case_id }, act);
  return { id: input.id };
}

async function passToGaps(
  db: Db,
  item: StandingItem,
  { case_id, title, words }: { case_id: string; title: string; words: string },
  act: Act,
): Promise<void> {
  const about = await db.run(
    sql`select from case_members m join conference_subjects s on s.client_id = m.client_id
      where m.case_id = ${case_id}::uuid and s.item_id = ${item.id}::uuid`,
  );
  if (about === 0)
    throw new Refusal('invalid', m.conferences_refused_gap_case(), {
      case_id: m.conferences_refused_gap_case(),
    });
  const said = m.conferences_resource_gap({ title, words });
  await noteGap(db, { case_id, id: mintId(), words: said, would_help: null }, act);
}

async function writePiece(
  db: Db,
  item: StandingItem,
  { id, piece, title, words, file = null }: Written,
  act: Act,
): Promise<void> {
  const opened = file && openAttachment(file);
  await db.run(
    sql`insert into conference_papers (id, item_id, piece, title, words, body_id, post_id, written_by, written_at, holder_id,
        file_name, file_type, file_size, bytes)
      values (${id}::uuid, ${item.id}::uuid, ${piece}, ${title}, ${words}, ${act.actor.body}::uuid, ${act.actor.post}::uuid,
        ${act.actor.account}::uuid, ${act.now}, ${item.holder_id}::uuid,
        ${file?.name ?? null}, ${opened?.type ?? null}, ${opened?.bytes.length ?? null}, ${opened?.bytes ?? null})`,
  );
}

function requireWords(words: string): void {
  if (words === '')
    throw new Refusal('invalid', m.conferences_refused_no_words(), {
      words: m.conferences_refused_no_words(),
    });
}

const written = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  piece: z.string(),
  version: z.int(),
  title: z.string(),
  words: z.string(),
  with_file: z.boolean(),
});

/** Says of each field that differs that what stands now is another; the page shows both beside one another. */
function refuseRewritten(
  now: { title?: string; words: string },
  typed: { title?: string; words: string },
): Refusal {
  const fields = (['title', 'words'] as const)
    .filter((field) => typed[field] !== undefined && now[field] !== typed[field])
    .map((field) => [field, m.conferences_refused_version_field()]);
  return new Refusal('refused', m.conferences_refused_version(), Object.fromEntries(fields));
}

/**
 * Corrects a paper one has brought, or the matter, a missing resource of an item one has called.
 *
 * @throws Refusal `not_found`; `refused` when the item is closed, or somebody else has changed it meanwhile; `invalid`
 *   with neither words nor a file
 */
export async function correctPaper(db: Db, input: ParsedInputOf<typeof api.correctPaper>, act: Act) {
  const paper = await takePaper(db, input.id, act);
  if (paper.version !== input.version) throw refuseRewritten(paper, input);
  if (!paper.with_file) requireWords(input.words);
  await db.run(
    sql`update conference_papers set title = ${input.title}, words = ${input.words}, version = version + 1
      where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** Takes a paper back. @throws Refusal as `correctPaper` */
export async function takePaperBack(db: Db, { id }: ParsedInputOf<typeof api.takePaperBack>, act: Act) {
  const { piece } = await takePaper(db, id, act);
  if (piece === 'matter' || piece === 'minutes') throw refuseNotFound();
  await db.run(sql`update conference_papers set withdrawn_at = ${act.now} where id = ${id}::uuid`);
  return { id };
}

/** The paper, if the actor may change it: a body's own worker, or whoever called the item for all but papers. */
async function takePaper(db: Db, id: string, act: Act): Promise<z.output<typeof written>> {
  const paper = await db.maybe(
    written,
    sql`select p.id, p.item_id, p.piece, p.version, p.title, p.words, p.file_name is not null as with_file from conference_papers p
      where p.id = ${id}::uuid and p.withdrawn_at is null
        and (case when p.piece = 'paper' then p.post_id = ${act.actor.post}::uuid
          else p.item_id = any((select gate.items_called())::uuid[]) end)
      for update`,
  );
  if (!paper) throw refuseNotFound();
  await takeItem(db, paper.item_id, 'write', 'seat');
  return paper;
}

/**
 * Writes the minutes, or writes them anew.
 *
 * @throws Refusal `not_found`; `refused` before it was held, once it is closed, or when somebody else has written meanwhile
 */
export async function writeMinutes(db: Db, input: ParsedInputOf<typeof api.writeMinutes>, act: Act) {
  const item = await takeItem(db, input.item_id, 'minute');
  const standing = await db.maybe(
    z.object({ id: z.uuid(), version: z.int(), words: z.string() }),
    sql`select id, version, words from conference_papers where item_id = ${item.id}::uuid and piece = 'minutes' for update`,
  );
  if ((standing?.version ?? 0) !== input.version)
    throw refuseRewritten({ words: standing?.words ?? '' }, { words: input.words });
  if (!standing) {
    const title = m.conferences_minutes();
    await writePiece(db, item, { id: input.id, piece: 'minutes', title, words: input.words }, act);
    return { id: input.id };
  }
  await db.run(
    sql`update conference_papers set words = ${input.words}, version = version + 1 where id = ${standing.id}::uuid`,
  );
  return { id: standing.id };
}
