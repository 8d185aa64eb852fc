-- Lists of the forms of a window that were fixed until now are the town's own: 受付の方法, 相手, 先に確かめた制度, 緊急性, 同意の聞き方.
alter table code_entries drop constraint code_entries_list_check;
alter table code_entries add constraint code_entries_list_check check (list in ('worry', 'route', 'background', 'screening',
  'change', 'ending', 'way', 'service', 'work', 'housing', 'insurance', 'attribute', 'pension', 'place_access', 'place_language',
  'allergen', 'helping_work', 'liking', 'intake_channel', 'with_whom', 'scheme', 'urgency', 'consent_way'));
with defaults(id, list, code, sort, label) as (values
    ('018e9550-0000-73ee-87b1-bc114ef16a25'::uuid, 'intake_channel', 'phone', 1, '電話'),
    ('018e9550-0000-7728-8ebe-1c861f549792', 'intake_channel', 'came', 2, '来所'),
    ('018e9550-0000-7352-802b-8e0984595f5e', 'intake_channel', 'mail', 3, 'メール・手紙'),
    ('018e9550-0000-70cf-86cf-9af50c80a833', 'intake_channel', 'outreach', 4, 'こちらから訪ねて'),
    ('018e9550-0000-777d-8456-cb1ac1b08909', 'intake_channel', 'referral', 5, 'ほかの窓口からの紹介'),
    ('018e9550-0000-7ff1-8148-b81a123b6085', 'with_whom', 'person', 1, '本人'),
    ('018e9550-0000-730c-84c2-9d1f6b5ba147', 'with_whom', 'family', 2, '家族'),
    ('018e9550-0000-7e5c-8c52-108087eb80db', 'with_whom', 'body', 3, '関係機関'),
    ('018e9550-0000-707c-83e2-2b9540b65693', 'with_whom', 'neighbour', 4, '近隣・知人'),
    ('018e9550-0000-7a84-863d-63e009ebac67', 'scheme', 'care', 1, '介護保険・地域支援事業'),
    ('018e9550-0000-7143-8215-8ecbbec25f3d', 'scheme', 'disability', 2, '障害福祉サービス・障害者相談支援'),
    ('018e9550-0000-71b5-862a-39f2c6d9153a', 'scheme', 'child', 3, '子ども・子育て支援'),
    ('018e9550-0000-780f-8b61-ef7b0013013b', 'scheme', 'livelihood_protection', 4, '生活保護'),
    ('018e9550-0000-7be2-8cf4-d7229c547d44', 'scheme', 'needy', 5, '生活困窮者自立支援の事業'),
    ('018e9550-0000-7bec-8b1d-8ac63e9774ca', 'scheme', 'loan', 6, '生活福祉資金などの貸付'),
    ('018e9550-0000-7518-8874-c319f1b4588c', 'scheme', 'health', 7, '医療・保健・自立支援医療'),
    ('018e9550-0000-7cbd-8655-dd5dde0fb6f1', 'scheme', 'rights', 8, '成年後見・日常生活自立支援'),
    ('018e9550-0000-73f3-89c6-62ee9aabdaa7', 'scheme', 'work', 9, '就労支援・雇用保険'),
    ('018e9550-0000-7cea-80eb-d87341d4ea24', 'scheme', 'housing', 10, '住まいの支援・住居確保給付金'),
    ('018e9550-0000-7c2e-89e4-85c114ead476', 'scheme', 'none_fits', 11, 'あてはまる制度が見当たらない'),
    ('018e9550-0000-7736-8328-74ee1631c476', 'urgency', 'food', 1, '食べるものがない'),
    ('018e9550-0000-7ccc-8533-0dc946a584e2', 'urgency', 'medicine', 2, '薬・治療が途切れる'),
    ('018e9550-0000-71ed-8363-6d719c8805a0', 'urgency', 'roof', 3, '住むところを失う'),
    ('018e9550-0000-770a-8486-697c900f4c1c', 'urgency', 'violence', 4, '暴力・虐待のおそれ'),
    ('018e9550-0000-7f5e-85cf-673b4af37602', 'urgency', 'self_harm', 5, '死にたい気持ち・自傷のおそれ'),
    ('018e9550-0000-7f64-8098-eca3f641ebc9', 'consent_way', 'written', 1, '書面'),
    ('018e9550-0000-7fec-8ca6-8bde3a2734b6', 'consent_way', 'spoken', 2, '対面で口頭'),
    ('018e9550-0000-7337-8be8-a95181a0f434', 'consent_way', 'phone', 3, '電話'),
    ('018e9550-0000-726b-88d8-e95e59a4d8aa', 'consent_way', 'proxy', 4, '代筆・代理')),
  entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
    select id, list, code, sort, '2015-04-01', now() from defaults where exists (select from towns))
insert into code_wordings (entry_id, from_on, label, written_at)
  select id, '2015-04-01', label, now() from defaults where exists (select from towns) on conflict do nothing;
alter table case_urgencies drop constraint case_urgencies_kinds_check;
alter table support_plans drop constraint support_plans_agreed_way_check;
alter table consents drop constraint consents_way_check;
alter table consent_withdrawals drop constraint consent_withdrawals_way_check;

-- 来所 of a first word was called as 訪問 of a contact is, so that a count of both could not tell them apart. It takes the code that
-- contacts have for it. Fixed figures follow where they count first words alone and nothing else can be meant.
with came as (update encounters e set channel = 'came' where e.channel = 'visit'
    and (e.kind = 'intake' or (e.kind = 'contact' and exists (select from intakes i where i.id = e.id))) returning e.*)
insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
  select date_trunc('month', c.occurred_on)::date, c.district_id, c.group_id, c.kind, v.channel, c.contact, c.role, 'single', v.n * count(*)
  from came c cross join (values ('visit', -1), ('came', 1)) v(channel, n)
  where c.kind = 'contact' and not exists (select from encounter_withdrawals w where w.encounter_id = c.id)
  group by 1, c.district_id, c.group_id, c.kind, v.channel, c.contact, c.role, v.n;
update encounter_tally set channel = 'came' where kind = 'intake' and channel = 'visit';
update encounter_totals set channel = 'came' where kind = 'intake' and channel = 'visit';
update later_additions set channel = 'came' where kind = 'intake' and channel = 'visit';
update intake_countings set channels = array_replace(channels, 'visit', 'came') where 'visit' = any(channels);
update figure_snapshots s set channel = 'came' where s.channel = 'visit' and exists (select from indicator_definitions d
  where d.indicator_id = s.indicator_id and d.version = s.definition_version and d.rule -> 'kinds' = '["intake"]');
update indicator_definitions set rule = jsonb_set(rule, '{channels}', case when rule -> 'kinds' ? 'contact' then rule -> 'channels'
    else (rule -> 'channels') - 'visit' end || '["came"]')
  where rule -> 'kinds' ? 'intake' and rule -> 'channels' ? 'visit';

-- Copies are asked back where a lawful basis ended before its provisions would have.
alter table provision_returns drop constraint provision_returns_because_check;
alter table provision_returns add constraint provision_returns_because_check check (because in ('provision', 'consent', 'basis'));
