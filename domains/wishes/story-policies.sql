-- Coordinators write stories, hear who is in them and release them; who may be told reads the words that stand, and nothing beside.
grant select, insert on stories, story_words, story_people, story_consents, story_releases to kanaeau_app;
grant update (version) on stories to kanaeau_app;
create policy coordinators_see_their_stories on stories for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy readers_see_the_stories_they_are_told on stories for select to kanaeau_app using (
  id = any((select gate.stories_told())::uuid[])
);
create policy coordinators_draft_stories on stories for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_stories_anew on stories for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_see_the_words_of_their_stories on story_words for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy readers_see_the_words_they_are_told on story_words for select to kanaeau_app using (
  story_id || ' ' || version = any((select gate.story_words_told())::text[])
);
create policy coordinators_write_the_words_of_stories on story_words for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_see_who_is_in_their_stories on story_people for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_say_who_is_in_a_story on story_people for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_see_how_far_each_lets_it_go on story_consents for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_how_far_each_lets_it_go on story_consents for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_see_what_they_released on story_releases for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_release_stories on story_releases for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gate_knows_stories on stories for select to kanaeau_gate using (true);
create policy gate_knows_who_is_in_stories on story_people for select to kanaeau_gate using (true);
create policy gate_knows_how_far_each_lets_a_story_go on story_consents for select to kanaeau_gate using (true);
create policy gate_knows_what_was_released on story_releases for select to kanaeau_gate using (true);
create policy gate_counts_what_came_true on fulfilments for select to kanaeau_gate using (true);
create policy gate_reads_thanks_that_may_be_told on thanks for select to kanaeau_gate using (true);
