-- 本人: a person a window works with, as one body knows that person. Another body has a record of its own. A name may come later.
create table clients (
  id uuid primary key references parties,
  name text,
  kana text,
  -- ふりがな order; never shown.
  kana_key text collate "C" not null default '',
  -- How one speaks of somebody whose name is not known: 「商店街の青い自転車の人」.
  called text,
  born_on date,
  -- Where only the year or the age is known, in words.
  born_about text,
  sex text check (sex in ('female', 'male', 'other', 'unsaid')),
  search_text text collate "C" not null generated always as (search_form(coalesce(name, '') || E'\n' || coalesce(kana, '')
    || E'\n' || coalesce(called, ''))) stored,
  version integer not null default 1,
  registered_by uuid not null,
  registered_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'case',
  check (name is not null or called is not null),
  unique (id, holder_id)
);
create index clients_place on clients (holder_id, kana_key, id);

-- 連絡先. A protected one (支援措置) is seen by its keepers alone; the district stands nowhere else.
create table client_contacts (
  client_id uuid primary key,
  address text,
  district_id uuid references districts,
  phone text,
  mobile text,
  email text,
  -- When and how one may be reached: not at night, by letter only.
  reaching text,
  protected boolean not null default false,
  version integer not null default 1,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index client_contacts_holder on client_contacts (holder_id);

-- 書きとめた連絡先: what a colleague who is no keeper typed of how somebody is reached whose address is protected (支援措置). Each typing is
-- a row; it waits for the keepers, and is read meanwhile by whoever typed it, as it would be if nobody knew an address.
create table written_contacts (
  id uuid primary key,
  client_id uuid not null,
  address text,
  district_id uuid references districts,
  phone text,
  mobile text,
  email text,
  reaching text,
  -- As the page of whoever typed it counts.
  version integer not null,
  -- While the address is; afterwards it waits for everybody of the holder who works with persons.
  protected boolean not null default true,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  unique (client_id, written_by, version),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index written_contacts_holder on written_contacts (holder_id);

-- It was taken in, or found to be no news.
create table written_contact_endings (
  written_id uuid primary key references written_contacts on delete cascade,
  taken_in boolean not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  client_id uuid not null,
  protected boolean not null default true,
  holder_id uuid not null,
  retention_class text not null default 'case'
);
create index written_contact_endings_client on written_contact_endings (client_id);

-- What identity or contact said before, whoever changed it.
create table client_versions (
  client_id uuid not null,
  facet text not null check (facet in ('identity', 'contact')),
  version integer not null,
  content jsonb not null,
  protected boolean not null default false,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (client_id, facet, version),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);

-- 相談の受付: the first word at a window. Its id is that of the encounter that counts it.
create table intakes (
  id uuid primary key references encounters,
  client_id uuid not null,
  received_on date not null,
  received_by uuid not null references posts,
  -- 相談経路, a code of the list that is in force (code_lists).
  route text not null,
  -- 来談者, if it is not the person.
  caller_name text,
  caller_phone text,
  caller_relation text,
  -- In the person's words: 困りごと, and what one would like.
  trouble text,
  wish text,
  -- How they came to know of us.
  heard_of text,
  -- Whether it was taken with the person's consent to share (申込・同意), without, or not asked yet.
  consent text not null default 'not_asked' check (consent in ('given', 'refused', 'not_asked')),
  entered_for text,
  version integer not null default 1,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (client_id, holder_id) references clients (id, holder_id),
  unique (id, client_id, holder_id)
);
create index intakes_of on intakes (client_id);
create index intakes_holder on intakes (holder_id, received_on, id);

-- 相談内容: ○ for what applies, ◎ for what hurts most.
create table intake_worries (
  intake_id uuid not null,
  code text not null,
  most boolean not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (intake_id, code),
  foreign key (intake_id, client_id, holder_id) references intakes (id, client_id, holder_id)
);

-- 世帯のケース: what one body works on with a household. The body that holds it is responsible for it.
create table cases (
  id uuid primary key,
  number text not null,
  -- How it stands now; the acts behind it are case_steps.
  state text not null check (state in ('received', 'screening', 'closed_info_only', 'referred_out', 'consent_pending', 'active',
    'support_conference', 'consent_given', 'plan_draft', 'conference_review', 'decided', 'in_support', 'evaluation', 'ended',
    'discontinued', 'transferred', 'deceased', 'lost_contact')),
  -- A short name of its own for the list, without anybody's name.
  called text,
  opened_on date not null,
  -- The last day on which something was noted; the list is in this order.
  last_note_on date not null,
  closed_on date,
  opened_by uuid not null,
  opened_at timestamptz not null,
  version integer not null default 1,
  holder_id uuid not null references bodies,
  retention_class text not null default 'case',
  -- The first word it was opened from.
  intake_id uuid references intakes,
  search_text text collate "C" not null generated always as (search_form(number || E'\n'
    || coalesce(called, ''))) stored,
  unique (holder_id, number),
  unique (id, holder_id)
);
create index cases_place on cases (holder_id, last_note_on desc, id desc);

create table case_numbers (
  holder_id uuid not null references bodies,
  fiscal_year integer not null,
  last integer not null,
  primary key (holder_id, fiscal_year)
);

-- Each step a case took, who took it and why.
create table case_steps (
  id uuid primary key,
  case_id uuid not null,
  state text not null,
  why text,
  taken_on date not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_steps_of on case_steps (case_id, taken_at);

-- Who of the household the case is about. Each has their own consent.
create table case_members (
  case_id uuid not null,
  client_id uuid not null,
  -- 続柄, seen from the one the case began with.
  relation text not null,
  lives_in boolean not null default true,
  joined_on date not null,
  left_on date,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (case_id, client_id),
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index case_members_client on case_members (client_id);

-- 担当
create table case_workers (
  case_id uuid not null,
  post_id uuid not null references posts,
  leads boolean not null,
  starts_on date not null,
  ends_on date,
  named_by uuid not null,
  named_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (case_id, post_id, starts_on),
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_workers_post on case_workers (post_id);

-- 支援経過: about one member, or, client null, about the household: that stays with the holder.
create table case_notes (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid,
  noted_on date not null,
  at_time text,
  -- 方法: a code of the list `way` (codes).
  way text not null,
  -- 相手: a code of the list `with_whom`.
  with_whom text not null,
  -- What came of it: spoke, tried in vain (attempt), does not wish, kept in touch.
  outcome text not null check (outcome in ('spoke', 'attempt', 'declined', 'kept_touch')),
  words text not null,
  judgement text,
  next_plan text,
  next_on date,
  -- The encounter that counts it (延べ相談).
  encounter_id uuid references encounters,
  version integer not null default 1,
  written_by uuid not null,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id),
  unique (id, holder_id)
);
create index case_notes_of on case_notes (case_id, noted_on desc, id desc);
create index case_notes_client on case_notes (client_id);
