-- What is kept of persons at a window and of conferences is listed, held back and destroyed as everything else is.
alter table legal_holds drop constraint legal_holds_kind_check;
alter table legal_holds add constraint legal_holds_kind
  check (kind in ('household', 'person', 'client', 'body', 'period'));
alter table legal_holds drop constraint legal_holds_check2;
alter table legal_holds add constraint legal_holds_place check ((kind in ('household', 'person', 'client')) = (holder_id is not null)
  and (kind in ('household', 'person')) = (district_id is not null));
alter table disposals drop constraint disposals_kind_check;
alter table disposals add constraint disposals_kind check (kind in ('household', 'member', 'group_member', 'handover', 'scan',
  'sheet', 'request', 'receipt', 'provision', 'hold', 'account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'inquiry',
  'case', 'client', 'consent', 'person_provision', 'emergency_view', 'protection', 'disclosure_key', 'disclosure_request',
  'conference'));
