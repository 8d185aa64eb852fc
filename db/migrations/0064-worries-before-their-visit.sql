-- What a phone brought and is no visit yet is told of as well: the visit it came with may not stand.
alter table escalations drop constraint escalations_visit_id_fkey;
