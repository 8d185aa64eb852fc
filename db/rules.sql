-- Takes down every policy, grant and gate function, so that the files of the rooms put them up anew.
do $$
declare
  r record;
begin
  for r in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', r.policyname, r.schemaname, r.tablename);
  end loop;
end $$;
drop schema if exists gate cascade;
create schema gate;
grant usage on schema gate to kanaeau_app, kanaeau_gate;
grant create on schema gate to kanaeau_gate;
grant usage on schema public to kanaeau_app, kanaeau_gate, kanaeau_backup;
revoke all on all tables in schema public from public, kanaeau_app, kanaeau_gate, kanaeau_backup;
grant select on schema_versions to kanaeau_app, kanaeau_backup;
