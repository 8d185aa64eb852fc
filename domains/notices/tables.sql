-- お知らせ: what a body tells the people of districts or of the whole town, and for whom and until when. Its words stand apart, by language.
create table notices (
  id uuid primary key,
  -- Empty: the whole town.
  district_ids uuid[] not null,
  themes text[] not null check (cardinality(themes) > 0),
  shown_from date not null,
  shown_until date,
  -- The place whose host writes it.
  place_id uuid references places,
  version integer not null default 1,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  check (shown_until is null or shown_until >= shown_from)
);
create index notices_holder on notices (holder_id, id);
create index notices_place on notices (place_id) where place_id is not null;

-- What it says, by language; each change is a version of its own. Furigana that somebody confirmed stands as {word|reading}.
create table notice_texts (
  notice_id uuid not null references notices,
  language text not null check (language in ('ja', 'ja-easy', 'en', 'vi', 'zh-Hans')),
  version integer not null check (version > 0),
  title text not null,
  words text not null,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  place_id uuid,
  holder_id uuid not null references bodies,
  primary key (notice_id, language, version)
);
create index notice_texts_holder on notice_texts (holder_id, notice_id);
create index notice_texts_place on notice_texts (place_id) where place_id is not null;

-- 公開: which versions anybody may read, as it was decided; the newest of a notice holds, until it is taken back.
create table notice_publications (
  id uuid primary key,
  notice_id uuid not null references notices,
  -- By language, the version.
  versions jsonb not null,
  district_ids uuid[] not null,
  themes text[] not null,
  shown_from date not null,
  shown_until date,
  -- Told to everybody who follows the town on LINE as well.
  to_line boolean not null,
  published_by uuid not null references posts,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  -- When it was known to whom it goes.
  spread_at timestamptz,
  place_id uuid,
  holder_id uuid not null references bodies
);
create index notice_publications_of on notice_publications (notice_id, published_at desc, id desc);
create index notice_publications_holder on notice_publications (holder_id);
create index notice_publications_place on notice_publications (place_id) where place_id is not null;
create index notice_publications_open on notice_publications (shown_from) where withdrawn_at is null and spread_at is null;

-- ことばの一覧: readings that the town prefers (word, reading), and words that are hard (word, what one can say instead). The newest of
-- a word holds; one without an answer takes a word of the first list out.
create table notice_words (
  id uuid primary key,
  kind text not null check (kind in ('reading', 'hard')),
  word text not null,
  says text,
  set_by uuid not null references posts,
  set_at timestamptz not null
);
create index notice_words_of on notice_words (kind, word, set_at desc, id desc);

-- やさしさの目安: from when on a sentence is long, kanji are many, and kanji in a row are too many. The newest holds.
create table notice_rules (
  id uuid primary key,
  longest_sentence smallint not null check (longest_sentence between 10 and 200),
  kanji_percent smallint not null check (kanji_percent between 5 and 100),
  longest_run smallint not null check (longest_run between 2 and 20),
  set_by uuid not null references posts,
  set_at timestamptz not null
);
create index notice_rules_newest on notice_rules (set_at desc, id desc);

-- お知らせメール: an address and what it wants to hear of. Nobody reads it but the sending and who has the address; it is gone with the
-- click that ends it, and two days after it was asked for where nobody confirmed it.
create table notice_subscriptions (
  id uuid primary key,
  address text not null,
  language text not null check (language in ('ja', 'ja-easy', 'en', 'vi', 'zh-Hans')),
  -- Empty: every district, every theme.
  district_ids uuid[] not null,
  themes text[] not null,
  -- Of the token in its letters; the token follows from the id and the house's key.
  token_hash bytea not null unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  -- Of a device: the address is one of a push service, and for these keys of its browser a message is sealed.
  push_keys jsonb
);
create index notice_subscriptions_address on notice_subscriptions (lower(address));
create index notice_subscriptions_asked on notice_subscriptions (asked_at) where confirmed_at is null;
create index notice_subscriptions_holder on notice_subscriptions (holder_id);

-- 届けたこと: one message to one address, once for each notice; without a notice, the letter that asks whether the address is right.
-- Taken before it is sent: what a process that died has left is not sent a second time.
create table notice_deliveries (
  id uuid primary key,
  notice_id uuid references notices,
  publication_id uuid references notice_publications,
  -- Null for LINE, and once the subscription has ended.
  subscription_id uuid references notice_subscriptions on delete set null,
  channel text not null check (channel in ('mail', 'line', 'push')),
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unclear', 'dropped')),
  tries smallint not null default 0,
  next_at timestamptz not null,
  changed_at timestamptz not null,
  -- What the other side answered with, as a code; never its words, which may name the address.
  answer text,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  -- What a refusal for good means for the address: it counts, or was the last one and the address was given up.
  refusal text check (refusal in ('counts', 'last')),
  check ((notice_id is null) = (publication_id is null))
);
create unique index notice_deliveries_once on notice_deliveries (notice_id, subscription_id) where subscription_id is not null;
create unique index notice_deliveries_asked_once on notice_deliveries (subscription_id) where notice_id is null;
create unique index notice_deliveries_line_once on notice_deliveries (notice_id) where channel = 'line';
create index notice_deliveries_due on notice_deliveries (next_at) where state in ('waiting', 'sending');
create index notice_deliveries_holder on notice_deliveries (holder_id, notice_id);
create index notice_deliveries_of on notice_deliveries (subscription_id) where subscription_id is not null;
create index notice_deliveries_given_up on notice_deliveries (changed_at) where refusal = 'last';
