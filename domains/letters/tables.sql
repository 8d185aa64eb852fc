-- 届いた声: what anybody wrote to a window over the public form, until it is taken in or set aside. No address of a machine, no
-- browser; the receipt is kept as a hash alone.
create table letters (
  id uuid primary key,
  -- The window chosen by who wrote, or the town's, where no window was chosen.
  window_chosen boolean not null,
  language text not null check (language in ('ja', 'ja-easy', 'en', 'vi', 'zh-Hans')),
  about text check (about in ('self', 'family', 'neighbour', 'other')),
  wish text,
  trouble text,
  worries text[] not null default '{}',
  name text,
  phone text,
  email text,
  reaching text,
  heard_of text,
  -- Why it waits apart from the others: it looks like what a machine writes.
  held_back text check (held_back in ('hidden_field', 'too_fast', 'too_many', 'flood')),
  receipt_hash bytea not null unique,
  received_at timestamptz not null,
  -- From when on nobody needs it any more: what was decided on, and what was held back and nobody took.
  forget_after timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  -- Whoever wrote agrees, on the form, that another window takes it where that fits better.
  may_pass boolean not null default false,
  check (wish is not null or trouble is not null),
  unique (id, holder_id)
);
create index letters_waiting on letters (holder_id, received_at, id);
create index letters_lately on letters (received_at);
create index letters_over on letters (forget_after) where forget_after is not null;

-- Taken in as a first word, or set aside with the reason; what was set aside can be taken in later.
create table letter_decisions (
  letter_id uuid not null,
  outcome text not null check (outcome in ('taken_in', 'set_aside')),
  intake_id uuid,
  client_id uuid,
  reason text,
  decided_by uuid not null references posts,
  decided_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'draft',
  primary key (letter_id, outcome),
  check ((outcome = 'taken_in') = (intake_id is not null) and (outcome = 'set_aside') = (reason is not null)),
  foreign key (letter_id, holder_id) references letters (id, holder_id) on delete cascade
);
create index letter_decisions_holder on letter_decisions (holder_id);

-- The window has answered whoever wrote: by telephone, by mail, at the door.
create table letter_answers (
  letter_id uuid primary key,
  answered_by uuid not null references posts,
  answered_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'draft',
  foreign key (letter_id, holder_id) references letters (id, holder_id) on delete cascade on update cascade
);
create index letter_answers_holder on letter_answers (holder_id);

-- A letter that went from one window to another, on what ground. Who passed it on keeps that it did, and not a word of the letter.
create table letter_passings (
  id uuid primary key,
  letter_id uuid not null references letters on delete cascade,
  receiver_id uuid not null references bodies,
  -- No window was chosen; the form says that another may take it; whoever wrote was asked.
  ground text not null check (ground in ('left_open', 'offered', 'asked')),
  words text not null,
  passed_by uuid not null references posts,
  passed_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  check (receiver_id <> holder_id)
);
create index letter_passings_letter on letter_passings (letter_id, passed_at);
create index letter_passings_holder on letter_passings (holder_id, passed_at desc, id desc);
create index letter_passings_receiver on letter_passings (receiver_id, letter_id);

-- Which windows the public form goes to, and which one where none was chosen; without a window it is shut. The newest holds.
create table letter_settings (
  id uuid primary key,
  windows uuid[] not null,
  default_id uuid references bodies,
  set_by uuid not null references posts,
  set_at timestamptz not null,
  -- Whose coordinators read what is written over the form of wishes; none: that form is shut.
  wishes_id uuid references bodies,
  check (default_id = any (windows) or (windows = '{}' and default_id is null))
);
create index letter_settings_newest on letter_settings (set_at desc, id desc);

-- Who vouches for the words of the public pages in a language, as they were on that day; other words want another yes.
create table language_reviews (
  id uuid primary key,
  language text not null,
  words_hash text not null,
  reviewer text not null,
  recorded_by uuid not null references posts,
  recorded_at timestamptz not null
);
create index language_reviews_of on language_reviews (language, words_hash);
