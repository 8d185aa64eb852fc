-- More kinds of things can stand on a list of disposal: every retention class has a way out (disposals).
alter table disposals drop constraint disposals_kind_check;
alter table disposals add constraint disposals_kind_check
  check (kind in ('household', 'member', 'group_member', 'handover', 'scan', 'sheet', 'request',
    'receipt', 'provision', 'hold', 'account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'inquiry'));

-- A change of what proves an account asks for a fresh proof.
alter table sessions add column proven_at timestamptz;
