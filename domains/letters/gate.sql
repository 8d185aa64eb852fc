-- How one letter stands, for whoever holds its receipt; nothing else is said of it, and of an unknown one what is said of one
-- that nobody has looked at.
create function gate.letter_stands(receipt bytea) returns text
  stable security definer language sql set search_path = public, pg_temp as $$
  select case
    when exists (select from letter_answers a join letters l on l.id = a.letter_id where l.receipt_hash = letter_stands.receipt)
      then 'answered'
    when exists (select from letter_decisions d join letters l on l.id = d.letter_id
      where l.receipt_hash = letter_stands.receipt and d.outcome = 'taken_in') then 'looked_at'
    else 'received' end
$$;

-- Which window has a letter that was passed on, for whoever holds its receipt; nothing of one that stayed where it came.
create function gate.letter_is_with(receipt bytea) returns uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select l.holder_id from letters l
    where l.receipt_hash = letter_is_with.receipt and exists (select from letter_passings p where p.letter_id = l.id)
$$;

-- Where a letter may go from the actor's window: to a window of the public form, or back to one it came from.
create function gate.find_windows_for_letters() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('windows_for_letters', array(
    select unnest(s.windows) from (select windows from letter_settings order by set_at desc, id desc limit 1) s
    union
    select p.holder_id from letter_passings p where p.receiver_id = any(gate.bodies_worked_for())));
end $$;
create function gate.windows_for_letters() returns uuid[]
  stable language sql return coalesce(gate.known_reach('windows_for_letters'), gate.find_windows_for_letters());

-- Moves a letter to the window it was passed on to in this very call, out of the box it is in now; what waited apart waits no longer.
create function gate.move_letter(passing uuid) returns integer
  volatile security definer language sql set search_path = public, pg_temp as $$
  with moved as (update letters l set holder_id = p.receiver_id, forget_after = null
    from letter_passings p
    where p.id = move_letter.passing and p.passed_at = gate.now_of_call() and p.holder_id = any(gate.bodies_worked_for())
      and l.id = p.letter_id and l.holder_id = p.holder_id
    returning 1)
  select count(*)::int from moved
$$;

-- Whether the box still takes what comes in today: everything, only to be held back, or nothing more. Nobody who writes is told.
create function gate.letterbox_room(at timestamptz) returns text
  stable security definer language sql set search_path = public, pg_temp as $$
  select case when count(*) filter (where held_back is not null) >= 300 then 'full'
    when count(*) filter (where held_back is null) >= 300 then 'held_back' else 'open' end
  from letters where received_at > letterbox_room.at - interval '1 day'
$$;
