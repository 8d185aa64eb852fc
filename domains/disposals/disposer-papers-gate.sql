-- ---- The disposer, of papers: counts stay, names and words go.
-- Members of a group: their number and their months stay.
create policy the_disposer_forgets_names_of_members on group_members for update to kanaeau_app using (
  id = any((select gate.subjects_destroyed('group_member'))::uuid[])
);
grant delete on group_member_versions to kanaeau_app;
create policy the_disposer_destroys_group_member_versions on group_member_versions for delete to kanaeau_app using (
  member_id = any((select gate.subjects_destroyed('group_member'))::uuid[])
);
create policy the_disposer_destroys_scans_of_members on member_sheet_scans for delete to kanaeau_app using (
  sheet_id = any((select gate.member_sheets_destroyed())::uuid[])
);

-- Tally sheets, requests for them, and receipts of ledgers.
grant update (counted_by, note, reason) on tally_sheets to kanaeau_app;
create policy the_disposer_forgets_who_counted on tally_sheets for update to kanaeau_app using (
  id = any((select gate.subjects_destroyed('sheet'))::uuid[])
);
grant delete on tally_sheet_answers to kanaeau_app;
create policy the_disposer_destroys_tally_sheet_answers on tally_sheet_answers for delete to kanaeau_app using (
  sheet_id = any((select gate.subjects_destroyed('sheet'))::uuid[])
);
grant delete on sheet_requests to kanaeau_app;
create policy the_disposer_destroys_sheet_requests on sheet_requests for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('request'))::uuid[])
);
grant update (received_from, file_name, reason) on ledger_imports to kanaeau_app;
create policy the_disposer_forgets_whose_ledger_it_was on ledger_imports for update to kanaeau_app using (
  id = any((select gate.subjects_destroyed('receipt'))::uuid[])
);
grant update (reason) on ledger_import_withdrawals to kanaeau_app;
create policy the_disposer_forgets_why_a_ledger_was_taken_back on ledger_import_withdrawals for update to kanaeau_app using (
  import_id = any((select gate.subjects_destroyed('receipt'))::uuid[])
);
grant delete on ledger_rows to kanaeau_app;
create policy the_disposer_destroys_ledger_rows on ledger_rows for delete to kanaeau_app using (
  import_id = any((select gate.subjects_destroyed('receipt'))::uuid[])
);
grant delete on ledger_households to kanaeau_app;
create policy the_disposer_destroys_rows_of_household_ledgers on ledger_households for delete to kanaeau_app using (
  import_id = any((select gate.subjects_destroyed('receipt'))::uuid[])
);

-- Inquiries that were published: what the committee had before it stays, what led there goes.
grant update (answered_by, sheet_id) on answers to kanaeau_app;
create policy the_disposer_forgets_who_answered on answers for update to kanaeau_app using (
  inquiry_id = any((select gate.subjects_destroyed('inquiry'))::uuid[])
);
grant delete on answers to kanaeau_app;
create policy the_disposer_destroys_answers on answers for delete to kanaeau_app using (
  id = any((select gate.answers_destroyed())::uuid[])
);
grant delete on project_own_answers to kanaeau_app;
create policy the_disposer_destroys_own_answers on project_own_answers for delete to kanaeau_app using (
  answer_id = any((select gate.answers_destroyed())::uuid[])
);
grant delete on answer_reviews to kanaeau_app;
create policy the_disposer_destroys_answer_reviews on answer_reviews for delete to kanaeau_app using (
  inquiry_id = any((select gate.subjects_destroyed('inquiry'))::uuid[])
);
grant delete on answer_sheet_takings to kanaeau_app;
create policy the_disposer_destroys_answer_sheet_takings on answer_sheet_takings for delete to kanaeau_app using (
  sheet_id = any((select gate.answer_sheets_destroyed())::uuid[])
);
grant delete on answer_sheets to kanaeau_app;
create policy the_disposer_destroys_answer_sheets on answer_sheets for delete to kanaeau_app using (
  inquiry_id = any((select gate.subjects_destroyed('inquiry'))::uuid[])
);

