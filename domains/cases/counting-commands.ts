import * as z from 'zod';
import { choicesOn } from '#domains/codes/model.ts';
import { listCodes, refuseUnknownCodes } from '#domains/codes/queries.ts';
import { changeEncounter } from '#domains/encounters/commands.ts';
import { authorColumns, authorValues, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './counting-api.ts';
import { countingOn, listNew, type Reception } from './counting-model.ts';
import { openBefore, readCounted } from './counting-queries.ts';

/**
 * Says what counts as new from a day to come on. What came in before that day stays as it was counted.
 *
 * @throws Refusal `refused` when somebody set one meanwhile; `invalid` for a day that has come, or before the version in force
 */
export async function setCounting(db: Db, input: ParsedInputOf<typeof api.setCounting>, act: Act) {
  await takeTurns(db, 'intake_countings');
  const { version, starts_on } = await db.one(
    z.object({ version: z.int(), starts_on: z.string().nullable() }),
    sql`select coalesce(max(version), 0) as version, max(starts_on) as starts_on from intake_countings`,
  );
  if (version !== input.after_version) throw new Refusal('refused', m.cases_counting_refused_version());
  if (input.starts_on <= act.today || (starts_on !== null && input.starts_on <= starts_on))
    throw new Refusal('invalid', m.cases_counting_field_starts_on(), {
      starts_on: m.cases_counting_field_starts_on(),
    });
  const { starts_on: from, channels } = input;
  await refuseUnknownCodes(db, from, [{ field: 'channels', list: 'intake_channel', codes: channels }], act);
  const { entries } = await listCodes(db, { list: 'intake_channel' }, act);
  const every = choicesOn(entries, 'intake_channel', from).every(({ value }) => channels.includes(value));
  await db.run(
    sql`insert into intake_countings (id, version, starts_on, again, unnamed, channels, reason, written_at, ${authorColumns})
      values (${input.id}, ${version + 1}, ${input.starts_on}, ${input.again}, ${input.unnamed === 'yes'},
        ${every ? null : input.channels}::text[], ${input.reason}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/** A new town begins with the counting that practice names. Listens to `townFounded`. */
export async function beginCounting(db: Db, _founded: unknown, act: Act): Promise<void> {
  await db.run(
    sql`insert into intake_countings (id, version, starts_on, again, unnamed, channels, reason, written_at)
      values ('018e9550-0000-7000-8000-00000000c001', 1, '2015-04-01', 'when_none_open', true, null, ${m.cases_counting_first()}, ${act.now})
      on conflict do nothing`,
  );
}

interface Coming {
  readonly id: string;
  readonly client_id: string;
  readonly known: boolean;
  readonly named: boolean;
  readonly received_on: string;
  readonly channel: string;
}

/**
 * As what a reception that comes in counts: new (`intake`) or one more contact (`contact`).
 *
 * @returns the kind, and whether the person's other receptions count otherwise because of it
 */
export async function countComing(db: Db, coming: Coming, act: Act) {
  const { countings, receptions } = await readCounted(db, coming.client_id);
  const known = coming.known ? await readKnown(db, coming, act) : { open: false, named: coming.named };
  const all: Reception[] = [...receptions, { ...coming, ...known }].sort((a, b) =>
    a.received_on < b.received_on ? -1 : a.received_on > b.received_on ? 1 : 0,
  );
  const counted = listNew(all, countings);
  return {
    kind: counted.has(coming.id) ? ('intake' as const) : ('contact' as const),
    others: receptions.some(({ id, kind }) => (kind === 'intake') !== counted.has(id)),
  };
}

function readKnown(db: Db, { client_id, received_on }: Coming, act: Act) {
  return db.one(
    z.object({ open: z.boolean(), named: z.boolean() }),
    sql`select exists (${openBefore(sql`${client_id}::uuid`, sql`${received_on}::date`, sql`${act.now}::timestamptz`)}) as open,
      exists (select from clients k where k.id = ${client_id}::uuid and k.name is not null) as named`,
  );
}

/** Counts a person's receptions anew after something was corrected: those that count otherwise now move, with the reason. */
export async function countAnew(db: Db, client: string, act: Act): Promise<void> {
  const { countings, receptions } = await readCounted(db, client);
  const counted = listNew(receptions, countings);
  for (const { id, kind, received_on, channel } of receptions) {
    const to = counted.has(id) ? 'intake' : 'contact';
    if (kind === to) continue;
    const version = countingOn(countings, received_on)?.version ?? 0;
    await db.run(
      sql`with standing as (select e.*, null::uuid as household_id from encounters e where e.id = ${id}::uuid for update of e),
        ${changeEncounter(
          { kind: to, occurredOn: received_on, districtId: sql`s.district_id`, channel, contact: null },
          m.cases_counting_moved({ version }),
          act,
        )}
        select from changed`,
    );
  }
}
