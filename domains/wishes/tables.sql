-- 参加者: a person or a body that takes part, as the coordinators' body knows it. How many there are needs no name: names are apart.
create table participants (
  id uuid primary key,
  sort text not null check (sort in ('resident', 'group', 'company', 'school', 'corporation', 'office')),
  -- Where it lives or works; null: in the whole town, or not said.
  district_id uuid references districts,
  -- 負担の上限: how many times a month at most; null: nobody has said.
  most_a_month smallint check (most_a_month between 1 and 60),
  registered_by uuid not null,
  registered_at timestamptz not null,
  version integer not null default 1,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  unique (id, holder_id),
  foreign key (id, holder_id) references parties (id, holder_id)
);
create index participants_holder on participants (holder_id, id);

-- Who it is and how it is reached. Neither side of a match sees this of the other before both have said yes.
create table participant_names (
  participant_id uuid primary key,
  name text not null,
  kana text not null,
  kana_key text collate "C" not null,
  -- How to reach it: a telephone number, a window, "by the neighbour"; in words.
  reached text,
  search_text text collate "C" not null generated always as (search_form(name || E'\n' || kana || E'\n' || coalesce(reached, ''))) stored,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index participant_names_order on participant_names (holder_id, kana_key, participant_id);

-- 願い and できること: what somebody would like, and what somebody can or likes to do. They differ in their side alone.
create table wishes (
  id uuid primary key,
  participant_id uuid not null,
  side text not null check (side in ('wish', 'offer')),
  -- Tags of the taxonomy (words/): those that were chosen, and those the words speak of.
  tags text[] not null,
  hints text[] not null,
  district_id uuid references districts,
  reach text not null check (reach in ('own_district', 'town', 'remote')),
  -- Days of the week (1 Monday … 7 Sunday) and parts of a day; none: whenever.
  days smallint[] not null check (days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  parts text[] not null check (parts <@ array['morning', 'afternoon', 'evening']),
  limits text[] not null check (limits <@ array['not_alone', 'no_stairs', 'no_lifting', 'no_car', 'not_at_home', 'with_children',
    'easy_japanese', 'short']),
  -- A small step for who hesitates: watching first, once, or going on.
  step text not null check (step in ('look', 'once', 'go_on')),
  -- How many times, or how many people at once.
  times integer not null check (times between 1 and 200),
  until date,
  way text not null check (way in ('self', 'phone', 'supporter', 'public')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  version integer not null default 1,
  closed_on date,
  closed_why text check (closed_why in ('fulfilled', 'taken_back', 'over', 'moved')),
  closed_by uuid,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check ((closed_on is null) = (closed_why is null)),
  unique (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index wishes_open on wishes (holder_id, side, entered_at, id) where closed_on is null;
create index wishes_listed on wishes (holder_id, side, id);
create index wishes_of on wishes (participant_id);
create index wishes_about on wishes using gin ((tags || hints)) where closed_on is null;

-- The words they were said in. Every version stays; the newest is read.
create table wish_words (
  wish_id uuid not null,
  version integer not null,
  words text not null,
  -- Every two neighbouring characters as they are searched: words of two characters are the common ones.
  pairs text[] not null generated always as (search_pairs(search_form(words))) stored,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (wish_id, version),
  foreign key (wish_id, holder_id) references wishes (id, holder_id)
);
create index wish_words_pairs on wish_words using gin (pairs);

-- 組み合わせない二人: declared, with a reason that stays with the coordinators. No suggestion ever crosses it.
create table wish_conflicts (
  id uuid primary key,
  one_id uuid not null,
  other_id uuid not null,
  why text not null,
  declared_by uuid not null,
  declared_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check (one_id < other_id),
  foreign key (one_id, holder_id) references participants (id, holder_id),
  foreign key (other_id, holder_id) references participants (id, holder_id)
);
create index wish_conflicts_one on wish_conflicts (one_id) where ended_at is null;
create index wish_conflicts_other on wish_conflicts (other_id) where ended_at is null;

-- つなぎ: wishes and offers brought together; two parties, a ring in which each gives to the next, or a chain of them.
create table matches (
  id uuid primary key,
  shape text not null check (shape in ('pair', 'ring', 'chain')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  -- 今回は見送りになりました, or it was stopped for somebody's safety. Null: it goes on.
  outcome text check (outcome in ('passed_over', 'stopped', 'done')),
  reason text,
  closed_by uuid,
  closed_at timestamptz,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check ((outcome is null) = (closed_at is null)),
  unique (id, holder_id)
);
create index matches_open on matches (holder_id, id) where closed_at is null;

create table match_legs (
  match_id uuid not null,
  position smallint not null,
  offer_id uuid not null,
  wish_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  -- Why it was proposed, as it was shown then.
  reasons text[] not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (match_id, position),
  check (giver_id <> receiver_id),
  foreign key (match_id, holder_id) references matches (id, holder_id),
  foreign key (offer_id, holder_id) references wishes (id, holder_id),
  foreign key (wish_id, holder_id) references wishes (id, holder_id)
);
create index match_legs_offer on match_legs (offer_id);
create index match_legs_wish on match_legs (wish_id);
create index match_legs_giver on match_legs (giver_id);
create index match_legs_receiver on match_legs (receiver_id);

-- はい・いいえ・あとで: without a reason. The newest answer of each counts; the others stay.
create table match_answers (
  id uuid primary key,
  match_id uuid not null,
  participant_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'later')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (match_id, holder_id) references matches (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index match_answers_of on match_answers (match_id, participant_id, recorded_at desc, id desc);

-- 叶った: it happened, on a day. The encounter is written with it.
create table fulfilments (
  id uuid primary key,
  match_id uuid not null,
  position smallint not null,
  encounter_id uuid not null references encounters,
  happened_on date not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  district_id uuid references districts,
  -- Whether whoever was helped gave something back: persimmons, a story, a laugh.
  returned boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  place_id uuid, -- 居場所・地域の資源 at which it happened, where one was said; that room stands above this one
  taken_back_at timestamptz, -- from then on it counts nowhere; what was recorded stays
  unique (id, holder_id),
  foreign key (match_id, position) references match_legs (match_id, position),
  foreign key (match_id, holder_id) references matches (id, holder_id)
);
create index fulfilments_of on fulfilments (match_id);
create index fulfilments_holder on fulfilments (holder_id, happened_on);
create index fulfilments_giver on fulfilments (giver_id);
create index fulfilments_receiver on fulfilments (receiver_id);

-- 叶ったことの取り消し: why, for the coordinators alone.
create table fulfilment_withdrawals (
  fulfilment_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (fulfilment_id, holder_id) references fulfilments (id, holder_id)
);

-- お礼: what goes back to whoever helped, in the words that were agreed to, and how far they may be told.
create table thanks (
  id uuid primary key,
  fulfilment_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  words text not null,
  tells text not null check (tells in ('them', 'report', 'public')),
  passed_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  -- Who said that these words may be passed on, and when; null: written before this was kept.
  agreed_by text,
  agreed_on date,
  check ((agreed_by is null) = (agreed_on is null)),
  foreign key (fulfilment_id, holder_id) references fulfilments (id, holder_id),
  foreign key (from_id, holder_id) references participants (id, holder_id),
  foreign key (to_id, holder_id) references participants (id, holder_id)
);
create index thanks_of on thanks (fulfilment_id);

-- 準備: what a role asks of whoever takes it on, from a day on. The newest setting of a tag counts.
create table role_needs (
  id uuid primary key,
  tag text not null,
  needs text[] not null check (needs <@ array['interview', 'undertaking', 'training', 'certificate', 'two_persons', 'visible_place']),
  starts_on date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  holder_id uuid not null references bodies
);
create index role_needs_of on role_needs (holder_id, tag, starts_on desc, set_at desc);

-- What of it somebody has met, for which roles, and until when. A certificate is what another body says; nothing is checked here.
-- Who confirmed it is null where it was written before this was kept.
create table readinesses (
  id uuid primary key,
  participant_id uuid not null,
  need text not null check (need in ('interview', 'undertaking', 'training', 'certificate')),
  met_on date not null,
  until date,
  words text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  tags text[] not null,
  vouched_by text,
  check (until is null or until >= met_on),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index readinesses_of on readinesses (participant_id, need);

-- 見送りの知らせ: who waited when a match was passed over or stopped, and since when they know. Without a day: still to be told.
create table match_tellings (
  match_id uuid not null,
  participant_id uuid not null,
  told_on date,
  how text check (how in ('phone', 'paper', 'met', 'message')),
  told_by uuid,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (match_id, participant_id),
  check ((told_on is null) = (how is null) and (told_on is null) = (told_by is null)),
  foreign key (match_id, holder_id) references matches (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index match_tellings_waiting on match_tellings (holder_id) where told_on is null;
create index match_tellings_participant on match_tellings (participant_id);

-- お休み: from a day until a day nobody is brought together with somebody, without a reason. It ends by itself.
create table participant_pauses (
  id uuid primary key,
  participant_id uuid not null,
  starts_on date not null,
  until date not null,
  way text not null check (way in ('self', 'phone', 'supporter', 'public')),
  -- Ended before its last day.
  ended_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check (until >= starts_on),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index participant_pauses_of on participant_pauses (participant_id, until);
