-- 居場所: one register of places and resources; the places that welcome somebody from 参加支援 are among them. Events, who came, hosts.
alter table welcoming_places rename to places;
alter table places rename constraint welcoming_places_pkey to places_pkey;
alter table places rename constraint welcoming_places_id_holder_id_key to places_id_holder_id_key;
alter index welcoming_places_order rename to places_order;
alter index welcoming_places_holder rename to places_holder;
alter table places
  add column welcomes text not null default 'no' check (welcomes in ('no', 'yes', 'paused')),
  add column run_by text,
  add column address text,
  add column latitude double precision check (latitude between 20 and 46),
  add column longitude double precision check (longitude between 122 and 154),
  add column times jsonb not null default '[]',
  add column times_words text,
  add column for_whom text,
  add column cost text,
  add column access text[] not null default '{}',
  add column access_words text,
  add column languages text[] not null default '{}',
  add column child_care text,
  add column entry text not null default 'call_first' check (entry in ('just_come', 'call_first', 'introduction')),
  add column newcomers boolean not null default true,
  add column public_contact text,
  add column remarks text,
  add column shown text[] not null default '{}' check (shown <@ array['page', 'run_by', 'address', 'contact']),
  add column confirmed_with text,
  add column tags text[] not null default '{}',
  add check ((latitude is null) = (longitude is null)),
  add check (cardinality(shown) = 0 or 'page' = any(shown));
create index places_district on places (district_id, confirmed_on);
-- What was in the register until now was there because it welcomes.
update places set welcomes = 'yes';

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
  added_by uuid not null references posts,
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

-- 申し込み: one person for one event. Placed where there is room; otherwise waiting, and placed by itself when somebody gives up.
create table event_registrations (
  id uuid primary key,
  event_id uuid not null,
  place_id uuid not null,
  guest_id uuid references place_guests on delete set null,
  way text not null check (way in ('host', 'office', 'phone')),
  registered_by uuid not null references posts,
  registered_at timestamptz not null,
  placed_at timestamptz,
  -- That there is room was told to whoever waited.
  told_at timestamptz,
  cancelled_at timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (event_id, place_id) references place_events (id, place_id)
);
create index event_registrations_of on event_registrations (event_id, registered_at, id);
create index event_registrations_place on event_registrations (place_id);
create index event_registrations_guest on event_registrations (guest_id) where guest_id is not null;
create unique index event_registrations_once on event_registrations (event_id, guest_id)
  where guest_id is not null and cancelled_at is null;

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
  foreign key (event_id, place_id) references place_events (id, place_id)
);
create index attendances_day on attendances (place_id, held_on);
create index attendances_guest on attendances (guest_id, held_on) where guest_id is not null;
create unique index attendances_once on attendances (place_id, held_on, guest_id)
  where guest_id is not null and withdrawn_at is null;

alter table encounters add column place_id uuid;
create index encounters_at on encounters (place_id, occurred_on) where place_id is not null;

alter table posts drop constraint posts_role_check;
alter table posts add constraint posts_role_check check (role in ('administrator', 'planner', 'council_officer', 'gatherer', 'visitor',
  'commissioner', 'intake_worker', 'evaluator', 'auditor', 'operator', 'section_worker', 'case_coordinator', 'convener', 'records_officer',
  'community_coordinator', 'place_host'));

alter table code_entries drop constraint code_entries_list_check;
alter table code_entries add constraint code_entries_list_check check (list in ('worry', 'route', 'background', 'screening',
  'change', 'ending', 'way', 'service', 'work', 'housing', 'insurance', 'attribute', 'pension', 'place_access', 'place_language'));
with defaults(id, list, code, sort, label) as (values
    ('018e9550-0000-7978-8532-796989b19d20'::uuid, 'place_access', 'step_free', 1, '段差がない'),
    ('018e9550-0000-76ea-8dc1-e28dcdf74e20', 'place_access', 'wheelchair', 2, '車いすで入れる'),
    ('018e9550-0000-78ad-82ff-78dae1b0f3fc', 'place_access', 'toilet', 3, '車いすで使えるトイレ'),
    ('018e9550-0000-7bda-8bec-ab79c129ee12', 'place_access', 'parking', 4, '駐車場がある'),
    ('018e9550-0000-79b7-80e5-a0cea61a5118', 'place_access', 'bus', 5, 'バス停が近い'),
    ('018e9550-0000-77c6-84ab-b8c3e7a0ff4b', 'place_access', 'pick_up', 6, '送り迎えがある'),
    ('018e9550-0000-7c30-82b1-bc4ef45ccf7c', 'place_access', 'chairs', 7, 'いすに座れる'),
    ('018e9550-0000-772c-8299-ebe69d213ebc', 'place_access', 'quiet', 8, '静かな場所がある'),
    ('018e9550-0000-7432-8cb8-8c263170068e', 'place_access', 'baby', 9, 'おむつ替え・授乳の場所'),
    ('018e9550-0000-7671-85ee-9ad137249ad7', 'place_access', 'hearing', 10, '筆談・手話ができる'),
    ('018e9550-0000-7ade-8f9e-d1006aed030b', 'place_access', 'online', 11, 'オンラインでも加われる'),
    ('018e9550-0000-7f4f-861d-1eed223b12c5', 'place_language', 'ja', 1, '日本語'),
    ('018e9550-0000-703d-875c-85334b763751', 'place_language', 'easy_ja', 2, 'やさしい日本語'),
    ('018e9550-0000-7e0b-80f7-f321503a312e', 'place_language', 'en', 3, '英語'),
    ('018e9550-0000-724d-8d82-d2307b8cc94d', 'place_language', 'vi', 4, 'ベトナム語'),
    ('018e9550-0000-7e21-84fb-c7c9812c3abb', 'place_language', 'zh', 5, '中国語'),
    ('018e9550-0000-7e64-80f1-81bd63829795', 'place_language', 'ne', 6, 'ネパール語'),
    ('018e9550-0000-72f0-807a-0afeeb7eb4d2', 'place_language', 'tl', 7, 'タガログ語'),
    ('018e9550-0000-7cd8-8712-01d80748509e', 'place_language', 'pt', 8, 'ポルトガル語'),
    ('018e9550-0000-7067-8061-145921bafbac', 'place_language', 'ko', 9, '韓国語'),
    ('018e9550-0000-7c88-80ba-7edfc993ddfa', 'place_language', 'sign', 10, '手話')),
  entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
    select id, list, code, sort, '2015-04-01', now() from defaults where exists (select from towns))
insert into code_wordings (entry_id, from_on, label, written_at)
  select id, '2015-04-01', label, now() from defaults where exists (select from towns) on conflict do nothing;
