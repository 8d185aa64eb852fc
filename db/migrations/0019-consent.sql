-- What is agreed, provided, opened or protected of a person stands beside the body that holds that person, and no other.
alter table parties add constraint parties_id_holder_id_key unique (id, holder_id);
alter table consents drop constraint consents_person_id_fkey,
  add foreign key (person_id, holder_id) references parties (id, holder_id);
alter table person_provisions drop constraint person_provisions_person_id_fkey,
  add foreign key (person_id, holder_id) references parties (id, holder_id);
alter table emergency_views drop constraint emergency_views_person_id_fkey,
  add foreign key (person_id, holder_id) references parties (id, holder_id);
alter table protections drop constraint protections_person_id_fkey,
  add foreign key (person_id, holder_id) references parties (id, holder_id);
alter table protected_views drop constraint protected_views_person_id_fkey,
  add foreign key (person_id, holder_id) references parties (id, holder_id);

-- 同意書の版: what is explained and signed. A version is never changed; those before stay readable and printable.
create table consent_texts (
  id uuid primary key,
  version text not null unique,
  -- From this day on it is the one that is explained.
  starts_on date not null,
  title text not null,
  -- Paragraphs, one a line.
  content text not null,
  -- Null: the text a new town begins with.
  written_by uuid,
  written_at timestamptz not null
);
alter table consents add column ask_again_on date;
alter table protections add column note text;
alter table emergency_views add unique (id, holder_id, post_id);

-- 返却: what was given of a person and was taken back. The receiver is told, and notes what became of its copies.
create table provision_returns (
  provision_id uuid primary key,
  -- Whether the provision was withdrawn, or the consent it stood on.
  because text not null check (because in ('provision', 'consent')),
  asked_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  -- Null: those of the receiving body who work with persons.
  post_id uuid references posts,
  retention_class text not null default 'provision',
  foreign key (provision_id, holder_id, receiver_id) references person_provisions (id, holder_id, receiver_id)
);
create index provision_returns_to on provision_returns (receiver_id);
create index provision_returns_from on provision_returns (holder_id);

-- What the receiver took along while it was given: printed or written to a file, by which post, as the trail says.
create table provision_copies (
  id uuid primary key,
  provision_id uuid not null references provision_returns,
  taken_at timestamptz not null,
  role text not null,
  operation text not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  post_id uuid references posts,
  retention_class text not null default 'provision'
);
create index provision_copies_of on provision_copies (provision_id);

-- The receiver says what became of them.
create table provision_return_notes (
  provision_id uuid primary key references provision_returns,
  outcome text not null check (outcome in ('none', 'returned', 'destroyed', 'kept')),
  words text,
  noted_by uuid not null,
  noted_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  post_id uuid references posts,
  retention_class text not null default 'provision'
);

-- Each try, so that names cannot be tried out.
create table emergency_tries (
  post_id uuid not null references posts,
  tried_at timestamptz not null,
  retention_class text not null default 'provision'
);
create index emergency_tries_by on emergency_tries (post_id, tried_at);

-- 事後の確かめ: one that was not justified closes at once.
create table emergency_reviews (
  view_id uuid primary key,
  justified boolean not null,
  words text not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  holder_id uuid not null,
  post_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (view_id, holder_id, post_id) references emergency_views (id, holder_id, post_id)
);

-- 支援措置の終わり: the address is as others' again.
create table protection_endings (
  protection_id uuid primary key,
  reason text not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  person_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'protection',
  foreign key (protection_id, person_id, holder_id) references protections (id, person_id, holder_id)
);

