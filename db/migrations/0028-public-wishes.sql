-- Wishes and offers that people write themselves (願いカード, 届いた願い); what organisations give (地域貢献).
create index wishes_about on wishes using gin ((tags || hints)) where closed_on is null;
create index wish_words_pairs on wish_words using gin (pairs);

alter table letter_settings add column wishes_id uuid references bodies;

-- 願いカード: a link and a printed code with which somebody says what would be good and what he or she can do. It is one
-- participant's, or anybody's in a district. It opens one form and shows nothing.
create table wish_cards (
  id uuid primary key,
  participant_id uuid,
  district_id uuid references districts,
  -- Where it hangs or to whom it was handed, in the coordinator's words.
  place text,
  made_by uuid not null references posts,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  unique (id, holder_id)
);
create index wish_cards_holder on wish_cards (holder_id, id);
create index wish_cards_over on wish_cards (expires_at);

-- What proves a code. Read by the gate alone.
create table wish_card_codes (
  card_id uuid primary key,
  code_hash bytea not null unique,
  holder_id uuid not null,
  retention_class text not null default 'draft',
  foreign key (card_id, holder_id) references wish_cards (id, holder_id) on delete cascade
);

-- 届いた願い: what somebody wrote without an account, until a coordinator takes it in or sets it aside. No address of a machine,
-- no browser; the receipt, with which it is changed and taken back, is kept as a hash alone.
create table wish_notes (
  id uuid primary key,
  card_id uuid,
  participant_id uuid,
  district_id uuid references districts,
  language text not null check (language in ('ja', 'ja-easy', 'en', 'vi', 'zh-Hans')),
  sort text check (sort in ('resident', 'group', 'company', 'school', 'corporation', 'office')),
  name text,
  reaching text,
  held_back text check (held_back in ('hidden_field', 'too_fast', 'too_many', 'flood')),
  receipt_hash bytea not null unique,
  received_at timestamptz not null,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  -- From when on nobody needs it any more.
  forget_after timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  unique (id, holder_id)
);
create index wish_notes_waiting on wish_notes (holder_id, received_at, id);
create index wish_notes_lately on wish_notes (received_at);
create index wish_notes_over on wish_notes (forget_after);

-- The wish and the offer of a note, as they were said last; without words: left out, or taken back.
create table wish_note_sides (
  note_id uuid not null,
  side text not null check (side in ('wish', 'offer')),
  words text,
  reach text not null check (reach in ('own_district', 'town', 'remote')),
  days smallint[] not null check (days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  parts text[] not null check (parts <@ array['morning', 'afternoon', 'evening']),
  limits text[] not null check (limits <@ array['not_alone', 'no_stairs', 'no_lifting', 'no_car', 'not_at_home', 'with_children',
    'easy_japanese', 'short']),
  step text not null check (step in ('look', 'once', 'go_on')),
  times integer not null check (times between 1 and 200),
  until date,
  holder_id uuid not null,
  retention_class text not null default 'draft',
  primary key (note_id, side),
  foreign key (note_id, holder_id) references wish_notes (id, holder_id) on delete cascade
);

-- What a coordinator made of it: taken in for a participant, set aside with the reason, answered, or looked at again after it was
-- changed or taken back. The newest that decides holds.
create table wish_note_decisions (
  id uuid primary key,
  note_id uuid not null,
  outcome text not null check (outcome in ('taken_in', 'set_aside', 'answered', 'seen')),
  participant_id uuid,
  wish_id uuid,
  offer_id uuid,
  reason text,
  decided_by uuid not null references posts,
  decided_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'draft',
  check ((outcome in ('taken_in', 'seen')) or (wish_id is null and offer_id is null)),
  check ((outcome = 'set_aside') = (reason is not null)),
  foreign key (note_id, holder_id) references wish_notes (id, holder_id) on delete cascade
);
create index wish_note_decisions_of on wish_note_decisions (note_id);
create index wish_note_decisions_holder on wish_note_decisions (holder_id);

-- 地域貢献: what an organisation gives out of one of its offers, and on which conditions. What was said before is kept by the trail.
create table contributions (
  id uuid primary key,
  participant_id uuid not null,
  offer_id uuid not null,
  kinds text[] not null check (kinds <@ array['people', 'place', 'skills', 'goods'] and cardinality(kinds) > 0),
  conditions text,
  -- Who insures what happens meanwhile: the organisation, the council's volunteer insurance, nobody has to, or it is not settled.
  insurance text not null check (insurance in ('own', 'council', 'not_needed', 'open')),
  insurance_words text,
  starts_on date not null,
  ends_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check (ends_on is null or ends_on >= starts_on),
  unique (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index contributions_holder on contributions (holder_id, id);
create index contributions_of on contributions (participant_id);

-- 何をもたらしたか: what it brought to those it was for and to the organisation, when it was looked at.
create table contribution_results (
  id uuid primary key,
  contribution_id uuid not null,
  looked_on date not null,
  brought_others text,
  brought_giver text,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check (brought_others is not null or brought_giver is not null),
  foreign key (contribution_id, holder_id) references contributions (id, holder_id)
);
create index contribution_results_of on contribution_results (contribution_id, looked_on);

-- 載せてよいか: who in the organisation said what may be published, in which words; the newest holds.
create table contribution_permissions (
  id uuid primary key,
  contribution_id uuid not null,
  allows text not null check (allows in ('named', 'unnamed', 'nothing')),
  -- The words that are published, as the organisation has read them.
  words text,
  said_by text not null,
  said_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check ((allows = 'nothing') = (words is null)),
  foreign key (contribution_id, holder_id) references contributions (id, holder_id)
);
create index contribution_permissions_of on contribution_permissions (contribution_id, recorded_at desc, id desc);
