import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { type ItemAct, itemStates, whyNot } from './model.ts';

/** How an item stands, as SQL; `i` is the item's alias. */
export const stateOfItem: Sql = sql`case when i.ended_at is not null then 'ended' when i.closed_at is not null then 'closed'
  when i.held_on is not null then 'held' else 'called' end`;

/** Whether a client of the own body has agreed, or is given to it, today; `c` is the client's alias. */
export const hasAgreed: Sql = sql`(c.id = any((select gate.people_of_actor('identity'))::uuid[])
  or c.id in (select n.person_id from consents n where n.decision = 'given'
    and n.given_on <= (select gate.today()) and (n.ends_on is null or n.ends_on >= (select gate.today()))
    and not exists (select from consent_withdrawals w where w.consent_id = n.id)))`;

const standing = z.object({
  id: z.uuid(),
  conference_id: z.uuid(),
  kind_id: z.uuid(),
  holder_id: z.uuid(),
  sealed: z.boolean(),
  secrecy: z.boolean(),
  called: z.boolean(),
  open: z.boolean(),
  state: z.enum(itemStates),
});
export type StandingItem = z.output<typeof standing>;

/**
 * The item, locked, for somebody who is about to do something with it.
 *
 * @throws Refusal `not_found` for an item the actor does not see, or has not called where that is asked for; `refused` when
 *   it does not stand so that the act can be done
 */
export async function takeItem(
  db: Db,
  id: string,
  act: ItemAct,
  who: 'caller' | 'seat' = 'caller',
): Promise<StandingItem> {
  // Locking asks the policies of updating, which only callers pass.
  const item = await db.maybe(
    standing,
    sql`select i.id, i.conference_id, i.kind_id, i.holder_id, i.sealed, i.secrecy, ${stateOfItem} as state,
        i.id = any((select gate.items_called())::uuid[]) as called,
        i.id = any((select gate.items_called())::uuid[]) or i.id = any((select gate.items_open())::uuid[]) as open
      from conference_items i where i.id = ${id}::uuid ${who === 'caller' ? sql`for update` : sql``}`,
  );
  if (!item || (who === 'caller' && !item.called)) throw refuseNotFound();
  const reason = whyNot(act, item.state);
  if (reason) throw new Refusal('refused', reason);
  return item;
}
