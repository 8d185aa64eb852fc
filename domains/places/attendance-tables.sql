-- 来た人: one row for each who came on a day, by name or without one. Each is an encounter, once: the same person counts once a day
-- at a place, however it was written down, and a head count takes those who are known by name among its heads.
create table attendances (
  id uuid primary key,
  place_id uuid not null references places,
  event_id uuid,
  held_on date not null,
  guest_id uuid references place_guests on delete set null,
  way text not null check (way in ('list', 'card', 'heads')),
  encounter_id uuid not null references encounters,
  recorded_by uuid not null references posts,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Without a name from the beginning: a head that was counted.
  nameless boolean not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count',
  -- Of a head without a name: who came on the same registration and has one.
  came_with uuid references attendances,
  foreign key (event_id, place_id) references place_events (id, place_id)
);
create index attendances_day on attendances (place_id, held_on);
create index attendances_with on attendances (came_with) where came_with is not null;
create index attendances_guest on attendances (guest_id, held_on) where guest_id is not null;
create unique index attendances_once on attendances (place_id, held_on, guest_id)
  where guest_id is not null and withdrawn_at is null;
