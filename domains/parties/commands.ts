import * as z from 'zod';
import { readAnswers } from '#domains/items/answering.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatFiscalYearShort } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { householdClosed } from './events.ts';
import { answerNewHousehold } from './household-answers.ts';
import { toKanaKey } from './kana.ts';
import { type Caution, type Closing, cautionWords, type HouseholdContent } from './model.ts';
import { readStanding, refuseUnlessAllowed, type Standing } from './standing.ts';

export { answerHousehold } from './household-answers.ts';
export * from './merge-commands.ts';
export * from './people-commands.ts';

/**
 * Registers a household with its people. Its number (R7-0012) counts on within the holder and the fiscal year: the
 * counter's row is held until the commit, so no number is given twice or left out. A person is the party that
 * bears the id of their first membership.
 *
 * @throws Refusal `invalid` when the holder does not keep households of that district; `not_found` when the actor
 *   does not write in the holder's name
 */
export async function registerHousehold(
  db: Db,
  input: ParsedInputOf<typeof api.registerHousehold>,
  act: Act,
) {
  const year = fiscalYearOf(act.today);
  const answers = await readAnswers(db, 'household', input.answers, {
    from: act.today,
    insists: act.actor.role === 'gatherer',
  });
  const people = input.members.map((p) => ({ ...p, kana_key: toKanaKey(p.kana) }));
  const found = await db.maybe(
    z.object({ holder: z.string(), written: z.int() }),
    sql`with holder as (
        select b.id, b.name, b.district_id, coalesce(${input.district_id}::uuid, b.district_id) as wanted
        from bodies b where b.id = coalesce(${input.holder_id}::uuid, (select gate.actor_body()))),
      place as (select id as holder_id, wanted as district_id from holder
        where wanted is not null and (district_id is null or district_id = wanted)),
      people as (select r.* from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
        r(id uuid, name text, kana text, kana_key text, relation text)),
      counted as (insert into household_numbers as n (holder_id, fiscal_year, last)
        select holder_id, ${year}::int, 1 from place
        on conflict (holder_id, fiscal_year) do update set last = n.last + 1
        returning last),
      entry as (insert into households (id, number, name, kana, kana_key, address, phone, cautions,
          holder_id, district_id, registered_by, registered_at)
        select ${input.id}::uuid, n.number, ${input.name}, ${input.kana}, ${toKanaKey(input.kana)},
          ${input.address}, ${input.phone},
          ${input.cautions}::text[], p.holder_id, p.district_id, (select gate.actor_account()), ${act.now}
        from place p, counted c, lateral (select ${formatFiscalYearShort(year)} || '-'
          || lpad(c.last::text, greatest(4, length(c.last::text)), '0') as number) n
        returning *),
      version as (${keepVersion('registered', act.today, null, act)}),
      person as (insert into parties (id, kind, holder_id, district_id)
        select r.id, 'person', p.holder_id, p.district_id from place p, people r),
      member as (insert into household_members (id, household_id, party_id, name, kana, kana_key, starts_on,
          holder_id, district_id)
        select r.id, ${input.id}::uuid, r.id, r.name, r.kana, r.kana_key, ${act.today}::date, p.holder_id,
          p.district_id
        from place p, people r),
      relation as (insert into household_relations (member_id, relation, holder_id, district_id)
        select r.id, r.relation, p.holder_id, p.district_id from place p, people r),
      ${answerNewHousehold(input.id, answers, act)}
      reason as (insert into household_reasons (id, household_id, reason, written_by, written_at, holder_id,
          district_id)
        select ${input.id}::uuid, ${input.id}::uuid, ${input.reason}::text, (select gate.actor_account()),
          ${act.now}, p.holder_id, p.district_id
        from place p where ${input.reason}::text is not null)
      select name as holder, (select count(*)::int from place) as written from holder`,
  );
  if (!found) throw refuseNotFound();
  if (found.written === 0) {
    const sentence = m.parties_refused_holder_district({ holder: found.holder });
    throw new Refusal('invalid', sentence, { district_id: sentence });
  }
  return { id: input.id };
}

/**
 * Corrects what an entry says. The version that was corrected has to be the present one: of two who correct at
 * the same time the second is refused, and told for each field what stands there now and what they typed.
 *
 * @throws Refusal `refused` with fields
 */
export async function correctHousehold(db: Db, input: ParsedInputOf<typeof api.correctHousehold>, act: Act) {
  const written = await db.maybe(
    z.object({ version: z.int() }),
    sql`with entry as (update households set name = ${input.name}, kana = ${input.kana},
          kana_key = ${toKanaKey(input.kana)}, address = ${input.address}, phone = ${input.phone}, cautions = ${input.cautions}::text[],
          version = version + 1
        where id = ${input.id}::uuid and version = ${input.version} and closed_on is null and merged_into is null
        returning *),
      version as (${keepVersion('corrected', act.today, input.reason, act)})
      select version from entry`,
  );
  if (written) return { id: input.id, version: written.version };
  const now = await readStanding(db, input.id);
  refuseUnlessAllowed(now, 'correct');
  throw refuseChanged(now, input);
}

/**
 * Writes a move. Within the district the address changes and the old one stays in the history. Whoever moves to
 * another district or out of the town leaves the round: the entry is closed, the old holder keeps it with its
 * history, and the new address is not written down; the new district registers the household anew.
 *
 * @throws Refusal `refused` when somebody changed the entry meanwhile
 */
