-- Coordinators see and write what their body brings together, in every district of it: who could help often lives next door to
-- the district. Nobody else sees a name, a word or an answer.
grant select, insert on participants to kanaeau_app;
grant update (sort, district_id, most_a_month, version) on participants to kanaeau_app;
create policy coordinators_see_who_takes_part on participants for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_who_takes_part on participants for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_who_takes_part on participants for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on participant_names to kanaeau_app;
grant update (name, kana, kana_key, reached) on participant_names to kanaeau_app;
create policy coordinators_see_the_names_of_who_takes_part on participant_names for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_the_names_of_who_takes_part on participant_names for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_the_names_of_who_takes_part on participant_names for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on wishes to kanaeau_app;
grant update (tags, hints, district_id, reach, days, parts, limits, step, times, until, version, closed_on, closed_why, closed_by)
  on wishes to kanaeau_app;
create policy coordinators_see_wishes_and_offers on wishes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_wishes_and_offers on wishes for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_wishes_and_offers on wishes for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on wish_words to kanaeau_app;
create policy coordinators_see_the_words_of_wishes on wish_words for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_the_words_of_wishes on wish_words for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on wish_conflicts to kanaeau_app;
grant update (ended_by, ended_at) on wish_conflicts to kanaeau_app;
create policy coordinators_see_who_is_not_brought_together on wish_conflicts for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_who_is_not_brought_together on wish_conflicts for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_who_is_not_brought_together on wish_conflicts for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on matches to kanaeau_app;
grant update (outcome, reason, closed_by, closed_at) on matches to kanaeau_app;
create policy coordinators_see_matches on matches for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_matches on matches for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_matches on matches for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on match_legs to kanaeau_app;
create policy coordinators_see_who_gives_to_whom on match_legs for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_who_gives_to_whom on match_legs for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on match_answers to kanaeau_app;
create policy coordinators_see_answers on match_answers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_answers on match_answers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on fulfilments to kanaeau_app;
create policy coordinators_see_what_came_true on fulfilments for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_what_came_true on fulfilments for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant update (taken_back_at) on fulfilments to kanaeau_app;
create policy coordinators_take_back_what_came_true on fulfilments for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on fulfilment_withdrawals to kanaeau_app;
create policy coordinators_see_why_something_was_taken_back on fulfilment_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_say_why_something_is_taken_back on fulfilment_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on thanks to kanaeau_app;
grant update (passed_on) on thanks to kanaeau_app;
create policy coordinators_see_thanks on thanks for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_thanks on thanks for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_thanks on thanks for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on safeguarding_concerns to kanaeau_app;
grant update (owner_post_id, due_at, acknowledged_by, acknowledged_at, result, ended_by, ended_at) on safeguarding_concerns to kanaeau_app;
create policy coordinators_see_concerns on safeguarding_concerns for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_concerns on safeguarding_concerns for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_concerns on safeguarding_concerns for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on concern_handings_on to kanaeau_app;
create policy coordinators_see_to_whom_a_concern_was_handed_on on concern_handings_on for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_hand_a_concern_on on concern_handings_on for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
grant select, insert on concern_reminders to kanaeau_app;
create policy coordinators_see_that_a_concern_was_not_taken_up on concern_reminders for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy the_watcher_tells_that_a_concern_was_not_taken_up on concern_reminders for insert to kanaeau_app with check (
  gate.actor_role() = 'system_watcher'
);

grant select, insert on match_tellings to kanaeau_app;
grant update (told_on, how, told_by) on match_tellings to kanaeau_app;
create policy coordinators_see_who_waited_and_was_told on match_tellings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_who_waited on match_tellings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_that_somebody_was_told on match_tellings for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on participant_pauses to kanaeau_app;
grant update (ended_on) on participant_pauses to kanaeau_app;
create policy coordinators_see_who_pauses on participant_pauses for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_who_pauses on participant_pauses for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_end_pauses on participant_pauses for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on role_needs to kanaeau_app;
create policy coordinators_see_what_a_role_asks_for on role_needs for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_what_a_role_asks_for on role_needs for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on readinesses to kanaeau_app;
create policy coordinators_see_who_is_ready on readinesses for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_who_is_ready on readinesses for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on match_proposals to kanaeau_app;
create policy coordinators_see_proposals_for_the_town on match_proposals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_proposals_for_the_town on match_proposals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on match_proposal_legs to kanaeau_app;
grant update (decision) on match_proposal_legs to kanaeau_app;
create policy coordinators_see_what_a_proposal_holds on match_proposal_legs for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_what_a_proposal_holds on match_proposal_legs for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_what_a_proposal_holds on match_proposal_legs for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

-- The plan counts what waits and what came true: who takes part, wishes without their words, and what happened, without a name.
create policy planners_count_who_takes_part on participants for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy planners_count_wishes_and_offers on wishes for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy planners_count_what_came_true on fulfilments for select to kanaeau_app using (
  (select gate.counts_the_town())
);

create policy gate_knows_of_what_was_told_already on concern_reminders for select to kanaeau_gate using (true);
create policy gate_counts_how_often_a_wish_came_true on match_legs for select to kanaeau_gate using (true);
create policy gate_finds_what_is_akin on wishes for select to kanaeau_gate using (true);
create policy gate_finds_words_that_are_akin on wish_words for select to kanaeau_gate using (true);
