-- Forces the gate on every table, lets a backup read it, hands the gate's functions to their owner, and gives that owner
-- the tables it has policies for.
do $$
declare
  r record;
begin
  for r in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and c.relname not in ('schema_versions', 'schema_rules') loop
    execute format('alter table public.%I enable row level security', r.relname);
    execute format('alter table public.%I force row level security', r.relname);
    execute format('create policy a_backup_reads_everything on public.%I for select to kanaeau_backup using (true)', r.relname);
    execute format('grant select on public.%I to kanaeau_backup', r.relname);
  end loop;
  grant select on all sequences in schema public to kanaeau_backup;
  grant usage on schema pgboss to kanaeau_backup;
  grant select on pgboss.job to kanaeau_backup;
  for r in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'gate'::regnamespace loop
    execute format('alter function %s owner to kanaeau_gate', r.name);
    execute format('revoke all on function %s from public', r.name);
    execute format('grant execute on function %s to kanaeau_app', r.name);
  end loop;
  for r in select distinct tablename, cmd from pg_policies where schemaname = 'public' and 'kanaeau_gate' = any(roles) loop
    execute format('grant %s on public.%I to kanaeau_gate',
      case r.cmd when 'ALL' then 'select, insert, update, delete' else r.cmd end, r.tablename);
  end loop;
end $$;
