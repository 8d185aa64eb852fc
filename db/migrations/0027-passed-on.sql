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

-- 書きとめた連絡先: what a colleague who is no keeper typed of how somebody is reached whose address is protected (支援措置). Each typing is
-- a row; it waits for the keepers, and is read meanwhile by whoever typed it, as it would be if nobody knew an address.
create table written_contacts (
  id uuid primary key,
  client_id uuid not null,
  address text,
  district_id uuid references districts,
  phone text,
  mobile text,
  email text,
  reaching text,
  -- As the page of whoever typed it counts.
  version integer not null,
  -- While the address is; afterwards it waits for everybody of the holder who works with persons.
  protected boolean not null default true,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  unique (client_id, written_by, version),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index written_contacts_holder on written_contacts (holder_id);

-- It was taken in, or found to be no news.
create table written_contact_endings (
  written_id uuid primary key references written_contacts on delete cascade,
  taken_in boolean not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  client_id uuid not null,
  protected boolean not null default true,
  holder_id uuid not null,
  retention_class text not null default 'case'
);
create index written_contact_endings_client on written_contact_endings (client_id);
