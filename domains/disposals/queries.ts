import * as z from 'zod';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { queryDue, readLimits } from './due.ts';
import { approvalsNeeded, type Kind, kinds, kindsOf } from './model.ts';

export * from './export-queries.ts';
export * from './hold-queries.ts';
export { listRetention } from './retention.ts';

/** Where the list `d` stands. */
export const stateOf = sql`case
  when exists (select from disposal_rejections r where r.disposal_id = d.id) then 'given_up'
  when exists (select from disposal_records r where r.disposal_id = d.id and r.finished_at is not null)
    then 'carried_out'
  when ${approvalsNeeded}::int <= (select count(*) from disposal_approvals a where a.disposal_id = d.id) then 'approved'
  when exists (select from disposal_submissions s where s.disposal_id = d.id) then 'submitted'
  else 'made' end`;

const header = sql`d.id, d.kind, d.class, d.years, d.until_day, (select b.name from bodies b where b.id = d.holder_id) as holder,
  d.listed, ${stateOf} as state, ${authorOf(sql`d`)} as author, ${dayIn(sql`d.written_at`)} as on`;

/** What is due today of what the actor keeps: how many of each kind and holder, and how many more are held. */
export async function countDue(
  db: Db,
  _input: ParsedInputOf<typeof api.countDue>,
  act: Act,
): Promise<OutputOf<typeof api.countDue>> {
  const mine = kindsOf(act.actor.role);
  if (mine.length === 0) return { due: null };
  const due: NonNullable<OutputOf<typeof api.countDue>['due']> = [];
  for (const kind of mine) {
    const limits = await readLimits(db, kind, act);
    const counts = await db.all(
      z.object({ holder_id: z.uuid(), n: z.int(), held: z.int() }),
      sql`select holder_id, count(*) filter (where not held)::int as n, count(*) filter (where held)::int as held
        from (${queryDue(kind, limits)}) d group by holder_id`,
    );
    for (const limit of limits) {
      const found = counts.find(({ holder_id }) => holder_id === limit.holder_id);
      if (!found) continue;
      const { holder_id, holder, years, until_day } = limit;
      due.push({ kind, holder_id, holder, years, until_day, n: found.n, held: found.held });
    }
  }
  return { due };
}

/** Lists of disposal, the newest first. */
export async function listDisposals(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listDisposals>,
  _act: Act,
): Promise<OutputOf<typeof api.listDisposals>> {
  const found = await db.all(
    api.listedDisposal,
    sql`select ${header} from disposals d
      where ${after ?? null}::uuid is null
        or (d.written_at, d.id) < (select a.written_at, a.id from disposals a where a.id = ${after ?? null}::uuid)
      order by d.written_at desc, d.id desc limit ${limit + 1}`,
  );
  const disposals = found.slice(0, limit);
  return { disposals, next: found.length > limit ? (disposals.at(-1)?.id ?? null) : null };
}

/** A list with what became of it. */
export function readDisposal(
  db: Db,
  { id }: ParsedInputOf<typeof api.readDisposal>,
  act: Act,
): Promise<OutputOf<typeof api.readDisposal>> {
  return db.one(
    api.readDisposal.output,
    sql`select ${header}, d.kind = any(${[...kindsOf(act.actor.role)]}::text[]) as rows_shown,
        d.author_id = (select gate.actor_account()) as mine,
        exists (select from disposal_approvals a
          where a.disposal_id = d.id and a.author_id = (select gate.actor_account())) as approved_by_me,
        (select json_build_object('rows', s.rows, 'excluded', s.excluded, 'first_day', s.first_day,
            'last_day', s.last_day, 'author', ${authorOf(sql`s`)}, 'on', ${dayIn(sql`s.written_at`)})
          from disposal_submissions s where s.disposal_id = d.id) as submission,
        coalesce((select json_agg(json_build_object('author', ${authorOf(sql`a`)}, 'on', ${dayIn(sql`a.written_at`)})
            order by a.written_at, a.author_id)
          from disposal_approvals a where a.disposal_id = d.id), '[]') as approvals,
        (select json_build_object('reason', r.reason, 'author', ${authorOf(sql`r`)}, 'on', ${dayIn(sql`r.written_at`)})
          from disposal_rejections r where r.disposal_id = d.id) as rejection,
        (select json_build_object('done', c.done, 'kept', c.kept, 'counts', c.counts,
            'finished_on', ${dayIn(sql`c.finished_at`)})
          from disposal_records c where c.disposal_id = d.id) as record
      from disposals d where d.id = ${id}::uuid`,
  );
}

/** What stands on a list, as its keepers know it. */
export async function listDisposalRows(
  db: Db,
  { id, after, limit }: ParsedInputOf<typeof api.listDisposalRows>,
  _act: Act,
): Promise<OutputOf<typeof api.listDisposalRows>> {
  const { kind } = await db.one(
    z.object({ kind: z.enum(kinds) }),
    sql`select kind from disposals where id = ${id}::uuid`,
  );
  const found = await db.all(
    api.listDisposalRows.output.shape.rows.element,
    sql`select r.subject_id, r.event_on, ${saidOf[kind]} as says,
        (select e.reason from disposal_exclusions e
          where e.disposal_id = r.disposal_id and e.subject_id = r.subject_id) as excluded
      from disposal_rows r
      where r.disposal_id = ${id}::uuid and (${after ?? null}::uuid is null or r.subject_id > ${after ?? null}::uuid)
      order by r.subject_id limit ${limit + 1}`,
  );
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.subject_id ?? null) : null };
}

