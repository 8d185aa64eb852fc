import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { type ItemFacet, type ItemKind, type ItemRecord, mostItemsOf } from './model.ts';

export { addItemOption, endItemOption, rewordItemOption } from './option-commands.ts';

/**
 * Adds an item at the end of its record's form, with the answers to choose from.
 *
 * @throws Refusal `not_allowed` for a facet whose items the actor does not define; `refused` when as many are asked as
 *   can be; `invalid` for a list without answers, or answers without a list
 */
export async function addItem(db: Db, input: ParsedInputOf<typeof api.addItem>, act: Act) {
  await refuseUnlessDefined(db, input.facet);
  await refuseTooMany(db, input.record, act);
  const options = optionsOf(input.kind, input.options).map((label, sort) => ({ id: mintId(), label, sort }));
  await db.run(
    sql`with item as (insert into items (id, record, facet, kind, sort, starts_on, added_by, added_at)
        select ${input.id}::uuid, ${input.record}, ${input.facet}, ${input.kind},
          coalesce((select max(i.sort) from items i where i.record = ${input.record} and i.facet = ${input.facet}), 0) + 1,
          ${input.starts_on}::date, ${act.actor.account}::uuid, ${act.now}::timestamptz),
      option as (select o.* from jsonb_to_recordset(${JSON.stringify(options)}::jsonb) o(id uuid, label text, sort integer)),
      offered as (insert into item_options (id, item_id, sort, starts_on, facet)
        select o.id, ${input.id}::uuid, o.sort, ${input.starts_on}::date, ${input.facet} from option o),
      worded as (insert into item_option_wordings (option_id, version, label, written_by, written_at, facet)
        select o.id, 1, o.label, ${act.actor.account}::uuid, ${act.now}::timestamptz, ${input.facet} from option o)
      insert into item_wordings (item_id, version, label, hint, unit, required, written_by, written_at, facet)
      values (${input.id}::uuid, 1, ${input.label}, ${input.hint}, ${input.kind === 'number' ? input.unit : null},
        ${input.kind !== 'section' && input.required}, ${act.actor.account}::uuid, ${act.now}::timestamptz,
        ${input.facet})`,
  );
  return { id: input.id };
}

/** The labels an item begins with. Twice the same could not be told apart. */
function optionsOf(kind: ItemKind, typed: readonly string[]): readonly string[] {
  const refuse = (sentence: string): never => {
    throw new Refusal('invalid', sentence, { options: sentence });
  };
  if (new Set(typed).size < typed.length) refuse(m.items_refused_same_option());
  switch (kind) {
    case 'yes_no':
      if (typed.length !== 0 && typed.length !== 2) refuse(m.items_refused_two_options());
      return typed.length === 0 ? [m.items_yes(), m.items_no()] : typed;
    case 'choice':
    case 'choices':
      if (typed.length === 0) refuse(m.items_field_options());
      return typed;
    default:
      if (typed.length > 0) refuse(m.items_refused_options());
      return [];
  }
}

/** Words an item anew; what it was called before stays readable. */
export async function rewordItem(db: Db, input: ParsedInputOf<typeof api.rewordItem>, act: Act) {
  const written = await db.run(
    sql`insert into item_wordings (item_id, version, label, hint, unit, required, written_by, written_at, facet)
      select i.id, ${input.version + 1}, ${input.label}, ${input.hint},
        case when i.kind = 'number' then ${input.unit}::text end, i.kind <> 'section' and ${input.required},
        ${act.actor.account}::uuid, ${act.now}::timestamptz, i.facet
      from items i where i.id = ${input.id}::uuid
        and ${input.version} = (select max(w.version) from item_wordings w where w.item_id = i.id)
      on conflict do nothing`,
  );
  if (written === 0) throw await explainNotWritten(db, sql`select from items where id = ${input.id}::uuid`);
  return { id: input.id };
}

/**
 * Says until when an item is asked, or that it goes on after all. What was answered stays readable.
 *
 * @throws Refusal `invalid` for a day before it began; `refused` when it would be one too many again
 */
