-- The first forms made whole: what 相談受付・申込票 asks of work, home and insurance, the town's own items on it, and what counts
-- as new.
alter table code_entries drop constraint code_entries_list_check;
alter table code_entries add constraint code_entries_list_check check (list in ('worry', 'route', 'background', 'screening',
  'change', 'ending', 'way', 'service', 'work', 'housing', 'insurance', 'attribute', 'pension'));
with defaults(id, code, sort, label) as (values
    ('018e9550-0000-7e73-83b9-066db8c62a54'::uuid, 'employees', 1, '厚生年金に加入'),
    ('018e9550-0000-7505-837c-97a4c7dde3e8'::uuid, 'national', 2, '国民年金に加入'),
    ('018e9550-0000-745d-8a07-e1e63651dce8'::uuid, 'exempt', 3, '国民年金の免除・猶予'),
    ('018e9550-0000-79e3-8e58-a6d92d95775e'::uuid, 'receiving', 4, '年金を受けている'),
    ('018e9550-0000-7492-8f46-2c575fc1ad4c'::uuid, 'none', 5, '入っていない・納めていない'),
    ('018e9550-0000-7ffe-87fc-05b3c337d0d9'::uuid, 'other', 6, 'その他'),
    ('018e9550-0000-7bd6-8861-7bf9a68f4a86'::uuid, 'unknown', 7, 'わからない')),
  entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
    select id, 'pension', code, sort, '2015-04-01', now() from defaults
    where exists (select from towns) and not exists (select from code_entries where list = 'pension'))
insert into code_wordings (entry_id, from_on, label, written_at)
  select id, '2015-04-01', label, now() from defaults where exists (select from towns) on conflict do nothing;

alter table items drop constraint items_record_check;
alter table items add constraint items_record_check check (record in ('visit', 'household', 'tally_sheet', 'project_answer', 'client', 'intake'));

-- 仕事・住まい・健康保険・年金 as the form asks for them: each in the part of what is known that it belongs to.
create table intake_circumstances (
  intake_id uuid not null,
  matter text not null check (matter in ('work', 'housing', 'insurance', 'pension')),
  -- A code of the list of the same name.
  code text not null,
  facet text not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (intake_id, matter),
  check (facet = case matter when 'insurance' then 'health' when 'pension' then 'economy' else 'living' end),
  foreign key (intake_id, client_id, holder_id) references intakes (id, client_id, holder_id)
);
create index intake_circumstances_client on intake_circumstances (client_id);

-- What a first word answers to the town's own items.
create table intake_answers (
  intake_id uuid not null,
  facet text not null check (facet = 'consultation'),
  item_id uuid not null,
  part smallint not null,
  option_id uuid,
  number integer,
  day date,
  words text,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (intake_id, item_id, part),
  foreign key (intake_id, client_id, holder_id) references intakes (id, client_id, holder_id),
  foreign key (item_id, facet) references items (id, facet),
  foreign key (option_id, facet) references item_options (id, facet)
);
create index intake_answers_client on intake_answers (client_id);
create index intake_answers_item on intake_answers (item_id);

-- 新規相談の数え方: which receptions count as new (新規), from a day on. The others count as contacts (延べ).
create table intake_countings (
  id uuid primary key,
  version integer not null unique,
  starts_on date not null unique,
  -- Somebody comes again: counts each time; once in a fiscal year; while no case of theirs is open.
  again text not null check (again in ('each', 'once_a_year', 'when_none_open')),
  -- Whether somebody whose name is not known counts.
  unnamed boolean not null,
  -- The ways that count; null: every.
  channels text[],
  reason text not null,
  -- Null: it came with the system.
  author_id uuid, author_role text, author_body_id uuid references bodies,
  written_at timestamptz not null
);
-- Until now every reception was counted as new.
insert into intake_countings (id, version, starts_on, again, unnamed, channels, reason, written_at)
  select '018e9550-0000-7000-8000-00000000c001', 1, '2015-04-01', 'each', true, null,
    'これまでの数え方（受け付けるたびに1件）', now()
  where exists (select from towns);
