import * as z from 'zod';
import * as m from '#messages';
import { joinSql, type Sql, sql } from '#platform/sql.ts';

/** What a list is narrowed by: everything named has to hold of the one answer. */
export interface ItemCondition {
  readonly item: string;
  /** An option. */
  readonly is?: string;
  /** A number or a day, ends included. */
  readonly from?: number | string;
  readonly until?: number | string;
  /** Words that occur in a text. */
  readonly has?: string;
}

const written = /^([0-9a-f-]{36})\.(is|from|until|has)$/;
const bound = z.union([z.iso.date(), z.coerce.number().int()]);
const readers = { is: z.uuid(), from: bound, until: bound, has: z.string().trim().min(1).max(100) };

/**
 * Conditions on own items as a list takes them in its address: `<item>.is=<option>`, `<item>.from=3`,
 * `<item>.until=2026-03-31`, `<item>.has=words`, joined by `&`.
 */
export const itemFilter = z
  .string()
  .max(4000)
  .transform((text, context): ItemCondition[] => {
    const conditions = new Map<string, ItemCondition>();
    for (const [name, value] of new URLSearchParams(text)) {
      const [, item = '', how] = written.exec(name) ?? [];
      const reader = z.uuid().safeParse(item).success ? readers[how as keyof typeof readers] : undefined;
      const read = reader?.safeParse(value);
      if (!how || !read?.success) {
        context.addIssue({ code: 'custom', message: m.items_refused_filter() });
        return z.NEVER;
      }
      conditions.set(item, { ...conditions.get(item), item, [how]: read.data });
    }
    return [...conditions.values()];
  })
  .optional();

/** Whether an answer `a` is one that is looked for. One answer has one row that matches, whatever its kind. */
export function answerMatches({ item, is, from, until, has }: ItemCondition): Sql {
  const where = [sql`a.item_id = ${item}::uuid`];
  // Written out either way, so that the index over items and options leads in the order of the list.
  where.push(is === undefined ? sql`a.option_id is null` : sql`a.option_id = ${is}::uuid`);
  if (from !== undefined)
    where.push(typeof from === 'number' ? sql`a.number >= ${from}` : sql`a.day >= ${from}::date`);
  if (until !== undefined)
    where.push(typeof until === 'number' ? sql`a.number <= ${until}` : sql`a.day <= ${until}::date`);
  if (has !== undefined) where.push(sql`position((select search_form(${has})) in search_form(a.words)) > 0`);
  return joinSql(where, sql` and `);
}

/** For each condition: that a record has such an answer. `of` says which rows of the table are the record's. */
export function answeredLike(table: Sql, of: Sql, conditions: readonly ItemCondition[]): Sql[] {
  return conditions.map((one) => sql`exists (select from ${table} a where ${of} and ${answerMatches(one)})`);
}