-- A town that stands already gets the bases for single persons too; a new one gets them when it is founded.
insert into lawful_bases (id, code, from_kind, to_kind, purpose, ground, law, told, each_person, acts_for_holder, starts_on)
select v.id::uuid, v.code, v.from_kind, v.to_kind, v.purpose, v.ground, v.law, v.told, v.each_person, v.acts_for_holder, '2023-04-01'
from (values
  ('018716f0-0000-7000-8000-000000000060', 'window-window-support-consent', 'window', 'window', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000061', 'window-city_section-support-consent', 'window', 'city_section', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000062', 'window-other-support-consent', 'window', 'other', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000063', 'council-window-support-consent', 'council', 'window', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000064', 'council-city_section-support-consent', 'council', 'city_section', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000065', 'council-other-support-consent', 'council', 'other', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000066', 'city_section-window-support-consent', 'city_section', 'window', 'support', 'consent', '個人情報の保護に関する法律 第69条第2項第1号（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000067', 'city_section-city_section-support-consent', 'city_section', 'city_section', 'support', 'consent', '個人情報の保護に関する法律 第69条第2項第1号（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000068', 'city_section-other-support-consent', 'city_section', 'other', 'support', 'consent', '個人情報の保護に関する法律 第69条第2項第1号（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000069', 'other-window-support-consent', 'other', 'window', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000070', 'other-city_section-support-consent', 'other', 'city_section', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000071', 'other-council-support-consent', 'other', 'council', 'support', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000072', 'window-commissioner_council-watching-consent', 'window', 'commissioner_council', 'watching', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000073', 'window-district_council-watching-consent', 'window', 'district_council', 'watching', 'consent', '個人情報の保護に関する法律 第27条第1項（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000074', 'city_section-commissioner_council-watching-consent', 'city_section', 'commissioner_council', 'watching', 'consent', '個人情報の保護に関する法律 第69条第2項第1号（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000075', 'city_section-district_council-watching-consent', 'city_section', 'district_council', 'watching', 'consent', '個人情報の保護に関する法律 第69条第2項第1号（本人の同意）', 'now', true, false),
  ('018716f0-0000-7000-8000-000000000080', 'window-window-danger-danger', 'window', 'window', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000081', 'window-city_section-danger-danger', 'window', 'city_section', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000082', 'window-council-danger-danger', 'window', 'council', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000083', 'window-commissioner_council-danger-danger', 'window', 'commissioner_council', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000084', 'window-other-danger-danger', 'window', 'other', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000085', 'council-window-danger-danger', 'council', 'window', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000086', 'council-city_section-danger-danger', 'council', 'city_section', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000087', 'council-other-danger-danger', 'council', 'other', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000088', 'city_section-window-danger-danger', 'city_section', 'window', 'danger', 'danger', '個人情報の保護に関する法律 第69条第2項第4号（明らかに本人の利益になるときなど）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000089', 'city_section-city_section-danger-danger', 'city_section', 'city_section', 'danger', 'danger', '個人情報の保護に関する法律 第69条第2項第4号（明らかに本人の利益になるときなど）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000090', 'city_section-commissioner_council-danger-danger', 'city_section', 'commissioner_council', 'danger', 'danger', '個人情報の保護に関する法律 第69条第2項第4号（明らかに本人の利益になるときなど）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000091', 'city_section-other-danger-danger', 'city_section', 'other', 'danger', 'danger', '個人情報の保護に関する法律 第69条第2項第4号（明らかに本人の利益になるときなど）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000092', 'other-window-danger-danger', 'other', 'window', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000093', 'other-city_section-danger-danger', 'other', 'city_section', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000094', 'other-council-danger-danger', 'other', 'council', 'danger', 'danger', '個人情報の保護に関する法律 第27条第1項第2号（人の生命、身体又は財産の保護）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000100', 'window-city_section-conference-statute', 'window', 'city_section', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000101', 'council-city_section-conference-statute', 'council', 'city_section', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000102', 'commissioner_council-city_section-conference-statute', 'commissioner_council', 'city_section', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000103', 'other-city_section-conference-statute', 'other', 'city_section', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000104', 'window-window-conference-statute', 'window', 'window', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000105', 'window-council-conference-statute', 'window', 'council', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000106', 'window-other-conference-statute', 'window', 'other', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000107', 'council-window-conference-statute', 'council', 'window', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000108', 'council-council-conference-statute', 'council', 'council', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000109', 'council-other-conference-statute', 'council', 'other', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000110', 'other-window-conference-statute', 'other', 'window', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000111', 'other-council-conference-statute', 'other', 'council', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000112', 'other-other-conference-statute', 'other', 'other', 'conference', 'statute', '社会福祉法 第106条の6（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000113', 'window-city_section-conference-statute-needy', 'window', 'city_section', 'conference', 'statute', '生活困窮者自立支援法 第9条（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000114', 'council-city_section-conference-statute-needy', 'council', 'city_section', 'conference', 'statute', '生活困窮者自立支援法 第9条（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000115', 'window-window-conference-statute-needy', 'window', 'window', 'conference', 'statute', '生活困窮者自立支援法 第9条（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000116', 'window-council-conference-statute-needy', 'window', 'council', 'conference', 'statute', '生活困窮者自立支援法 第9条（支援会議）', 'after_decision', true, false),
  ('018716f0-0000-7000-8000-000000000120', 'window-city_section-abuse-statute', 'window', 'city_section', 'abuse', 'statute', '高齢者虐待防止法 第7条・障害者虐待防止法 第7条・児童虐待防止法 第6条（通報・通告）、個人情報の保護に関する法律 第27条第1項第1号（法令に基づく場合）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000121', 'council-city_section-abuse-statute', 'council', 'city_section', 'abuse', 'statute', '高齢者虐待防止法 第7条・障害者虐待防止法 第7条・児童虐待防止法 第6条（通報・通告）、個人情報の保護に関する法律 第27条第1項第1号（法令に基づく場合）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000122', 'district_council-city_section-abuse-statute', 'district_council', 'city_section', 'abuse', 'statute', '高齢者虐待防止法 第7条・障害者虐待防止法 第7条・児童虐待防止法 第6条（通報・通告）、個人情報の保護に関する法律 第27条第1項第1号（法令に基づく場合）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000123', 'commissioner_council-city_section-abuse-statute', 'commissioner_council', 'city_section', 'abuse', 'statute', '高齢者虐待防止法 第7条・障害者虐待防止法 第7条・児童虐待防止法 第6条（通報・通告）、個人情報の保護に関する法律 第27条第1項第1号（法令に基づく場合）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000124', 'other-city_section-abuse-statute', 'other', 'city_section', 'abuse', 'statute', '高齢者虐待防止法 第7条・障害者虐待防止法 第7条・児童虐待防止法 第6条（通報・通告）、個人情報の保護に関する法律 第27条第1項第1号（法令に基づく場合）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000130', 'window-city_section-child-statute', 'window', 'city_section', 'child', 'statute', '児童福祉法 第25条の2（要保護児童対策地域協議会）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000131', 'council-city_section-child-statute', 'council', 'city_section', 'child', 'statute', '児童福祉法 第25条の2（要保護児童対策地域協議会）', 'never', true, false),
  ('018716f0-0000-7000-8000-000000000132', 'other-city_section-child-statute', 'other', 'city_section', 'child', 'statute', '児童福祉法 第25条の2（要保護児童対策地域協議会）', 'never', true, false)) v(id, code, from_kind, to_kind, purpose, ground, law, told, each_person, acts_for_holder)
where exists (select from towns)
on conflict do nothing;

insert into consent_texts (id, version, starts_on, title, content, written_at)
select '018716f0-0000-7000-8000-000000000200', '第1版', '2023-04-01', '個人情報の取り扱いについての同意書',
  E'あなたの困りごとや願いについて、ほかの機関と力を合わせて支えるために、下に印を付けた内容を、下に書いた相手に伝えることについて、説明を受け、同意します。\n伝えるのは、印を付けた内容だけです。支えるため以外には使いません。\n同意しなくても、相談はこれまでどおり続けられます。\n同意は、いつでも取り消せます。取り消したときから、相手は見られなくなります。紙で渡したものは、返してもらうか、捨ててもらいます。\n命や体に危険があるときや、法律に定めがあるときは、同意がなくても必要なことを伝えることがあります。\nだれがいつ何を見たかは、記録に残ります。知りたいときは、窓口に言ってください。', '2023-04-01'
where exists (select from towns)
on conflict do nothing;