-- What was done about keeping and destroying.
grant delete on legal_hold_liftings to kanaeau_app;
create policy the_disposer_destroys_legal_hold_liftings on legal_hold_liftings for delete to kanaeau_app using (
  hold_id = any((select gate.subjects_destroyed('hold'))::uuid[])
  or hold_id = any((select gate.subjects_destroyed('town_hold'))::uuid[])
);
grant delete on legal_holds to kanaeau_app;
create policy the_disposer_destroys_legal_holds on legal_holds for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('hold'))::uuid[])
  or id = any((select gate.subjects_destroyed('town_hold'))::uuid[])
);
grant delete on export_fetches to kanaeau_app;
create policy the_disposer_destroys_export_fetches on export_fetches for delete to kanaeau_app using (
  request_id = any((select gate.subjects_destroyed('export'))::uuid[])
);
grant delete on export_decisions to kanaeau_app;
create policy the_disposer_destroys_export_decisions on export_decisions for delete to kanaeau_app using (
  request_id = any((select gate.subjects_destroyed('export'))::uuid[])
);
grant delete on export_requests to kanaeau_app;
create policy the_disposer_destroys_export_requests on export_requests for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('export'))::uuid[])
);
grant delete on disposal_exclusions to kanaeau_app;
create policy the_disposer_destroys_disposal_exclusions on disposal_exclusions for delete to kanaeau_app using (
  disposal_id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);
grant delete on disposal_submissions to kanaeau_app;
create policy the_disposer_destroys_disposal_submissions on disposal_submissions for delete to kanaeau_app using (
  disposal_id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);
grant delete on disposal_approvals to kanaeau_app;
create policy the_disposer_destroys_disposal_approvals on disposal_approvals for delete to kanaeau_app using (
  disposal_id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);
grant delete on disposal_rejections to kanaeau_app;
create policy the_disposer_destroys_disposal_rejections on disposal_rejections for delete to kanaeau_app using (
  disposal_id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);
grant delete on disposal_records to kanaeau_app;
create policy the_disposer_destroys_disposal_records on disposal_records for delete to kanaeau_app using (
  disposal_id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);
create policy the_disposer_destroys_rows_of_earlier_lists on disposal_rows for delete to kanaeau_app using (
  disposal_id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);
grant delete on disposals to kanaeau_app;
create policy the_disposer_destroys_disposals on disposals for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('disposal'))::uuid[])
);

-- 活動記録: a month of a commissioner, with what was said of it and put right; what the district sent stays, as a sum.
grant delete on activity_corrections, activity_answers, activity_sheets to kanaeau_app;
create policy the_disposer_destroys_corrections_of_records on activity_corrections for delete to kanaeau_app using (
  sheet_id = any((select gate.subjects_destroyed('activity_sheet'))::uuid[])
);
create policy the_disposer_destroys_what_was_said_of_records on activity_answers for delete to kanaeau_app using (
  sheet_id = any((select gate.subjects_destroyed('activity_sheet'))::uuid[])
);
create policy the_disposer_destroys_records_of_commissioners on activity_sheets for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('activity_sheet'))::uuid[])
);
create policy gate_finds_records_that_are_over on activity_sheets for select to kanaeau_gate using (true);
-- Whose month it was, and nothing of what stands in it: for whoever makes the list.
create function gate.activity_sheets_over() returns table (subject_id uuid, event_on date, says text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select s.id, (s.month + interval '1 month - 1 day')::date,
      to_char(s.month, 'YYYY-MM') || ' ' || d.name || ' ' || a.name
  from activity_sheets s join districts d on d.id = s.district_id join posts p on p.id = s.post_id
    join accounts a on a.id = p.account_id
  where gate.actor_role() = 'administrator'
$$;
