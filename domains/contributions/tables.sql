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
