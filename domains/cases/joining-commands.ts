import * as z from 'zod';
import { provideOfPerson } from '#domains/consent/person-commands.ts';
import { writeEncounter } from '#domains/encounters/commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { dayThatHasCome, readCaseFor } from './case-standing.ts';
import type * as api from './joining-api.ts';
import { isAtPlace, joiningStates, joiningStateWords, joiningStepsFrom, takesRoom } from './joining-model.ts';
import { peopleThere, stateOfJoining } from './joining-reading.ts';
import { refuseFixedYear } from './place-commands.ts';

export * from './place-commands.ts';

/**
 * Begins a person's way to a place.
 *
 * @throws Refusal `not_found`; `refused` when the case has ended or the place welcomes nobody now; `invalid` for somebody who is
 *   not in the case, a plan of another person, or a day to come
 */
export async function beginJoining(db: Db, input: ParsedInputOf<typeof api.beginJoining>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'join', input.case_id);
  const day = dayThatHasCome(input.begun_on ?? null, act, 'begun_on');
  const place = await db.maybe(
    z.object({ closed: z.boolean() }),
    sql`select (closed_on is not null or welcomes <> 'yes') as closed from places where id = ${input.place_id}::uuid`,
  );
  if (!place) throw refuseField('place_id', m.cases_joining_field_place());
  if (place.closed) throw new Refusal('refused', m.cases_joining_refused_place_closed());
  const begun = await db.run(
    sql`insert into joinings (id, case_id, client_id, place_id, plan_id, wish, begun_on, begun_by, post_id, begun_at, holder_id)
      select ${input.id}::uuid, k.case_id, k.client_id, ${input.place_id}::uuid, ${input.plan_id ?? null}::uuid, ${input.wish},
        ${day}::date, ${act.actor.account}::uuid, (select gate.actor_post()), ${act.now}, ${holder_id}::uuid
      from case_members k where k.case_id = ${input.case_id}::uuid and k.client_id = ${input.client_id}::uuid
        and (${input.plan_id ?? null}::uuid is null or exists (select from support_plans p
          where p.id = ${input.plan_id ?? null}::uuid and p.client_id = k.client_id and p.case_id = k.case_id))`,
  );
  if (begun === 0) throw refuseField('client_id', m.cases_refused_not_member());
  return { id: input.id, case_id: input.case_id };
}

/**
 * Takes a step on the way. Where the person is at the place it counts, as one encounter of the place's district, or of none where
 * the person's address is protected. A rest or an end needs no reason and counts nothing.
 *
 * @throws Refusal `not_found`; `refused` when this step does not follow on the last, or the place is full; `invalid` for a day to come or before the way
 *   began, or one of a fixed year without a reason
 */
export async function takeJoiningStep(db: Db, input: ParsedInputOf<typeof api.takeJoiningStep>, act: Act) {
  const joining = await takeJoining(db, input.joining_id);
  const { state, client_id, begun_on } = joining;
  if (!joiningStepsFrom[state].includes(input.step))
    throw new Refusal('refused', m.cases_joining_refused_step({ state: joiningStateWords[state]() }));
  const day = dayThatHasCome(input.taken_on, act, 'taken_on');
  if (day < begun_on) throw refuseField('taken_on', m.cases_joining_refused_before());
  if (input.next_look_on && (input.next_look_on <= input.taken_on || input.step === 'ended'))
    throw refuseField('next_look_on', m.cases_joining_field_next_look());
  if (takesRoom(input.step) && !takesRoom(state)) await requireRoom(db, joining.place_id);
  const counts = isAtPlace(input.step);
  const taken = await db.run(
    sql`with ${placeOf(input.joining_id)}${counts ? sql`, ${countStep(input, act)}` : sql``}
      insert into joining_steps (id, joining_id, step, taken_on, went_along, said, words, encounter_id, taken_by, post_id, taken_at,
        client_id, holder_id)
      select ${input.id}::uuid, ${input.joining_id}::uuid, ${input.step}, ${input.taken_on}::date, ${input.went_along},
        ${input.said}, ${input.words}, ${counts ? input.id : null}::uuid, ${act.actor.account}::uuid, a.post_id, ${act.now},
        ${client_id}::uuid, a.holder_id
      from ${counts ? sql`allowed` : sql`place`} a`,
  );
  if (taken === 0) throw refuseFixedYear();
  await writeNextLook(db, input.joining_id, input.next_look_on ?? null);
  return { id: input.id, client_id };
}

/** @throws Refusal `not_found`; `invalid` for a day that has passed; `refused` where the way has ended */
export async function setNextLook(db: Db, input: ParsedInputOf<typeof api.setNextLook>, act: Act) {
  const { state, client_id } = await takeJoining(db, input.joining_id);
  if (state === 'ended')
    throw new Refusal('refused', m.cases_joining_refused_step({ state: joiningStateWords[state]() }));
  if (input.next_look_on && input.next_look_on < act.today)
    throw refuseField('next_look_on', m.cases_joining_field_next_look());
  await writeNextLook(db, input.joining_id, input.next_look_on);
  return { joining_id: input.joining_id, client_id };
}

