import * as z from 'zod';
import { choicesOn } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import {
  answerColumns,
  answeredAnew,
  answerRows,
  answersOf,
  answerValues,
  differingAnswers,
  listItemsOf,
  readAnswers,
} from '#domains/items/answering.ts';
import { type Answers, isInForce } from '#domains/items/model.ts';
import { operatorAccount } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { type Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './assessment-api.ts';
import { readAssessment } from './assessment-queries.ts';
import { idOfStandard, standardItems } from './assessment-standard.ts';
import { refuseBothValues } from './both-values.ts';

/**
 * Answers one facet anew, as it is asked today. What was answered before stays in the versions.
 *
 * @throws Refusal `not_found` for a person of another body; `refused` when somebody answered meanwhile; `invalid` with a
 *   sentence for every field
 */
export async function answerAssessment(db: Db, input: ParsedInputOf<typeof api.answerAssessment>, act: Act) {
  const { client_id, facet, version } = input;
  const answers = await readAnswers(db, 'client', input.answers, { from: act.today, insists: false, facet });
  const { known, written } = await db.one(
    z.object({ known: z.boolean(), written: z.int() }),
    answers === null
      ? sql`select exists (select from clients k where k.id = ${client_id}::uuid) as known, 1 as written`
      : sql`with known as (select k.id, k.holder_id from clients k where k.id = ${client_id}::uuid
            and k.holder_id = any((select gate.bodies_worked_for())::uuid[])),
          standing as (select k.* from known k where ${version} = coalesce((select max(v.version) from client_answer_versions v
            where v.client_id = k.id and v.facet = ${facet}), 0)),
          version as (insert into client_answer_versions (client_id, facet, version, said, written_by, written_at, holder_id)
            select s.id, ${facet}, ${version + 1}, ${answersOf(
              sql`client_answers`,
              sql`a.client_id = s.id and a.facet = ${facet} and a.item_id <> all(${answers.asked}::uuid[])`,
            )} || ${JSON.stringify(answers.answers)}::jsonb, (select gate.actor_account()), ${act.now}, s.holder_id
            from standing s on conflict do nothing returning client_id),
          taken_back as (delete from client_answers a using version v
            where a.client_id = v.client_id and a.item_id = any(${answers.asked}::uuid[])
              and not exists (select from ${answerRows(answers)} where r.item_id = a.item_id and r.part = a.part)),
          answered as (insert into client_answers (client_id, ${answerColumns}, facet, holder_id)
            select s.id, ${answerValues}, ${facet}, s.holder_id
            from standing s join version v on v.client_id = s.id, ${answerRows(answers)}
            on conflict (client_id, item_id, part) do update set ${answeredAnew})
          select exists (select from known) as known, (select count(*)::int from version) as written`,
  );
  if (!known) throw refuseNotFound();
  if (written === 0) throw await explainAnswered(db, input, answers?.answers ?? {}, act);
  return { client_id };
}

/** For each field that differs, what somebody else answered meanwhile and what was typed. */
async function explainAnswered(
  db: Db,
  { client_id, facet }: ParsedInputOf<typeof api.answerAssessment>,
  typed: Answers,
  act: Act,
): Promise<Refusal> {
  const now = await readAssessment(db, { client_id }, act);
  const items = (await listItemsOf(db, 'client')).filter(
    (one) => one.facet === facet && isInForce(one, act.today),
  );
  return refuseBothValues(differingAnswers(items, now.answers, typed));
}

export async function addStandardAssessment(
  db: Db,
  _input: ParsedInputOf<typeof api.addStandardAssessment>,
  act: Act,
) {
  return { added: await writeStandard(db, act) };
}

/** A new town begins with them. */
export async function listStandardAssessment(db: Db, _founded: unknown, act: Act): Promise<void> {
  await writeStandard(db, act);
}

async function writeStandard(db: Db, act: Act): Promise<number> {
  const { entries } = await listCodes(db, {}, act);
  const rows = standardItems.map(({ facet, kind, label, unit }, i) => ({
    id: idOfStandard(i + 1),
    facet,
    kind,
    label: label(),
    unit: unit?.() ?? null,
    sort: i + 1,
  }));
  const options = standardItems.flatMap(({ kind, facet, options: offered, list }, i) => {
    const listed = list ? choicesOn(entries, list, act.today).map(({ label }) => label) : [];
    const labels = kind === 'yes_no' ? [m.items_yes(), m.items_no()] : (offered?.().split('、') ?? listed);
    return labels.map((label, n) => ({
      id: idOfStandard(i + 1, n + 1),
      item_id: idOfStandard(i + 1),
      facet,
      sort: n,
      label,
    }));
  });
  // Whoever founds a town has no account yet: what it begins with stands under the operator's.
  const by = sql`coalesce((select gate.actor_account()), ${operatorAccount}::uuid)`;
  return db.run(
    sql`with typed as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          r(id uuid, facet text, kind text, label text, unit text, sort integer)),
      offered as (select o.* from jsonb_to_recordset(${JSON.stringify(options)}::jsonb)
          o(id uuid, item_id uuid, facet text, sort integer, label text)),
      present as (select i.id from items i where i.record = 'client'),
      missing as (select t.* from typed t where t.id not in (select id from present)),
      item as (insert into items (id, record, facet, kind, sort, starts_on, added_by, added_at)
        select id, 'client', facet, kind, sort, ${act.today}::date, ${by}, ${act.now}::timestamptz from missing),
      worded as (insert into item_wordings (item_id, version, label, unit, required, written_by, written_at, facet)
        select id, 1, label, unit, false, ${by}, ${act.now}::timestamptz, facet from missing),
      choices as (insert into item_options (id, item_id, sort, starts_on, facet)
        select o.id, o.item_id, o.sort, ${act.today}::date, o.facet from offered o join missing t on t.id = o.item_id),
      choice_words as (insert into item_option_wordings (option_id, version, label, written_by, written_at, facet)
        select o.id, 1, o.label, ${by}, ${act.now}::timestamptz, o.facet from offered o join missing t on t.id = o.item_id)
      select id from missing`,
  );
}
