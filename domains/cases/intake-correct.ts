import * as z from 'zod';
import { listCodes, refuseUnknownCodes } from '#domains/codes/queries.ts';
import { changeEncounter, withdrawEncounter } from '#domains/encounters/commands.ts';
import { answersOf, differingAnswers, listItemsOf, readAnswers } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import type { Item } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { writeContact, writeIdentity } from './client-writing.ts';
import { countAnew } from './counting-commands.ts';
import type * as api from './intake-api.ts';
import { codesOf, refuseField, worriesOf } from './intake-model.ts';
import { readIntake } from './intake-queries.ts';
import { type Known, sayIntake } from './intake-words.ts';
import { writeBeside } from './intake-writing.ts';

/**
 * Corrects the form as a whole: who it is, how to reach the person, and the first word. What was corrected has to be what
 * stands; of two who correct at the same time the second is told, for each field, what stands now and what was typed. The
 * count follows day and way, with the reason.
 *
 * @throws Refusal `refused` with fields; `invalid`; `not_found`
 */
export async function correctIntake(db: Db, input: ParsedInputOf<typeof api.correctIntake>, act: Act) {
  const received_on = input.received_on ?? act.today;
  if (received_on > act.today) throw refuseField('received_on', m.cases_refused_not_yet());
  await refuseUnknownCodes(db, received_on, codesOf(input), act);
  const answers = await readAnswers(db, 'intake', input.answers, { from: received_on, insists: false });
  const worries = JSON.stringify(worriesOf(input));
  const written = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`with standing as (
        select e.*, null::uuid as household_id from encounters e join intakes i on i.id = e.id
        where e.id = ${input.id}::uuid and i.client_id = ${input.client_id}::uuid and i.version = ${input.version}
          and i.holder_id = any((select gate.bodies_worked_for())::uuid[])
          and exists (select from clients c where c.id = i.client_id and c.version = ${input.identity_version})
          and not exists (select from client_contacts t where t.client_id = i.client_id
            and t.version is distinct from ${input.contact_version}::int)
          and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)
          and (${input.reason}::text is not null or (e.occurred_on = ${received_on}::date and e.channel = ${input.channel}))
        for update of e, i),
      ${changeEncounter(
        {
          occurredOn: received_on,
          districtId: sql`case when not gate.may_be_located(${input.client_id}::uuid) then null
            when ${input.contact_version !== null}::boolean
            and (${input.reason}::text is not null or gate.fixed_year_of(s.occurred_on) is null)
            then ${input.district_id}::uuid else s.district_id end`,
          channel: input.channel,
          contact: null,
        },
        input.reason ?? '',
        act,
      )},
      before as (insert into intake_versions (intake_id, version, content, reason, replaced_by, replaced_at, client_id, holder_id)
        select i.id, i.version, to_jsonb(i) - array['id', 'client_id', 'holder_id', 'retention_class', 'version']
            || jsonb_build_object('worries', (select coalesce(jsonb_object_agg(g.code, g.most), '{}')
              from intake_worries g where g.intake_id = i.id), 'circumstances', (select coalesce(jsonb_object_agg(s.matter,
              s.code), '{}') from intake_circumstances s where s.intake_id = i.id),
              'answers', ${answersOf(sql`intake_answers`, sql`a.intake_id = i.id`)}),
          ${input.reason}, (select gate.actor_account()), ${act.now}, i.client_id, i.holder_id
        from intakes i join standing s on s.id = i.id),
      word as (update intakes i set received_on = ${received_on}::date, route = ${input.route ?? 'unknown'},
          caller_name = ${input.caller_name}, caller_phone = ${input.caller_phone},
          caller_relation = ${input.caller_relation}, trouble = ${input.trouble}, wish = ${input.wish},
          heard_of = ${input.heard_of}, consent = ${input.consent}, version = i.version + 1
        from standing s where i.id = s.id returning i.id),
      gone as (delete from intake_worries g using standing s where g.intake_id = s.id
        and not exists (select from jsonb_to_recordset(${worries}::jsonb) n(code text, most boolean)
          where n.code = g.code and n.most = g.most))
      select id from word`,
  );
  if (!written) throw await explainNotCorrected(db, input, answers, act);
  await db.run(sql`insert into intake_worries (intake_id, code, most, client_id, holder_id)
    select i.id, n.code, n.most, i.client_id, i.holder_id
    from intakes i, jsonb_to_recordset(${worries}::jsonb) n(code text, most boolean)
    where i.id = ${input.id}::uuid on conflict do nothing`);
  await writeBeside(db, input, answers);
  await writeIdentity(db, input.client_id, input, act);
  if (input.contact_version !== null) await writeContact(db, input.client_id, input, act);
  await countAnew(db, input.client_id, act);
  return { id: input.id, client_id: input.client_id };
}

