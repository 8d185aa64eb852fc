-- 方法 of a contact note is the town's own list from now on; until now the list was a copy that no form read. Its entries take the
-- codes that notes have carried all along, so that a note written before keeps its meaning. What the town called them stays.
update code_entries e set code = n.carried
  from (values ('visit_in', 'came'), ('visit_out', 'visit'), ('accompany', 'went_along'), ('mail', 'message')) n(copied, carried)
  where e.list = 'way' and e.code = n.copied
    and not exists (select from code_entries o where o.list = 'way' and o.code = n.carried);

-- 構成員: a body on the list of a kind (設置要綱の名簿), from a day until a day. Holds nothing about anybody the conference is about.
create table conference_members (
  id uuid primary key,
  kind_code text not null,
  body_id uuid not null references bodies,
  -- Which office of the body, in words.
  office text,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  named_by uuid not null,
  named_at timestamptz not null
);
create index conference_members_of on conference_members (kind_code, body_id);
