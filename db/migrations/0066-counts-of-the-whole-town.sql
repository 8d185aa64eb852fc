-- Who comes to a place of the whole town (市全体), and what is handed over there, counts in no district.
alter table encounters drop constraint encounters_check;
alter table encounters add constraint encounters_check check (district_id is not null or kind in ('intake', 'conference', 'contact',
  'fulfilment', 'joining', 'place_support', 'attendance', 'food_handover'));
