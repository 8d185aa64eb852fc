import { answersOf, listItemsOf } from '#domains/items/answering.ts';
import { answers, sayAnswers } from '#domains/items/model.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { awayOn } from './absence.ts';
import * as api from './today-api.ts';

/** The households a post looks in on today, who was met longest ago first. */
export async function readRound(
  db: Db,
  input: ParsedInputOf<typeof api.readRound>,
  act: Act,
): Promise<OutputOf<typeof api.readRound>> {
  const households = await readRoundOf(db, input.post, act);
  return { month_began: monthOf(act.today), households };
}

/** The first day of a day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

const roundRow = api.readRound.output.shape.households.element.omit({ own: true }).extend({ answers });

/** @param post whose round; the actor's own when left out */
export async function readRoundOf(db: Db, post: string | undefined, act: Act): Promise<api.RoundEntry[]> {
  const own = act.actor.finishing;
  const households = await db.all(
    roundRow,
    sql`select h.id as household_id, h.name, ${own ? sql`null` : sql`h.address`} as address,
        ${own ? sql`'{}'::text[]` : sql`h.cautions`} as cautions,
        case when l.id is not null then jsonb_build_object('id', l.id, 'visited_on', l.visited_on, 'channel', l.channel,
          'contact', l.contact, 'condition', l.condition, 'own', l.post_id = (select gate.actor_post())) end as last,
        met.visited_on as met_on, ${own ? sql`null::jsonb` : newestWishOf(sql`h.id`)} as wish,
        ${own ? sql`null::jsonb` : awayOn(sql`h.id`, sql`(select gate.today())`)} as away,
        ${own ? sql`'{}'::jsonb` : answersOf(sql`household_answers`, sql`a.household_id = h.id and a.facet = 'household'`)} as answers
      from (${own ? ownEntries : assigned(post)}) r
      join households h on h.id = r.id
      left join lateral (${newest(sql`true`)}) l on true
      left join lateral (${newest(sql`v.contact = 'met'`)}) met on true
      order by met.visited_on nulls first, h.kana_key, h.id`,
  );
  const answered = households.some(({ answers: said }) => Object.keys(said).length > 0);
  const items = answered ? await listItemsOf(db, 'household') : [];
  return households.map(({ answers: said, ...entry }) => ({
    ...entry,
    own: sayAnswers(items, said, act.today),
  }));
}

/** What a household said last about being looked in on, as `visitWish` has it. */
export function newestWishOf(household: Sql): Sql {
  return sql`(select jsonb_build_object('wished', w.wished, 'every', w.every, 'channel', w.channel, 'words', w.words,
      'heard_on', w.heard_on)
    from visit_wishes w where w.household_id = ${household} order by w.heard_at desc limit 1)`;
}

/** Of a post, or of the actor's own and the one it stands in for. Entries that are one household stand once, as the kept one. */
function assigned(post: string | undefined): Sql {
  return sql`select distinct k.opens_as as id
    from household_assignments a join households k on k.id = a.household_id
    where a.post_id = any(case when coalesce(${post ?? null}::uuid, (select gate.actor_post())) = (select gate.actor_post())
        then (select gate.posts_of_actor()) else array[${post ?? null}::uuid] end)
      and a.starts_on <= (select gate.today())
      and (a.ends_on is null or a.ends_on >= (select gate.today()))`;
}

const ownEntries = sql`select distinct k.opens_as as id
  from unnest((select gate.households_while_finishing())) f(id) join households k on k.id = f.id`;

function newest(which: Sql): Sql {
  return sql`select v.id, v.visited_on, v.channel, v.contact, v.condition, v.post_id from visits v
    where v.household_id = h.id and ${which}
      and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
    order by v.visited_on desc, v.id desc limit 1`;
}
