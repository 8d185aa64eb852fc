-- A fulfilment can be taken back: what was recorded stays, and counts nowhere.
alter table fulfilments add column taken_back_at timestamptz;
create table fulfilment_withdrawals (
  fulfilment_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (fulfilment_id, holder_id) references fulfilments (id, holder_id)
);
