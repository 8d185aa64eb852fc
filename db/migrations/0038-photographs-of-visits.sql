-- A photograph taken at a visit; no place, time or device is left in it. The deciding columns are copied from the visit's row.
create table visit_photos (
  visit_id uuid primary key references visits on delete cascade,
  bytes bytea not null,
  household_id uuid not null,
  visited_on date not null,
  post_id uuid not null,
  added_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching'
);
