-- プラン: what one person of a case wants to reach, and what is done for it. In one household too, each has a plan of their own.
create table support_plans (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  -- Which conference has to look at it: 自立相談支援 or 多機関協働.
  kind text not null check (kind in ('self_support', 'multi_agency')),
  -- 0 初回, n 再プランn回.
  number integer not null check (number >= 0),
  -- 解決したい課題, in the person's words.
  trouble text,
  -- 作成日
  written_on date not null,
  starts_on date,
  ends_on date,
  next_review_on date,
  -- 本人の同意・申込: how it was said, and on which day.
  -- A code of the list `consent_way`.
  agreed_way text,
  agreed_on date,
  version integer not null default 1,
  written_by uuid not null,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  check ((agreed_way is null) = (agreed_on is null)),
  check (ends_on is null or starts_on is null or ends_on >= starts_on),
  foreign key (case_id, client_id) references case_members (case_id, client_id),
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id),
  unique (id, client_id, holder_id)
);
create index support_plans_of on support_plans (client_id);
create index support_plans_case on support_plans (case_id);
create index support_plans_holder on support_plans (holder_id, written_on desc, id desc);

-- What a plan said before it was rewritten.
create table support_plan_versions (
  plan_id uuid not null,
  version integer not null,
  content jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (plan_id, version),
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id)
);
create index support_plan_versions_client on support_plan_versions (client_id);

-- 目標（目指す姿）, in the person's words: long and short.
create table plan_goals (
  id uuid primary key,
  plan_id uuid not null,
  span text not null check (span in ('long', 'short')),
  position smallint not null,
  words text not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id),
  unique (id, client_id, holder_id)
);
create index plan_goals_of on plan_goals (plan_id, position);
create index plan_goals_client on plan_goals (client_id);

-- 支援内容: what is done, by whom, when, how often, until when.
create table plan_steps (
  id uuid primary key,
  plan_id uuid not null,
  position smallint not null,
  trouble text,
  what text not null,
  who text not null check (who in ('person', 'family', 'body')),
  -- 機関・担当
  who_named text,
  starts_when text,
  how_often text,
  until_on date,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id)
);
create index plan_steps_of on plan_steps (plan_id, position);
create index plan_steps_client on plan_steps (client_id);

-- 法定事業等の利用: codes of the list that was in force.
create table plan_services (
  plan_id uuid not null,
  code text not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (plan_id, code),
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id)
);
create index plan_services_client on plan_services (client_id);

-- What was done with a plan: put before a conference and the city, taken back, begun.
create table plan_acts (
  id uuid primary key,
  plan_id uuid not null,
  act text not null check (act in ('proposed', 'taken_back', 'started')),
  -- The version that was put forward.
  version integer not null,
  acted_on date not null,
  words text,
  acted_by uuid not null,
  post_id uuid not null references posts,
  acted_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id),
  unique (id, plan_id, client_id, holder_id)
);
create index plan_acts_of on plan_acts (plan_id, acted_at);
create index plan_acts_client on plan_acts (client_id);

-- What a conference found: whether a plan is fit, or how it went at its end.
create table plan_findings (
  id uuid primary key,
  plan_id uuid not null,
  about text not null check (about in ('plan', 'closing')),
  version integer not null,
  conference_kind text not null,
  held_on date not null,
  -- The item of the agenda, where the conference is kept here.
  item_id uuid,
  finding text not null check (finding in ('fit', 'change', 'unfit')),
  words text,
  written_by uuid not null,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id)
);
create index plan_findings_of on plan_findings (plan_id, written_at);
create index plan_findings_client on plan_findings (client_id);

-- 支援決定（決裁）: the city's own act on one proposal. The row is the city's; whose plan it is stands in plan_holder_id.
create table support_decisions (
  id uuid primary key,
  proposal_id uuid not null,
  plan_id uuid not null,
  client_id uuid not null,
  plan_holder_id uuid not null,
  decision text not null check (decision in ('yes', 'no', 'returned')),
  reason text not null,
  -- 決裁番号
  number text,
  decided_on date not null,
  decided_by uuid not null,
  post_id uuid not null references posts,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'case',
  foreign key (proposal_id, plan_id, client_id, plan_holder_id) references plan_acts (id, plan_id, client_id, holder_id),
  constraint support_decisions_one unique (proposal_id)
);
create index support_decisions_of on support_decisions (plan_id);
create index support_decisions_client on support_decisions (client_id);
create index support_decisions_holder on support_decisions (holder_id);
create index support_decisions_plan_holder on support_decisions (plan_holder_id);

-- モニタリング
create table plan_reviews (
  id uuid primary key,
  plan_id uuid not null,
  reviewed_on date not null,
  words text not null,
  next_on date,
  written_by uuid not null,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id)
);
create index plan_reviews_of on plan_reviews (plan_id, reviewed_on);
create index plan_reviews_client on plan_reviews (client_id);

-- 評価（終結）シート. It ends the plan: reached or enough, planned anew, or broken off.
create table plan_closings (
  plan_id uuid primary key,
  outcome text not null check (outcome in ('ended', 'replanned', 'broken_off')),
  closed_on date not null,
  -- 終結理由 and 見られた変化: codes of the lists that were in force.
  reason text not null,
  changes text[] not null,
  remains text,
  own_words text,
  found text,
  -- 終結後のつなぎ先・フォロー
  afterwards text,
  closed_by uuid not null,
  post_id uuid not null references posts,
  closed_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id)
);
create index plan_closings_client on plan_closings (client_id);
create index plan_closings_holder on plan_closings (holder_id, closed_on);

-- 目標の達成度
create table goal_attainments (
  goal_id uuid primary key,
  plan_id uuid not null references plan_closings,
  attained text not null check (attained in ('full', 'mostly', 'partly', 'not')),
  words text,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (goal_id, client_id, holder_id) references plan_goals (id, client_id, holder_id)
);
create index goal_attainments_of on goal_attainments (plan_id);
create index goal_attainments_client on goal_attainments (client_id);

-- 転記の順番: the order in which the items of the forms have to be typed into the national statistics system.
create table copy_orders (
  id uuid primary key,
  starts_on date not null,
  -- Codes of items, in order.
  items text[] not null,
  -- Whether the town has compared it with the system as it is.
  confirmed boolean not null,
  note text,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
