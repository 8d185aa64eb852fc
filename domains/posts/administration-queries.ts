import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { operatorAccount } from './model.ts';
import { isInForce, placeOfPost, stateOfPost } from './reading.ts';

/** The accounts of the town in ふりがな order, by key; the terminal's operator is none of them. */
export async function listAccounts(
  db: Db,
  input: ParsedInputOf<typeof api.listAccounts>,
  act: Act,
): Promise<OutputOf<typeof api.listAccounts>> {
  const after = readKey(input.after);
  const row = api.listAccounts.output.shape.accounts.element.extend({ kana_key: z.string() });
  const search = input.search ? `%${likeText(input.search)}%` : null;
  const searchKana = input.search ? `%${likeText(toKanaKey(input.search))}%` : null;
  const found = await db.all(
    row,
    sql`select a.id, a.sign_in_name, a.name, a.kana, a.kana_key,
        case when a.closed_at is not null then 'closed' when s.password or o.account_id is not null then 'active'
          else 'invited' end as state,
        o.account_id is not null as sign_on,
        (select (max(i.expires_at) at time zone 'Asia/Tokyo')::date from invitations i
          where i.account_id = a.id and i.used_at is null and i.expires_at > ${act.now}) as invitation_until,
        s.totp or s.passkeys > 0 as second_factor,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'district', d.name,
            'state', ${stateOfPost(act)}) order by p.starts_on, p.id)
          from posts p left join districts d on d.id = p.district_id
          where p.account_id = a.id and (p.ends_on is null or p.ends_on >= ${act.today}::date)
            and p.ended_at is null), '[]') as posts
      from accounts a join gate.proofs_of_accounts() s on s.account_id = a.id
        left join sign_on_links o on o.account_id = a.id
      where a.id <> ${operatorAccount} and (${input.state} = 'all' or (a.closed_at is not null) = (${input.state} = 'closed'))
        and (${input.id ?? null}::uuid is null or a.id = ${input.id ?? null})
        and (${search}::text is null or a.sign_in_name like ${search} or lower(a.name) like ${search}
          or (${searchKana} <> '%%' and a.kana_key like ${searchKana}))
        and (${after.key}::text is null or (a.kana_key, a.id) > (${after.key}, ${after.id}::uuid))
      order by a.kana_key, a.id
      limit ${input.limit + 1}`,
  );
  const { page, next } = turnPage(found, input.limit);
  return { accounts: page.map(({ kana_key: _, ...account }) => account), next };
}

/** The posts the actor may know of, in ふりがな order of their holders, by key. */
export async function listPosts(
  db: Db,
  input: ParsedInputOf<typeof api.listPosts>,
  act: Act,
): Promise<OutputOf<typeof api.listPosts>> {
  const after = readKey(input.after);
  const row = api.listPosts.output.shape.posts.element.extend({ kana_key: z.string() });
  const found = await db.all(
    row,
    sql`select p.id, jsonb_build_object('id', a.id, 'name', a.name) as account, a.kana_key, p.role, ${placeOfPost},
        p.starts_on, p.ends_on, ${stateOfPost(act)} as state,
        (select count(*)::int from post_terms t where t.post_id = p.id) as terms,
        case when s.id is not null then jsonb_build_object('post', s.id, 'name', coalesce(sa.name, '')) end as acting_for,
        (select jsonb_build_object('reason', e.reason, 'decided_on', (e.ended_at at time zone 'Asia/Tokyo')::date)
          from post_endings e where e.post_id = p.id and ${isInForce()} order by e.ended_at desc limit 1) as ending
      from posts p
      join accounts a on a.id = p.account_id
      join bodies b on b.id = p.body_id
      left join districts d on d.id = p.district_id
      left join posts s on s.id = p.acting_for
      left join accounts sa on sa.id = s.account_id
      where (${input.account ?? null}::uuid is null or p.account_id = ${input.account ?? null})
        and (${input.district ?? null}::uuid is null or p.district_id = ${input.district ?? null})
        and (${input.role ?? null}::text is null or p.role = ${input.role ?? null})
        and (${input.id ?? null}::uuid is null or p.id = ${input.id ?? null})
        and (${input.state} = 'all' or (${stateOfPost(act)} = 'ended') = (${input.state} = 'ended'))
        and (${after.key}::text is null or (a.kana_key, p.id) > (${after.key}, ${after.id}::uuid))
      order by a.kana_key, p.id
      limit ${input.limit + 1}`,
  );
  const { page, next } = turnPage(found, input.limit);
  return { posts: page.map(({ kana_key: _, ...post }) => post), next };
}

/** The key of a row, as it travels: `<kana key>_<id>`. */
function readKey(after: string | undefined): { key: string | null; id: string | null } {
  const parts = after?.match(/^(.*)_([0-9a-f-]{36})$/);
  return { key: parts?.[1] ?? null, id: parts?.[2] ?? null };
}

function turnPage<Row extends { id: string; kana_key: string }>(found: Row[], limit: number) {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last ? `${last.kana_key}_${last.id}` : null };
}

function likeText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&');
}
