import { signing, writeBytes } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../field/outbox.ts';
import { openShelf } from '../test/phones.ts';
import { nextVisit } from './record-visits.ts';
import { port, type Stage } from './stage.ts';

const phones = 1_000;
const visitsEach = 20;
/** Deliveries that are under way at once; the other phones wait for a connection. */
const atOnce = 32;

/** W9: on a Sunday evening all phones come back to a signal with what they kept. */
export async function deliverAtOnce(stage: Stage): Promise<string[]> {
  const headers = { ...(await stage.bearer('koga')), 'content-type': 'application/json' };
  const keys = (await (
    await fetch(`http://127.0.0.1:${port}/api/delivery-keys`, { headers })
  ).json()) as Record<'opening' | 'receipts', string>;
  const before = await countVisits(stage);
  const pockets = [];
  for (let n = 0; n < phones; n++) pockets.push(await fillPocket(stage, headers, keys.opening));

  const times: number[] = [];
  let waiting = 0;
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
  const arrived = (await countVisits(stage)) - before;
  times.sort((a, b) => a - b);
  const ms = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  return [
    '## W9 Phones bring what they kept',
    '',
    `${phones} phones with ${visitsEach} sealed visits each, ${atOnce} deliveries at once. Each call is opened, its signature checked, and`,
    'performed with gate, audit, encounter and count, all of a delivery in one transaction; each answer is signed, and checked by the phone.',
    '',
    '| visits sent | arrived | still waiting | seconds | a second | answer p50 ms | slowest ms |',
    '|---|---|---|---|---|---|---|',
    `| ${phones * visitsEach} | ${arrived} | ${waiting} | ${took.toFixed(1)} | ${Math.round(arrived / took)} | ${ms(0.5)} | ${ms(1)} |`,
  ];
}

async function fillPocket(stage: Stage, headers: Record<string, string>, opening: string) {
  const pair = await crypto.subtle.generateKey(signing, false, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const phone = mintId();
  await fetch(`http://127.0.0.1:${port}/api/phones`, {
    method: 'POST',
    headers: { ...headers, 'x-kanaeau-call': mintId() },
    body: JSON.stringify({ id: phone, name: '見本の電話', signing_key: writeBytes(point) }),
  });
  const shelf = openShelf();
  const identity = { phone, signingKey: pair.privateKey, opening };
  for (let n = 0; n < visitsEach; n++) {
    const call = { call: mintId(), operation: 'recordVisit', input: nextVisit(stage) };
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
