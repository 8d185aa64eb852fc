import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { listItemsOf, shownItem, wordedNow } from './answering.ts';
import * as api from './api.ts';
import { item, itemRecords } from './model.ts';

/** The items the actor may know of, in the order in which they are asked; those that have ended among them. */
export async function listItems(
  db: Db,
  input: ParsedInputOf<typeof api.listItems>,
  _act: Act,
): Promise<OutputOf<typeof api.listItems>> {
  if (input.record) return { items: await listItemsOf(db, input.record) };
  const items = await db.all(
    item,
    sql`select ${shownItem} from items i ${wordedNow}
      order by array_position(${itemRecords}::text[], i.record), i.facet, i.sort, i.id`,
  );
  return { items };
}

const optionWordings = z.object({
  option_id: z.uuid(),
  ...api.readItem.output.shape.options.element.shape.wordings.element.shape,
});

/** One item with every wording it has had, and who decided until when it is asked. */
export async function readItem(
  db: Db,
  { id }: ParsedInputOf<typeof api.readItem>,
  _act: Act,
): Promise<OutputOf<typeof api.readItem>> {
  const one = await db.one(item, sql`select ${shownItem} from items i ${wordedNow} where i.id = ${id}::uuid`);
  const wordings = await db.all(
    api.readItem.output.shape.wordings.element,
    sql`select w.label, w.hint, w.unit, w.required, ${written}
      from item_wordings w left join accounts a on a.id = w.written_by
      where w.item_id = ${id}::uuid order by w.version desc`,
  );
  const ofOptions = await db.all(
    optionWordings,
    sql`select w.option_id, w.label, ${written}
      from item_options o join item_option_wordings w on w.option_id = o.id
      left join accounts a on a.id = w.written_by
      where o.item_id = ${id}::uuid order by w.version desc`,
  );
  const endings = await db.all(
    api.readItem.output.shape.endings.element,
    sql`select e.id, e.option_id, e.ends_on, e.reason, ${onDay(sql`e.decided_at`)} as decided_on,
        a.name as decided_by_name
      from item_endings e left join accounts a on a.id = e.decided_by
      where e.item_id = ${id}::uuid order by e.decided_at desc, e.id desc`,
  );
  const options = one.options.map((option) => ({
    ...option,
    wordings: ofOptions
      .filter(({ option_id }) => option_id === option.id)
      .map(({ option_id: _, ...worded }) => worded),
  }));
  return { ...one, options, wordings, endings };
}

const written = sql`w.version, ${onDay(sql`w.written_at`)} as written_on, a.name as written_by_name`;

function onDay(at: Sql): Sql {
  return sql`to_char(${at} at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`;
}
