import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './story-api.ts';
import { layerOf, rankOf, type StoryLayer, signOf, storyLayers, tellStory } from './story-model.ts';

const ownStories = sql`s.holder_id = any((select gate.bodies_coordinated())::uuid[])`;
const fromStories = sql`stories s join story_words w on w.story_id = s.id and w.version = s.version
  left join districts d on d.id = s.district_id`;

/** What each said last, of any version. */
const lastAnswers = sql`left join lateral (select c.layer, c.shown_as, c.version,
    (c.recorded_at at time zone 'Asia/Tokyo')::date as answered_on
  from story_consents c where c.story_id = p.story_id and c.participant_id = p.participant_id
  order by c.recorded_at desc, c.id desc limit 1) a on true`;

/** The coordinators' stories, the newest first, and what came true and is not told yet. */
export async function listStories(
  db: Db,
  _input: ParsedInputOf<typeof api.listStories>,
  act: Act,
): Promise<OutputOf<typeof api.listStories>> {
  const of = api.listStories.output.shape;
  const found = await db.all(
    of.stories.element.omit({ layer: true }).extend({ rank: z.int() }),
    sql`select s.id, w.title, s.happened_on, d.name as district_name, gate.story_layer(s.id) as rank,
        exists (select from story_people p ${lastAnswers} where p.story_id = s.id
          and (a.layer is null or a.layer = 'none' or a.version <> s.version)) as waits
      from ${fromStories} where ${ownStories} order by s.happened_on desc, s.id desc limit 200`,
  );
  const untold = await db.all(
    of.untold.element,
    sql`select f.id as fulfilment_id, f.happened_on, array(select n.name from participant_names n join (
          select v.id, min(l.position * 2 + v.turn) as turn from match_legs l
          cross join lateral (values (l.giver_id, 0), (l.receiver_id, 1)) v(id, turn)
          where l.match_id = f.match_id group by v.id) who on who.id = n.participant_id order by who.turn) as names
      from fulfilments f where f.taken_back_at is null and f.happened_on >= ${addDays(act.today, -365)}::date
        and not exists (select from stories s where s.fulfilment_id = f.id)
      order by f.happened_on desc, f.id desc limit 50`,
  );
  return { stories: found.map(({ rank, ...story }) => ({ ...story, layer: layerOf(rank) })), untold };
}

/** A story with who is in it and what each has said. @throws Refusal `not_found` */
export async function readStory(
  db: Db,
  { id }: ParsedInputOf<typeof api.readStory>,
  _act: Act,
): Promise<OutputOf<typeof api.readStory>> {
  const story = await db.maybe(
    api.readStory.output.omit({ layer: true, released: true, people: true }).extend({
      rank: z.int(),
      release: z.enum(['none', ...storyLayers]).nullable(),
    }),
    sql`select s.id, w.title, w.words, s.version, s.happened_on, d.name as district_name, gate.story_layer(s.id) as rank,
        exists (select from fulfilments f where f.id = s.fulfilment_id and f.taken_back_at is not null) as fulfilment_taken_back, s.fulfilment_id,
        (select case when r.version = s.version then r.layer end from story_releases r where r.story_id = s.id
          order by r.released_at desc, r.id desc limit 1) as release
      from ${fromStories} where s.id = ${id}::uuid and ${ownStories}`,
  );
  if (!story) throw refuseNotFound();
  const people = await db.all(
    z.object({
      place: z.int(),
      participant_id: z.uuid(),
      name: z.string(),
      layer: z.enum(['none', ...storyLayers]).nullable(),
      shown_as: z.string().nullable(),
      version: z.int().nullable(),
      answered_on: z.string().nullable(),
    }),
    sql`select p.place, p.participant_id, n.name, a.layer, a.shown_as, a.version, a.answered_on
      from story_people p join participant_names n on n.participant_id = p.participant_id ${lastAnswers}
      where p.story_id = ${id}::uuid order by p.place`,
  );
  const { rank, release, ...said } = story;
  return {
    ...said,
    layer: layerOf(rank),
    released: layerOf(rankOf(release)),
    people: people.map(({ place, layer, version, ...person }) => ({
      ...person,
      sign: signOf(place),
      layer: version === story.version ? layerOf(rankOf(layer)) : null,
      taken_back: layer === 'none',
    })),
  };
}

/** @throws never: what one is not told is not there */
export async function listToldStories(
  db: Db,
  { district }: ParsedInputOf<typeof api.listToldStories>,
  _act: Act,
): Promise<OutputOf<typeof api.listToldStories>> {
  return {
    stories: await readToldStories(
      db,
      'bodies',
      district ? sql`s.district_id = ${district}::uuid` : sql`true`,
    ),
  };
}

/** The stories that go at least so far, as they are read, the newest first. */
export async function readToldStories(db: Db, least: StoryLayer, which: Sql): Promise<api.ToldStory[]> {
  const found = await db.all(
    api.toldStory.extend({ callings: z.array(z.string()) }),
    sql`select s.id, w.title, w.words, s.happened_on, d.name as district_name, gate.callings_of(s.id) as callings
      from ${fromStories}
      where s.id = any((select gate.stories_told())::uuid[]) and gate.story_layer(s.id) >= ${rankOf(least)} and ${which}
      order by s.happened_on desc, s.id desc limit 200`,
  );
  return found.map(({ callings, ...story }) => ({
    ...story,
    title: tellStory(story.title, callings),
    words: tellStory(story.words, callings),
  }));
}
