-- Roles belong to the cluster: the owner of tables, the owner of the gate's functions, the login of the pool, and the
-- reader of backups, whom only the migrator's login can become (docs/decisions/0005-backup.md).
do $$
begin
  if not exists (select from pg_roles where rolname = 'kanaeau_owner') then
    create role kanaeau_owner nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'kanaeau_gate') then
    create role kanaeau_gate nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'kanaeau_app') then
    create role kanaeau_app login nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'kanaeau_backup') then
    create role kanaeau_backup nologin nosuperuser nobypassrls;
  end if;
  grant kanaeau_gate to kanaeau_owner;
  execute format('grant kanaeau_owner to %I', current_user);
  execute format('grant kanaeau_gate to %I', current_user);
  execute format('grant kanaeau_backup to %I', current_user);
end $$;
