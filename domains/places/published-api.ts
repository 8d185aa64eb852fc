import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { publishedPlace, shownDay } from './model.ts';

/** What anybody may read, without an account: places whose people let it be shown. */
export const listPublishedPlaces = operation({
  route: 'GET /published-places',
  summary: m.places_published_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  input: z.object({
    q: z.string().trim().max(100).optional(),
    district: z.uuid().optional(),
    weekday: z.coerce.number().int().min(1).max(7).optional(),
    language: z.string().max(40).optional(),
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ places: z.array(publishedPlace), next: z.string().nullable() }),
});

export const readPublishedPlace = operation({
  route: 'GET /published-places/:id',
  summary: m.places_published_read_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: publishedPlace.extend({
    days: z.array(shownDay),
    events: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        what: z.string().nullable(),
        held_on: z.string(),
        from: z.string(),
        until: z.string(),
        capacity: z.int().nullable(),
        register_until: z.string().nullable(),
        cost: z.string().nullable(),
      }),
    ),
  }),
});
