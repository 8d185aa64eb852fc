import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { readStanding, refuseUnlessAllowed } from './standing.ts';

/**
 * Merges an entry into another of the same holder and district: it opens as the kept one from now on, and nothing
 * of either is changed, so that the merge can be undone. An alias keeps no aliases of its own. Both entries are
 * held, in the order of their ids, until the commit.
 *
 * @throws Refusal `refused` when one of them is an alias already or the alias keeps others
 */
export async function mergeHouseholds(db: Db, input: ParsedInputOf<typeof api.mergeHouseholds>, act: Act) {
  const { alias_id, kept_id } = input;
  if (alias_id === kept_id)
    throw new Refusal('invalid', m.parties_refused_merge_same(), { kept_id: m.parties_refused_merge_same() });
  const written = await db.run(
    sql`with held as (select id, merged_into, aliases, holder_id, district_id from households
        where id in (${alias_id}::uuid, ${kept_id}::uuid) order by id for update),
      pair as (select a.id as alias_id, k.id as kept_id, a.holder_id, a.district_id
        from held a join held k using (holder_id, district_id)
        where a.id = ${alias_id}::uuid and k.id = ${kept_id}::uuid
          and a.merged_into is null and a.aliases = 0 and k.merged_into is null),
      alias as (update households h set merged_into = pair.kept_id from pair where h.id = pair.alias_id),
      kept as (update households h set aliases = h.aliases + 1 from pair where h.id = pair.kept_id)
      insert into household_merges (id, alias_id, kept_id, reason, merged_by, merged_at, holder_id, district_id)
      select ${input.id}::uuid, alias_id, kept_id, ${input.reason}, (select gate.actor_account()), ${act.now},
        holder_id, district_id
      from pair`,
  );
  if (written === 0) throw await explainNotMerged(db, alias_id, kept_id);
  return { id: input.id };
}

async function explainNotMerged(db: Db, aliasId: string, keptId: string): Promise<Refusal> {
  const alias = await readStanding(db, aliasId);
  const kept = await readStanding(db, keptId);
  refuseUnlessAllowed(alias, 'merge');
  refuseUnlessAllowed(kept, 'merge');
  const keeps = alias.aliases > 0;
  return new Refusal(
    'refused',
    keeps ? m.parties_refused_merge_alias_keeps({ number: alias.number }) : m.parties_refused_merge_holders(),
  );
}

/**
 * Undoes a merge: the alias is an entry of its own again, exactly as it was.
 *
 * @throws Refusal `refused` when it was undone already
 */
export async function undoMerge(db: Db, input: ParsedInputOf<typeof api.undoMerge>, act: Act) {
  const merge = await db.maybe(
    z.object({ alias_id: z.uuid(), kept_id: z.uuid(), undone: z.boolean(), allowed: z.boolean() }),
    sql`with merge as (select id, alias_id, kept_id, holder_id, district_id,
          holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) as allowed
        from household_merges where id = ${input.id}::uuid),
      held as (select h.id from households h, merge where h.id in (merge.alias_id, merge.kept_id)
        order by h.id for update of h),
      undoing as (insert into household_merge_undoings (merge_id, reason, undone_by, undone_at, holder_id,
          district_id)
        select id, ${input.reason}, (select gate.actor_account()), ${act.now}, holder_id, district_id
        from merge where allowed and (select count(*) from held) = 2
        on conflict do nothing
        returning merge_id),
      alias as (update households h set merged_into = null from merge, undoing where h.id = merge.alias_id),
      kept as (update households h set aliases = h.aliases - 1 from merge, undoing where h.id = merge.kept_id)
      select alias_id, kept_id, allowed, exists (select from undoing) as undone from merge`,
  );
  if (!merge) throw refuseNotFound();
  if (!merge.allowed) refuseUnlessAllowed(await readStanding(db, merge.kept_id), 'merge');
  if (!merge.undone) throw new Refusal('refused', m.parties_refused_merge_undone());
  return { id: input.id, alias_id: merge.alias_id, kept_id: merge.kept_id };
}
