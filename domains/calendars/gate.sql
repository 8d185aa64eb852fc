-- Whoever has the address acts as its post, as that stands today, and the server asks one thing in its name: its days. An address that was
-- ended, one nobody made, and one of a post that is over have nobody in them.
create function gate.enter_by_calendar(hash bytea, call uuid, at timestamptz) returns gate.entrance
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  held calendar_addresses;
begin
  select c.* into held from calendar_addresses c
    join accounts a on a.id = c.account_id and a.closed_at is null
    join posts p on p.id = c.post_id and (p.ended_at is null or p.ended_at > at)
      and (p.ends_on is null or p.ends_on >= (at at time zone 'Asia/Tokyo')::date)
    where c.token_hash = enter_by_calendar.hash and c.ended_at is null;
  return gate.open_post(held.account_id, held.post_id, null, false, true, call, at);
end $$;
