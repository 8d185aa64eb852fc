-- できた準備: for which roles it holds, and who confirmed it. Somebody ready for one role is not thereby ready for another. What was
-- met before holds for the roles that asked for it by then; null of vouched_by: written before this was kept.
alter table readinesses
  add column tags text[],
  add column vouched_by text;
update readinesses r set tags = array(select distinct n.tag from role_needs n where n.holder_id = r.holder_id and r.need = any(n.needs));
alter table readinesses alter column tags set not null;
