import * as z from 'zod';
import {
  answerColumns,
  answeredAnew,
  answerRowsIn,
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
import { idList, planAnew, type Sql, sql } from '#platform/sql.ts';
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
  const [written] = await answerHouseholds(db, [{ household_id, facet, version, answers }], act);
  if (written === undefined) throw await explainNotAnswered(db, household_id, facet);
  return { household_id, facet };
}

/** What is answered of one facet of an entry, and how often that was answered before. */
export interface Answering {
  readonly household_id: string;
  readonly facet: 'household' | 'watching';
  readonly version: number;
  readonly answers: CheckedAnswers;
}

/**
 * Answers for one entry or thousands, in one statement.
 *
 * @returns the entries that were answered for; those that are closed, merged, another's to write, or answered meanwhile are not
 */
export async function answerHouseholds(
  db: Db,
  answerings: readonly Answering[],
  act: Act,
): Promise<string[]> {
  const given = answerings.map(({ answers, ...one }) => ({
    ...one,
    asked: answers.asked,
    said: answers.answers,
    answers: answers.rows,
  }));
  const served = (facet: string) =>
    sql`g.facet = ${facet} and h.holder_id = any((select gate.holders_served_by_actor(${facet}))::uuid[])`;
  const statement = sql`with given as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        g(household_id uuid, facet text, version integer, asked uuid[], said jsonb, answers jsonb)),
      standing as (select g.*, h.holder_id, h.district_id from given g join households h on h.id = g.household_id
        where h.id = any(${idList(answerings.map((one) => one.household_id))}::uuid[])
          and h.closed_on is null and h.merged_into is null
          and (${served('household')} or ${served('watching')})
          and g.version = coalesce((select max(v.version) from household_answer_versions v
            where v.household_id = h.id and v.facet = g.facet), 0)),
      version as (insert into household_answer_versions (household_id, facet, version, said, written_by, written_at,
          holder_id, district_id)
        select s.household_id, s.facet, s.version + 1, ${answersOf(
          sql`household_answers`,
          sql`a.household_id = s.household_id and a.facet = s.facet and a.item_id <> all(s.asked)`,
        )} || s.said,
          (select gate.actor_account()), ${act.now}, s.holder_id, s.district_id
        from standing s
        on conflict do nothing
        returning household_id, facet),
      answered_now as (select s.* from standing s join version v on v.household_id = s.household_id and v.facet = s.facet),
      taken_back as (delete from household_answers a using answered_now s
        where a.household_id = s.household_id and a.item_id = any(s.asked)
          and not exists (select from ${answerRowsIn(sql`s.answers`)} where r.item_id = a.item_id and r.part = a.part)),
      answered as (insert into household_answers (household_id, ${answerColumns}, facet, holder_id, district_id)
        select s.household_id, ${answerValues}, s.facet, s.holder_id, s.district_id
        from answered_now s cross join lateral ${answerRowsIn(sql`s.answers`)}
        on conflict (household_id, item_id, part) do update set ${answeredAnew})
      select household_id from version`;
  const written = await db.all(
    z.object({ household_id: z.uuid() }),
    answerings.length === 1 ? statement : planAnew(statement),
  );
  return written.map(({ household_id }) => household_id);
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

/** The common table expressions that answer for new entries, of both facets. They read `place(household_id, holder_id, district_id)`. */
export function answerNewHouseholds(
  households: readonly { readonly id: string; readonly answers: CheckedAnswers | null }[],
  act: Act,
): Sql {
  const said = households.flatMap(({ id, answers }) =>
    answers && answers.rows.length > 0 ? [{ id, said: answers.answers, answers: answers.rows }] : [],
  );
  if (said.length === 0) return sql``;
  return sql`told as (select p.household_id, p.holder_id, p.district_id, t.said, t.answers
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) t(id uuid, said jsonb, answers jsonb)
      join place p on p.household_id = t.id),
    typed as (select t.household_id, t.holder_id, t.district_id, i.facet, ${answerValues}
      from told t cross join lateral ${answerRowsIn(sql`t.answers`)} join items i on i.id = r.item_id),
    answered as (insert into household_answers (household_id, facet, ${answerColumns}, holder_id, district_id)
      select household_id, facet, item_id, part, option_id, number, day, words, holder_id, district_id from typed),
    answers_kept as (insert into household_answer_versions (household_id, facet, version, said, written_by, written_at,
        holder_id, district_id)
      select t.household_id, f.facet, 1, jsonb_object_agg(s.item, s.parts), (select gate.actor_account()), ${act.now},
        t.holder_id, t.district_id
      from told t cross join lateral jsonb_each(t.said) s(item, parts)
      join (select distinct household_id, facet, item_id from typed) f
        on f.household_id = t.household_id and f.item_id = s.item::uuid
      group by t.household_id, f.facet, t.holder_id, t.district_id),`;
}

/** The answers of a household `h` that the actor may see, and how often each facet was answered. */
export const answersOfHousehold = sql`${answersOf(sql`household_answers`, sql`a.household_id = h.id`)} as answers`;
export const answerVersionsOfHousehold = sql`(select jsonb_build_object(
    'household', coalesce(max(v.version) filter (where v.facet = 'household'), 0),
    'watching', coalesce(max(v.version) filter (where v.facet = 'watching'), 0))
  from household_answer_versions v where v.household_id = h.id) as answer_versions`;
