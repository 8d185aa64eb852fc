-- 数え方の決まり: what a month's activity record counts, by version; in force from a month on.
create table activity_rules (
  id uuid primary key,
  version integer not null unique,
  from_month date not null check (extract(day from from_month) = 1),
  -- {blocks: [{code, wording, unit, lines: [{code, mark, wording}]}], equal, visits, not_for_child}
  rule jsonb not null,
  note text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);

-- 民児協での役目: whether a post is 地区担当 or 主任児童委員, and whether it is the chair's (会長), from a month on. The newest counts.
create table commissioner_duties (
  id uuid primary key,
  post_id uuid not null references posts,
  duty text not null check (duty in ('area', 'child')),
  chair boolean not null,
  from_month date not null check (extract(day from from_month) = 1),
  decided_by uuid not null,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'account'
);
create index commissioner_duties_of on commissioner_duties (post_id, from_month);
create index commissioner_duties_place on commissioner_duties (district_id);

-- 活動記録: what a commissioner's month comes to beside the recorded visits. A later writing is a new row.
create table activity_sheets (
  id uuid primary key,
  post_id uuid not null references posts,
  month date not null check (extract(day from month) = 1),
  version integer not null,
  -- {line: n}, what is added to the records.
  added jsonb not null,
  -- Days of the month on which something else was done.
  worked_days smallint[] not null,
  -- As it was handed in: it does not move. Null while it is written.
  content jsonb,
  -- 紙から: somebody else entered it.
  entered_by uuid not null,
  entered_post_id uuid not null references posts,
  entered_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'count',
  constraint activity_sheets_version unique (post_id, month, version)
);
create index activity_sheets_place on activity_sheets (district_id, month);

-- 会長の確認, 差し戻し: what the chair said of a sheet that was handed in, once.
create table activity_answers (
  sheet_id uuid primary key references activity_sheets,
  answer text not null check (answer in ('checked', 'sent_back')),
  words text,
  answered_by uuid not null,
  answered_at timestamptz not null,
  post_id uuid not null references posts,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'count',
  check (answer = 'checked' or words is not null)
);
create index activity_answers_place on activity_answers (district_id);
create index activity_answers_of on activity_answers (post_id);

-- 市への提出: a district's month, as it went to the city. From then on its sheets are locked.
create table activity_sendings (
  id uuid primary key,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  month date not null check (extract(day from month) = 1),
  -- How many sheets are in it, and what they come to.
  sheets integer not null,
  content jsonb not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  sent_at timestamptz not null,
  constraint activity_sendings_month unique (district_id, holder_id, month)
);
create index activity_sendings_of on activity_sendings (month);

-- 提出後の訂正: beside what was sent, with its reason; both values stay.
create table activity_corrections (
  id uuid primary key,
  sheet_id uuid not null references activity_sheets,
  -- [{line, was, now}]
  cells jsonb not null,
  reason text not null,
  written_at timestamptz not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  month date not null,
  post_id uuid not null references posts,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'count'
);
create index activity_corrections_sheet on activity_corrections (sheet_id);
create index activity_corrections_place on activity_corrections (district_id, month);
create index activity_corrections_of on activity_corrections (post_id);
