grant select, insert on activity_rules, commissioner_duties, activity_sheets, activity_answers, activity_sendings,
  activity_corrections to kanaeau_app;

create policy who_records_and_planners_read_what_is_counted on activity_rules for select to kanaeau_app using (
  (select gate.actor_role()) in ('commissioner', 'finishing', 'planner')
);
create policy planners_write_what_a_month_counts on activity_rules for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);

create policy everyone_reads_the_own_duty on commissioner_duties for select to kanaeau_app using (
  post_id = (select gate.post_of_record())
);
create policy chairs_read_the_duties_of_their_district on commissioner_duties for select to kanaeau_app using (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);
create policy administrators_read_duties on commissioner_duties for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_give_duties on commissioner_duties for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_knows_who_chairs on commissioner_duties for select to kanaeau_gate using (true);

-- Chairs know who is 民生委員 in their district, by post and by name.
create policy chairs_see_the_posts_of_their_commissioners on posts for select to kanaeau_app using (
  role = 'commissioner' and district_id = any((select gate.districts_chaired())::uuid[])
  and body_id = (select gate.actor_body())
);
create policy chairs_know_the_names_of_their_commissioners on accounts for select to kanaeau_app using (
  id = any((select gate.accounts_chaired())::uuid[])
);

create policy everyone_reads_the_own_record on activity_sheets for select to kanaeau_app using (
  post_id = (select gate.post_of_record())
);
create policy chairs_read_the_records_of_their_district on activity_sheets for select to kanaeau_app using (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);
create policy everyone_writes_the_own_record on activity_sheets for insert to kanaeau_app with check (
  post_id = (select gate.post_of_record()) and holder_id = (select gate.actor_body())
);
create policy chairs_enter_records_from_paper on activity_sheets for insert to kanaeau_app with check (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);

create policy everyone_reads_what_was_said_of_the_own_record on activity_answers for select to kanaeau_app using (
  post_id = (select gate.post_of_record())
);
create policy chairs_read_what_was_said_of_records on activity_answers for select to kanaeau_app using (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);
create policy chairs_check_records_and_send_them_back on activity_answers for insert to kanaeau_app with check (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);

create policy commissioners_read_what_their_district_sent on activity_sendings for select to kanaeau_app using (
  district_id = any((select gate.districts_recorded())::uuid[]) and holder_id = (select gate.actor_body())
);
create policy planners_read_what_districts_sent on activity_sendings for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy chairs_send_the_month_of_their_district on activity_sendings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);

create policy everyone_reads_what_was_put_right_in_the_own_record on activity_corrections for select to kanaeau_app using (
  post_id = (select gate.post_of_record())
);
create policy chairs_read_what_was_put_right_in_records on activity_corrections for select to kanaeau_app using (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);
create policy planners_read_what_was_put_right_after_sending on activity_corrections for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy chairs_put_records_right on activity_corrections for insert to kanaeau_app with check (
  district_id = any((select gate.districts_chaired())::uuid[]) and holder_id = (select gate.actor_body())
);

-- What the gate counts a month from (gate.sql).
create policy gate_follows_who_went_along on visit_companions for select to kanaeau_gate using (true);
