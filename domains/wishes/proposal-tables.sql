-- 提案: the set of matches with the most points for a district or the town, as it was computed once; what the coordinator keeps or leaves out.
create table match_proposals (
  id uuid primary key,
  district_id uuid references districts,
  based_on uuid references match_proposals,
  points integer not null, -- they order sets of matches, and belong to nobody
  -- What the points are made of: for each reason the sum of all pairs, and what each that both gives and receives adds. Null: older.
  points_by_reason jsonb check (jsonb_typeof(points_by_reason) = 'object'),
  bonus_each integer check (bonus_each >= 0),
  bound integer not null,
  without_rules integer not null,
  steps integer not null,
  wishes integer not null,
  offers integer not null,
  candidates integer not null,
  gives_and_receives integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'wish',
  unique (id, holder_id)
);
create index match_proposals_holder on match_proposals (holder_id, id);

create table match_proposal_legs (
  proposal_id uuid not null,
  position integer not null,
  offer_id uuid not null,
  wish_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  reasons text[] not null,
  -- Which ring or which chain it belongs to, and its place in it; null: a pair.
  ring integer,
  chain integer,
  place integer,
  -- Found by the computing; added by the coordinator afterwards; or decided in an earlier one and not among what was found.
  came_by text not null default 'found' check (came_by in ('found', 'added', 'carried')),
  decision text check (decision in ('kept', 'left_out', 'asked')),
  -- Why what was kept could not be kept this time.
  hindrance text check (hindrance in ('closed', 'elsewhere', 'asking', 'same_party', 'full', 'over', 'withdrawn', 'concern',
    'paused', 'apart', 'place', 'time', 'not_ready', 'no_room')),
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (proposal_id, position),
  check (ring is null or chain is null),
  foreign key (proposal_id, holder_id) references match_proposals (id, holder_id),
  foreign key (offer_id, holder_id) references wishes (id, holder_id),
  foreign key (wish_id, holder_id) references wishes (id, holder_id)
);
create index match_proposal_legs_offer on match_proposal_legs (offer_id);
create index match_proposal_legs_wish on match_proposal_legs (wish_id);
