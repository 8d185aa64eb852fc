import pg from 'pg';
import { idOf } from '#domains/sample-town.ts';

/** Single visits of a town in which years of them lie. */
export const grownTown = 3_000_000;

/**
 * Fills the open year with single visits up to `target`, evenly over the districts that count single records, months,
 * channels and results, past the gate as the database's owner: a bench fills a table, it does not test the door.
 *
 * @returns how many single visits there are now
 */
export async function fillVisits(owner: pg.ClientConfig, target: number): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query("select count(*)::int as n from encounters where kind = 'visit'");
    const missing = target - rows[0].n;
    if (missing <= 0) return rows[0].n;
    await client.query('begin');
    await client.query(
      `insert into households (id, number, name, kana, kana_key, address, holder_id, district_id, registered_by, registered_at)
       select gen_random_uuid(), 'bench', '見本', 'みほん', 'みほん', '見本町', b.id, b.district_id, p.account_id, now()
       from bodies b, posts p where b.kind = 'district_council' and p.id = $1
         and not exists (select from households h where h.district_id = b.district_id)`,
      [idOf('post:koga')],
    );
    await client.query(
      `create temporary table filling on commit drop as
       with places as (
         select row_number() over (order by d.code) - 1 as n, d.id as district_id, b.id as body_id
         from districts d join bodies b on b.district_id = d.id and b.kind = 'district_council'),
       doors as (select district_id, array_agg(id order by id) as ids from households group by district_id)
       select gen_random_uuid() as id, date '2025-04-01' + (i % 305)::int as day,
         (array['face','intercom','phone','letter','outside','message','gathering'])[1 + i % 7] as channel,
         (array['met','answered','absent','declined'])[1 + (i / 7) % 4] as contact,
         p.district_id, p.body_id, $2::uuid as post_id, h.ids[1 + (i / 46) % cardinality(h.ids)] as household_id
       from generate_series(1, $1::int) i
       join places p on p.n = i % 46
       join doors h on h.district_id = p.district_id`,
      [missing, idOf('post:koga')],
    );
    await client.query(
      `insert into encounters (id, kind, occurred_on, channel, contact, district_id, role, post_id, group_id, holder_id,
         recorded_at)
       select id, 'visit', day, channel, contact, district_id, 'visitor', post_id, body_id, body_id, day + time '10:00'
       from filling`,
    );
    await client.query(
      `insert into visits (id, household_id, visited_on, channel, contact, condition, post_id, recorded_by, recorded_at,
         holder_id, district_id)
       select f.id, f.household_id, f.day, f.channel, f.contact, 'usual', f.post_id, p.account_id, f.day + time '10:00',
         f.body_id, f.district_id
       from filling f join posts p on p.id = f.post_id`,
    );
    await client.query(
      `insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
       select date_trunc('month', day)::date, district_id, body_id, 'visit', channel, contact, 'visitor', 'single', 1
       from filling`,
    );
    await client.query('commit');
    await client.query('vacuum analyze encounters');
    await client.query('vacuum analyze visits');
    return target;
  } finally {
    await client.end();
  }
}

/** What counting the rows one by one says of single visits in the open year. */
export async function countRows(owner: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as n from encounters e where e.kind = 'visit' and e.role in ('visitor', 'gatherer')
       and e.occurred_on between '2025-04-01' and '2026-03-31'
       and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)`,
  );
  await client.end();
  return rows[0].n;
}
