import * as z from 'zod';
import { withdrawEncounter } from '#domains/encounters/commands.ts';
import { handInTallySheets } from '#domains/visits/hand-in-many.ts';
import { sheetCounts } from '#domains/visits/sheet-model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { findModes, keyOfMonth } from './places.ts';
import { sayMonth } from './read-day.ts';
import { takeBackHouseholds } from './withdraw-households.ts';

type WithdrawInput = ParsedInputOf<typeof api.withdrawLedgerImport>;

/**
 * Takes a whole import back, as one act with its reason. Visits it made are withdrawn; sheets it made are followed by
 * what stood there before, and a month for which nobody had handed one in is missing again; households are closed, or say
 * again what they said. What had been recorded one by one stays. The same file can then be taken in again.
 *
 * @throws Refusal `refused` when it was taken back before, when a sheet or household was corrected since, or when a month
 *   now counts single visits; `not_found` for another body's
 */
export async function withdrawLedgerImport(db: Db, input: WithdrawInput, act: Act) {
  await db.run(sql`select pg_advisory_xact_lock(717278)`);
  const found = await db.one(
    z.object({ kind: z.string(), withdrawn: z.boolean() }),
    sql`select i.kind, w.import_id is not null as withdrawn
      from ledger_imports i left join ledger_import_withdrawals w on w.import_id = i.id
      where i.id = ${input.id}::uuid`,
  );
  if (found.withdrawn) throw new Refusal('refused', m.ledgers_refused_withdrawn());
  await db.run(sql`insert into ledger_import_withdrawals (import_id, reason, withdrawn_by, withdrawn_at, body_id,
      district_ids)
    select i.id, ${input.reason}, (select gate.actor_account()), ${act.now}::timestamptz, i.body_id, i.district_ids
    from ledger_imports i where i.id = ${input.id}::uuid`);
  if (found.kind === 'households')
    return { id: input.id, households: await takeBackHouseholds(db, input, act) };
  if (found.kind === 'tally') {
    await takeBackSheets(db, input, act);
    return { id: input.id, households: [] };
  }
  return { id: input.id, households: await takeBackVisits(db, input, act) };
}

/** Withdrawn one by one before, a visit stays withdrawn for the reason given then. */
async function takeBackVisits(db: Db, { id, reason }: WithdrawInput, act: Act): Promise<string[]> {
  const counted = await db.one(
    z.object({ made: z.int(), standing: z.int(), households: z.array(z.uuid()) }),
    sql`with taken as (update ledger_rows set key = null where import_id = ${id}::uuid returning visit_id, made),
      standing as (select e.*, v.household_id from taken t
        join visits v on v.id = t.visit_id
        join encounters e on e.id = v.id
        where t.made and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
        for update of v),
      ${withdrawEncounter(reason, act)}
      select (select count(*)::int from taken where made) as made, (select count(*)::int from standing) as standing,
        (select coalesce(array_agg(distinct household_id), '{}') from standing) as households`,
  );
  if (counted.made > 0 && counted.standing === 0) throw refuseNotFound();
  return counted.households;
}

const sheetMade = z.object({
  district: z.uuid(),
  district_name: z.string(),
  group: z.uuid(),
  month: z.string(),
  version: z.int(),
  newest: z.int(),
  before: sheetCounts.nullable(),
});

async function takeBackSheets(db: Db, { id, reason }: WithdrawInput, act: Act): Promise<void> {
  const sheets = await db.all(
    sheetMade,
    sql`select s.district_id as district, d.name as district_name, s.group_id as "group", s.month, s.version,
        (select max(n.version) from tally_sheets n
          where n.district_id = s.district_id and n.group_id = s.group_id and n.month = s.month) as newest,
        (select jsonb_object_agg(c.channel, c.n) from tally_sheets b
          join tally_sheet_counts c on c.sheet_id = b.id
          where b.district_id = s.district_id and b.group_id = s.group_id and b.month = s.month
            and b.version = s.version - 1) as before
      from ledger_sheets l
      join tally_sheets s on s.id = l.sheet_id
      join districts d on d.id = s.district_id
      where l.import_id = ${id}::uuid`,
  );
  if (sheets.length === 0) throw refuseNotFound();
  const corrected = sheets.find(({ version, newest }) => version !== newest);
  if (corrected)
    throw new Refusal(
      'refused',
      m.ledgers_refused_corrected_since({
        district: corrected.district_name,
        month: sayMonth(corrected.month),
      }),
    );
  const modes = await findModes(db, sheets);
  const changed = sheets.find((sheet) => modes.get(keyOfMonth(sheet))?.mode !== 'sheet');
  if (changed) throw new Refusal('refused', m.ledgers_month_by_single({ district: changed.district_name }));
  const next = sheets.map(({ district, group, month, version, before }) => ({
    id: mintId(),
    district,
    group,
    month,
    follows: version,
    counts: before,
    answers: null,
    answersOf: version - 1,
  }));
  const said = { countedBy: m.ledgers_sheet_taken_back(), note: null, reason };
  await handInTallySheets(db, next, said, act);
}
