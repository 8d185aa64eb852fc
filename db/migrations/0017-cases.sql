-- Cases: from which first word one was opened, and what it is found by.
alter table cases add column intake_id uuid references intakes;
alter table cases add column search_text text collate "C" not null generated always as (search_form(number || E'\n'
    || coalesce(called, ''))) stored;
