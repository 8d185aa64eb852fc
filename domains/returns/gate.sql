-- The things of one source in a span of days, each with its body, its person (null: nobody is named), and what is known of it
-- by word (`marks`). Whoever calls it sees what their own rows are; the gate's counting function sees all.
create function gate.things_of_return(source text, first date, last date)
  returns table (body_id uuid, person_id uuid, marks jsonb)
  stable language plpgsql set search_path = public, pg_temp as $$
begin
  case source
  -- 受付: each first word and each word of somebody who comes again; which of them is new says the counting of its day.
  when 'receptions' then return query
    select e.holder_id, i.client_id, jsonb_build_object('worry', coalesce(gate.main_worry(e.id), 'unsaid'),
        'route', coalesce(i.route, 'unsaid'), 'consent', coalesce(i.consent, 'not_asked'),
        'month', to_char(e.occurred_on, 'YYYY-MM'), 'work', case when e.kind = 'intake' then 'new' else 'again' end)
      from encounters e left join intakes i on i.id = e.id
      where (e.kind = 'intake' or (e.kind = 'contact' and i.id is not null)) and e.occurred_on between first and last
        and not exists (select from encounter_withdrawals w where w.encounter_id = e.id);
  when 'intakes' then return query
    select r.* from gate.things_of_return('receptions', first, last) r where r.marks ->> 'work' = 'new';
  when 'notes' then return query
    select n.holder_id, n.client_id, jsonb_build_object('way', n.way, 'outcome', n.outcome, 'with_whom', n.with_whom,
        'month', to_char(n.noted_on, 'YYYY-MM'), 'work', n.outcome,
        'worry', coalesce(gate.main_worry((select i.id from intakes i where i.client_id = n.client_id
          and i.received_on <= n.noted_on order by i.received_on desc, i.id desc limit 1)), 'unsaid'),
        'standing', case when exists (select from case_notes o where o.client_id = n.client_id and o.noted_on < first
            and not exists (select from encounter_withdrawals w where w.encounter_id = o.encounter_id))
          then 'continuing' else 'new' end)
      from case_notes n where n.noted_on between first and last
        and not exists (select from encounter_withdrawals w where w.encounter_id = n.encounter_id);
  when 'contacts' then return query
    select * from gate.things_of_return('receptions', first, last)
    union all
    select * from gate.things_of_return('notes', first, last);
  when 'cases' then return query
    select c.holder_id, null::uuid, jsonb_build_object('state', c.state)
      from cases c where c.opened_on between first and last;
  when 'plans' then return query
    select p.holder_id, p.client_id, jsonb_build_object('kind', p.kind, 'turn', case when p.number = 0 then 'first' else 'again' end)
      from support_plans p where p.written_on between first and last
        and exists (select from plan_acts a where a.plan_id = p.id and a.act = 'proposed');
  when 'decisions' then return query
    select d.plan_holder_id, d.client_id, jsonb_build_object('decision', d.decision, 'kind', p.kind)
      from support_decisions d join support_plans p on p.id = d.plan_id where d.decided_on between first and last;
  when 'endings' then return query
    select c.holder_id, c.client_id, jsonb_build_object('outcome', c.outcome, 'reason', c.reason, 'kind', p.kind)
      from plan_closings c join support_plans p on p.id = c.plan_id where c.closed_on between first and last;
  -- 会議: a day on which at least one item of a kind was held, and each item of it. Whom they were about is not asked.
  when 'meetings' then return query
    select distinct on (i.conference_id, k.code) i.holder_id, null::uuid, jsonb_build_object('conference', k.code)
      from conference_items i join conference_kinds k on k.id = i.kind_id where i.held_on between first and last
      order by i.conference_id, k.code, i.id;
  -- 会合: a day at one table, whatever was spoken of.
  when 'sittings' then return query
    select distinct on (i.conference_id) i.holder_id, null::uuid, '{}'::jsonb
      from conference_items i where i.held_on between first and last
      order by i.conference_id, i.id;
  when 'items' then return query
    select i.holder_id, null::uuid, jsonb_build_object('conference', k.code)
      from conference_items i join conference_kinds k on k.id = i.kind_id where i.held_on between first and last;
  -- 参加支援: a person's way to a place that welcomes; whether the person went one before.
  when 'joinings' then return query
    select j.holder_id, j.client_id, jsonb_build_object('standing', case when exists (select from joinings o
        where o.client_id = j.client_id and o.begun_on < first) then 'continuing' else 'new' end)
      from joinings j where j.begun_on between first and last;
  -- Plans of which such a way is part, once each.
  when 'joining_plans' then return query
    select distinct on (j.plan_id) j.holder_id, j.client_id, '{}'::jsonb
      from joinings j where j.plan_id is not null and j.begun_on between first and last
      order by j.plan_id, j.id;
  when 'joining_steps' then return query
    select s.holder_id, s.client_id, jsonb_build_object('step', s.step)
      from joining_steps s where s.taken_on between first and last;
  when 'places' then return query
    select w.holder_id, null::uuid, '{}'::jsonb from places w where w.welcomes <> 'no' and w.added_on between first and last;
  when 'place_supports' then return query
    select s.holder_id, null::uuid, jsonb_build_object('way', s.way)
      from place_supports s where s.supported_on between first and last;
  else
    return;
  end case;
end $$;

-- 相談内容 of a first word: what hurts most (◎), or what was marked first.
create function gate.main_worry(intake uuid) returns text
  stable language sql set search_path = public, pg_temp as $$
  select w.code from intake_worries w where w.intake_id = intake order by w.most desc, w.code limit 1
$$;

-- Counts for a return: things and distinct persons of each body by one mark (null: all of them), where every mark of
-- `conditions` ({mark: [values]}) is one of its values. A planner counts every body, a window its own. `unnamed` are the things of
-- which no person is known.
create function gate.count_for_return(source text, first date, last date, conditions jsonb, by_mark text)
  returns table (body_id uuid, value text, things integer, persons integer, unnamed integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select t.body_id, t.marks ->> by_mark, count(*)::integer, count(distinct t.person_id)::integer,
      (count(*) filter (where t.person_id is null))::integer
    from gate.things_of_return(source, first, last) t
    where (gate.actor_role() = 'planner' or t.body_id = any(gate.bodies_worked_for()))
      and not exists (select from jsonb_each(conditions) c where not coalesce(c.value ? (t.marks ->> c.key), false))
    group by 1, 2
$$;
