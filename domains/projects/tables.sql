-- 他の計画: another plan of the town, by name and law. Projects are linked to it, never copied.
create table other_plans (
  id uuid primary key,
  name text not null,
  legal_basis text not null,
  first_year integer,
  last_year integer,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint other_plans_name unique (name),
  check (first_year is null or last_year is null or last_year >= first_year)
);
-- 事業. Its wording, its owner (所管) and its links are dated rows of their own; the newest holds.
create table projects (
  id uuid primary key,
  number integer not null,
  starts_on date not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint projects_number unique (number)
);
create table project_wordings (
  project_id uuid not null references projects,
  version integer not null,
  name text not null,
  summary text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint project_wordings_version primary key (project_id, version)
);
create table project_owners (
  id uuid primary key,
  project_id uuid not null references projects,
  body_id uuid not null references bodies,
  starts_on date not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint project_owners_day unique (project_id, starts_on)
);
create table project_links (
  id uuid primary key,
  project_id uuid not null references projects,
  measure_id uuid references measures,
  other_plan_id uuid references other_plans,
  starts_on date not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  check ((measure_id is null) <> (other_plan_id is null))
);
create index project_links_of on project_links (project_id);
create table project_link_endings (
  link_id uuid primary key references project_links,
  ends_on date not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create table project_endings (
  project_id uuid primary key references projects,
  ends_on date not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);

-- 評価のきまり: grades and courses with their words, and how a measure's grade follows; in force from a fiscal year on.
create table grading_rules (
  id uuid primary key,
  starts_year integer not null,
  -- [{code, wording, criterion}], the best first.
  grades jsonb not null,
  -- [{code, wording}]
  courses jsonb not null,
  how text not null,
  measure_rule text not null check (measure_rule in ('lowest', 'majority', 'written')),
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
-- 照会: one for a plan and fiscal year, under the rule that was in force when it was sent.
create table inquiries (
  id uuid primary key,
  plan_id uuid not null references plans,
  fiscal_year integer not null,
  title text not null,
  instruction text not null,
  due_on date not null,
  rule_id uuid not null references grading_rules,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint inquiries_year unique (plan_id, fiscal_year)
);
-- What was asked of whom, as it was called on the day of sending.
create table inquiry_items (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  body_id uuid not null references bodies,
  project_id uuid not null references projects,
  number integer not null,
  name text not null,
  summary text not null,
  constraint inquiry_items_project unique (inquiry_id, project_id),
  unique (id, inquiry_id, body_id)
);
create index inquiry_items_of_body on inquiry_items (body_id);
create table inquiry_item_links (
  item_id uuid not null,
  inquiry_id uuid not null,
  body_id uuid not null,
  measure_id uuid references measures,
  other_plan_id uuid references other_plans,
  check ((measure_id is null) <> (other_plan_id is null)),
  foreign key (item_id, inquiry_id, body_id) references inquiry_items (id, inquiry_id, body_id)
);
create index inquiry_item_links_of on inquiry_item_links (item_id);

-- A sheet that came back by mail, as it came. Answers read from it name it.
create table answer_sheets (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  name text not null,
  bytes bytea not null,
  -- Who filled it in, as the planner was told.
  answered_by text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'planning'
);
create index answer_sheets_of on answer_sheets (inquiry_id);
create table answer_sheet_takings (
  sheet_id uuid primary key references answer_sheets,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
-- 回答: every saving is a version, a draft (下書き) or an answer (回答); the newest holds.
create table answers (
  id uuid primary key,
  item_id uuid not null,
  inquiry_id uuid not null,
  body_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'answered')),
  results text,
  -- 決算額, yen.
  amount bigint,
  grade text,
  grade_reason text,
  course text,
  remarks text,
  -- Set where somebody wrote down what the owner had said or sent.
  answered_by text,
  sheet_id uuid references answer_sheets,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'planning',
  constraint answers_version unique (item_id, version),
  foreign key (item_id, inquiry_id, body_id) references inquiry_items (id, inquiry_id, body_id),
  unique (id, item_id, inquiry_id, body_id)
);
-- 差し戻し and 確認: what a planner said to an answer; the newest holds.
create table answer_reviews (
  id uuid primary key,
  answer_id uuid not null,
  item_id uuid not null,
  inquiry_id uuid not null,
  body_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('returned', 'confirmed')),
  reason text,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint answer_reviews_number unique (answer_id, number),
  check (kind = 'confirmed' or reason is not null),
  foreign key (answer_id, item_id, inquiry_id, body_id) references answers (id, item_id, inquiry_id, body_id)
);
create index answer_reviews_of on answer_reviews (item_id);
-- 督促
create table reminders (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  body_id uuid not null references bodies,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create index reminders_of on reminders (inquiry_id, body_id);

-- とりまとめ: what lay before the committee, a copy of the confirmed answers as they were then.
create table gatherings (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  number integer not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint gatherings_number unique (inquiry_id, number)
);
-- Without an answer: not confirmed when it was gathered, and in which state instead.
create table gathered_answers (
  gathering_id uuid not null references gatherings,
  item_id uuid not null references inquiry_items,
  state text not null,
  answer_id uuid references answers,
  results text,
  amount bigint,
  grade text,
  grade_reason text,
  course text,
  remarks text,
  retention_class text not null default 'planning',
  primary key (gathering_id, item_id)
);
create table gathered_measures (
  gathering_id uuid not null references gatherings,
  measure_id uuid not null references measures,
  name text not null,
  -- Null: nobody wrote it, or no project has a grade.
  grade text,
  reason text,
  primary key (gathering_id, measure_id)
);
-- Where the town's rule is that a person writes a measure's grade.
create table measure_grades (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  measure_id uuid not null references measures,
  version integer not null,
  grade text not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint measure_grades_version unique (inquiry_id, measure_id, version)
);
create table committee_opinions (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  -- What the committee had before it.
  gathering_id uuid not null references gatherings,
  committee text not null,
  met_on date not null,
  -- Null: about the whole.
  measure_id uuid references measures,
  opinion text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create index committee_opinions_of on committee_opinions (inquiry_id);
create table opinion_replies (
  id uuid primary key,
  opinion_id uuid not null references committee_opinions,
  inquiry_id uuid not null references inquiries,
  version integer not null,
  reply text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint opinion_replies_version unique (opinion_id, version)
);
-- 確定 and 公表. From the fixing on nothing of an inquiry moves; what was wrong is said beside it.
create table inquiry_fixings (
  inquiry_id uuid primary key references inquiries,
  gathering_id uuid not null references gatherings,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create table inquiry_publications (
  inquiry_id uuid primary key references inquiries,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create table answer_corrections (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  item_id uuid not null references inquiry_items,
  correction text not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create index answer_corrections_of on answer_corrections (inquiry_id);
