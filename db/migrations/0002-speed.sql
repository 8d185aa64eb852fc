-- Who took part in an encounter, and what it adds to a count, stands beside the encounter, written in the same statement:
-- district, holder and post are copied from its row, which refers to them. Checking the copies too cost a tenth of recording
-- a visit, and made everybody who records at the same moment lock the same few rows.
alter table encounter_parties
  drop constraint encounter_parties_holder_id_fkey,
  drop constraint encounter_parties_district_id_fkey,
  drop constraint encounter_parties_post_id_fkey;
alter table encounter_tally
  drop constraint encounter_tally_district_id_fkey,
  drop constraint encounter_tally_group_id_fkey;
