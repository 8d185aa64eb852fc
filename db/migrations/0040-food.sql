-- 食料: lots, where they went, hand-overs, recalls. A list of codes more: the allergens of labels.
alter table code_entries drop constraint code_entries_list_check;
alter table code_entries add constraint code_entries_list_check check (list in ('worry', 'route', 'background', 'screening', 'change',
  'ending', 'way', 'service', 'work', 'housing', 'insurance', 'attribute', 'pension', 'place_access', 'place_language',
  'allergen', 'helping_work'));
with defaults(id, list, code, sort, label) as (values
    ('018e9550-0000-7277-8527-9cc275c2d1c0'::uuid, 'allergen', 'shrimp', 1, 'えび（義務）'),
    ('018e9550-0000-7672-8c26-3bdecf933979', 'allergen', 'crab', 2, 'かに（義務）'),
    ('018e9550-0000-7e5f-84e6-22a5ea37ef64', 'allergen', 'walnut', 3, 'くるみ（義務）'),
    ('018e9550-0000-79df-8627-24e7384c0654', 'allergen', 'wheat', 4, '小麦（義務）'),
    ('018e9550-0000-7506-8482-94ca1b746b23', 'allergen', 'buckwheat', 5, 'そば（義務）'),
    ('018e9550-0000-7961-8d70-2e472ecc3d93', 'allergen', 'egg', 6, '卵（義務）'),
    ('018e9550-0000-7dc7-899a-ef989e6295b1', 'allergen', 'milk', 7, '乳（義務）'),
    ('018e9550-0000-70b0-8708-f555ba25088c', 'allergen', 'peanut', 8, '落花生（義務）'),
    ('018e9550-0000-7cb4-81e5-56f52bcbbb5b', 'allergen', 'almond', 9, 'アーモンド（推奨）'),
    ('018e9550-0000-7bc3-864e-ea07aaeeda20', 'allergen', 'abalone', 10, 'あわび（推奨）'),
    ('018e9550-0000-787b-85a5-a5b5b34f2967', 'allergen', 'squid', 11, 'いか（推奨）'),
    ('018e9550-0000-7ff6-8750-7167c2a014da', 'allergen', 'salmon_roe', 12, 'いくら（推奨）'),
    ('018e9550-0000-7e22-8649-4f27b731422e', 'allergen', 'orange', 13, 'オレンジ（推奨）'),
    ('018e9550-0000-7a06-8980-7a63baf6c548', 'allergen', 'cashew', 14, 'カシューナッツ（推奨）'),
    ('018e9550-0000-7a43-8343-a73bcc246432', 'allergen', 'kiwi', 15, 'キウイフルーツ（推奨）'),
    ('018e9550-0000-75d2-8cf0-68db0309a393', 'allergen', 'beef', 16, '牛肉（推奨）'),
    ('018e9550-0000-72df-8f7d-23bbc1361721', 'allergen', 'sesame', 17, 'ごま（推奨）'),
    ('018e9550-0000-7606-8edd-bdfdf2545bfb', 'allergen', 'salmon', 18, 'さけ（推奨）'),
    ('018e9550-0000-7028-82fc-75a50327c12b', 'allergen', 'mackerel', 19, 'さば（推奨）'),
    ('018e9550-0000-7d35-86bb-aa2cbf764aee', 'allergen', 'soy', 20, '大豆（推奨）'),
    ('018e9550-0000-7d51-8183-bc91deb5f6d0', 'allergen', 'chicken', 21, '鶏肉（推奨）'),
    ('018e9550-0000-7171-8ac9-57270fc484f1', 'allergen', 'banana', 22, 'バナナ（推奨）'),
    ('018e9550-0000-7f4a-84c1-61074477f642', 'allergen', 'pork', 23, '豚肉（推奨）'),
    ('018e9550-0000-7bcd-83f9-2f6e16ef6e56', 'allergen', 'macadamia', 24, 'マカダミアナッツ（推奨）'),
    ('018e9550-0000-7ce1-8fce-216b46d013dd', 'allergen', 'peach', 25, 'もも（推奨）'),
    ('018e9550-0000-7d7e-838f-9ba6c404bb38', 'allergen', 'yam', 26, 'やまいも（推奨）'),
    ('018e9550-0000-74a1-8aaf-65c57faf3167', 'allergen', 'apple', 27, 'りんご（推奨）'),
    ('018e9550-0000-7c40-838d-2175a7f2fec4', 'allergen', 'gelatin', 28, 'ゼラチン（推奨）')),
  entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
    select id, list, code, sort, '2015-04-01', now() from defaults where exists (select from towns))
insert into code_wordings (entry_id, from_on, label, written_at)
  select id, '2015-04-01', label, now() from defaults where exists (select from towns) on conflict do nothing;

