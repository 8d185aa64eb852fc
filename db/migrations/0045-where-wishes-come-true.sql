-- Where a wish came true: a place or resource, so that new relations between organisations and places can be counted.
alter table fulfilments add column place_id uuid;
