-- 見送りの知らせ: who waited when a match was passed over or stopped, and since when they know. Without a day: still to be told.
create table match_tellings (
  match_id uuid not null,
  participant_id uuid not null,
  told_on date,
  how text check (how in ('phone', 'paper', 'met', 'message')),
  told_by uuid,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (match_id, participant_id),
  check ((told_on is null) = (how is null) and (told_on is null) = (told_by is null)),
  foreign key (match_id, holder_id) references matches (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index match_tellings_waiting on match_tellings (holder_id) where told_on is null;
create index match_tellings_participant on match_tellings (participant_id);

-- お休み: from a day until a day nobody is brought together with somebody, without a reason. It ends by itself.
create table participant_pauses (
  id uuid primary key,
  participant_id uuid not null,
  starts_on date not null,
  until date not null,
  way text not null check (way in ('self', 'phone', 'supporter', 'public')),
  -- Ended before its last day.
  ended_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check (until >= starts_on),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index participant_pauses_of on participant_pauses (participant_id, until);

alter table match_proposal_legs drop constraint match_proposal_legs_hindrance_check;
alter table match_proposal_legs add constraint match_proposal_legs_hindrance_check check (hindrance in ('closed', 'elsewhere', 'asking',
  'same_party', 'full', 'over', 'withdrawn', 'concern', 'paused', 'apart', 'place', 'time', 'not_ready', 'no_room'));
