-- 取り消し: a sheet that was taken back where none stood before leaves its month missing, not zero.
alter table tally_sheets add column withdrawn boolean not null default false;

-- A visit has the post of its encounter, which refers to it; an encounter's group is the body of its post, which refers to
-- that. Checking the copies too, row by row, cost a twelfth of taking a ledger in.
alter table encounters drop constraint encounters_group_id_fkey;
alter table visits drop constraint visits_post_id_fkey;
