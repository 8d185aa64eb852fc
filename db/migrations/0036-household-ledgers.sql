-- 世帯の台帳: a third kind of ledger, whose rows become households and corrections of them.
alter table ledger_files drop constraint ledger_files_kind_check;
alter table ledger_files add constraint ledger_files_kind_check check (kind in ('visits', 'tally', 'households'));
alter table ledger_imports drop constraint ledger_imports_kind_check;
alter table ledger_imports add constraint ledger_imports_kind_check check (kind in ('visits', 'tally', 'households'));
-- A ledger of households is of no month.
alter table ledger_imports alter column first_month drop not null;
alter table ledger_imports alter column last_month drop not null;

-- What each row of a household ledger became. By its key, a hash that only this house can make, a row is known again; null once the
-- import was taken back. The household may be destroyed in time; that the row was there stays, so it is no foreign key.
create table ledger_households (
  import_id uuid not null references ledger_imports,
  row integer not null,
  key uuid,
  household_id uuid not null,
  -- False: it was registered before.
  made boolean not null,
  -- The version of the entry, and of its answers, that the row made; null where it changed nothing.
  version integer,
  answered_household integer,
  answered_watching integer,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (import_id, row)
);
create unique index ledger_households_known on ledger_households (key) where key is not null;
