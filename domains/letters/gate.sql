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

-- Whether the box still takes what comes in today: everything, only to be held back, or nothing more. Nobody who writes is told.
create function gate.letterbox_room(at timestamptz) returns text
  stable security definer language sql set search_path = public, pg_temp as $$
  select case when count(*) filter (where held_back is not null) >= 300 then 'full'
    when count(*) filter (where held_back is null) >= 300 then 'held_back' else 'open' end
  from letters where received_at > letterbox_room.at - interval '1 day'
$$;
