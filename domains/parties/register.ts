import * as z from 'zod';
import { readAnswers } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatFiscalYearShort } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { planAnew, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { keepVersion } from './correct.ts';
import { answerNewHouseholds } from './household-answers.ts';
import { toKanaKey } from './kana.ts';
import type { HouseholdContent } from './model.ts';

/**
 * Registers a household with its people. A person is the party that bears the id of their first membership.
 *
 * @throws Refusal `invalid` when the holder does not keep households of that district; `not_found` when the actor
 *   does not write in the holder's name
 */
export async function registerHousehold(
  db: Db,
  input: ParsedInputOf<typeof api.registerHousehold>,
  act: Act,
) {
  const answers = await readAnswers(db, 'household', input.answers, {
    from: act.today,
    insists: act.actor.role === 'gatherer',
  });
  if ((await registerHouseholds(db, [{ ...input, answers }], act)) === 1) return { id: input.id };
  const holder = await db.maybe(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = coalesce(${input.holder_id}::uuid, (select gate.actor_body()))`,
  );
  if (!holder) throw refuseNotFound();
  const sentence = m.parties_refused_holder_district({ holder: holder.name });
  throw new Refusal('invalid', sentence, { district_id: sentence });
}

/** A household as it is registered; whose record it becomes and where, as `registerHousehold` takes them. */
export interface NewHousehold extends HouseholdContent {
  readonly id: string;
  readonly holder_id: string | null;
  readonly district_id: string | null;
  readonly members: ParsedInputOf<typeof api.registerHousehold>['members'];
  readonly reason: string | null;
  readonly answers: CheckedAnswers | null;
}

/**
 * Registers one household or thousands, in one statement. Numbers (R7-0012) count on within the holder and the fiscal year:
 * the counter's row is held until the commit, so no number is given twice or left out.
 *
 * @returns how many; households of a district that their holder does not keep are left out
 * @throws Refusal `not_found` when the actor does not write in a holder's name
 */
export async function registerHouseholds(
  db: Db,
  households: readonly NewHousehold[],
  act: Act,
): Promise<number> {
  const year = fiscalYearOf(act.today);
  const given = households.map((one, nth) => ({
    ...one,
    nth,
    kana_key: toKanaKey(one.kana),
    members: one.members.map((person) => ({ ...person, kana_key: toKanaKey(person.kana) })),
    answers: null,
  }));
  const statement = sql`with given as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        g(nth integer, id uuid, holder_id uuid, district_id uuid, name text, kana text, kana_key text, address text,
          phone text, cautions text[], members jsonb, reason text)),
      place as (select g.nth, g.id as household_id, g.name, g.kana, g.kana_key, g.address, g.phone, g.cautions, g.members,
          g.reason, b.id as holder_id, coalesce(g.district_id, b.district_id) as district_id
        from given g join bodies b on b.id = coalesce(g.holder_id, (select gate.actor_body()))
        where coalesce(g.district_id, b.district_id) is not null
          and (b.district_id is null or b.district_id = coalesce(g.district_id, b.district_id))),
      people as (select p.household_id, p.holder_id, p.district_id, r.*
        from place p cross join lateral jsonb_to_recordset(p.members)
          r(id uuid, name text, kana text, kana_key text, relation text)),
      counted as (insert into household_numbers as n (holder_id, fiscal_year, last)
        select holder_id, ${year}::int, count(*)::int from place group by holder_id
        on conflict (holder_id, fiscal_year) do update set last = n.last + excluded.last
        returning holder_id, last),
      numbered as (select p.*, (c.last - count(*) over of_holder + row_number() over (of_holder order by p.nth))::text as n
        from place p join counted c on c.holder_id = p.holder_id
        window of_holder as (partition by p.holder_id)),
      entry as (insert into households (id, number, name, kana, kana_key, address, phone, cautions,
          holder_id, district_id, registered_by, registered_at)
        select household_id, ${formatFiscalYearShort(year)} || '-' || lpad(n, greatest(4, length(n)), '0'), name, kana,
          kana_key, address, phone, cautions, holder_id, district_id, (select gate.actor_account()), ${act.now}
        from numbered
        returning *),
      version as (${keepVersion('registered', act.today, null, act)}),
      person as (insert into parties (id, kind, holder_id, district_id)
        select id, 'person', holder_id, district_id from people),
      member as (insert into household_members (id, household_id, party_id, name, kana, kana_key, starts_on,
          holder_id, district_id)
        select id, household_id, id, name, kana, kana_key, ${act.today}::date, holder_id, district_id from people),
      relation as (insert into household_relations (member_id, relation, holder_id, district_id)
        select id, relation, holder_id, district_id from people),
      ${answerNewHouseholds(households, act)}
      reason as (insert into household_reasons (id, household_id, reason, written_by, written_at, holder_id,
          district_id)
        select household_id, household_id, reason, (select gate.actor_account()), ${act.now}, holder_id, district_id
        from place where reason is not null)
      select count(*)::int as written from place`;
  const { written } = await db.one(
    z.object({ written: z.int() }),
    households.length === 1 ? statement : planAnew(statement),
  );
  return written;
}
