import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { explainNotWritten, keepEnding, refuseTooEarly } from './commands.ts';
import { type ItemKind, mostOptions } from './model.ts';

const list = z.object({ kind: z.string(), offered: z.int(), same: z.boolean() });

/**
 * Offers one more answer at the end of a list.
 *
 * @throws Refusal `refused` for an item without a list, for 「はい・いいえ」, and when as many are offered as can be;
 *   `invalid` for an answer that is offered already
 */
export async function addItemOption(db: Db, input: ParsedInputOf<typeof api.addItemOption>, act: Act) {
  const { kind, offered, same } = await db.one(
    list,
    sql`select i.kind, count(o.id)::int as offered,
        coalesce(bool_or(${input.label} = (select w.label from item_option_wordings w where w.option_id = o.id
          order by w.version desc limit 1)), false) as same
      from items i
      left join item_options o on o.item_id = i.id and (o.ends_on is null or o.ends_on >= ${act.today}::date)
      where i.id = ${input.item_id}::uuid
      group by i.id`,
  );
  if ((kind as ItemKind) !== 'choice' && (kind as ItemKind) !== 'choices')
    throw new Refusal('refused', m.items_refused_no_list());
  if (offered >= mostOptions)
    throw new Refusal('refused', m.items_refused_too_many_options({ most: mostOptions }));
  if (same)
    throw new Refusal('invalid', m.items_refused_same_option(), { label: m.items_refused_same_option() });
  await db.run(
    sql`with item as (select i.id, i.facet, coalesce((select max(o.sort) from item_options o where o.item_id = i.id), -1) + 1 as sort
        from items i where i.id = ${input.item_id}::uuid),
      offered as (insert into item_options (id, item_id, sort, starts_on, facet)
        select ${input.id}::uuid, i.id, i.sort, ${input.starts_on}::date, i.facet from item i)
      insert into item_option_wordings (option_id, version, label, written_by, written_at, facet)
      select ${input.id}::uuid, 1, ${input.label}, ${act.actor.account}::uuid, ${act.now}::timestamptz, i.facet
      from item i`,
  );
  return { id: input.id };
}

const ofOption = z.object({ item_id: z.uuid() });

/** Words an answer of a list anew; whoever chose it is shown with the new words. */
export async function rewordItemOption(db: Db, input: ParsedInputOf<typeof api.rewordItemOption>, act: Act) {
  const { item_id } = await db.one(
    ofOption,
    sql`select item_id from item_options where id = ${input.id}::uuid`,
  );
  const written = await db.run(
    sql`insert into item_option_wordings (option_id, version, label, written_by, written_at, facet)
      select o.id, ${input.version + 1}, ${input.label}, ${act.actor.account}::uuid, ${act.now}::timestamptz, o.facet
      from item_options o where o.id = ${input.id}::uuid
        and ${input.version} = (select max(w.version) from item_option_wordings w where w.option_id = o.id)
      on conflict do nothing`,
  );
  if (written === 0)
    throw await explainNotWritten(db, sql`select from item_options where id = ${input.id}::uuid`);
  return { id: input.id, item_id };
}

/** Says until when an answer is offered, or that it goes on after all. Whoever chose it keeps it. */
export async function endItemOption(db: Db, input: ParsedInputOf<typeof api.endItemOption>, act: Act) {
  const option = await db.one(
    ofOption.extend({ kind: z.string(), too_early: z.boolean() }),
    sql`select o.item_id, i.kind, coalesce(${input.ends_on}::date < o.starts_on - 1, false) as too_early
      from item_options o join items i on i.id = o.item_id where o.id = ${input.id}::uuid`,
  );
  if (option.kind === 'yes_no') throw new Refusal('refused', m.items_refused_no_list());
  if (option.too_early) throw refuseTooEarly();
  await db.run(
    sql`with ended as (update item_options set ends_on = ${input.ends_on}::date where id = ${input.id}::uuid)
      ${keepEnding(input, sql`select o.item_id, o.id, o.facet from item_options o where o.id = ${input.id}::uuid`, act)}`,
  );
  return { id: input.id, item_id: option.item_id };
}
