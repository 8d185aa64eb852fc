-- 願いの橋渡し: one wish of one person, with a name, as the person agreed to have it passed on to the coordinators. It leads to no case.
create table wish_referrals (
  id uuid primary key,
  client_id uuid not null,
  receiver_id uuid not null references bodies,
  consent_id uuid not null references consents,
  -- What is passed on, and nothing else.
  name text not null,
  kana text not null,
  reached text,
  district_id uuid references districts,
  side text not null check (side in ('wish', 'offer')),
  words text not null,
  passed_by uuid not null,
  passed_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  unique (id, receiver_id),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index wish_referrals_of on wish_referrals (client_id);
create index wish_referrals_to on wish_referrals (receiver_id, passed_at);

-- The coordinators have made it a wish of their own. What they hold from then on is their own record.
create table wish_referral_takings (
  referral_id uuid primary key,
  wish_id uuid not null references wishes,
  taken_by uuid not null,
  taken_at timestamptz not null,
  receiver_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (referral_id, receiver_id) references wish_referrals (id, receiver_id)
);
