-- 居場所・地域の資源: where one can go and what one can do there, formal or informal, said once. It is no person. A place that also
-- welcomes somebody from 参加支援 is a place with that willingness.
create table places (
  id uuid primary key,
  name text not null,
  kana text not null,
  kana_key text collate "C" not null,
  -- What one can do there, in words; read for matching as an offer is.
  what text not null,
  -- For 参加支援: how many at a time, and on which terms.
  how_many smallint check (how_many between 1 and 200),
  conditions text,
  -- Whom to speak to, and how. Stays inside.
  contact text,
  district_id uuid references districts,
  -- The body that runs it, where the town knows it: only to a body can something of a person be provided.
  body_id uuid references bodies,
  confirmed_on date not null,
  confirmed_by uuid not null,
  closed_on date,
  closed_why text,
  version integer not null default 1,
  added_by uuid not null,
  added_on date not null,
  holder_id uuid not null references bodies,
  -- 参加支援の受入: paused keeps the ways that lead there readable.
  welcomes text not null default 'no' check (welcomes in ('no', 'yes', 'paused')),
  -- Who runs it, in words: a club, some neighbours.
  run_by text,
  address text,
  latitude double precision check (latitude between 20 and 46),
  longitude double precision check (longitude between 122 and 154),
  -- When it is open: rules as of model.ts (`openingRule`), and what no rule says.
  times jsonb not null default '[]',
  times_words text,
  for_whom text,
  cost text,
  -- Codes of the lists place_access and place_language.
  access text[] not null default '{}',
  access_words text,
  languages text[] not null default '{}',
  child_care text,
  entry text not null default 'call_first' check (entry in ('just_come', 'call_first', 'introduction')),
  newcomers boolean not null default true,
  -- What anybody may ring or write to.
  public_contact text,
  -- Remarks that stay inside.
  remarks text,
  -- What may be shown to anybody; empty: nothing. The page comes with name, what, when and how to get in.
  shown text[] not null default '{}' check (shown <@ array['page', 'run_by', 'address', 'contact']),
  -- Who at the place said that everything still holds.
  confirmed_with text,
  -- Tags of the wishes' taxonomy, read from the words of what one can do.
  tags text[] not null default '{}',
  check ((closed_on is null) = (closed_why is null)),
  check ((latitude is null) = (longitude is null)),
  check (cardinality(shown) = 0 or 'page' = any(shown)),
  unique (id, holder_id)
);
create index places_order on places (kana_key, id);
create index places_holder on places (holder_id, added_on);
create index places_district on places (district_id, confirmed_on);

