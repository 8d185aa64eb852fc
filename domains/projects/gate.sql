-- The inquiries that are fixed: everyone signed in reads what was fixed.
create function gate.inquiries_fixed() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(array_agg(f.inquiry_id), '{}') from inquiry_fixings f where gate.actor_account() is not null
$$;

-- The gatherings that stand as the fixed ones; earlier gatherings stay with the planners and the committee.
create function gate.gatherings_fixed() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(array_agg(f.gathering_id), '{}') from inquiry_fixings f where gate.actor_account() is not null
$$;
