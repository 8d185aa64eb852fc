import * as z from 'zod';
import { sorts } from '#domains/wishes/model.ts';
import { refuse } from '#domains/wishes/participant-commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/** @throws Refusal `not_found`; `invalid` for what is no organisation's offer, or an end before its beginning */
export async function writeContribution(
  db: Db,
  input: ParsedInputOf<typeof api.writeContribution>,
  act: Act,
) {
  const { side, sort } = await db.one(
    z.object({ side: z.string(), sort: z.enum(sorts) }),
    sql`select w.side, p.sort from wishes w join participants p on p.id = w.participant_id where w.id = ${input.offer_id}::uuid`,
  );
  if (side !== 'offer' || sort === 'resident') refuse('offer_id', m.contributions_field_offer());
  checkDays(input);
  await db.run(
    sql`insert into contributions (id, participant_id, offer_id, kinds, conditions, insurance, insurance_words, starts_on, ends_on,
        written_by, written_at, holder_id)
      select ${input.id}::uuid, w.participant_id, w.id, ${input.kinds}::text[], ${input.conditions}, ${input.insurance},
        ${input.insurance_words}, ${input.starts_on}::date, ${input.ends_on ?? null}::date, ${act.actor.account}::uuid, ${act.now},
        w.holder_id
      from wishes w where w.id = ${input.offer_id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`, `invalid`; `refused` when somebody else has written meanwhile */
export async function correctContribution(
  db: Db,
  input: ParsedInputOf<typeof api.correctContribution>,
  _act: Act,
) {
  checkDays(input);
  await requireContribution(db, input.id);
  const written = await db.run(
    sql`update contributions set kinds = ${input.kinds}::text[], conditions = ${input.conditions}, insurance = ${input.insurance},
        insurance_words = ${input.insurance_words}, starts_on = ${input.starts_on}::date, ends_on = ${input.ends_on ?? null}::date,
        version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}`,
  );
  if (written === 0) throw new Refusal('refused', m.wishes_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a day to come, or nothing said */
export async function recordContributionResult(
  db: Db,
  input: ParsedInputOf<typeof api.recordContributionResult>,
  act: Act,
) {
  if (input.looked_on > act.today) refuse('looked_on', m.contributions_field_day());
  if (input.brought_others === null && input.brought_giver === null)
    refuse('brought_others', m.contributions_field_brought());
  const holder = await requireContribution(db, input.contribution_id);
  await db.run(
    sql`insert into contribution_results (id, contribution_id, looked_on, brought_others, brought_giver, written_by, written_at, holder_id)
      values (${input.id}::uuid, ${input.contribution_id}::uuid, ${input.looked_on}::date, ${input.brought_others},
        ${input.brought_giver}, ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a day to come, or without the words that would be published */
export async function recordPermission(db: Db, input: ParsedInputOf<typeof api.recordPermission>, act: Act) {
  if (input.said_on > act.today) refuse('said_on', m.contributions_field_day());
  const nothing = input.allows === 'nothing';
  if (!nothing && input.words === null) refuse('words', m.contributions_field_words());
  const holder = await requireContribution(db, input.contribution_id);
  await db.run(
    sql`insert into contribution_permissions (id, contribution_id, allows, words, said_by, said_on, recorded_by, recorded_at, holder_id)
      values (${input.id}::uuid, ${input.contribution_id}::uuid, ${input.allows}, ${nothing ? null : input.words}, ${input.said_by},
        ${input.said_on}::date, ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

async function requireContribution(db: Db, id: string): Promise<string> {
  const { holder_id } = await db.one(
    z.object({ holder_id: z.uuid() }),
    sql`select holder_id from contributions where id = ${id}::uuid`,
  );
  return holder_id;
}

function checkDays({ starts_on, ends_on }: { starts_on: string; ends_on?: string | undefined }): void {
  if (ends_on && ends_on < starts_on) refuse('ends_on', m.contributions_field_end());
}
