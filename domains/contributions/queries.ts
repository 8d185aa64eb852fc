import * as z from 'zod';
import { findReviews } from '#domains/letters/form-queries.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';

export { printContributions } from './paper.ts';

const said = sql`c.id, c.participant_id, n.name as participant_name, p.sort, c.offer_id, x.words as offer_words, c.kinds, c.conditions,
  c.insurance, c.insurance_words, c.starts_on, c.ends_on,
  (select s.allows from contribution_permissions s where s.contribution_id = c.id order by s.recorded_at desc, s.id desc limit 1) as allows`;
const from = sql`contributions c join participants p on p.id = c.participant_id
  join participant_names n on n.participant_id = c.participant_id
  join wishes w on w.id = c.offer_id join wish_words x on x.wish_id = w.id and x.version = w.version`;

/** The newest first. */
export async function listContributions(
  db: Db,
  input: ParsedInputOf<typeof api.listContributions>,
  _act: Act,
): Promise<OutputOf<typeof api.listContributions>> {
  const found = await db.all(
    api.listContributions.output.shape.contributions.element,
    sql`select ${said} from ${from} where ${input.after ? sql`c.id < ${input.after}::uuid` : sql`true`}
      order by c.id desc ${limitTo(input.limit + 1)}`,
  );
  const contributions = found.slice(0, input.limit);
  return { contributions, next: found.length > input.limit ? (contributions.at(-1)?.id ?? null) : null };
}

/** @throws Refusal `not_found` */
export function readContribution(
  db: Db,
  { id }: ParsedInputOf<typeof api.readContribution>,
  _act: Act,
): Promise<OutputOf<typeof api.readContribution>> {
  return db.one(
    api.readContribution.output,
    sql`select ${said}, c.version,
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'looked_on', r.looked_on, 'brought_others', r.brought_others,
            'brought_giver', r.brought_giver) order by r.looked_on desc, r.id desc), '[]')
          from contribution_results r where r.contribution_id = c.id) as results,
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'allows', s.allows, 'words', s.words, 'said_by', s.said_by,
            'said_on', s.said_on) order by s.recorded_at desc, s.id desc), '[]')
          from contribution_permissions s where s.contribution_id = c.id) as permissions,
        array(select f.happened_on::text from match_legs l join fulfilments f on f.match_id = l.match_id and f.position = l.position
          where l.offer_id = c.offer_id and f.taken_back_at is null order by f.happened_on desc, f.id) as came_true,
        (select coalesce(jsonb_agg(jsonb_build_object('words', t.words, 'on', f.happened_on) order by t.id desc), '[]')
          from match_legs l join fulfilments f on f.match_id = l.match_id and f.position = l.position
          join thanks t on t.fulfilment_id = f.id
          where f.taken_back_at is null and l.offer_id = c.offer_id and t.to_id = c.participant_id and t.tells <> 'them') as thanks
      from ${from} where c.id = ${id}::uuid`,
  );
}

/** In the order of their ids: nobody stands first for having given more. */
export async function listPublishedContributions(
  db: Db,
  _input: ParsedInputOf<typeof api.listPublishedContributions>,
  _act: Act,
): Promise<OutputOf<typeof api.listPublishedContributions>> {
  const shape = api.listPublishedContributions.output.shape;
  const contributions = await db.all(
    shape.contributions.element,
    sql`select id, name, sort, kinds, words, starts_on from gate.contributions_published() order by starts_on desc, id`,
  );
  const reviewed = await db.all(z.object({ language: shape.reviewed.element }), findReviews());
  return { contributions, reviewed: reviewed.map(({ language }) => language) };
}
