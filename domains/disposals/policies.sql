grant select, insert on retention_settings, legal_holds, legal_hold_liftings, disposals, disposal_rows, disposal_exclusions,
  disposal_submissions, disposal_approvals, disposal_rejections, export_limits, export_requests, export_decisions,
  export_fetches to kanaeau_app;
create policy everyone_signed_in_knows_how_long_what_is_kept on retention_settings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy administrators_set_how_long_what_is_kept on retention_settings for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator') and author_id = gate.actor_account()
);

-- What must not be destroyed. Of a household and its people: for whoever keeps them. Of a body or a period: for all who
-- work with lists, as nobody is named.
create policy keepers_know_the_holds_of_their_households on legal_holds for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy who_works_with_lists_knows_the_holds_of_bodies_and_periods on legal_holds for select to kanaeau_app using (
  holder_id is null and ((select gate.actor_role()) in ('administrator', 'planner', 'auditor', 'gatherer', 'council_officer')
    or (select gate.kinds_listed_at_windows()) is not null)
);
create policy keepers_hold_what_is_theirs on legal_holds for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) and author_id = gate.actor_account()
);
create policy administrators_hold_bodies_and_periods on legal_holds for insert to kanaeau_app with check (
  holder_id is null and (select gate.actor_role()) in ('administrator') and author_id = gate.actor_account()
);
create policy gate_weighs_holds on legal_holds for select to kanaeau_gate using (true);
create policy keepers_know_the_liftings_of_their_households on legal_hold_liftings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy who_works_with_lists_knows_the_liftings_of_bodies_and_periods on legal_hold_liftings for select to kanaeau_app using (
  holder_id is null and ((select gate.actor_role()) in ('administrator', 'planner', 'auditor', 'gatherer', 'council_officer')
    or (select gate.kinds_listed_at_windows()) is not null)
);
create policy keepers_lift_what_is_theirs on legal_hold_liftings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) and author_id = gate.actor_account()
);
create policy administrators_lift_bodies_and_periods on legal_hold_liftings for insert to kanaeau_app with check (
  holder_id is null and (select gate.actor_role()) in ('administrator') and author_id = gate.actor_account()
);
create policy gate_weighs_liftings on legal_hold_liftings for select to kanaeau_gate using (true);

-- A list names nobody: what it counts is for the body that holds it, and for those who approve and check.
create policy who_approves_and_checks_sees_the_lists on disposals for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor')
);
create policy keepers_see_the_lists_of_their_body on disposals for select to kanaeau_app using (
  kind = any((select gate.kinds_kept_by_actor())::text[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
  and (district_id is null or district_id = any((select gate.districts_gathered())::uuid[]))
);
create policy keepers_make_lists_of_what_they_keep on disposals for insert to kanaeau_app with check (
  kind = any((select gate.kinds_kept_by_actor())::text[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
  and (district_id is null or district_id = any((select gate.districts_gathered())::uuid[])) and author_id = gate.actor_account()
);
create policy administrators_make_lists_of_accounts_and_of_what_was_decided on disposals for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator') and kind in ('account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'activity_sheet') and author_id = gate.actor_account()
);

-- What stands on it is for whoever sees the things themselves.
create policy keepers_see_what_they_list on disposal_rows for select to kanaeau_app using (
  kind = any((select gate.kinds_kept_by_actor())::text[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
  and (district_id is null or district_id = any((select gate.districts_gathered())::uuid[]))
);
create policy administrators_see_what_they_list on disposal_rows for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator') and kind in ('account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'activity_sheet')
);
create policy keepers_list_what_is_due on disposal_rows for insert to kanaeau_app with check (
  kind = any((select gate.kinds_kept_by_actor())::text[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
  and (district_id is null or district_id = any((select gate.districts_gathered())::uuid[]))
);
create policy administrators_list_accounts_and_what_was_decided on disposal_rows for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator') and kind in ('account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'activity_sheet')
);
create policy keepers_see_what_they_leave_out on disposal_exclusions for select to kanaeau_app using (
  kind = any((select gate.kinds_kept_by_actor())::text[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
  and (district_id is null or district_id = any((select gate.districts_gathered())::uuid[]))
);
create policy administrators_see_what_they_leave_out on disposal_exclusions for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator') and kind in ('account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'activity_sheet')
);
create policy keepers_leave_out_what_is_due on disposal_exclusions for insert to kanaeau_app with check (
  kind = any((select gate.kinds_kept_by_actor())::text[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
  and (district_id is null or district_id = any((select gate.districts_gathered())::uuid[]))
);
create policy administrators_leave_out_what_they_list on disposal_exclusions for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator') and kind in ('account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'activity_sheet')
);

-- Planners list what came in for the inquiries they published.
create policy planners_make_lists_of_published_inquiries on disposals for insert to kanaeau_app with check (
  kind = 'inquiry' and (select gate.actor_role()) in ('planner') and author_id = gate.actor_account()
);
create policy planners_see_which_inquiries_they_list on disposal_rows for select to kanaeau_app using (
  kind = 'inquiry' and (select gate.actor_role()) in ('planner')
);
create policy planners_list_published_inquiries on disposal_rows for insert to kanaeau_app with check (
  kind = 'inquiry' and (select gate.actor_role()) in ('planner')
);
create policy planners_see_which_inquiries_they_leave_out on disposal_exclusions for select to kanaeau_app using (
  kind = 'inquiry' and (select gate.actor_role()) in ('planner')
);
create policy planners_leave_out_inquiries on disposal_exclusions for insert to kanaeau_app with check (
  kind = 'inquiry' and (select gate.actor_role()) in ('planner')
);

create policy who_works_with_lists_knows_what_was_submitted on disposal_submissions for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor', 'gatherer', 'council_officer')
);
create policy who_works_with_lists_knows_what_was_approved on disposal_approvals for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor', 'gatherer', 'council_officer')
);
create policy who_works_with_lists_knows_what_was_given_up on disposal_rejections for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor', 'gatherer', 'council_officer')
);
create policy who_makes_lists_submits_them on disposal_submissions for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer', 'administrator', 'planner') and author_id = gate.actor_account()
);
-- Two people, and neither is who made the list.
create policy a_second_person_approves on disposal_approvals for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'planner') and author_id = gate.actor_account()
  and disposal_id <> all((select gate.disposals_of_actor())::uuid[])
);
create policy who_works_with_lists_gives_one_up on disposal_rejections for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'planner', 'gatherer', 'council_officer') and author_id = gate.actor_account()
);
grant select, insert on disposal_records to kanaeau_app;
grant update (done, counts, kept, finished_at) on disposal_records to kanaeau_app;
create policy who_works_with_lists_reads_the_records on disposal_records for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor', 'gatherer', 'council_officer')
);

