drop function gate.wishes_akin(text, text[], text[], uuid, uuid, integer);
-- What is open on one side and shares a tag or a telling word with these, the most in common first, of the bodies the actor brings
-- together: found by an index, which a query under a policy may not ask for words. Answers ids alone; whoever reads them passes the
-- policies.
create function gate.wishes_akin(side text, tags text[], pairs text[], apart uuid, place uuid, today date, most integer) returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  with bodies as materialized (select gate.bodies_coordinated() as ids),
    akin as materialized (
      select w.id from wishes w, bodies
        where (w.tags || w.hints) && wishes_akin.tags and w.side = wishes_akin.side and w.closed_on is null
          and w.holder_id = any(bodies.ids)
      union
      select y.wish_id from wish_words y, bodies where y.pairs && wishes_akin.pairs and y.holder_id = any(bodies.ids)),
    near as (
      select w.id, w.district_id = wishes_akin.place as here,
        (select count(distinct t) from unnest(w.tags || w.hints) t where t = any(wishes_akin.tags)) as tags,
        (select count(distinct p) from unnest(y.pairs) p where p = any(wishes_akin.pairs)) as pairs
      from akin a join wishes w on w.id = a.id join wish_words y on y.wish_id = w.id and y.version = w.version
      where w.side = wishes_akin.side and w.closed_on is null and (w.until is null or w.until >= wishes_akin.today)
        and w.participant_id <> wishes_akin.apart)
  select array(select n.id from near n where n.tags > 0 or n.pairs > 0
    order by n.tags desc, n.pairs desc, n.here desc nulls last, n.id limit wishes_akin.most)
$$;