async function explainNotCorrected(
  db: Db,
  input: ParsedInputOf<typeof api.correctIntake>,
  answers: CheckedAnswers | null,
  act: Act,
): Promise<Refusal> {
  const now = await readIntake(db, input, act);
  if (!now.own) return refuseNotFound();
  if (now.withdrawn_reason !== null) return new Refusal('refused', m.cases_refused_withdrawn());
  const same =
    now.version === input.version &&
    now.identity?.version === input.identity_version &&
    (now.contact?.version ?? null) === input.contact_version;
  if (same) return refuseField('reason', m.cases_field_count_reason());
  const known = await readWords(db, now, act);
  const standing: Record<string, unknown> = { ...now, ...now.identity, ...now.contact };
  const said = sayIntake(standing, known);
  const wanted = sayIntake({ ...input }, known);
  const fields: Record<string, string> = {};
  for (const [field, typed] of Object.entries(wanted)) {
    const stands = said[field] ?? '';
    if (field in standing && stands !== typed)
      fields[field] = m.cases_door_refused_changed_field({ now: stands, typed });
  }
  const differing = answers
    ? differingAnswers(
        known.items.filter(({ id }) => answers.asked.includes(id)),
        now.answers,
        answers.answers,
      )
    : {};
  for (const [field, both] of Object.entries(differing))
    fields[field] = m.cases_door_refused_changed_field(both);
  return new Refusal('refused', m.cases_door_refused_changed(), fields);
}

async function readWords(
  db: Db,
  { received_on }: { received_on: string },
  act: Act,
): Promise<Known & { items: Item[] }> {
  const districts = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    sql`select id, name from districts`,
  );
  return {
    codes: (await listCodes(db, {}, act)).entries,
    items: await listItemsOf(db, 'intake'),
    districts: new Map(districts.map(({ id, name }) => [id, name])),
    day: received_on,
  };
}

/**
 * Takes a first word out of the count again; the record stays with its reason.
 *
 * @throws Refusal `not_found` for what another window recorded, `refused` for what was withdrawn already
 */
export async function withdrawIntake(db: Db, input: ParsedInputOf<typeof api.withdrawIntake>, act: Act) {
  const { standing, withdrawn, client_id } = await db.one(
    z.object({ standing: z.int(), withdrawn: z.int(), client_id: z.uuid().nullable() }),
    sql`with standing as (
        select e.*, null::uuid as household_id from encounters e
        where e.id = ${input.id} and (e.kind = 'intake' or exists (select from intakes i where i.id = e.id))
          and e.holder_id = any((select gate.bodies_worked_for())::uuid[]) for update),
      ${withdrawEncounter(input.reason, act)}
      select (select count(*)::int from standing) as standing, (select count(*)::int from withdrawal) as withdrawn,
        (select i.client_id from intakes i where i.id = ${input.id}) as client_id`,
  );
  if (standing === 0) throw refuseNotFound();
  if (withdrawn === 0) throw new Refusal('refused', m.cases_refused_withdrawn());
  if (client_id !== null) await countAnew(db, client_id, act);
  return { id: input.id };
}
