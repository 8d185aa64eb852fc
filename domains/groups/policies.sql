grant select, insert on group_members, group_member_versions, member_sheets, member_sheet_counts, member_sheet_scans,
  sheet_requests to kanaeau_app;
grant update (number, name, kana, kana_key, ends_on, version) on group_members to kanaeau_app;

create policy gatherers_and_officers_see_members on group_members for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_enrol_members on group_members for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_correct_members on group_members for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

create policy a_takeover_finds_the_members_of_both_groups on group_members for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
  and district_id in ((select gate.setting('app.passing_district'))::uuid, (select gate.setting('app.taking_district'))::uuid)
);
create policy a_takeover_ends_members_where_they_were on group_members for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator' and district_id = (select gate.setting('app.passing_district'))::uuid
);
create policy a_takeover_enrols_members_where_they_go_on on group_members for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and district_id = (select gate.setting('app.taking_district'))::uuid
);
create policy a_takeover_keeps_what_a_member_was on group_member_versions for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and district_id = (select gate.setting('app.passing_district'))::uuid
);

create policy gatherers_and_officers_read_what_a_member_was on group_member_versions for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy whoever_corrects_a_member_keeps_what_was on group_member_versions for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

create policy gatherers_and_officers_read_member_sheets on member_sheets for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_write_member_sheets on member_sheets for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_read_member_counts on member_sheet_counts for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_write_member_counts on member_sheet_counts for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_see_the_member_paper on member_sheet_scans for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_keep_the_member_paper on member_sheet_scans for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

create policy groups_and_officers_read_requests on sheet_requests for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy officers_ask_the_groups_of_their_districts on sheet_requests for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'council_officer'
  and district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