-- 休み・臨時: days on which the rules do not hold.
create table place_days (
  id uuid primary key,
  place_id uuid not null references places,
  kind text not null check (kind in ('closed', 'extra')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  from_time time,
  until_time time,
  words text,
  written_by uuid not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((kind = 'extra') = (from_time is not null))
);
create index place_days_of on place_days (place_id, starts_on);

-- たずねた: a place was asked whether everything still holds.
create table place_askings (
  id uuid primary key,
  place_id uuid not null references places,
  asked_on date not null,
  way text not null check (way in ('letter', 'phone', 'visit', 'message')),
  asked_by uuid not null references posts,
  asked_at timestamptz not null
);
create index place_askings_of on place_askings (place_id, asked_on desc);

-- 確かめる目安: after how many months a place is asked after, and after how many more days it is marked. The newest holds.
create table place_rules (
  id uuid primary key,
  months smallint not null check (months between 1 and 36),
  grace_days smallint not null check (grace_days between 1 and 180),
  set_by uuid not null references posts,
  set_at timestamptz not null
);

-- 世話人: which posts look after a place.
create table place_hosts (
  id uuid primary key,
  place_id uuid not null references places,
  post_id uuid not null references posts,
  named_by uuid not null references posts,
  named_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account'
);
create index place_hosts_place on place_hosts (place_id);
create index place_hosts_post on place_hosts (post_id);

-- 名簿を任せる: the place lets the coordinators of a body keep its list of names with it; without it the names stay with the place.
create table place_entrustments (
  id uuid primary key,
  place_id uuid not null references places,
  body_id uuid not null references bodies,
  -- What for, in the words of the place.
  words text not null,
  starts_on date not null,
  given_by uuid not null references posts,
  given_at timestamptz not null,
  ended_at timestamptz
);
create index place_entrustments_place on place_entrustments (place_id);
create index place_entrustments_body on place_entrustments (body_id);

-- 来る人の名簿: whom a place knows by name. Kept by the place; forgotten when nobody has needed it for long.
create table place_guests (
  id uuid primary key,
  place_id uuid not null references places,
  name text not null,
  kana text,
  kana_key text collate "C" not null,
  phone text,
  -- Null: by whoever filled in the public form.
  added_by uuid references posts,
  added_at timestamptz not null,
  forget_after date not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  unique (id, place_id)
);
create index place_guests_place on place_guests (place_id, kana_key, id);
create index place_guests_over on place_guests (forget_after);

-- 気にかけてよいか: whether somebody may be asked after who has not come for long. The newest word holds.
create table guest_consents (
  id uuid primary key,
  guest_id uuid not null,
  place_id uuid not null,
  decision text not null check (decision in ('given', 'withdrawn')),
  said_on date not null,
  heard_by uuid not null references posts,
  recorded_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (guest_id, place_id) references place_guests (id, place_id) on delete cascade
);
create index guest_consents_of on guest_consents (guest_id, recorded_at desc);
create index guest_consents_place on guest_consents (place_id);

-- しばらく見えないときの目安: weeks without coming after which somebody who agreed to it is named to the host; null: nobody is. The
-- newest holds, and without one nobody is.
create table absence_rules (
  id uuid primary key,
  place_id uuid not null references places,
  weeks smallint check (weeks between 1 and 52),
  set_by uuid not null references posts,
  set_at timestamptz not null
);
create index absence_rules_of on absence_rules (place_id, set_at desc);

-- 催し: once, on a day, with room for so many.
create table place_events (
  id uuid primary key,
  place_id uuid not null references places,
  title text not null,
  what text,
  held_on date not null,
  from_time time not null,
  until_time time not null,
  -- Null: as many as come.
  capacity smallint check (capacity between 1 and 2000),
  register_until date,
  cost text,
  shown boolean not null default false,
  cancelled_at timestamptz,
  cancelled_why text,
  version integer not null default 1,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  check ((cancelled_at is null) = (cancelled_why is null)),
  check (until_time > from_time),
  unique (id, place_id)
);
create index place_events_place on place_events (place_id, held_on);

-- 申し込み: somebody, and who comes with them, for one event. Placed where there is room for all of them; otherwise waiting, and placed by
-- itself when somebody gives up.
create table event_registrations (
  id uuid primary key,
  event_id uuid not null,
  place_id uuid not null,
  guest_id uuid references place_guests on delete set null,
  way text not null check (way in ('host', 'office', 'phone', 'form')),
  -- Null: by whoever filled in the public form.
  registered_by uuid references posts,
  registered_at timestamptz not null,
  placed_at timestamptz,
  -- That there is room was told to whoever waited.
  told_at timestamptz,
  cancelled_at timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  -- 人数: how many come, who is named among them.
  heads smallint not null default 1 check (heads between 1 and 50),
  -- 人数を変える: so many more wait for room beside those who have a place, since when.
  more_heads smallint not null default 0 check (more_heads between 0 and 49),
  more_since timestamptz,
  check ((more_heads > 0) = (more_since is not null)),
  foreign key (event_id, place_id) references place_events (id, place_id)
);
create index event_registrations_of on event_registrations (event_id, registered_at, id);
create index event_registrations_place on event_registrations (place_id);
create index event_registrations_guest on event_registrations (guest_id) where guest_id is not null;
create unique index event_registrations_once on event_registrations (event_id, guest_id)
  where guest_id is not null and cancelled_at is null;

-- 申し込みフォームから: what anybody wrote to join an event. The registration it leads to has the same id; what looks like a machine's
-- work leads to none until somebody of the place has looked. Forgotten some weeks after the event.
create table event_requests (
  id uuid primary key,
  event_id uuid not null,
  place_id uuid not null,
  name text not null,
  reaching text not null,
  words text,
  language text not null,
  held_back text check (held_back in ('hidden_field', 'too_fast', 'too_many', 'flood')),
  receipt_hash bytea not null unique,
  received_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references posts,
  given_up_at timestamptz,
  forget_after date not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  heads smallint not null default 1 check (heads between 1 and 50),
  foreign key (event_id, place_id) references place_events (id, place_id)
);
create index event_requests_of on event_requests (event_id, received_at);
create index event_requests_place on event_requests (place_id);
create index event_requests_over on event_requests (forget_after);

-- What proves the code of a registration's card. Read by the gate alone.
create table registration_codes (
  registration_id uuid primary key references event_registrations on delete cascade,
  code_hash bytea not null unique,
  place_id uuid not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft'
);
create index registration_codes_place on registration_codes (place_id);

-- カードで来た: a card was shown at the door. It counts when the host keeps the day.
create table registration_marks (
  registration_id uuid primary key references event_registrations on delete cascade,
  place_id uuid not null,
  event_id uuid not null,
  marked_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft'
);
create index registration_marks_place on registration_marks (place_id, event_id);
