import * as z from 'zod';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { coordinators, words } from './model.ts';
import { heardHows, storyLayers } from './story-model.ts';

const layer = z.enum(storyLayers, { error: () => m.wishes_story_field_layer() });
const written = {
  title: words(80, m.wishes_story_field_title),
  /** Who is in it stands as ①, ②, ③. */
  words: words(2000, m.wishes_story_field_words),
};

/** A story that may be told, as it is read. */
export const toldStory = z.object({
  id: z.uuid(),
  title: z.string(),
  words: z.string(),
  happened_on: z.string(),
  district_name: z.string().nullable(),
});
export type ToldStory = z.output<typeof toldStory>;

/** Writes a story of what came true; whoever took part in the match is in it. */
export const draftStory = operation({
  route: 'POST /fulfilments/:fulfilment_id/stories',
  summary: m.wishes_story_draft_summary,
  may: coordinators,
  audit: 'story.drafted',
  input: z.object({ fulfilment_id: z.uuid(), id: z.uuid(), ...written }),
  output: z.object({ id: z.uuid() }),
});

/** Other words are another reading: everybody is asked anew. */
export const rewriteStory = operation({
  route: 'POST /stories/:id',
  summary: m.wishes_story_rewrite_summary,
  may: coordinators,
  audit: 'story.rewritten',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int(), ...written }),
  output: z.object({ id: z.uuid() }),
});

/** What a person in it said after reading it. */
export const answerStory = operation({
  route: 'POST /stories/:story_id/consents',
  summary: m.wishes_story_answer_summary,
  may: coordinators,
  audit: 'story.answered',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({
    story_id: z.uuid(),
    id: z.uuid(),
    participant_id: z.uuid({ error: () => m.wishes_field_participant() }),
    version: z.coerce.number().int(),
    layer,
    /** A name, or other words the person wants to be called by. */
    shown_as: words(60, m.wishes_story_field_shown_as),
    heard_how: z.enum(heardHows, { error: () => m.wishes_story_field_heard() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** やめておく: at any time, without a reason. It works from now on. */
export const withdrawFromStory = operation({
  route: 'POST /stories/:story_id/withdrawals',
  summary: m.wishes_story_withdraw_summary,
  may: coordinators,
  audit: 'story.withdrawn',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({ story_id: z.uuid(), id: z.uuid(), participant_id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const releaseStory = operation({
  route: 'POST /stories/:story_id/releases',
  summary: m.wishes_story_release_summary,
  may: coordinators,
  audit: 'story.released',
  input: z.object({ story_id: z.uuid(), id: z.uuid(), layer }),
  output: z.object({ id: z.uuid() }),
});

export const takeBackStory = operation({
  route: 'POST /stories/:story_id/taking-back',
  summary: m.wishes_story_take_back_summary,
  may: coordinators,
  audit: 'story.taken_back',
  input: z.object({ story_id: z.uuid(), id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

const listed = z.object({
  id: z.uuid(),
  title: z.string(),
  happened_on: z.string(),
  district_name: z.string().nullable(),
  /** How far it goes now; null: nowhere yet, or no more. */
  layer: z.enum(storyLayers).nullable(),
  /** Somebody has not read the words that stand, or has said no. */
  waits: z.boolean(),
});

export const listStories = operation({
  route: 'GET /stories',
  summary: m.wishes_stories_summary,
  may: coordinators,
  audit: 'stories.listed',
  input: z.object({}),
  output: z.object({
    stories: z.array(listed),
    /** What came true within the last year and has no story yet. */
    untold: z.array(
      z.object({ fulfilment_id: z.uuid(), happened_on: z.string(), names: z.array(z.string()) }),
    ),
  }),
});

export const readStory = operation({
  route: 'GET /stories/:id',
  summary: m.wishes_story_read_summary,
  may: coordinators,
  audit: 'story.read',
  subjects: (_, { people }) => people.map(({ participant_id }) => participant_id),
  input: z.object({ id: z.uuid() }),
  output: listed.omit({ waits: true }).extend({
    version: z.int(),
    words: z.string(),
    released: z.enum(storyLayers).nullable(),
    fulfilment_id: z.uuid(),
    /** What it tells of was taken back: it goes nowhere any more. */
    fulfilment_taken_back: z.boolean(),
    people: z.array(
      z.object({
        sign: z.string(),
        participant_id: z.uuid(),
        name: z.string(),
        /** What was said of the words that stand; null: not read yet, or taken back. */
        layer: z.enum(storyLayers).nullable(),
        shown_as: z.string().nullable(),
        answered_on: z.string().nullable(),
        taken_back: z.boolean(),
      }),
    ),
  }),
});

/** 叶え合う事例 that the actor is told, as they are read. */
export const listToldStories = operation({
  route: 'GET /told-stories',
  summary: m.wishes_stories_told_summary,
  may: roles,
  audit: null,
  input: z.object({ district: z.uuid().optional() }),
  output: z.object({ stories: z.array(toldStory) }),
});
