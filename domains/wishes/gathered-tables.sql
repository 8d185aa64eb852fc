-- 叶え合いの数 of the year, as they were when it was gathered.
create table gathered_wish_figures (
  gathering_id uuid not null references gatherings,
  figure text not null,
  -- Null: small enough to point at somebody.
  value integer check (value >= 0),
  -- The version of the wording by which it was counted.
  definition integer not null,
  primary key (gathering_id, figure)
);
