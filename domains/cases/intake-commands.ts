import * as z from 'zod';
import { labelOf } from '#domains/codes/model.ts';
import { listCodes, refuseUnknownCodes } from '#domains/codes/queries.ts';
import { writeEncounter } from '#domains/encounters/commands.ts';
import { readAnswers } from '#domains/items/answering.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { orderKeyOf } from './client-model.ts';
import { countAnew, countComing } from './counting-commands.ts';
import type * as api from './intake-api.ts';
import { codesOf, refuseField, worriesOf } from './intake-model.ts';
import { writeBeside } from './intake-writing.ts';

export { correctIntake, withdrawIntake } from './intake-correct.ts';

/**
 * 相談の受付: the person, how to reach the person, the first word with its worries, and the encounter of the same id
 * that counts it, at once. Nothing has to be known but what was heard: without a name the person is spoken of by day
 * and way. Whether it counts as new is said by the counting in force on its day. Who took part is not written to the encounter: others of the body who may see it must not learn whose it is.
 *
 * @throws Refusal `invalid` for a day to come, outside the post's term, or in a fixed year without a reason;
 *   `not_found` for a person the body does not know; `id_taken`
 */
export async function receiveIntake(db: Db, input: ParsedInputOf<typeof api.receiveIntake>, act: Act) {
  const received_on = input.received_on ?? act.today;
  if (received_on > act.today) throw refuseField('received_on', m.cases_refused_not_yet());
  await refuseUnknownCodes(db, received_on, codesOf(input), act);
  const answers = await readAnswers(db, 'intake', input.answers, { from: received_on, insists: false });
  const worries = worriesOf(input);
  const counted = await countComing(db, { ...input, received_on, named: input.name !== null }, act);
  const called =
    input.name === null && input.called === null
      ? await callAtFirst(db, received_on, input.channel, act)
      : input.called;
  const { known, placed, written } = await db.one(
    z.object({ known: z.boolean(), placed: z.boolean(), written: z.boolean() }),
    sql`with known as (select id, holder_id from clients
        where ${input.known}::boolean and id = ${input.client_id}::uuid
          and holder_id = any((select gate.bodies_worked_for())::uuid[])),
      place as (
        select case when not ${input.known}::boolean or gate.may_be_located(${input.client_id}::uuid) then d.id end
            as district_id, coalesce(k.holder_id, p.body_id) as holder_id, p.id as post_id, p.role,
          coalesce(k.holder_id, p.body_id) as group_id, a.party_id
        from posts p
        left join accounts a on a.id = p.account_id
        left join known k on true
        left join districts d on d.id = ${input.district_id}::uuid and (k.id is null or gate.may_be_located(k.id))
        where p.id = (select gate.actor_post())
          and p.starts_on <= ${received_on}::date
          and (p.ends_on is null or p.ends_on >= ${received_on}::date)
          and (${input.district_id}::uuid is null or k.id is not null or d.id is not null)
          and (not ${input.known}::boolean or k.id is not null)),
      ${writeEncounter({
        id: input.id,
        kind: counted.kind,
        occurredOn: received_on,
        channel: input.channel,
        contact: null,
        parties: sql`(1, a.party_id, null::uuid, true, false), (2, null::uuid, null::uuid, false, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })},
      newcomer as (select allowed.* from allowed where not ${input.known}::boolean),
      person as (insert into parties (id, kind, holder_id, retention_class)
        select ${input.client_id}::uuid, 'person', n.holder_id, 'case' from newcomer n),
      client as (insert into clients (id, name, kana, kana_key, called, born_on, born_about, sex, registered_by,
          registered_at, holder_id)
        select ${input.client_id}::uuid, ${input.name}, ${input.kana}, ${orderKeyOf(input.kana)}, ${called},
          ${input.born_on}::date, ${input.born_about}, ${input.sex}, (select gate.actor_account()), ${act.now},
          n.holder_id
        from newcomer n),
      reached as (insert into client_contacts (client_id, address, district_id, phone, mobile, email, reaching, holder_id)
        select ${input.client_id}::uuid, ${input.address}, n.district_id, ${input.phone}, ${input.mobile},
          ${input.email}, ${input.reaching}, n.holder_id
        from newcomer n),
      versions as (insert into client_versions (client_id, facet, version, content, written_by, written_at, holder_id)
        select ${input.client_id}::uuid, v.facet, 1, v.content, (select gate.actor_account()), ${act.now}, n.holder_id
        from newcomer n cross join lateral (values
          ('identity', jsonb_build_object('name', ${input.name}::text, 'kana', ${input.kana}::text,
            'called', ${called}::text, 'born_on', ${input.born_on}::date, 'born_about', ${input.born_about}::text,
            'sex', ${input.sex}::text)),
          ('contact', jsonb_build_object('address', ${input.address}::text, 'district_id', n.district_id,
            'phone', ${input.phone}::text, 'mobile', ${input.mobile}::text, 'email', ${input.email}::text,
            'reaching', ${input.reaching}::text))) v(facet, content)),
      first_word as (insert into intakes (id, client_id, received_on, received_by, route, caller_name, caller_phone,
          caller_relation, trouble, wish, heard_of, consent, entered_for, recorded_at, holder_id)
        select ${input.id}::uuid, ${input.client_id}::uuid, ${received_on}::date, a.post_id,
          ${input.route ?? 'unknown'}, ${input.caller_name}, ${input.caller_phone}, ${input.caller_relation},
          ${input.trouble}, ${input.wish}, ${input.heard_of}, ${input.consent}, ${input.entered_for}, ${act.now},
          a.holder_id
        from allowed a),
      worry as (insert into intake_worries (intake_id, code, most, client_id, holder_id)
        select ${input.id}::uuid, w.code, w.most, ${input.client_id}::uuid, a.holder_id
        from allowed a, jsonb_to_recordset(${JSON.stringify(worries)}::jsonb) w(code text, most boolean))
      select not ${input.known}::boolean or exists (select from known) as known, exists (select from place) as placed,
        exists (select from allowed) as written`,
  );
  if (written) {
    await writeBeside(db, input, answers);
    if (counted.others) await countAnew(db, input.client_id, act);
    return { id: input.id, client_id: input.client_id };
  }
  if (!known) throw refuseNotFound();
  if (placed) throw refuseField('late_reason', m.cases_field_late_reason(), m.cases_refused_fixed());
  throw refuseField('received_on', m.cases_refused_place());
}

/** How one speaks of somebody of whom nothing else is known: 「2月2日の相談（電話）」. */
async function callAtFirst(db: Db, day: string, channel: string, act: Act): Promise<string> {
  const { entries } = await listCodes(db, { list: 'intake_channel' }, act);
  const [, month, date] = day.split('-').map(Number);
  return m.cases_called_at_first({
    month: String(month),
    day: String(date),
    channel: labelOf(entries, 'intake_channel', channel, day),
  });
}
