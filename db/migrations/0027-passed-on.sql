-- What was written to one window and concerns another is passed on.
alter table letters add column may_pass boolean not null default false;
alter table letter_answers drop constraint letter_answers_letter_id_holder_id_fkey;
alter table letter_answers add constraint letter_answers_letter_id_holder_id_fkey
  foreign key (letter_id, holder_id) references letters (id, holder_id) on delete cascade on update cascade;

-- A letter that went from one window to another, on what ground. Who passed it on keeps that it did, and not a word of the letter.
create table letter_passings (
  id uuid primary key,
  letter_id uuid not null references letters on delete cascade,
  receiver_id uuid not null references bodies,
  -- No window was chosen; the form says that another may take it; whoever wrote was asked.
  ground text not null check (ground in ('left_open', 'offered', 'asked')),
  words text not null,
  passed_by uuid not null references posts,
  passed_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  check (receiver_id <> holder_id)
);
create index letter_passings_letter on letter_passings (letter_id, passed_at);
create index letter_passings_holder on letter_passings (holder_id, passed_at desc, id desc);
create index letter_passings_receiver on letter_passings (receiver_id, letter_id);
