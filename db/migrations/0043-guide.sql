-- How often what anybody may read has changed: pages that are kept ready are written anew when it does.
create table public_versions (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  changed_in xid8 not null
);

-- してみたいこと: what one can be found by in the guide of the town.
alter table code_entries drop constraint code_entries_list_check;
alter table code_entries add constraint code_entries_list_check check (list in ('worry', 'route', 'background', 'screening',
  'change', 'ending', 'way', 'service', 'work', 'housing', 'insurance', 'attribute', 'pension', 'place_access', 'place_language',
  'allergen', 'helping_work', 'liking'));
with defaults(id, list, code, sort, label) as (values
    ('018e9550-0000-7e6e-87ba-83c0af4140c3'::uuid, 'liking', 'talk', 1, '話したい'),
    ('018e9550-0000-7b60-8267-399d125c1fc4', 'liking', 'eat', 2, '食べたい・料理したい'),
    ('018e9550-0000-7872-85c6-2f23d30a4ef7', 'liking', 'move', 3, '体を動かしたい'),
    ('018e9550-0000-7efb-86c8-c2c0a63d17ce', 'liking', 'make', 4, '作りたい・習いたい'),
    ('018e9550-0000-7268-8c2f-ab243d06da3f', 'liking', 'children', 5, '子どもと過ごしたい'),
    ('018e9550-0000-7844-8fcb-b217447ce14e', 'liking', 'japanese', 6, '日本語を話したい・習いたい'),
    ('018e9550-0000-74b8-83ec-5b41e36a5e46', 'liking', 'elsewhere', 7, '学校や家のほかの居場所'),
    ('018e9550-0000-7b26-8cf0-b2f755015d95', 'liking', 'help', 8, '何か手伝いたい'),
    ('018e9550-0000-7e70-8ff5-6c8cbdc859f6', 'liking', 'trouble', 9, '困っている・聞きたい')),
  entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
    select id, list, code, sort, '2015-04-01', now() from defaults where exists (select from towns))
insert into code_wordings (entry_id, from_on, label, written_at)
  select id, '2015-04-01', label, now() from defaults where exists (select from towns) on conflict do nothing;

-- 申し込みフォームから: what anybody wrote to join an event.
create table event_requests (
  id uuid primary key,
  event_id uuid not null,
  place_id uuid not null,
  name text not null,
  reaching text not null,
  words text,
  language text not null,
  held_back text check (held_back in ('hidden_field', 'too_fast', 'too_many', 'flood')),
  receipt_hash bytea not null unique,
  received_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references posts,
  given_up_at timestamptz,
  forget_after date not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (event_id, place_id) references place_events (id, place_id)
);
create index event_requests_of on event_requests (event_id, received_at);
create index event_requests_place on event_requests (place_id);
create index event_requests_over on event_requests (forget_after);
alter table event_registrations drop constraint event_registrations_way_check;
alter table event_registrations add constraint event_registrations_way_check check (way in ('host', 'office', 'phone', 'form'));
alter table event_registrations alter column registered_by drop not null;
alter table place_guests alter column added_by drop not null;
