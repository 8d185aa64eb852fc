import * as z from 'zod';
import {
  answerColumns,
  answeredAnew,
  answerRows,
  answersOf,
  answerValues,
  readAnswers,
} from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { readStanding, refuseUnlessAllowed } from './standing.ts';

type AnswerInput = ParsedInputOf<typeof api.answerHousehold>;

/**
 * Answers the town's own items of one facet for a household, as they are asked today. What was answered before stays
 * in the versions; an item that is no longer asked keeps its answer.
 *
 * @throws Refusal `refused` when somebody else answered meanwhile, or the entry does not allow it; `invalid` with a
 *   sentence for every field
 */
export async function answerHousehold(db: Db, input: AnswerInput, act: Act) {
  const { household_id, facet, version } = input;
  const insists = act.actor.role === 'gatherer';
  const answers = await readAnswers(db, 'household', input.answers, { from: act.today, insists, facet });
  if (!answers) return { household_id, facet };
  const written = await db.maybe(
    z.object({ household_id: z.uuid() }),
    sql`with standing as (select h.id, h.holder_id, h.district_id from households h
        where h.id = ${household_id}::uuid and h.closed_on is null and h.merged_into is null
          and h.holder_id = any((select gate.holders_served_by_actor(${facet}))::uuid[])
          and ${version} = coalesce((select max(v.version) from household_answer_versions v
            where v.household_id = h.id and v.facet = ${facet}), 0)),
      version as (insert into household_answer_versions (household_id, facet, version, said, written_by, written_at,
          holder_id, district_id)
        select s.id, ${facet}, ${version + 1}, ${answersOf(
          sql`household_answers`,
          sql`a.household_id = s.id and a.facet = ${facet} and a.item_id <> all(${answers.asked}::uuid[])`,
        )} || ${JSON.stringify(answers.answers)}::jsonb,
          (select gate.actor_account()), ${act.now}, s.holder_id, s.district_id
        from standing s
        on conflict do nothing
        returning household_id),
      taken_back as (delete from household_answers a using version v
        where a.household_id = v.household_id and a.item_id = any(${answers.asked}::uuid[])
          and not exists (select from ${answerRows(answers)} where r.item_id = a.item_id and r.part = a.part)),
      answered as (insert into household_answers (household_id, ${answerColumns}, facet, holder_id, district_id)
        select s.id, ${answerValues}, ${facet}, s.holder_id, s.district_id
        from standing s join version v on v.household_id = s.id, ${answerRows(answers)}
        on conflict (household_id, item_id, part) do update set ${answeredAnew})
      select household_id from version`,
  );
  if (!written) throw await explainNotAnswered(db, household_id, facet);
  return { household_id, facet };
}

async function explainNotAnswered(db: Db, household: string, facet: string): Promise<Refusal> {
  const entry = await readStanding(db, household);
  refuseUnlessAllowed(entry, 'answer');
  const { served } = await db.one(
    z.object({ served: z.boolean() }),
    sql`select ${entry.holder_id}::uuid = any(gate.holders_served_by_actor(${facet})) as served`,
  );
  return served
    ? new Refusal('refused', m.parties_refused_changed())
    : new Refusal('refused', m.parties_refused_not_ours({ holder: entry.holder_name }));
}

/**
 * The common table expressions that answer for a new entry, of both facets. They read its `place(holder_id, district_id)`.
 */
export function answerNewHousehold(household: string, answers: CheckedAnswers | null, act: Act): Sql {
  if (!answers || answers.rows.length === 0) return sql``;
  return sql`typed as (select i.facet, ${answerValues} from ${answerRows(answers)} join items i on i.id = r.item_id),
    answered as (insert into household_answers (household_id, facet, ${answerColumns}, holder_id, district_id)
      select ${household}::uuid, t.facet, t.item_id, t.part, t.option_id, t.number, t.day, t.words, p.holder_id,
        p.district_id
      from place p, typed t),
    answers_kept as (insert into household_answer_versions (household_id, facet, version, said, written_by, written_at,
        holder_id, district_id)
      select ${household}::uuid, f.facet, 1, f.said, (select gate.actor_account()), ${act.now}, p.holder_id,
        p.district_id
      from place p, (select t.facet, jsonb_object_agg(s.item, s.parts) as said
        from jsonb_each(${JSON.stringify(answers.answers)}::jsonb) s(item, parts)
        join (select distinct facet, item_id from typed) t on t.item_id = s.item::uuid
        group by t.facet) f),`;
}

/** The answers of a household `h` that the actor may see, and how often each facet was answered. */
export const answersOfHousehold = sql`${answersOf(sql`household_answers`, sql`a.household_id = h.id`)} as answers`;
export const answerVersionsOfHousehold = sql`(select jsonb_build_object(
    'household', coalesce(max(v.version) filter (where v.facet = 'household'), 0),
    'watching', coalesce(max(v.version) filter (where v.facet = 'watching'), 0))
  from household_answer_versions v where v.household_id = h.id) as answer_versions`;
