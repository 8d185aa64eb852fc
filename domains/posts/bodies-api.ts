import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { bodyKinds } from './bodies.ts';

const text = (sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(100, { error: sentence });

export const addBody = operation({
  route: 'POST /bodies',
  summary: m.posts_body_add_summary,
  may: ['administrator'],
  audit: 'body.added',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(bodyKinds, { error: () => m.posts_field_body_kind() }),
    name: text(m.posts_field_body_name),
    kana: text(m.posts_field_body_kana),
    /** The district of a 校区社会福祉協議会; null for every other kind. */
    district_id: z
      .uuid({ error: () => m.posts_field_body_district() })
      .nullable()
      .default(null),
    sort: z.int().min(0).default(0),
  }),
  output: z.object({ id: z.uuid() }),
});
