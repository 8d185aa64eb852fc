-- A wish is passed on by the window that holds the person, with a consent that stands; the coordinators read it while it does.
grant select, insert on wish_referrals to kanaeau_app;
create policy windows_see_the_wishes_they_passed_on on wish_referrals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_pass_on_wishes_with_consent on wish_referrals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
  and consent_id || ' ' || client_id || ' ' || receiver_id = any((select gate.referrals_agreed())::text[])
);
create policy coordinators_see_the_wishes_passed_on_to_them on wish_referrals for select to kanaeau_app using (
  id = any((select gate.referrals_received())::uuid[])
);
create policy gate_knows_the_wishes_passed_on on wish_referrals for select to kanaeau_gate using (true);

grant select, insert on wish_referral_takings to kanaeau_app;
create policy coordinators_see_what_they_took_up on wish_referral_takings for select to kanaeau_app using (
  receiver_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gate_knows_what_was_taken_up on wish_referral_takings for select to kanaeau_gate using (true);
create policy coordinators_take_up_what_is_passed_on on wish_referral_takings for insert to kanaeau_app with check (
  referral_id = any((select gate.referrals_received())::uuid[])
);

-- A window says that somebody whose wish it passed on may not be safe. What becomes of it stays with the coordinators.
create policy windows_raise_concerns_of_whose_wish_they_passed_on on safeguarding_concerns for insert to kanaeau_app with check (
  participant_id || ' ' || holder_id || ' ' || owner_post_id = any((select gate.participants_to_worry_about())::text[])
);
