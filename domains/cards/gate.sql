-- The card that a printed code is of, for the public form alone; none for one that is unknown, ended or over.
create function gate.wish_card_of(code bytea, at timestamptz) returns setof wish_cards
  stable security definer language sql set search_path = public, pg_temp as $$
  select k.* from wish_card_codes c join wish_cards k on k.id = c.card_id
  where c.code_hash = wish_card_of.code and k.ended_at is null and k.expires_at > wish_card_of.at
    and gate.actor_role() = 'system_letterbox'
$$;

-- Opens one note to whoever holds its receipt, until the call is over. False: no note has it.
create function gate.open_wish_note(receipt bytea) returns boolean
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  found uuid;
begin
  if gate.actor_role() is distinct from 'system_letterbox' then return false; end if;
  select n.id into found from wish_notes n where n.receipt_hash = open_wish_note.receipt;
  perform gate.keep_reach('wish_note', array_remove(array[found], null));
  return found is not null;
end $$;

create function gate.wish_note_opened() returns uuid
  stable language sql return case when gate.actor_role() = 'system_letterbox' then (gate.known_reach('wish_note'))[1] end;

-- The wish and the offer that were made of the note that is open.
create function gate.wishes_of_note_opened() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select unnest(array_remove(array[d.wish_id, d.offer_id], null)) from wish_note_decisions d
    where d.note_id = gate.wish_note_opened())
$$;

-- Whether notes are still taken today: everything, only to be held back, or nothing more. Nobody who writes is told.
create function gate.wish_notes_room(at timestamptz) returns text
  stable security definer language sql set search_path = public, pg_temp as $$
  select case when count(*) filter (where held_back is not null) >= 300 then 'full'
    when count(*) filter (where held_back is null) >= 300 then 'held_back' else 'open' end
  from wish_notes where received_at > wish_notes_room.at - interval '1 day'
$$;
