-- What was kept in a proposal may be hindered because the consent it was passed on with has been withdrawn.
alter table match_proposal_legs drop constraint match_proposal_legs_hindrance_check;
alter table match_proposal_legs add constraint match_proposal_legs_hindrance_check check (hindrance in ('closed', 'elsewhere', 'asking',
  'same_party', 'full', 'over', 'withdrawn', 'concern', 'apart', 'place', 'time', 'not_ready', 'no_room'));
