import * as z from 'zod';
import { words } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { placeCoordinators, placeKeepers } from './model.ts';

const id = z.object({ id: z.uuid() });
const hosts = ['place_host'] as const;

/** 世話人にできる役割: posts of hosts in the actor's districts. */
export const listHostPosts = operation({
  route: 'GET /host-posts',
  summary: m.places_host_posts_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({}),
  output: z.object({
    posts: z.array(
      z.object({ id: z.uuid(), name: z.string(), body_name: z.string(), district_id: z.uuid().nullable() }),
    ),
  }),
});

export const nameHost = operation({
  route: 'POST /places/:place_id/hosts',
  summary: m.places_host_name_summary,
  may: placeCoordinators,
  audit: 'place.host_named',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    post_id: z.uuid({ error: () => m.places_field_host() }),
  }),
  output: id,
});

export const endHost = operation({
  route: 'POST /place-hosts/:id/end',
  summary: m.places_host_end_summary,
  may: placeCoordinators,
  audit: 'place.host_ended',
  input: id,
  output: id,
});

/** 名簿を任せる: the coordinators of a body keep the place's list of names with it, until it is taken back. */
export const entrustNames = operation({
  route: 'POST /places/:place_id/entrustments',
  summary: m.places_entrust_summary,
  may: hosts,
  audit: 'place.names_entrusted',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    body_id: z.uuid({ error: () => m.places_field_body() }),
    words: words(200, m.places_field_entrust_words),
  }),
  output: id,
});

export const takeNamesBack = operation({
  route: 'POST /place-entrustments/:id/end',
  summary: m.places_entrust_end_summary,
  may: hosts,
  audit: 'place.names_taken_back',
  input: id,
  output: id,
});
