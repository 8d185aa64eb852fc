import { type Sql, sql } from '#platform/sql.ts';

/** The sides of a note `o`, as a list in JSON: the wish first. */
export const sidesOfNote: Sql = sql`(select coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'words', s.words, 'reach', s.reach,
    'days', s.days, 'parts', s.parts, 'limits', s.limits, 'step', s.step, 'times', s.times, 'until', s.until)
    order by s.side desc), '[]') from wish_note_sides s where s.note_id = o.id)`;

/** What was decided of a note `o`: `t` that it was taken in, `l` the newest decision but an answer, `a` an answer. */
export const decisionsOfNote: Sql = sql`left join lateral (select d.participant_id, d.wish_id, d.offer_id from wish_note_decisions d
    where d.note_id = o.id and d.outcome = 'taken_in' order by d.decided_at desc, d.id desc limit 1) t on true
  left join lateral (select d.outcome, d.reason, d.decided_at from wish_note_decisions d
    where d.note_id = o.id and d.outcome <> 'answered' order by d.decided_at desc, d.id desc limit 1) l on true
  left join lateral (select min(d.decided_at) as at from wish_note_decisions d where d.note_id = o.id and d.outcome = 'answered') a on true`;

/** Changed or taken back after it was decided on. */
export const anew: Sql = sql`coalesce(greatest(o.changed_at, o.withdrawn_at) > l.decided_at, false)`;

/** Wants to be looked at: nobody has decided yet, or it was changed or taken back since. What was taken back before that is over. */
export const wantsLook: Sql = sql`((l.outcome is null and o.withdrawn_at is null) or ${anew})`;

export const stateOfNote: Sql = sql`case when o.withdrawn_at is not null then 'withdrawn' when t.participant_id is not null then 'taken_in'
  when l.outcome = 'set_aside' then 'set_aside' else 'waiting' end`;
