-- A proposal keeps what its points are made of, the chains it was read as, and what earlier ones decided.
alter table match_proposals
  add column points_by_reason jsonb check (jsonb_typeof(points_by_reason) = 'object'),
  add column bonus_each integer check (bonus_each >= 0);
alter table match_proposal_legs
  add column chain integer,
  add column came_by text not null default 'found' check (came_by in ('found', 'added', 'carried')),
  add column hindrance text check (hindrance in ('closed', 'elsewhere', 'asking', 'same_party', 'full', 'over', 'concern', 'apart', 'place',
    'time', 'not_ready', 'no_room')),
  add check (ring is null or chain is null);