export async function moveHousehold(db: Db, input: ParsedInputOf<typeof api.moveHousehold>, act: Act) {
  refuseFuture(input.moved_on, act, 'moved_on');
  const moved = await db.maybe(
    z.object({ closed: z.boolean() }),
    sql`with entry as (update households set
          address = case when district_id = ${input.district_id}::uuid then ${input.address}::text else address end,
          phone = case when district_id = ${input.district_id}::uuid and ${input.phone !== undefined}::boolean
            then ${input.phone ?? null}::text else phone end,
          version = version + case when district_id = ${input.district_id}::uuid then 1 else 0 end,
          closed_on = case when district_id = ${input.district_id}::uuid then null else ${input.moved_on}::date end
        where id = ${input.id}::uuid and version = ${input.version} and closed_on is null and merged_into is null
          and (${input.address}::text is not null or district_id is distinct from ${input.district_id}::uuid)
        returning *),
      version as (${keepVersion('moved', input.moved_on, null, act)} where closed_on is null),
      closing as (${keepClosing('moved', input.district_id, act)} where closed_on is not null)
      select closed_on is not null as closed from entry`,
  );
  if (!moved) throw await explainNotMoved(db, input);
  if (moved.closed) await tell(householdClosed, db, { household: input.id, on: input.moved_on }, act);
  return { id: input.id, closed: moved.closed };
}

async function explainNotMoved(db: Db, input: ParsedInputOf<typeof api.moveHousehold>): Promise<Refusal> {
  const now = await readStanding(db, input.id);
  refuseUnlessAllowed(now, 'move');
  if (now.version !== input.version)
    return refuseChanged(now, {
      ...now,
      address: input.address ?? now.address,
      phone: input.phone ?? now.phone,
    });
  const sentence = m.parties_refused_move_address();
  return new Refusal('invalid', sentence, { address: sentence });
}

/** Closes an entry: it leaves the list and the rounds, and stays readable with its history. */
export async function closeHousehold(db: Db, input: ParsedInputOf<typeof api.closeHousehold>, act: Act) {
  refuseFuture(input.closed_on, act, 'closed_on');
  const written = await db.run(
    sql`with entry as (update households set closed_on = ${input.closed_on}::date
        where id = ${input.id}::uuid and closed_on is null and merged_into is null
        returning *)
      ${keepClosing(input.why, null, act)}`,
  );
  if (written === 0) refuseUnlessAllowed(await readStanding(db, input.id), 'close');
  await tell(householdClosed, db, { household: input.id, on: input.closed_on }, act);
  return { id: input.id };
}

/**
 * Opens a closed entry again, because the closing was a mistake. Who looks in has to be assigned anew.
 *
 * @throws Refusal `refused` when it is open
 */
export async function reopenHousehold(db: Db, input: ParsedInputOf<typeof api.reopenHousehold>, act: Act) {
  const written = await db.run(
    sql`with entry as (update households set closed_on = null
        where id = ${input.id}::uuid and closed_on is not null and merged_into is null
        returning id, holder_id, district_id)
      insert into household_reopenings (closing_id, household_id, reason, reopened_by, reopened_at, holder_id,
        district_id)
      select (select c.id from household_closings c
            where c.household_id = e.id order by c.closed_at desc, c.id desc limit 1),
        e.id, ${input.reason}, (select gate.actor_account()), ${act.now}, e.holder_id, e.district_id
      from entry e`,
  );
  if (written === 0) refuseUnlessAllowed(await readStanding(db, input.id), 'reopen');
  return { id: input.id };
}

/** The expression that keeps what the row `entry` says now as a version of its own. */
function keepVersion(
  change: 'registered' | 'corrected' | 'moved',
  on: string,
  reason: string | null,
  act: Act,
): Sql {
  return sql`insert into household_versions (household_id, version, name, kana, address, phone, cautions, change,
      changed_on, reason, written_by, written_at, holder_id, district_id)
    select id, version, name, kana, address, phone, cautions, ${change}, ${on}::date, ${reason},
      (select gate.actor_account()), ${act.now}, holder_id, district_id
    from entry`;
}

/** The expression that keeps who closed the row `entry`, and why. */
function keepClosing(why: Closing, toDistrict: string | null, act: Act): Sql {
  return sql`insert into household_closings (id, household_id, closed_on, why, to_district_id, closed_by, closed_at,
      holder_id, district_id)
    select ${mintId()}::uuid, id, closed_on, ${why}, ${toDistrict}::uuid, (select gate.actor_account()), ${act.now},
      holder_id, district_id
    from entry`;
}

export function refuseFuture(day: string, act: Act, field: string): void {
  if (day <= act.today) return;
  throw new Refusal('invalid', m.parties_refused_future(), { [field]: m.parties_refused_future() });
}

/** Somebody was faster: each field that differs says what stands there now and what was typed. */
function refuseChanged(
  now: Standing,
  typed: Omit<HouseholdContent, 'cautions'> & { cautions: string[] },
): Refusal {
  const fields: Record<string, string> = {};
  for (const field of ['name', 'kana', 'address', 'phone', 'cautions'] as const) {
    const values = { now: sayValue(now[field]), typed: sayValue(typed[field]) };
    if (values.now !== values.typed) fields[field] = m.parties_refused_changed_field(values);
  }
  return new Refusal('refused', m.parties_refused_changed(), fields);
}

function sayValue(value: string | readonly string[] | null): string {
  if (typeof value === 'string') return value;
  const words = (value ?? []).map((caution) => cautionWords[caution as Caution]());
  return words.join(m.parties_join()) || m.parties_refused_empty();
}
