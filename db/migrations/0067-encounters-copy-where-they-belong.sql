-- An encounter has the holder and the district of what it is written for (the household, the case, the wish, the place), whose row
-- refers to them; bodies and districts are never destroyed. Checking the copies too, row by row, was a fifth of taking a ledger
-- in, and made everybody who records at the same moment lock the same few rows.
alter table encounters
  drop constraint encounters_holder_id_fkey,
  drop constraint encounters_district_id_fkey;
