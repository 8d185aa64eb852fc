-- A phone acts as the post it was registered for, as that post stands today. Whose signature a call bears was checked
-- before (server/deliveries.ts); a phone that was ended has nobody in it.
create function gate.enter_by_phone(phone uuid, call uuid, at timestamptz) returns gate.entrance
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  held phones;
begin
  select p.* into held from phones p
    join accounts a on a.id = p.account_id and a.closed_at is null
    where p.id = enter_by_phone.phone and not exists (select from phone_ends e where e.phone_id = p.id);
  return gate.open_post(held.account_id, held.post_id, null, false, true, enter_by_phone.call, enter_by_phone.at);
end $$;

-- How a phone stands: `good` while its post runs, `over` when its post or its account is, `ended` when somebody said so.
create function gate.phone_stands(phone uuid) returns text
  stable security definer language sql set search_path = public, pg_temp as $$
  select case
    when exists (select from phone_ends e where e.phone_id = p.id) then 'ended'
    when a.closed_at is not null or o.ended_at <= gate.now_of_call() or o.ends_on < gate.today() then 'over'
    else 'good' end
  from phones p join accounts a on a.id = p.account_id join posts o on o.id = p.post_id
  where p.id = phone_stands.phone
$$;

-- Where a visit that came late belongs: to whoever keeps the household, or where the household is unknown, to the post's body. What
-- could not be done belongs where the post is (`of_post`): whoever gathers there knows who wrote it, and the household may be out
-- of both their reach. Of a post for the whole town that is any district. Nowhere only where the call happened before and its
-- receipt was lost.
create function gate.place_of_late_call(post uuid, household uuid, call uuid, of_post boolean)
  returns table (holder_id uuid, district_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(w.holder_id, p.body_id), w.district_id
  from posts p left join households h on h.id = place_of_late_call.household
  cross join lateral (select f.holder_id, f.district_id from (values
      (case when place_of_late_call.of_post then 2 else 0 end, h.holder_id, h.district_id),
      (1, p.body_id, p.district_id),
      (3, p.body_id, (select d.id from districts d order by d.sort, d.code limit 1))) f(rank, holder_id, district_id)
    where f.district_id is not null order by f.rank limit 1) w
  where p.id = place_of_late_call.post
    and not exists (select from calls c where c.account_id = p.account_id and c.call_id = place_of_late_call.call)
$$;

-- The entry that a household is one with, for whoever brings what phones kept; itself where it was never merged.
create function gate.door_of(household uuid) returns uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select h.opens_as from households h where gate.actor_role() = 'system_courier' and h.id = door_of.household
$$;

-- Whether a call that a phone brings meets something: a visit of the same household and day that somebody else wrote down or
-- made, or the call itself waits already or was decided on. What has happened already meets nothing; and a worry that
-- the book does not say yet is never kept waiting.
create function gate.call_meets(phone uuid, call uuid, visit uuid, household uuid, day date, condition text) returns boolean
  stable security definer language sql set search_path = public, pg_temp as $$
  select gate.actor_role() = 'system_courier' and (exists (select from late_calls c where c.id = call_meets.call)
    or (not exists (select from visits v where v.id = call_meets.visit)
      and exists (select from phones f
        join households h on h.id = call_meets.household
        join households k on k.opens_as = h.opens_as
        join visits v on v.household_id = k.id and v.visited_on = call_meets.day
        where f.id = call_meets.phone and (v.post_id <> f.post_id or v.recorded_by <> f.account_id)
          and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
          and (call_meets.condition is null or call_meets.condition = 'usual' or v.condition = call_meets.condition))))
$$;
