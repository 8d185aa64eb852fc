import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import { letterboxRole } from '../letters/model.ts';

/** A story as anybody reads it. The consent is to its words: its day and its district stay with the town. */
const publishedStory = z.object({
  id: z.uuid(),
  title: z.string(),
  words: z.string(),
  /** YYYY-MM */
  month: z.string(),
});
const reviewed = z.array(z.enum(languages));

/** 叶え合う事例 that everybody in them lets go to anybody, the newest first. */
export const listPublishedStories = operation({
  route: 'GET /stories-published',
  summary: m.cards_told_list_summary,
  may: [letterboxRole],
  // Published words.
  audit: null,
  input: z.object({ district: z.uuid().optional() }),
  output: z.object({ stories: z.array(publishedStory), reviewed }),
});

/** One of them; null for what is not published, be it there or not. */
export const readPublishedStory = operation({
  route: 'GET /stories-published/:id',
  summary: m.cards_told_read_summary,
  may: [letterboxRole],
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: z.object({ story: publishedStory.nullable(), reviewed }),
});
