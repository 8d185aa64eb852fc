-- What a refused letter means for its address: it counts, or was the last one and the address was given up.
alter table notice_deliveries add column refusal text check (refusal in ('counts', 'last'));
create index notice_deliveries_of on notice_deliveries (subscription_id) where subscription_id is not null;
create index notice_deliveries_given_up on notice_deliveries (changed_at) where refusal = 'last';
