-- How often what anybody may read has changed: pages that are kept ready are written anew when it does. One row, nothing about anybody.
create table public_versions (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  -- The transaction that changed it last, so that many rows of one count once.
  changed_in xid8 not null
);