create policy gate_weighs_disposals on disposals for select to kanaeau_gate using (true);
create policy gate_weighs_disposal_rows on disposal_rows for select to kanaeau_gate using (true);
create policy gate_weighs_disposal_exclusions on disposal_exclusions for select to kanaeau_gate using (true);
create policy gate_weighs_disposal_submissions on disposal_submissions for select to kanaeau_gate using (true);
create policy gate_weighs_disposal_approvals on disposal_approvals for select to kanaeau_gate using (true);
create policy gate_weighs_disposal_rejections on disposal_rejections for select to kanaeau_gate using (true);
create policy gate_weighs_disposal_records on disposal_records for select to kanaeau_gate using (true);
create policy gate_weighs_group_members on group_members for select to kanaeau_gate using (true);
create policy gate_weighs_member_sheets on member_sheets for select to kanaeau_gate using (true);
create policy gate_weighs_answers on answers for select to kanaeau_gate using (true);
create policy gate_weighs_answer_sheets on answer_sheets for select to kanaeau_gate using (true);
create policy gate_weighs_gathered_answers on gathered_answers for select to kanaeau_gate using (true);
create policy gate_weighs_household_members on household_members for select to kanaeau_gate using (true);
create policy gate_weighs_handover_items on handover_items for select to kanaeau_gate using (true);

-- Large exports: who asks knows the answer; who may say yes sees who asks for how many, and why.
create policy everyone_signed_in_knows_the_limit on export_limits for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy administrators_set_the_limit on export_limits for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator') and author_id = gate.actor_account()
);
create policy who_approves_and_checks_sees_what_is_asked_for on export_requests for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor')
);
create policy everyone_sees_what_they_asked_for on export_requests for select to kanaeau_app using (
  author_id = (select gate.actor_account())
);
create policy posts_ask_for_a_large_export on export_requests for insert to kanaeau_app with check (
  author_id = gate.actor_account() and post_id = gate.actor_post()
);
create policy who_approves_and_checks_sees_decisions on export_decisions for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor')
);
create policy who_asked_sees_decisions on export_decisions for select to kanaeau_app using (
  requested_by = (select gate.actor_account())
);
create policy who_approves_and_checks_sees_fetches on export_fetches for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'planner', 'auditor')
);
create policy who_asked_sees_fetches on export_fetches for select to kanaeau_app using (
  requested_by = (select gate.actor_account())
);
create policy a_second_person_decides on export_decisions for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'planner') and author_id = gate.actor_account()
  and request_id <> all((select gate.export_requests_of_actor())::uuid[])
);
create policy who_asked_fetches_once on export_fetches for insert to kanaeau_app with check (
  requested_by = gate.actor_account()
);
create policy gate_weighs_export_requests on export_requests for select to kanaeau_gate using (true);
