import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { requireStanding } from './fulfilment-commands.ts';
import { refuse } from './participant-commands.ts';
import type * as api from './story-api.ts';
import { rankOf, storyLayers, straySigns } from './story-model.ts';
import { readStory } from './story-queries.ts';

/**
 * Writes a story of what came true. Everybody of the match is in it, in the order in which one gives to the next.
 *
 * @throws Refusal `not_found`; `invalid` for a sign that stands for nobody; `refused` for what was taken back
 */
export async function draftStory(db: Db, input: ParsedInputOf<typeof api.draftStory>, act: Act) {
  await requireStanding(db, input.fulfilment_id, m.wishes_story_refused_taken_back);
  const people = await db.all(
    z.object({ id: z.uuid(), holder_id: z.uuid() }),
    sql`select who.id, f.holder_id
      from fulfilments f join match_legs l on l.match_id = f.match_id
      cross join lateral (values (l.giver_id, 0), (l.receiver_id, 1)) who(id, turn)
      where f.id = ${input.fulfilment_id}::uuid
      group by who.id, f.holder_id order by min(l.position * 2 + who.turn)`,
  );
  const holder = people[0]?.holder_id;
  if (!holder) throw refuseNotFound();
  refuseStraySigns(input, people.length);
  await db.run(
    sql`with story as (insert into stories (id, fulfilment_id, happened_on, district_id, drafted_by, drafted_at, holder_id)
        select ${input.id}::uuid, f.id, f.happened_on, f.district_id, ${act.actor.account}::uuid, ${act.now}, f.holder_id
        from fulfilments f where f.id = ${input.fulfilment_id}::uuid),
      people as (insert into story_people (story_id, place, participant_id, holder_id)
        select ${input.id}::uuid, p.place, p.id, ${holder}::uuid
        from unnest(${people.map(({ id }) => id)}::uuid[]) with ordinality p(id, place))
      insert into story_words (story_id, version, title, words, written_by, written_at, holder_id)
      values (${input.id}::uuid, 1, ${input.title}, ${input.words}, ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`, `invalid`; `refused` when somebody else has written meanwhile */
export async function rewriteStory(db: Db, input: ParsedInputOf<typeof api.rewriteStory>, act: Act) {
  const { people } = await readStory(db, { id: input.id }, act);
  refuseStraySigns(input, people.length);
  const written = await db.run(
    sql`with story as (update stories set version = version + 1 where id = ${input.id}::uuid and version = ${input.version}
        returning id, version, holder_id)
      insert into story_words (story_id, version, title, words, written_by, written_at, holder_id)
      select id, version, ${input.title}, ${input.words}, ${act.actor.account}::uuid, ${act.now}, holder_id from story`,
  );
  if (written === 0) throw new Refusal('refused', m.wishes_refused_version());
  return { id: input.id };
}

/**
 * Keeps what a person said of the words that were read.
 *
 * @throws Refusal `not_found`; `invalid` for who is not in it; `refused` when other words stand by now
 */
export async function answerStory(db: Db, input: ParsedInputOf<typeof api.answerStory>, act: Act) {
  const { version, people } = await readStory(db, { id: input.story_id }, act);
  if (!people.some(({ participant_id }) => participant_id === input.participant_id))
    refuse('participant_id', m.wishes_field_participant());
  if (version !== input.version) throw new Refusal('refused', m.wishes_story_refused_other_words());
  await db.run(
    sql`insert into story_consents (id, story_id, participant_id, version, layer, shown_as, heard_how, recorded_by, recorded_at, holder_id)
      select ${input.id}::uuid, s.id, ${input.participant_id}::uuid, s.version, ${input.layer}, ${input.shown_as}, ${input.heard_how},
        ${act.actor.account}::uuid, ${act.now}, s.holder_id
      from stories s where s.id = ${input.story_id}::uuid`,
  );
  return { id: input.id };
}

/** Closes it from now on, for everybody, whatever the others said. @throws Refusal `not_found` for a story or somebody not in it */
export async function withdrawFromStory(
  db: Db,
  input: ParsedInputOf<typeof api.withdrawFromStory>,
  act: Act,
) {
  const written = await db.run(
    sql`insert into story_consents (id, story_id, participant_id, version, layer, recorded_by, recorded_at, holder_id)
      select ${input.id}::uuid, s.id, p.participant_id, s.version, 'none', ${act.actor.account}::uuid, ${act.now}, s.holder_id
      from stories s join story_people p on p.story_id = s.id
      where s.id = ${input.story_id}::uuid and p.participant_id = ${input.participant_id}::uuid`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` for what was taken back, or while somebody has not let it go so far, with who */
export async function releaseStory(db: Db, input: ParsedInputOf<typeof api.releaseStory>, act: Act) {
  const { people, fulfilment_id } = await readStory(db, { id: input.story_id }, act);
  await requireStanding(db, fulfilment_id, m.wishes_story_refused_taken_back);
  const missing = people.filter(({ layer }) => rankOf(layer) < storyLayers.indexOf(input.layer) + 1);
  if (missing.length > 0)
    throw new Refusal(
      'refused',
      m.wishes_story_refused_missing({ names: missing.map(({ name }) => name).join(m.wishes_and()) }),
    );
  await writeRelease(db, input, input.layer, act);
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function takeBackStory(db: Db, input: ParsedInputOf<typeof api.takeBackStory>, act: Act) {
  if ((await writeRelease(db, input, 'none', act)) === 0) throw refuseNotFound();
  return { id: input.id };
}

function writeRelease(
  db: Db,
  { id, story_id }: { id: string; story_id: string },
  layer: string,
  act: Act,
): Promise<number> {
  return db.run(
    sql`insert into story_releases (id, story_id, version, layer, released_by, released_at, holder_id)
      select ${id}::uuid, s.id, s.version, ${layer}, ${act.actor.account}::uuid, ${act.now}, s.holder_id
      from stories s where s.id = ${story_id}::uuid and s.holder_id = any((select gate.bodies_coordinated())::uuid[])`,
  );
}

function refuseStraySigns({ title, words }: { title: string; words: string }, people: number): void {
  const stray = straySigns(title + words, people);
  if (stray.length > 0) refuse('words', m.wishes_story_refused_signs({ signs: stray.join('') }));
}
