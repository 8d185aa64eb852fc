import * as z from 'zod';
import type { ToldStory } from '#domains/wishes/story-api.ts';
import { readToldStories } from '#domains/wishes/story-queries.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { findReviews } from '../letters/form-queries.ts';
import * as api from './told-api.ts';

/** @throws never: what nobody may read any more is not there */
export async function listPublishedStories(
  db: Db,
  { district }: ParsedInputOf<typeof api.listPublishedStories>,
  _act: Act,
): Promise<OutputOf<typeof api.listPublishedStories>> {
  const stories = await readToldStories(
    db,
    'public',
    district ? sql`s.district_id = ${district}::uuid` : sql`true`,
  );
  return { stories: stories.map(publish), reviewed: await readReviewed(db) };
}

/** @throws never */
export async function readPublishedStory(
  db: Db,
  { id }: ParsedInputOf<typeof api.readPublishedStory>,
  _act: Act,
): Promise<OutputOf<typeof api.readPublishedStory>> {
  const [story] = await readToldStories(db, 'public', sql`s.id = ${id}::uuid`);
  return { story: story ? publish(story) : null, reviewed: await readReviewed(db) };
}

function publish({ id, title, words, happened_on }: ToldStory) {
  return { id, title, words, month: happened_on.slice(0, 7) };
}

async function readReviewed(db: Db) {
  const { element } = api.listPublishedStories.output.shape.reviewed;
  const found = await db.all(z.object({ language: element }), findReviews());
  return found.map(({ language }) => language);
}
