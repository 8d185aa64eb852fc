-- What is asked of a person in a facet is known to whoever is given that facet of anybody today: an answer without its question
-- says nothing. Definitions hold nothing about anybody.
create policy receivers_know_the_items_of_facets_they_are_given on items for select to kanaeau_app using (
  record in ('client', 'intake') and facet = any((select gate.item_facets_given())::text[])
);
create policy receivers_know_the_wordings_of_facets_they_are_given on item_wordings for select to kanaeau_app using (
  facet = any((select gate.item_facets_given())::text[])
);
create policy receivers_know_the_options_of_facets_they_are_given on item_options for select to kanaeau_app using (
  facet = any((select gate.item_facets_given())::text[])
);
create policy receivers_know_the_wordings_of_options_they_are_given on item_option_wordings for select to kanaeau_app using (
  facet = any((select gate.item_facets_given())::text[])
);
