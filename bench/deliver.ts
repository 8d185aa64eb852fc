import { idOf } from '#domains/sample-town.ts';
import { signing } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../field/outbox.ts';
import { openShelf } from '../test/phones.ts';
import { measureProcessor } from './machine.ts';
import { port, type Stage } from './stage.ts';

const phones = Number(process.env.BENCH_PHONES ?? 1_000);
const visitsEach = 20;
/** Deliveries that are under way at once; the other phones wait for a connection. */
const atOnce = 32;

/** W9: on a Sunday evening all phones come back to a signal with what they kept. */
export async function deliverAtOnce(stage: Stage): Promise<string[]> {
  const headers = await stage.bearer('koga');
  const keys = (await (
    await fetch(`http://127.0.0.1:${port}/api/delivery-keys`, { headers })
  ).json()) as Record<'opening' | 'receipts', string>;
  const before = await countVisits(stage);
  const pockets = [];
  for (const { phone, households, key } of await fillRounds(stage))
    pockets.push(await fillPocket(phone, households, key, keys.opening));

  const times: number[] = [];
  let waiting = 0;
  const processor = measureProcessor(stage.processes);
  const from = performance.now();
  const queue = pockets.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { phone, shelf } of queue) {
        const began = performance.now();
        await sendWaiting(shelf, carry, { phone, receipts: keys.receipts });
        times.push(performance.now() - began);
        waiting += shelf.lies.size;
      }
    }),
  );
  const took = (performance.now() - from) / 1000;
  const spent = (measureProcessor(stage.processes) - processor) / (phones * visitsEach);
  const arrived = (await countVisits(stage)) - before;
  times.sort((a, b) => a - b);
  const ms = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  return [
    '## W9 Phones bring what they kept',
    '',
    `${phones} phones of as many visitors with ${visitsEach} sealed visits each, at a door each, ${atOnce} deliveries at once. Each call is`,
    'opened, its signature checked, and performed with gate, audit, encounter and count, all of a delivery in one transaction; each',
    'answer is signed, and checked by the phone. Processor: server and PostgreSQL, a visit.',
    '',
    '| visits sent | arrived | still waiting | seconds | a second | processor ms | answer p50 ms | slowest ms |',
    '|---|---|---|---|---|---|---|---|',
    `| ${phones * visitsEach} | ${arrived} | ${waiting} | ${took.toFixed(1)} | ${Math.round(arrived / took)} | ${spent.toFixed(2)} | ${ms(0.5)} | ${ms(1)} |`,
  ];
}

/** A visitor of a round of their own for each phone, past the gate: a bench fills tables, it does not test the door. */
async function fillRounds({ spy }: Stage) {
  const rounds = await Promise.all(
    Array.from({ length: phones }, async () => {
      const key = await crypto.subtle.generateKey(signing, false, ['sign', 'verify']);
      const point = new Uint8Array(await crypto.subtle.exportKey('raw', key.publicKey));
      const households = Array.from({ length: visitsEach }, () => mintId());
      return { phone: mintId(), post: mintId(), account: mintId(), households, key, point };
    }),
  );
  const part = <K extends 'phone' | 'post' | 'account'>(name: K) => rounds.map((round) => round[name]);
  await spy.query(
    `with given as (select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality
        g(phone, post, account, point, n)),
      body as (select id, district_id from bodies where id = $5),
      account as (insert into accounts (id, sign_in_name, name, kana, kana_key, created_at)
        select account, 'bench-' || account, '見本', 'みほん', 'みほん', '2024-04-01' from given),
      post as (insert into posts (id, account_id, role, body_id, district_id, starts_on, needs_second_factor, given_at)
        select post, account, 'visitor', b.id, b.district_id, '2024-04-01', false, '2024-04-01' from given, body b),
      round as (insert into households (id, number, name, kana, kana_key, address, holder_id, district_id, registered_by, registered_at)
        select h.id::uuid, 'B-' || h.id, '見本', 'みほん', 'みほん', '見本町', b.id, b.district_id, $7, '2024-04-01'
        from unnest($6::uuid[]) h(id), body b),
      held as (insert into household_assignments (id, household_id, post_id, starts_on, assigned_by, assigned_at, holder_id, district_id)
        select gen_random_uuid(), h.id, g.post, '2024-04-01', $7, '2024-04-01', b.id, b.district_id
        from unnest($6::uuid[]) with ordinality h(id, n) join given g on g.n = (h.n - 1) / $8 + 1, body b)
    insert into phones (id, account_id, post_id, name, signing_key, registered_at, holder_id, district_id)
      select phone, account, post, '見本の電話', decode(point, 'base64'), '2026-01-01', b.id, b.district_id from given, body b`,
    [
      ...[part('phone'), part('post'), part('account')],
      rounds.map(({ point }) => Buffer.from(point).toString('base64')),
      idOf('body:鳥飼'),
      rounds.flatMap(({ households }) => households),
      idOf('account:furukawa'),
      visitsEach,
    ],
  );
  await spy.query('vacuum analyze households, household_assignments, posts, accounts, phones');
  return rounds;
}

async function fillPocket(
  phone: string,
  households: readonly string[],
  pair: CryptoKeyPair,
  opening: string,
) {
  const shelf = openShelf();
  const identity = { phone, signingKey: pair.privateKey, opening };
  for (const household_id of households) {
    const said = { channel: 'face', contact: 'met', condition: 'usual' };
    const input = { id: mintId(), household_id, visited_on: '2026-02-01', ...said };
    const call = { call: mintId(), operation: 'recordVisit', input };
    await keepCall(shelf, identity, { ...call, made_at: '2026-02-01T02:00:00Z' }, null);
  }
  return { phone, shelf };
}

async function carry(delivery: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/field/deliveries`, { method: 'POST', body: delivery });
  return answer.text();
}

async function countVisits({ spy }: Stage): Promise<number> {
  const { rows } = await spy.query('select count(*)::int as n from visits');
  return rows[0].n as number;
}
