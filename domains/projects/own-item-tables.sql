-- What an answer says to the town's own items (items). Every version of an answer has its own; what is not asked anew comes
-- along from the version before.
create table project_own_answers (
  answer_id uuid not null references answers,
  item_id uuid not null references items,
  part smallint not null,
  option_id uuid references item_options,
  number integer,
  day date,
  words text,
  inquiry_id uuid not null references inquiries,
  body_id uuid not null references bodies,
  retention_class text not null default 'planning',
  primary key (answer_id, item_id, part),
  check (num_nonnulls(option_id, number, day, words) = 1)
);
-- The own items that were asked, as they were worded when it was gathered, and what was said to them in the words of that
-- day: a paper that is fixed does not move when an item is worded anew.
create table gathered_own_items (
  gathering_id uuid not null references gatherings,
  own_item_id uuid not null references items,
  place integer not null,
  -- The heading it stands under.
  section text,
  label text not null,
  unit text,
  kind text not null,
  -- What could be chosen.
  options text[] not null,
  primary key (gathering_id, own_item_id)
);
create table gathered_own_answers (
  gathering_id uuid not null,
  item_id uuid not null,
  own_item_id uuid not null,
  said text[] not null,
  number integer,
  retention_class text not null default 'planning',
  primary key (gathering_id, item_id, own_item_id),
  foreign key (gathering_id, item_id) references gathered_answers (gathering_id, item_id),
  foreign key (gathering_id, own_item_id) references gathered_own_items (gathering_id, own_item_id)
);
