-- Items hold nothing about anybody. Who may know of one, and who defines it, follows from its facet alone.
grant select, insert on items, item_wordings, item_options, item_option_wordings, item_endings to kanaeau_app;
grant update (sort, ends_on) on items to kanaeau_app;
grant update (ends_on) on item_options to kanaeau_app;
create policy everyone_knows_the_items_of_their_facets on items for select to kanaeau_app using (
  facet = any((select gate.item_facets_of_actor())::text[])
);
create policy administrators_and_planners_add_items on items for insert to kanaeau_app with check (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy administrators_and_planners_order_and_end_items on items for update to kanaeau_app using (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy everyone_knows_the_wordings_of_their_facets on item_wordings for select to kanaeau_app using (
  facet = any((select gate.item_facets_of_actor())::text[])
);
create policy administrators_and_planners_word_items on item_wordings for insert to kanaeau_app with check (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy everyone_knows_the_options_of_their_facets on item_options for select to kanaeau_app using (
  facet = any((select gate.item_facets_of_actor())::text[])
);
create policy administrators_and_planners_add_options on item_options for insert to kanaeau_app with check (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy administrators_and_planners_order_and_end_options on item_options for update to kanaeau_app using (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy everyone_knows_the_wordings_of_options_of_their_facets on item_option_wordings for select to kanaeau_app using (
  facet = any((select gate.item_facets_of_actor())::text[])
);
create policy administrators_and_planners_word_options on item_option_wordings for insert to kanaeau_app with check (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy who_defines_items_reads_why_they_end on item_endings for select to kanaeau_app using (
  facet = any((select gate.item_facets_defined())::text[])
);
create policy administrators_and_planners_say_why_items_end on item_endings for insert to kanaeau_app with check (
  facet = any((select gate.item_facets_defined())::text[])
);