export async function endItem(db: Db, input: ParsedInputOf<typeof api.endItem>, act: Act) {
  const item = await db.one(
    z.object({ record: z.string(), too_early: z.boolean() }),
    sql`select record, coalesce(${input.ends_on}::date < starts_on - 1, false) as too_early
      from items where id = ${input.id}::uuid`,
  );
  if (item.too_early) throw refuseTooEarly();
  if (input.ends_on === null || input.ends_on >= act.today)
    await refuseTooMany(db, item.record as ItemRecord, act, input.id);
  await db.run(
    sql`with ended as (update items set ends_on = ${input.ends_on}::date where id = ${input.id}::uuid)
      ${keepEnding(input, sql`select i.id, null::uuid, i.facet from items i where i.id = ${input.id}::uuid`, act)}`,
  );
  return { id: input.id };
}

/** Who decided until when, and why: `of` brings the ids of item and option, and the facet. */
export function keepEnding(
  { ends_on, reason }: { ends_on: string | null; reason: string },
  of: Sql,
  act: Act,
): Sql {
  return sql`insert into item_endings (id, item_id, option_id, ends_on, reason, decided_by, decided_at, facet)
    select ${mintId()}::uuid, o.item_id, o.option_id, ${ends_on}::date, ${reason}, ${act.actor.account}::uuid,
      ${act.now}::timestamptz, o.facet
    from (${of}) o(item_id, option_id, facet)`;
}

export function refuseTooEarly(): Refusal {
  return new Refusal('invalid', m.items_refused_too_early(), { ends_on: m.items_refused_too_early() });
}

/** Nothing was written: either it is not there for the actor, or somebody was faster. */
export async function explainNotWritten(db: Db, there: Sql): Promise<Refusal> {
  await db.one(z.object({}), there);
  return new Refusal('refused', m.items_refused_changed());
}

/** Moves an item one place towards the front or the back of its form, past the next one that is asked. */
export async function moveItem(db: Db, input: ParsedInputOf<typeof api.moveItem>, act: Act) {
  const front = input.towards === 'front';
  const moved = await db.run(
    sql`with placed as (select p.id, row_number() over (order by p.sort, p.id)::int as n,
          coalesce(p.ends_on < ${act.today}::date, false) as ended
        from items i join items p on p.record = i.record and p.facet = i.facet
        where i.id = ${input.id}::uuid),
      own as (select n from placed where id = ${input.id}::uuid),
      next as (select p.id, p.n from placed p, own
        where not p.ended and ${front ? sql`p.n < own.n` : sql`p.n > own.n`}
        order by ${front ? sql`p.n desc` : sql`p.n`} limit 1)
      update items i set sort = case when i.id = next.id then own.n
          when i.id = ${input.id}::uuid then coalesce(next.n, p.n) else p.n end
      from placed p cross join own left join next on true
      where p.id = i.id`,
  );
  if (moved === 0) throw await explainNotWritten(db, sql`select from items where id = ${input.id}::uuid`);
  return { id: input.id };
}

async function refuseUnlessDefined(db: Db, facet: ItemFacet): Promise<void> {
  const { defined } = await db.one(
    z.object({ defined: z.boolean() }),
    sql`select ${facet} = any(gate.item_facets_defined()) as defined`,
  );
  if (!defined) throw new Refusal('not_allowed', m.items_refused_facet());
}

/** Items that are asked today or later; headings stand in the form too. */
async function refuseTooMany(db: Db, record: ItemRecord, act: Act, besides: string | null = null) {
  const { n } = await db.one(
    z.object({ n: z.int() }),
    sql`select count(*)::int as n from items
      where record = ${record} and (ends_on is null or ends_on >= ${act.today}::date)
        and id is distinct from ${besides}::uuid`,
  );
  const most = mostItemsOf(record);
  if (n >= most) throw new Refusal('refused', m.items_refused_too_many({ most }));
}