-- 食の輪に加わる居場所: what a place has agreed to, what it can keep and fetch. The newest that has not ended holds.
create table food_members (
  id uuid primary key,
  place_id uuid not null references places,
  storage text[] not null check (cardinality(storage) > 0 and storage <@ array['room', 'chilled', 'frozen']),
  transport text not null check (transport in ('fetches', 'needs_delivery')),
  -- About how many households it hands food to at a time.
  households smallint check (households between 1 and 2000),
  -- How the place asks for allergies and answers for hygiene, in words.
  care_words text,
  agreed_on date not null,
  renew_on date not null check (renew_on > agreed_on),
  written_by uuid not null references posts,
  written_at timestamptz not null,
  ended_at timestamptz
);
create unique index food_members_once on food_members (place_id) where ended_at is null;
create index food_members_place on food_members (place_id);

-- 寄付する人・団体. A person's name is forgotten some years after the last gift; the lots stay, without it.
create table food_donors (
  id uuid primary key,
  kind text not null check (kind in ('person', 'company', 'shop', 'farm', 'food_bank', 'public', 'group')),
  name text not null,
  kana text not null,
  kana_key text collate "C" not null,
  contact text,
  body_id uuid references bodies,
  participant_id uuid references participants on delete set null,
  -- On which terms it gives, until something else is said of a lot.
  conditions text,
  agreed_on date,
  -- Whose donor: one place's own, or (null) the network's.
  place_id uuid references places,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  -- Of a person: the last day on which the name is needed.
  forget_after date,
  version integer not null default 1,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  check ((kind = 'person') = (forget_after is not null))
);
create index food_donors_place on food_donors (place_id);
create index food_donors_holder on food_donors (holder_id, kana_key, id);
create index food_donors_over on food_donors (forget_after) where forget_after is not null;

-- 受入分: what came in at one time, of one kind, with one date.
create table food_lots (
  id uuid primary key,
  -- Where it was taken in.
  place_id uuid not null references places,
  donor_id uuid references food_donors on delete set null,
  what text not null,
  quantity numeric(9, 1) not null check (quantity > 0),
  unit text not null,
  -- Grams of one unit, for reports; null: not weighed.
  unit_grams integer check (unit_grams between 1 and 1000000),
  date_kind text not null check (date_kind in ('best_before', 'use_by', 'none')),
  good_until date,
  storage text not null check (storage in ('room', 'chilled', 'frozen')),
  -- Codes of the list allergen, read off the label.
  allergens text[] not null default '{}',
  -- Whether a label could be read at all: without one nothing is known, and that is not "none".
  allergens_known boolean not null,
  maker text,
  -- 製造者の記号 (ロット番号) or JAN, by which a maker calls it back.
  label_mark text,
  passing text not null check (passing in ('free', 'ask')),
  conditions text,
  received_on date not null,
  received_by uuid not null references posts,
  received_at timestamptz not null,
  holder_id uuid not null references bodies,
  check ((date_kind = 'none') = (good_until is null))
);
create index food_lots_place on food_lots (place_id, received_on desc, id desc);
create index food_lots_donor on food_lots (donor_id) where donor_id is not null;

-- 検品: what was seen of a lot, by whom. The newest holds; without one it waits.
create table food_inspections (
  id uuid primary key,
  lot_id uuid not null references food_lots,
  place_id uuid not null references places,
  outcome text not null check (outcome in ('passed', 'held', 'failed')),
  checks text[] not null default '{}'
    check (checks <@ array['date', 'packing', 'temperature', 'label', 'smell']),
  words text,
  inspected_by uuid not null references posts,
  inspected_at timestamptz not null,
  check (outcome = 'passed' or words is not null)
);
create index food_inspections_of on food_inspections (lot_id, inspected_at desc, id desc);

-- 配布の回: food was handed to so many households at a place on a day.
create table food_givings (
  id uuid primary key,
  place_id uuid not null references places,
  held_on date not null,
  households smallint not null check (households between 1 and 2000),
  people smallint check (people between 1 and 9999),
  -- How many of the households the place knows by name.
  named smallint not null check (named between 0 and households),
  recorded_by uuid not null references posts,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  holder_id uuid not null references bodies,
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  unique (id, place_id)
);
create index food_givings_place on food_givings (place_id, held_on desc, id desc);

-- 手渡し: one household that was handed food, by name or without one. Each is one encounter.
create table food_handovers (
  id uuid primary key,
  giving_id uuid not null,
  place_id uuid not null,
  held_on date not null,
  guest_id uuid references place_guests on delete set null,
  encounter_id uuid not null references encounters,
  recorded_by uuid not null references posts,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Without a name from the beginning.
  nameless boolean not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count',
  foreign key (giving_id, place_id) references food_givings (id, place_id)
);
create index food_handovers_giving on food_handovers (giving_id);
create index food_handovers_place on food_handovers (place_id, held_on);
create index food_handovers_guest on food_handovers (guest_id, held_on) where guest_id is not null;

