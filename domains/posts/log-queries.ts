import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { signInOutcomeWords, signInWayWords } from './model.ts';

/** Who is signed in now, newest first, and under which post. */
export async function listOpenSessions(
  db: Db,
  { account, role, after, limit }: ParsedInputOf<typeof api.listOpenSessions>,
  act: Act,
): Promise<OutputOf<typeof api.listOpenSessions>> {
  const found = await db.all(
    api.listOpenSessions.output.shape.sessions.element,
    sql`select s.id, jsonb_build_object('id', a.id, 'name', a.name, 'sign_in_name', a.sign_in_name) as account, p.role,
        d.name as district, (select i.way from sign_ins i where i.session_id = s.id and i.outcome = 'opened' limit 1) as way,
        s.second_factor_at is not null as second_factor, to_jsonb(s.created_at) #>> '{}' as created_at,
        to_jsonb(coalesce(s.seen_at, s.created_at)) #>> '{}' as seen_at,
        s.id is not distinct from ${act.actor.session}::uuid as current
      from sessions s join accounts a on a.id = s.account_id
      left join posts p on p.id = s.post_id left join districts d on d.id = p.district_id
      where s.ended_at is null and s.expires_at > ${act.now} and a.closed_at is null
        and coalesce(s.seen_at, s.created_at) > ${act.now}::timestamptz
          - gate.longest_idle(s.factor_wanted or coalesce(p.needs_second_factor, false))
        and (${account ?? null}::uuid is null or s.account_id = ${account ?? null})
        and (${role ?? null}::text is null or p.role = ${role ?? null})
        and (${after ?? null}::uuid is null
          or (s.created_at, s.id) < (select b.created_at, b.id from sessions b where b.id = ${after ?? null}::uuid))
      order by s.created_at desc, s.id desc
      limit ${limit + 1}`,
  );
  const page = found.slice(0, limit);
  return { sessions: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

type Filter = Omit<ParsedInputOf<typeof api.listSignIns>, 'after' | 'limit'>;

const keyedEntry = api.listSignIns.output.shape.sign_ins.element.extend({ key: z.string() });

/** Newest first. Names are there for whoever may see accounts; the others see whose it is by its number. */
function askSignIns(
  db: Db,
  { from, until, account, outcome, way }: Filter,
  after: string | null,
  limit: number,
) {
  const [at = null, id = null] =
    after?.match(/^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f-]{36})$/)?.slice(1) ?? [];
  return db.all(
    keyedEntry,
    sql`select i.id, to_jsonb(i.at) #>> '{}' as at, i.account_id, a.name, a.sign_in_name, i.way, i.outcome,
        to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || i.id as key
      from sign_ins i left join accounts a on a.id = i.account_id
      where (${from ?? null}::date is null or i.at >= ${from ?? null}::date::timestamp at time zone 'Asia/Tokyo')
        and (${until ?? null}::date is null
          or i.at < (${until ?? null}::date + 1)::timestamp at time zone 'Asia/Tokyo')
        and (${account ?? null}::uuid is null or i.account_id = ${account ?? null})
        and (${outcome ?? null}::text is null or i.outcome = ${outcome ?? null})
        and (${way ?? null}::text is null or i.way = ${way ?? null})
        and (${at}::timestamptz is null or (i.at, i.id) < (${at}::timestamptz, ${id}::uuid))
      order by i.at desc, i.id desc
      limit ${limit}`,
  );
}

/** Who signed in how and when, or could not. */
export async function listSignIns(
  db: Db,
  { after, limit, ...filter }: ParsedInputOf<typeof api.listSignIns>,
  _act: Act,
): Promise<OutputOf<typeof api.listSignIns>> {
  const found = await askSignIns(db, filter, after ?? null, limit + 1);
  const page = found.slice(0, limit);
  const next = found.length > limit ? (page.at(-1)?.key ?? null) : null;
  return { sign_ins: page.map(({ key: _, ...entry }) => entry), next };
}

/**
 * The same as a CSV file, whole.
 *
 * @throws Refusal `refused` for more than `mostSignInsExported` rows
 */
export async function exportSignIns(
  db: Db,
  { encoding, ...filter }: ParsedInputOf<typeof api.exportSignIns>,
  act: Act,
): Promise<FileReply & OutputOf<typeof api.exportSignIns>> {
  const found = await askSignIns(db, filter, null, api.mostSignInsExported + 1);
  if (found.length > api.mostSignInsExported)
    throw new Refusal('refused', m.posts_refused_log_long({ most: api.mostSignInsExported }));
  const headings = [
    m.posts_log_at(),
    m.posts_log_account(),
    m.posts_label_name(),
    m.posts_label_sign_in_name(),
    m.posts_log_way(),
    m.posts_log_outcome(),
  ];
  const rows = found.map(({ at, account_id, name, sign_in_name, way, outcome }) => [
    at,
    account_id,
    name,
    sign_in_name,
    signInWayWords[way](),
    signInOutcomeWords[outcome](),
  ]);
  return {
    name: m.posts_sign_ins_file({ day: act.today }),
    type: 'text/csv',
    bytes: encodeCsv([headings, ...rows], encoding),
    accounts: [...new Set(found.flatMap(({ account_id }) => account_id ?? []))],
  };
}
