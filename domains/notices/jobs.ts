import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { languages } from '#ui/public/languages.ts';
import { currentChannels, mostRefusals } from './channels.ts';
import { broadcastNotice } from './line.ts';
import { type Handed, openMail } from './mail.ts';
import { pushNotice } from './push.ts';

/** Who sends, and alone reads addresses (policies.sql). */
const sender = { kind: 'system', name: 'notice_sender' } as const;
/** So many are taken at once. */
const portion = 20;
/** So often it is tried, after a minute, four, nine, … */
const mostTries = 6;
/** Minutes after which what was taken and never reported on is left for a person to look at. */
const lostAfter = 10;

const taken = z.object({
  id: z.uuid(),
  channel: z.enum(['mail', 'line', 'push']),
  tries: z.int(),
  subscription_id: z.uuid().nullable(),
  address: z.string().nullable(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }).nullable(),
  language: z.enum(languages).nullable(),
  notice_id: z.uuid().nullable(),
  texts: z.record(z.string(), z.object({ title: z.string(), words: z.string() })).nullable(),
});
type Taken = z.output<typeof taken>;

/**
 * Sends what was published to who wants to hear of it, and the letters that ask whether an address is right. Each is taken in a
 * transaction of its own before it is handed over: two processes never take the same, and what one that died had taken is not sent again.
 *
 * @returns how many were handed over
 */
export async function sendNotices(database: Database): Promise<number> {
  const { mail, line, push } = currentChannels();
  await spread(database, line !== null);
  const ways = [...(mail ? ['mail'] : []), ...(line ? ['line'] : []), ...(push ? ['push'] : [])];
  if (ways.length === 0) return 0;
  const town =
    (await database.as(sender, 'sendNotices', (db, act) => readTown(db, {}, act))).town?.name ?? '';
  const post = mail && openMail(mail);
  let handed = 0;
  try {
    for (;;) {
      const some = await take(database, ways);
      for (const one of some) {
        const became = await hand(one);
        await database.as(sender, 'sendNotices', (db, act) => note(db, act, one, became));
        handed += 1;
      }
      if (some.length < portion) return handed;
    }
  } finally {
    post?.close();
  }

  async function hand(one: Taken): Promise<Handed | 'dropped'> {
    const notice = one.notice_id && one.texts ? { id: one.notice_id, texts: one.texts } : null;
    // Taken back since, or ended.
    if (one.notice_id && !notice) return 'dropped';
    if (one.channel === 'line') return line && notice ? broadcastNotice(line, one.id, notice) : 'dropped';
    if (one.channel === 'push') {
      const { address, keys, language } = one;
      return push && notice && address && keys && language
        ? pushNotice(push, { address, keys, language }, notice)
        : 'dropped';
    }
    if (!post || !one.subscription_id || !one.address || !one.language) return 'dropped';
    const { id, subscription_id: subscription, address, language } = one;
    return post.send({ id, subscription, address, language, town, notice });
  }
}

type Work = Parameters<Database['as']>[2];
type Db = Parameters<Work>[0];
type Act = Parameters<Work>[1];

/** To whom a publication goes, once for each notice: what is published again with a word mended is not sent again. */
function spread(database: Database, toLine: boolean): Promise<number> {
  return database.as(sender, 'spreadNotices', async (db, act) => {
    const open = await db.all(
      z.object({ id: z.uuid() }),
      sql`select id from notice_publications where spread_at is null and withdrawn_at is null and shown_from <= ${act.today}::date
        for update skip locked`,
    );
    const ids = open.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await db.run(
      sql`insert into notice_deliveries (id, notice_id, publication_id, subscription_id, channel, state, next_at, changed_at, holder_id)
        select gen_random_uuid(), p.notice_id, p.id, s.id, case when s.push_keys is null then 'mail' else 'push' end, 'waiting', ${act.now}, ${act.now}, p.holder_id
        from notice_publications p join notice_subscriptions s on s.confirmed_at is not null
          and (p.district_ids = '{}' or s.district_ids = '{}' or p.district_ids && s.district_ids)
          and (s.themes = '{}' or p.themes && s.themes)
        where p.id = any(${ids}::uuid[])
        on conflict do nothing`,
    );
    if (toLine)
      await db.run(
        sql`insert into notice_deliveries (id, notice_id, publication_id, channel, state, next_at, changed_at, holder_id)
          select gen_random_uuid(), p.notice_id, p.id, 'line', 'waiting', ${act.now}, ${act.now}, p.holder_id
          from notice_publications p where p.id = any(${ids}::uuid[]) and p.to_line
          on conflict do nothing`,
      );
    return db.run(sql`update notice_publications set spread_at = ${act.now} where id = any(${ids}::uuid[])`);
  });
}

/** The next ones, taken: nobody else takes them. What was taken long ago and never reported on is marked first. */
function take(database: Database, ways: readonly string[]): Promise<Taken[]> {
  return database.as(sender, 'takeNotices', async (db, act) => {
    await db.run(
      sql`update notice_deliveries set state = 'unclear', changed_at = ${act.now}
        where state = 'sending' and changed_at < ${act.now}::timestamptz - make_interval(mins => ${lostAfter}::int)`,
    );
    const ids = await db.all(
      z.object({ id: z.uuid() }),
      sql`update notice_deliveries set state = 'sending', tries = tries + 1, changed_at = ${act.now}
        where id in (select d.id from notice_deliveries d where d.state = 'waiting' and d.next_at <= ${act.now}
          and d.channel = any(${ways}::text[]) order by d.next_at, d.id limit ${portion} for update skip locked)
        returning id`,
    );
    if (ids.length === 0) return [];
    return db.all(
      taken,
      sql`select d.id, d.channel, d.tries, d.subscription_id, s.address, s.push_keys as keys, s.language, d.notice_id, p.texts
        from notice_deliveries d
        left join notice_subscriptions s on s.id = d.subscription_id
        left join lateral (select * from gate.notices_published() p where p.id = d.notice_id) p on true
        where d.id = any(${ids.map(({ id }) => id)}::uuid[]) order by d.next_at, d.id`,
    );
  });
}

/** Notes what became of it; what was refused for now is tried later, and less and less often. */
async function note(
  db: Db,
  act: Act,
  { id, tries, channel }: Taken,
  became: Handed | 'dropped',
): Promise<void> {
  const { outcome, answer, unreachable } =
    became === 'dropped' ? { outcome: became, answer: null, unreachable: false } : became;
  const state = outcome === 'again' ? (tries < mostTries ? 'waiting' : 'failed') : outcome;
  await db.run(
    sql`update notice_deliveries set state = ${state}, answer = ${answer}, changed_at = ${act.now},
        next_at = ${act.now}::timestamptz + make_interval(mins => ${tries * tries}::int)
      where id = ${id}::uuid and state = 'sending'`,
  );
  // A browser that has ended it says so once.
  const most = channel === 'push' ? 1 : mostRefusals();
  if (unreachable) await db.run(sql`select gate.note_refusal(${id}::uuid, ${most}::integer)`);
}

/** Forgets addresses that nobody has confirmed for two days. */
export function sweepSubscriptions(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepSubscriptions', (db) =>
    db.run(
      sql`delete from notice_subscriptions where confirmed_at is null
        and asked_at < (select gate.now_of_call()) - interval '2 days'`,
    ),
  );
}