/** A person of a window, as far as the name is known; the person may be gone from the record already. */
function personOf(id: Sql): Sql {
  return sql`coalesce((select coalesce(n.name, n.called) from clients n where n.id = ${id}), '')`;
}

const reasonOfHold = sql`(select h.reason from legal_holds h where h.id = r.subject_id)`;

/** By what the keepers know a thing `r` again. */
const saidOf: Record<Kind, Sql> = {
  household: sql`(select h.number || ' ' || h.name from households h where h.id = r.subject_id)`,
  member: sql`(select h.number || ' ' || p.name from household_members p join households h on h.id = p.household_id
    where p.id = r.subject_id)`,
  scan: sql`coalesce(
    (select to_char(t.month, 'YYYY-MM') || ' ' || s.name from tally_sheet_scans s join tally_sheets t on t.id = s.sheet_id
      where s.sheet_id = r.subject_id),
    (select to_char(t.month, 'YYYY-MM') || ' ' || s.name from member_sheet_scans s join member_sheets t on t.id = s.sheet_id
      where s.sheet_id = r.subject_id))`,
  handover: sql`(select a.name from handovers o join posts p on p.id = o.post_id join accounts a on a.id = p.account_id
    where o.id = r.subject_id)`,
  provision: sql`(select b.name from provisions p join bodies b on b.id = p.receiver_id where p.id = r.subject_id)`,
  account: sql`(select a.sign_in_name || ' ' || a.name from accounts a where a.id = r.subject_id)`,
  group_member: sql`(select g.number || ' ' || g.name from group_members g where g.id = r.subject_id)`,
  sheet: sql`(select to_char(s.month, 'YYYY-MM') || ' ' || d.name || ' ' || s.counted_by
    from tally_sheets s join districts d on d.id = s.district_id where s.id = r.subject_id)`,
  request: sql`(select to_char(s.month, 'YYYY-MM') || ' ' || b.name from sheet_requests s join bodies b on b.id = s.group_id
    where s.id = r.subject_id)`,
  receipt: sql`(select i.file_name || ' ' || i.received_from from ledger_imports i where i.id = r.subject_id)`,
  activity_sheet: sql`(select o.says from gate.activity_sheets_over() o where o.subject_id = r.subject_id)`,
  hold: reasonOfHold,
  town_hold: reasonOfHold,
  post: sql`(select a.name || ' ' || b.name || coalesce(' ' || d.name, '') from posts p
    join accounts a on a.id = p.account_id join bodies b on b.id = p.body_id left join districts d on d.id = p.district_id
    where p.id = r.subject_id)`,
  transfer: sql`(select t.file_name from post_transfers t where t.id = r.subject_id)`,
  export: sql`(select e.purpose from export_requests e where e.id = r.subject_id)`,
  disposal: sql`(select to_char(d.written_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') || ' ' || b.name
    from disposals d join bodies b on b.id = d.holder_id where d.id = r.subject_id)`,
  inquiry: sql`(select i.title from inquiries i where i.id = r.subject_id)`,
  case: sql`(select c.number || coalesce(' ' || c.called, '') from cases c where c.id = r.subject_id)`,
  client: personOf(sql`r.subject_id`),
  consent: personOf(sql`(select c.person_id from consents c where c.id = r.subject_id)`),
  person_provision: sql`(select ${personOf(sql`p.person_id`)} || ' → ' || b.name
    from person_provisions p join bodies b on b.id = p.receiver_id where p.id = r.subject_id)`,
  emergency_view: sql`(select ${personOf(sql`e.person_id`)} || ' ← ' || b.name
    from emergency_views e join bodies b on b.id = e.body_id where e.id = r.subject_id)`,
  protection: personOf(sql`(select p.person_id from protections p where p.id = r.subject_id)`),
  disclosure_key: sql`(select case k.about when 'client' then ${personOf(sql`k.about_id`)}
    else (select h.number || ' ' || h.name from households h where h.id = k.about_id) end
    from disclosure_keys k where k.id = r.subject_id)`,
  disclosure_request: sql`(select q.number || ' ' || q.requester_name from disclosure_requests q where q.id = r.subject_id)`,
  match: sql`coalesce((select string_agg(n.name, ${m.wishes_between()} order by n.kana_key) from participant_names n where n.participant_id in (
    select unnest(array[l.giver_id, l.receiver_id]) from match_legs l where l.match_id = r.subject_id)), '')`,
  wish: sql`(select x.words from wishes w join wish_words x on x.wish_id = w.id and x.version = w.version where w.id = r.subject_id)`,
  participant: sql`(select n.name from participant_names n where n.participant_id = r.subject_id)`,
  contribution: sql`(select n.name from contributions c join participant_names n on n.participant_id = c.participant_id
    where c.id = r.subject_id)`,
  match_proposal: sql`(select to_char(p.made_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') || coalesce(' ' || d.name, '')
    from match_proposals p left join districts d on d.id = p.district_id where p.id = r.subject_id)`,
  conference: sql`(select to_char(coalesce(i.held_on, c.held_on), 'YYYY-MM-DD') || ' ' || k.name || coalesce(' ' || p.title, '')
    from conference_items i join conferences c on c.id = i.conference_id join conference_kinds k on k.id = i.kind_id
    left join conference_papers p on p.item_id = i.id and p.piece = 'matter' where i.id = r.subject_id)`,
};
