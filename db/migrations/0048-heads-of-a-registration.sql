-- 人数: how many come on one registration; who came with somebody is counted with them, without a name.
alter table event_registrations add column heads smallint not null default 1 check (heads between 1 and 50);
alter table event_requests add column heads smallint not null default 1 check (heads between 1 and 50);
alter table attendances add column came_with uuid references attendances;
create index attendances_with on attendances (came_with) where came_with is not null;