function writeNextLook(db: Db, joining: string, day: string | null) {
  return db.run(sql`update joinings set next_look_on = ${day}::date where id = ${joining}::uuid`);
}

/**
 * A place has said how many it can take at once. Whom other windows bring is theirs to know, so that the place may be full though
 * there is room by this count.
 *
 * @throws Refusal `refused`, saying both numbers
 */
async function requireRoom(db: Db, place: string): Promise<void> {
  const { how_many, there } = await db.one(
    z.object({ how_many: z.int().nullable(), there: z.int() }),
    sql`select w.how_many, ${peopleThere(sql`w.id`)} as there from places w where w.id = ${place}::uuid`,
  );
  if (how_many !== null && there >= how_many)
    throw new Refusal('refused', m.cases_joining_refused_full({ most: how_many, n: there }));
}

type Taken = ParsedInputOf<typeof api.takeJoiningStep>;

/** Where it counts, and for whom. */
function placeOf(joining: string) {
  return sql`place as (
    select case when exists (select from client_contacts k where k.client_id = j.client_id and not k.protected) then w.district_id end
        as district_id, j.holder_id, p.id as post_id, p.role, j.holder_id as group_id, null::uuid as party_id
    from joinings j join places w on w.id = j.place_id join posts p on p.id = (select gate.actor_post())
    where j.id = ${joining}::uuid)`;
}

/** Whoever welcomes gives; whoever comes receives, and gives as soon as it is more than looking. */
function countStep(input: Taken, act: Act) {
  const gives = input.step !== 'look';
  return writeEncounter({
    id: input.id,
    kind: 'joining',
    occurredOn: input.taken_on,
    channel: input.step,
    contact: null,
    parties: sql`(1, null::uuid, null::uuid, true, ${gives}::boolean), (2, null::uuid, null::uuid, ${gives}::boolean, true)`,
    recordedAt: act.now,
    lateReason: input.late_reason,
  });
}

/**
 * Tells the place what the person agreed to, and nothing else: a provision to the body that runs it, on the consent, with the words.
 *
 * @throws Refusal `not_found`; `refused` where no body runs the place; whatever `provideOfPerson` refuses
 */
export async function tellPlace(db: Db, input: ParsedInputOf<typeof api.tellPlace>, act: Act) {
  const { client_id, holder_id, body_id } = await takeJoining(db, input.joining_id);
  if (body_id === null) throw new Refusal('refused', m.cases_joining_refused_no_body());
  const told_on = dayThatHasCome(input.told_on, act, 'told_on');
  const basis = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select l.id from lawful_bases l join bodies h on h.id = ${holder_id}::uuid join bodies r on r.id = ${body_id}::uuid
      where l.from_kind = h.kind and l.to_kind = r.kind and l.ground = 'consent' and l.purpose = 'support'
        and l.starts_on <= ${told_on}::date and (l.ends_on is null or l.ends_on >= ${input.ends_on}::date)
      order by l.id limit 1`,
  );
  if (!basis) throw new Refusal('refused', m.cases_joining_refused_no_basis());
  await provideOfPerson(
    db,
    {
      id: input.provision_id,
      person_id: client_id,
      receiver_id: body_id,
      post_id: null,
      facets: input.facets,
      basis_id: basis.id,
      consent_id: input.consent_id,
      why: m.cases_joining_told_why(),
      starts_on: told_on,
      ends_on: input.ends_on,
      told_on,
    },
    act,
  );
  await db.run(
    sql`insert into joining_tellings (id, joining_id, words, told_on, provision_id, told_by, post_id, told_at, client_id, holder_id)
      values (${input.id}::uuid, ${input.joining_id}::uuid, ${input.words}, ${told_on}::date, ${input.provision_id}::uuid,
        ${act.actor.account}::uuid, (select gate.actor_post()), ${act.now}, ${client_id}::uuid, ${holder_id}::uuid)`,
  );
  return { id: input.id, client_id };
}

/** Holds a way of the actor's own body until the commit. @throws Refusal `not_found`, or `refused` for another body's */
async function takeJoining(db: Db, id: string) {
  const joining = await db.one(
    z.object({
      case_id: z.uuid(),
      client_id: z.uuid(),
      holder_id: z.uuid(),
      begun_on: z.string(),
      place_id: z.uuid(),
      body_id: z.uuid().nullable(),
      state: z.enum(joiningStates),
    }),
    sql`select j.case_id, j.client_id, j.holder_id, j.begun_on, j.place_id, w.body_id, ${stateOfJoining} as state
      from joinings j join places w on w.id = j.place_id where j.id = ${id}::uuid`,
  );
  await readCaseFor(db, 'go_along', joining.case_id);
  return joining;
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
