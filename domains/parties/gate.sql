-- The households in which all these words occur, wherever they are; null when they are more than 500 or no word has two
-- characters. It only narrows a search: which of them the actor sees is decided by the policies, row by row, as in every
-- other query.
create function gate.households_found(words text[]) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp
as $$
declare
  pairs text[] := array(select distinct pair from unnest(words) word, unnest(search_pairs(word)) pair);
  found uuid[];
begin
  if cardinality(pairs) = 0 then return null; end if;
  found := array(select h.id from households h
    where search_pairs(h.search_text) @> pairs
      and not exists (select from unnest(words) word where position(word in h.search_text) = 0)
    limit 501);
  return case when cardinality(found) <= 500 then found end;
end $$;
