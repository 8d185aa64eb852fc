import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import { readSides } from './leg-queries.ts';
import * as api from './match-api.ts';
import { everybodyAgreed } from './match-commands.ts';

/** A match with whom it brings together, what each has said, and what came of it. @throws Refusal `not_found` */
export async function readMatch(
  db: Db,
  { id }: ParsedInputOf<typeof api.readMatch>,
  _act: Act,
): Promise<OutputOf<typeof api.readMatch>> {
  const of = api.readMatch.output.shape;
  const match = await db.maybe(
    api.readMatch.output.omit({ parties: true, legs: true, fulfilments: true }),
    sql`select o.id, o.shape, (o.proposed_at at time zone 'Asia/Tokyo')::date as proposed_on, o.outcome, o.reason,
        ${everybodyAgreed(id)} as agreed,
        (select count(*)::int from safeguarding_concerns c where c.match_id = o.id) as concerns
      from matches o where o.id = ${id}::uuid`,
  );
  if (!match) throw refuseNotFound();
  const parties = await db.all(
    of.parties.element,
    sql`select n.participant_id as id, n.name, n.reached, a.answer, a.answered_on
      from participant_names n
      left join lateral (select s.answer, (s.recorded_at at time zone 'Asia/Tokyo')::date as answered_on from match_answers s
        where s.match_id = ${id}::uuid and s.participant_id = n.participant_id order by s.recorded_at desc, s.id desc limit 1) a on true
      where n.participant_id in (select unnest(array[giver_id, receiver_id]) from match_legs where match_id = ${id}::uuid)
      order by n.kana_key, n.participant_id`,
  );
  const rows = await db.all(
    of.legs.element
      .omit({ offer: true, wish: true, giving: true, needs: true })
      .extend({ offer_id: z.uuid(), wish_id: z.uuid() }),
    sql`select position, giver_id, receiver_id, offer_id, wish_id, reasons from match_legs where match_id = ${id}::uuid order by position`,
  );
  const fulfilments = await db.all(
    of.fulfilments.element,
    sql`select f.id, f.position, f.happened_on, f.returned, l.name as place_name,
        case when x.fulfilment_id is not null then jsonb_build_object('on', (x.withdrawn_at at time zone 'Asia/Tokyo')::date,
          'reason', x.reason) end as taken_back,
        (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'from_id', t.from_id, 'to_id', t.to_id, 'words', t.words,
            'tells', t.tells, 'passed_on', t.passed_on,
            'agreed', case when t.agreed_on is not null then jsonb_build_object('by', t.agreed_by, 'on', t.agreed_on) end) order by t.id), '[]') from thanks t where t.fulfilment_id = f.id) as thanks
      from fulfilments f left join places l on l.id = f.place_id left join fulfilment_withdrawals x on x.fulfilment_id = f.id
      where f.match_id = ${id}::uuid order by f.happened_on, f.id`,
  );
  return { ...match, parties, legs: await readSides(db, rows), fulfilments };
}

/** Those that go on, or those that are closed; the newest first, or what has waited longest. */
export async function listMatches(
  db: Db,
  input: ParsedInputOf<typeof api.listMatches>,
  _act: Act,
): Promise<OutputOf<typeof api.listMatches>> {
  const longest = input.first === 'longest';
  const beyond = longest
    ? sql`(o.proposed_at, o.id) > (select k.proposed_at, k.id from matches k where k.id = ${input.after ?? null}::uuid)`
    : sql`o.id < ${input.after ?? null}::uuid`;
  const found = await db.all(
    api.listMatches.output.shape.matches.element,
    sql`select o.id, o.shape, (o.proposed_at at time zone 'Asia/Tokyo')::date as proposed_on, o.outcome, who.names,
        cardinality(who.names) as parties,
        (select count(*)::int from (select distinct on (a.participant_id) a.answer from match_answers a where a.match_id = o.id
          order by a.participant_id, a.recorded_at desc, a.id desc) s where s.answer = 'yes') as yes,
        (select count(*)::int from fulfilments f where f.match_id = o.id and f.taken_back_at is null) as came_true
      from matches o
      cross join lateral (select array(select n.name from participant_names n where n.participant_id in (
        select unnest(array[l.giver_id, l.receiver_id]) from match_legs l where l.match_id = o.id) order by n.kana_key) as names) who
      where ${input.closed === 'yes' ? sql`o.closed_at is not null` : sql`o.closed_at is null`}
        and ${input.after ? beyond : sql`true`}
      order by ${longest ? sql`o.proposed_at, o.id` : sql`o.id desc`} ${limitTo(input.limit + 1)}`,
  );
  const matches = found.slice(0, input.limit);
  return { matches, next: found.length > input.limit ? (matches.at(-1)?.id ?? null) : null };
}
