import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { sides } from './model.ts';
import { refuse, requireParticipant } from './participant-commands.ts';
import { isTag } from './words/list-tags.ts';
import { suggestTags } from './words/suggest-tags.ts';

export * from './concern-commands.ts';
export * from './fulfilment-commands.ts';
export * from './match-commands.ts';
export {
  correctParticipant,
  declareConflict,
  endConflict,
  endPause,
  pauseParticipant,
  registerParticipant,
} from './participant-commands.ts';
export {
  addMatchLeg,
  cancelMatchProposal,
  decideMatchLeg,
  makeMatchProposal,
  recordReadiness,
  setRoleNeeds,
} from './proposal-commands.ts';
export * from './story-commands.ts';
export { tellWhoWaited } from './telling-commands.ts';

/**
 * Writes a wish or an offer down. Where no district is said, it is the participant's.
 *
 * @throws Refusal `not_found` for a participant of another body; `invalid` for a tag that is none, or a day that is over
 */
export async function writeWish(db: Db, input: ParsedInputOf<typeof api.writeWish>, act: Act) {
  const holder = await requireParticipant(db, input.participant_id);
  check(input, act);
  await db.run(
    sql`with wish as (insert into wishes (id, participant_id, side, tags, hints, district_id, reach, days, parts, limits, step, times,
          until, way, entered_by, entered_at, holder_id)
        select ${input.id}::uuid, p.id, ${input.side}, ${input.tags}::text[], ${hintsOf(input.words, input.side)}::text[], coalesce(${input.district_id ?? null}::uuid, p.district_id),
          ${input.reach}, ${input.days}::smallint[], ${input.parts}::text[], ${input.limits}::text[], ${input.step}, ${input.times}::int,
          ${input.until ?? null}::date, ${input.way}, ${act.actor.account}::uuid, ${act.now}, p.holder_id
        from participants p where p.id = ${input.participant_id}::uuid)
      insert into wish_words (wish_id, version, words, written_by, written_at, holder_id)
      values (${input.id}::uuid, 1, ${input.words}, ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** Says it anew; the words before stay. @throws Refusal `not_found`, `invalid`; `refused` when somebody else has written meanwhile */
export async function correctWish(db: Db, input: ParsedInputOf<typeof api.correctWish>, act: Act) {
  check(input, act);
  const { side } = await db.one(
    z.object({ side: z.enum(sides) }),
    sql`select side from wishes where id = ${input.id}::uuid and participant_id = ${input.participant_id}::uuid`,
  );
  const written = await db.run(
    sql`with wish as (update wishes w set tags = ${input.tags}::text[], hints = ${hintsOf(input.words, side)}::text[],
          district_id = coalesce(${input.district_id ?? null}::uuid, p.district_id), reach = ${input.reach},
          days = ${input.days}::smallint[], parts = ${input.parts}::text[], limits = ${input.limits}::text[],
          step = ${input.step}, times = ${input.times}::int, until = ${input.until ?? null}::date, version = w.version + 1
        from participants p
        where p.id = w.participant_id and w.id = ${input.id}::uuid and w.participant_id = ${input.participant_id}::uuid
          and w.version = ${input.version}
        returning w.id, w.version, w.holder_id)
      insert into wish_words (wish_id, version, words, written_by, written_at, holder_id)
      select id, version, ${input.words}, ${act.actor.account}::uuid, ${act.now}, holder_id from wish`,
  );
  if (written === 0) throw new Refusal('refused', m.wishes_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when it is closed already */
export async function closeWish(db: Db, { id, why }: ParsedInputOf<typeof api.closeWish>, act: Act) {
  const written = await db.run(
    sql`update wishes set closed_on = ${act.today}::date, closed_why = ${why}, closed_by = ${act.actor.account}::uuid
      where id = ${id}::uuid and closed_on is null`,
  );
  if (written === 0) throw await explain(db, id, m.wishes_refused_closed());
  return { id };
}

/** Opens again what was closed. @throws Refusal `not_found`; `refused` when it is open */
export async function reopenWish(db: Db, { id }: ParsedInputOf<typeof api.reopenWish>, _act: Act) {
  const written = await db.run(
    sql`update wishes set closed_on = null, closed_why = null, closed_by = null
      where id = ${id}::uuid and closed_on is not null`,
  );
  if (written === 0) throw await explain(db, id, m.wishes_refused_open());
  return { id };
}

async function explain(db: Db, id: string, sentence: string): Promise<Refusal> {
  await db.one(z.object({ id: z.uuid() }), sql`select id from wishes where id = ${id}::uuid`);
  return new Refusal('refused', sentence);
}

function hintsOf(words: string, side: 'wish' | 'offer'): string[] {
  return suggestTags(words, side).map(({ tag }) => tag);
}

function check({ tags, until }: { tags: string[]; until?: string | undefined }, act: Act): void {
  if (!tags.every(isTag)) refuse('tags', m.wishes_field_tags());
  if (until && until < act.today) refuse('until', m.wishes_field_until());
}
