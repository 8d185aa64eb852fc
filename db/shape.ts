import type pg from 'pg';

const parts = {
  column: `select format('%s.%s %s', c.relname, a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end, nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
      pg_get_expr(d.adbin, d.adrelid), (select collname from pg_collation where oid = a.attcollation)))
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  table: `select concat_ws(' ', relname, relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner), reloptions, relacl)
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  constraint: `select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'`,
  index: `select indexdef from pg_indexes where schemaname = 'public'`,
  trigger: `select pg_get_triggerdef(oid) from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  function: `select pg_get_functiondef(oid) from pg_proc where pronamespace in ('public'::regnamespace, 'gate'::regnamespace)`,
  policy: `select concat_ws(' ', tablename, policyname, cmd, roles, qual, with_check) from pg_policies where schemaname = 'public'`,
  type: `select typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`,
};

/** Everything a database of ours is made of, one line each and sorted: two that are alike have the same lines. */
export async function readShape(client: pg.ClientBase): Promise<string[]> {
  const lines: string[] = [];
  for (const [part, text] of Object.entries(parts)) {
    const { rows } = await client.query({ text, rowMode: 'array' });
    lines.push(...rows.map(([line]) => `${part} ${line}`));
  }
  return lines.sort();
}