-- 出入り: every way a quantity of a lot came to a place or left one. What a place has is the sum of them.
create table food_movements (
  id uuid primary key,
  lot_id uuid not null references food_lots,
  kind text not null check (kind in ('received', 'moved', 'handed', 'discarded', 'returned', 'counted')),
  from_place_id uuid references places,
  to_place_id uuid references places,
  quantity numeric(9, 1) not null check (quantity > 0),
  moved_on date not null,
  giving_id uuid references food_givings,
  reason text check (reason in ('expired', 'damaged', 'recalled', 'unfit', 'left_over', 'wrong_count')),
  words text,
  -- Why one with a later date was taken before one with an earlier.
  out_of_turn text,
  -- Who of the donor agreed that it is passed on, where that was asked for.
  permission text,
  recorded_by uuid not null references posts,
  recorded_at timestamptz not null,
  -- 受領: the place it was sent to has it; until then it is on the way.
  confirmed_at timestamptz,
  confirmed_by uuid references posts,
  declined_at timestamptz,
  declined_why text,
  withdrawn_at timestamptz,
  check (from_place_id is not null or to_place_id is not null),
  check ((kind = 'moved') = (from_place_id is not null and to_place_id is not null)),
  check ((kind = 'handed') = (giving_id is not null)),
  check (confirmed_at is null or declined_at is null),
  check ((declined_at is null) = (declined_why is null))
);
create index food_movements_lot on food_movements (lot_id, moved_on, id);
create index food_movements_from on food_movements (from_place_id, lot_id) where from_place_id is not null;
create index food_movements_to on food_movements (to_place_id, lot_id) where to_place_id is not null;
create index food_movements_giving on food_movements (giving_id) where giving_id is not null;

-- 紹介: somebody agreed at a hand-over to be introduced to a window. What was said is in the window's box and nowhere else.
create table food_introductions (
  id uuid primary key,
  giving_id uuid not null,
  place_id uuid not null,
  guest_id uuid references place_guests on delete cascade,
  window_id uuid not null references bodies,
  -- How the person agreed.
  way text not null check (way in ('spoken', 'written')),
  agreed_on date not null,
  introduced_by uuid not null references posts,
  introduced_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (giving_id, place_id) references food_givings (id, place_id)
);
create index food_introductions_place on food_introductions (place_id, introduced_at desc);
create index food_introductions_giving on food_introductions (giving_id);

-- ゆずります・さがしています: who has too much, who asks for what.
create table food_notices (
  id uuid primary key,
  place_id uuid not null references places,
  kind text not null check (kind in ('surplus', 'wanted')),
  what text not null,
  how_much text,
  open_until date not null,
  contact text,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  closed_at timestamptz
);
create index food_notices_open on food_notices (open_until, id) where closed_at is null;
create index food_notices_place on food_notices (place_id);
create table food_notice_answers (
  id uuid primary key,
  notice_id uuid not null references food_notices,
  -- Copied from the notice: who reads the answer.
  asking_place_id uuid not null references places,
  place_id uuid not null references places,
  words text not null,
  answered_by uuid not null references posts,
  answered_at timestamptz not null
);
create index food_notice_answers_of on food_notice_answers (notice_id, answered_at);
create index food_notice_answers_asking on food_notice_answers (asking_place_id);
create index food_notice_answers_place on food_notice_answers (place_id);

-- 回収: lots that must not be eaten, and what each place they came to says of it.
create table food_recalls (
  id uuid primary key,
  title text not null,
  reason text not null,
  -- Who called it back: the maker, a food bank, the health office.
  source text,
  -- What is to be said to whoever has it at home.
  advice text not null,
  started_by uuid not null references posts,
  started_at timestamptz not null,
  closed_at timestamptz,
  closed_words text,
  holder_id uuid not null references bodies,
  check ((closed_at is null) = (closed_words is null))
);
create index food_recalls_holder on food_recalls (holder_id, started_at desc);
create table food_recall_lots (
  recall_id uuid not null references food_recalls,
  lot_id uuid not null references food_lots,
  primary key (recall_id, lot_id)
);
create index food_recall_lots_lot on food_recall_lots (lot_id);
create table food_recall_answers (
  id uuid primary key,
  recall_id uuid not null references food_recalls,
  place_id uuid not null references places,
  -- Households that were told, and those that could not be reached. Nobody is named.
  told smallint not null check (told between 0 and 2000),
  not_reached smallint not null check (not_reached between 0 and 2000),
  -- What was left has been put apart.
  put_apart boolean not null,
  words text,
  answered_by uuid not null references posts,
  answered_at timestamptz not null
);
create index food_recall_answers_of on food_recall_answers (recall_id, place_id, answered_at desc);
create index food_recall_answers_place on food_recall_answers (place_id);
