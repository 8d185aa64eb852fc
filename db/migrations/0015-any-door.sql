-- Any door: consent and provisions of single persons, emergencies, protected addresses; people at a window and their cases.
alter table posts drop constraint posts_role_check;
alter table posts add constraint posts_role_check check (role in ('administrator', 'planner', 'council_officer', 'gatherer', 'visitor',
    'commissioner', 'intake_worker', 'evaluator', 'auditor', 'operator', 'section_worker',
    'case_coordinator', 'convener', 'records_officer', 'community_coordinator'));

-- 同意: what a person has agreed to, or has declined: per person, never per household. Version of the text, way, who heard it.
create table consents (
  id uuid primary key,
  person_id uuid not null references parties,
  decision text not null check (decision in ('given', 'refused')),
  -- The version of the printed text that was explained (同意書の版).
  text_version text not null,
  -- What may be passed on, and to which bodies; empty where it was refused.
  facets text[] not null,
  receivers uuid[] not null,
  way text not null check (way in ('written', 'spoken', 'phone', 'proxy')),
  -- Who said it: the person, or whoever may speak for the person.
  said_by text not null check (said_by in ('person', 'parent', 'guardian', 'curator', 'other')),
  -- Whether the person understood: clearly, with help, or it was not clear.
  capacity text not null check (capacity in ('clear', 'supported', 'unclear')),
  note text,
  heard_by uuid not null references posts,
  given_on date not null,
  ends_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'consent',
  check ((decision = 'given') = (cardinality(facets) > 0 and cardinality(receivers) > 0)),
  unique (id, person_id, holder_id)
);
create index consents_of on consents (person_id, given_on);
create index consents_holder on consents (holder_id);

-- 同意の撤回: works from the moment it is written.
create table consent_withdrawals (
  consent_id uuid primary key,
  way text not null check (way in ('written', 'spoken', 'phone', 'proxy')),
  words text,
  heard_by uuid not null references posts,
  withdrawn_at timestamptz not null,
  person_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'consent',
  foreign key (consent_id, person_id, holder_id) references consents (id, person_id, holder_id)
);

-- 個別の情報提供: whose facets go from which body to which, or to one post of it, on which basis, until when.
create table person_provisions (
  id uuid primary key,
  person_id uuid not null references parties,
  receiver_id uuid not null references bodies,
  -- Null: those of the body who work with persons. A volunteer or a commissioner is always named.
  post_id uuid references posts,
  facets text[] not null check (facets <@ array['identity', 'contact', 'family', 'consultation', 'living', 'economy', 'health',
    'wish', 'plan', 'notes'] and cardinality(facets) > 0),
  basis_id uuid not null references lawful_bases,
  -- On consent: which one.
  consent_id uuid,
  why text not null,
  starts_on date not null,
  ends_on date not null,
  -- When the person was told of it, where the basis says so.
  told_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'provision',
  check (holder_id <> receiver_id),
  check (ends_on >= starts_on),
  unique (id, holder_id, receiver_id),
  foreign key (consent_id, person_id, holder_id) references consents (id, person_id, holder_id)
);
create index person_provisions_to on person_provisions (receiver_id);
create index person_provisions_from on person_provisions (holder_id);
create index person_provisions_of on person_provisions (person_id);

create table person_provision_withdrawals (
  provision_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (provision_id, holder_id, receiver_id) references person_provisions (id, holder_id, receiver_id)
);

-- 緊急閲覧: danger to life. Opens one person's record to one post for a short while; the holder's records officer is told and
-- reviews it afterwards.
create table emergency_views (
  id uuid primary key,
  person_id uuid not null references parties,
  post_id uuid not null references posts,
  body_id uuid not null references bodies,
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'provision',
  check (until > opened_at)
);
create index emergency_views_by on emergency_views (post_id, until);
create index emergency_views_of on emergency_views (holder_id, opened_at);

-- 支援措置: whose address nobody sees but named duty staff, each time with a reason. The mark itself is not passed on.
create table protections (
  id uuid primary key,
  person_id uuid not null references parties,
  starts_on date not null,
  ends_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'protection',
  check (ends_on is null or ends_on >= starts_on),
  unique (id, person_id, holder_id)
);
create index protections_of on protections (person_id);
create index protections_holder on protections (holder_id);

create table protection_keepers (
  protection_id uuid not null,
  post_id uuid not null references posts,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'protection',
  primary key (protection_id, post_id),
  foreign key (protection_id, person_id, holder_id) references protections (id, person_id, holder_id)
);
create index protection_keepers_by on protection_keepers (post_id);

-- Each look at a protected address, with its reason. It opens for a quarter of an hour.
create table protected_views (
  id uuid primary key,
  person_id uuid not null references parties,
  post_id uuid not null references posts,
  reason text not null,
  viewed_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'protection'
);
create index protected_views_by on protected_views (post_id, viewed_at);
create index protected_views_of on protected_views (holder_id, viewed_at);

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
  -- 方法: 来所 電話 訪問 同行 メール・SNS 会議 その他
  way text not null,
  -- 相手: the person, family, a body
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
