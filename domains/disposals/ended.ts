import * as m from '#messages';
import { type Sql, sql } from '#platform/sql.ts';
import type { Kind } from './model.ts';

const day = (at: Sql) => sql`(${at} at time zone 'Asia/Tokyo')::date`;

/** Everything of a kind whose years run, with the day on which they began to. */
export const ended: Record<Kind, Sql> = {
  household: sql`select h.id as subject_id, h.closed_on as event_on, h.holder_id, h.district_id
    from households h where h.closed_on is not null and h.merged_into is null`,
  member: sql`select p.id as subject_id, p.ends_on as event_on, p.holder_id, p.district_id
    from household_members p join households h on h.id = p.household_id
    where p.ends_on is not null and h.closed_on is null`,
  scan: sql`select s.sheet_id as subject_id, (t.month + interval '1 month - 1 day')::date as event_on, s.holder_id,
      s.district_id
    from tally_sheet_scans s join tally_sheets t on t.id = s.sheet_id
    union all
    select s.sheet_id, (t.month + interval '1 month - 1 day')::date, s.holder_id, s.district_id
    from member_sheet_scans s join member_sheets t on t.id = s.sheet_id`,
  handover: sql`select o.id as subject_id,
      ${day(sql`coalesce((select r.received_at from handover_receipts r where r.handover_id = o.id), o.written_at)`)}
        as event_on,
      o.holder_id, o.district_id
    from handovers o`,
  provision: sql`select p.id as subject_id, least(p.ends_on, ${day(sql`w.withdrawn_at`)}) as event_on,
      p.holder_id, null::uuid as district_id
    from provisions p left join provision_withdrawals w on w.provision_id = p.id
    where least(p.ends_on, ${day(sql`w.withdrawn_at`)}) is not null`,
  // Who was forgotten keeps the number, and has no kana to be found by.
  group_member: sql`select g.id as subject_id, g.ends_on as event_on, g.holder_id, g.district_id
    from group_members g where g.ends_on is not null and g.kana_key <> ''`,
  sheet: sql`select s.id as subject_id, (s.month + interval '1 month - 1 day')::date as event_on, s.holder_id, s.district_id
    from tally_sheets s where s.counted_by <> ${m.disposals_destroyed_name()}`,
  request: sql`select s.id as subject_id, (s.month + interval '1 month - 1 day')::date as event_on, s.holder_id,
      s.district_id
    from sheet_requests s`,
  receipt: sql`select i.id as subject_id,
      coalesce((i.last_month + interval '1 month - 1 day')::date, ${day(sql`i.imported_at`)}) as event_on,
      i.body_id as holder_id, null::uuid as district_id
    from ledger_imports i where i.received_from <> ${m.disposals_destroyed_name()}`,
  activity_sheet: sql`select o.subject_id, o.event_on, (select gate.actor_body()) as holder_id, null::uuid as district_id
    from gate.activity_sheets_over() o`,
  hold: sql`select h.id as subject_id, ${day(sql`l.written_at`)} as event_on, h.holder_id, h.district_id
    from legal_holds h join legal_hold_liftings l on l.hold_id = h.id where h.holder_id is not null`,
  town_hold: sql`select h.id as subject_id, ${day(sql`l.written_at`)} as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from legal_holds h join legal_hold_liftings l on l.hold_id = h.id where h.holder_id is null`,
  // Once destroyed, an account keeps its number and bears this name.
  account: sql`select a.id as subject_id, ${day(sql`a.closed_at`)} as event_on,
      (select gate.actor_body()) as holder_id, null::uuid as district_id
    from accounts a where a.closed_at is not null and a.sign_in_name not like 'destroyed-%'`,
  // Posts of closed accounts go with the account.
  post: sql`select p.id as subject_id, p.ends_on as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from posts p join accounts a on a.id = p.account_id where p.ends_on is not null and a.closed_at is null`,
  transfer: sql`select t.id as subject_id, ${day(sql`t.done_at`)} as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from post_transfers t`,
  export: sql`select r.id as subject_id, ${day(sql`greatest(r.expires_at, d.expires_at)`)} as event_on,
      (select gate.actor_body()) as holder_id, null::uuid as district_id
    from export_requests r left join export_decisions d on d.request_id = r.id`,
  disposal: sql`select d.id as subject_id, ${day(sql`coalesce(c.finished_at, g.written_at)`)} as event_on,
      (select gate.actor_body()) as holder_id, null::uuid as district_id
    from disposals d left join disposal_records c on c.disposal_id = d.id
    left join disposal_rejections g on g.disposal_id = d.id
    where c.finished_at is not null or g.disposal_id is not null`,
  inquiry: sql`select i.id as subject_id, ${day(sql`p.written_at`)} as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from inquiries i join inquiry_publications p on p.inquiry_id = i.id
    where exists (select from answer_sheets s where s.inquiry_id = i.id)
      or exists (select from answers a where a.inquiry_id = i.id
        and a.answered_by is distinct from ${m.disposals_destroyed_name()})`,
  case: sql`select c.id as subject_id, c.closed_on as event_on, c.holder_id, null::uuid as district_id
    from cases c where c.closed_on is not null and c.holder_id = any((select gate.bodies_worked_for())::uuid[])`,
  client: sql`select o.person_id as subject_id, o.event_on, o.holder_id, null::uuid as district_id
    from gate.persons_over() o`,
  // What a consent that ended was the ground for goes first.
  consent: sql`select c.id as subject_id, least(c.ends_on, ${day(sql`w.withdrawn_at`)}) as event_on, c.holder_id,
      null::uuid as district_id
    from consents c left join consent_withdrawals w on w.consent_id = c.id
    where least(c.ends_on, ${day(sql`w.withdrawn_at`)}) is not null
      and not exists (select from person_provisions p where p.consent_id = c.id)`,
  person_provision: sql`select p.id as subject_id, least(p.ends_on, ${day(sql`w.withdrawn_at`)}) as event_on, p.holder_id,
      null::uuid as district_id
    from person_provisions p left join person_provision_withdrawals w on w.provision_id = p.id
    where p.holder_id = any((select gate.bodies_answered_for())::uuid[])`,
  // What nobody has reviewed yet, or told the person of nor said why not, is not over.
  emergency_view: sql`select e.id as subject_id, e.holder_id, null::uuid as district_id,
      greatest(${day(sql`e.until`)}, ${day(sql`r.reviewed_at`)}, t.day) as event_on
    from emergency_views e join emergency_reviews r on r.view_id = e.id
    join (select view_id, max(coalesce(told_on, weigh_again_on)) as day from emergency_tellings group by view_id) t
      on t.view_id = e.id`,
  protection: sql`select p.id as subject_id, ${day(sql`e.ended_at`)} as event_on, p.holder_id, null::uuid as district_id
    from protections p join protection_endings e on e.protection_id = p.id`,
  disclosure_key: sql`select k.id as subject_id, ${day(sql`least(k.expires_at, k.ended_at)`)} as event_on, k.holder_id,
      null::uuid as district_id
    from disclosure_keys k
    where not exists (select from disclosure_questions q where q.key_id = k.id
      and not exists (select from disclosure_answers a where a.question_id = q.id))`,
  disclosure_request: sql`select r.id as subject_id, max(s.taken_on) as event_on, r.holder_id, null::uuid as district_id
    from disclosure_requests r join disclosure_steps s on s.request_id = r.id
    group by r.id, r.holder_id
    having bool_or(s.step in ('carried_out', 'taken_back') or s.outcome in ('none', 'not_held', 'not_said'))`,
  // What may not be safe is not over.
  match: sql`select k.id as subject_id, greatest(${day(sql`k.closed_at`)},
      (select max(f.happened_on) from fulfilments f where f.match_id = k.id)) as event_on, k.holder_id, null::uuid as district_id
    from matches k where k.closed_at is not null
      and not exists (select from safeguarding_concerns c where c.match_id = k.id and c.ended_at is null)`,
  // Once nothing that was made of it is left.
  wish: sql`select w.id as subject_id, w.closed_on as event_on, w.holder_id, null::uuid as district_id
    from wishes w where w.closed_on is not null
      and not exists (select from match_legs l where w.id in (l.offer_id, l.wish_id))
      and not exists (select from match_proposal_legs l where w.id in (l.offer_id, l.wish_id))
      and not exists (select from wish_referral_takings t where t.wish_id = w.id)
      and not exists (select from contributions c where c.offer_id = w.id)`,
  contribution: sql`select c.id as subject_id, greatest(c.ends_on, (select max(r.looked_on) from contribution_results r
        where r.contribution_id = c.id)) as event_on, c.holder_id, null::uuid as district_id
    from contributions c where c.ends_on is not null`,
  participant: sql`select p.id as subject_id, gate.participant_over_since(p.id) as event_on, p.holder_id, null::uuid as district_id
    from participants p where gate.participant_over_since(p.id) is not null`,
  match_proposal: sql`select p.id as subject_id, ${day(sql`p.made_at`)} as event_on, p.holder_id, null::uuid as district_id
    from match_proposals p where not exists (select from match_proposals o where o.based_on = p.id)`,
  conference: sql`select i.id as subject_id, ${day(sql`i.ended_at`)} as event_on, i.holder_id, null::uuid as district_id
    from conference_items i where i.ended_at is not null and i.id = any((select gate.items_called())::uuid[])`,
};
