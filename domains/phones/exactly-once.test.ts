import { expect, test } from 'vitest';
import { sealAudit } from '#platform/audit/seal.ts';
import { verifyChain } from '#platform/audit/verify.ts';
import { mintId } from '#platform/uuid.ts';
import { type Carry, keepCall, type Shelf, sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, registerTestPhone, type TestPhone } from '../../test/phones.ts';
import { openTown, RefusedCall } from '../../test/town.ts';
import { joinLateCall, listLateCalls, setLateCallAside, takeInLateCall } from './api.ts';

/**
 * The whole way of a visit from several phones to the town, against a model that is a set of ids: what a phone has said
 * is kept arrives exactly once, whatever happens on the way: as a visit, or, where somebody else's visit of that day stands
 * there, as a choice that is decided on once. Phones die at every step of theirs, the network loses, doubles,
 * delays and reorders, the database is taken away in the middle of a call.
 */
const long = process.env.KANAEAU_TEST_LONG === '1';
const steps = long ? 100_000 : 20_000;
const seed = Number(process.env.KANAEAU_TEST_SEED ?? 20260202);
const town = await openTown('cast');
const post = carryTo(town);

interface Pocket {
  readonly phone: TestPhone;
  readonly lies: ReturnType<typeof openShelf>;
  readonly households: readonly string[];
}

const random = startRandom(seed);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
/** Deliveries that are still on their way, and will arrive when nobody waits for them any more. */
const underWay: string[] = [];
/** What a phone has said is kept. */
const kept = new Set<string>();
/** Which visit each call makes. */
const visitOf = new Map<string, string>();
const happened = { lost: 0, doubled: 0, delayed: 0, died: 0, taken: 0, decided: 0 };

test(`of visits on four phones none is lost and none is doubled in ${steps} steps`, async () => {
  const pockets = await Promise.all(['koga', 'koga', 'sakai', 'furukawa'].map(fillPocket));
  for (let step = 0; step < steps; step++) {
    const pocket = pick(pockets);
    const chance = random();
    if (chance < 0.25) await keepVisit(pocket);
    else if (chance < 0.45) await send(pocket, pick(weathers)).catch(forgive);
    else if (chance < 0.5) {
      const both = [pick(weathers), pick(weathers)];
      await Promise.all(both.map((carry) => send(pocket, carry).catch(forgive)));
    } else if (underWay.length > 0 && chance < 0.8) {
      const [late = ''] = underWay.splice(Math.floor(random() * underWay.length), 1);
      await post(late);
    } else if (chance < 0.806) await decideOne().catch(forgive);
  }
  for (const late of underWay.splice(0)) await post(late);
  for (const pocket of pockets) {
    await sendWaiting(pocket.lies, post, pocket.phone);
    expect(pocket.lies.lies.size).toBe(0);
  }
  const arrived = new Set((await town.look<{ id: string }>('select id from visits')).map(({ id }) => id));
  const met = await town.look<{ id: string; outcome: string | null }>(
    'select c.id, d.outcome from late_calls c left join late_call_decisions d on d.call_id = c.id',
  );
  const choices = new Map(met.map(({ id, outcome }) => [visitOf.get(id), outcome]));
  // Each is a visit or a choice; both only where the choice was to take it in.
  for (const id of kept) expect(arrived.has(id)).toBe(!choices.has(id) || choices.get(id) === 'taken_in');
  for (const id of [...arrived, ...choices.keys()]) expect(kept.has(id ?? '')).toBe(true);
  expect(choices.size).toBe(met.length);
  const takenIn = [...choices.values()].filter((outcome) => outcome === 'taken_in').length;
  expect(takenIn).toBeGreaterThan(10);
  expect(arrived.size).toBeGreaterThan(steps / 20);
  const [tally] = await town.look<{ n: number }>(
    `select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'visit'`,
  );
  expect(tally?.n).toBe(arrived.size);
  const [trail] = await town.look<{ n: number }>(
    `select count(*)::int as n from audit_inbox where word = 'visit.recorded' and outcome = 'done'`,
  );
  expect(trail?.n).toBe(arrived.size - takenIn);
  for (const times of Object.values(happened)) expect(times).toBeGreaterThan(10);
  expect(kept.size).toBeGreaterThan(steps / 6);
}, 3_600_000);

test('and the trail verifies', async () => {
  while ((await sealAudit(town.database)) > 0);
  const verdict = await town.database.as({ kind: 'system', name: 'sealer' }, 'test', (db) =>
    verifyChain(db.driver),
  );
  expect(verdict).toMatchObject({ broken: null });
});

async function fillPocket(who: string): Promise<Pocket> {
  const phone = await registerTestPhone(town, who);
  const rows = await town.look<{ id: string }>(
    `select distinct a.household_id as id from household_assignments a
      where a.ends_on is null and (a.post_id = $1 or $2) and a.district_id = (select district_id from posts where id = $1)`,
    [town.id(`post:${who}`), who === 'furukawa'],
  );
  return { phone, lies: openShelf(), households: rows.map(({ id }) => id) };
}

async function keepVisit({ phone, lies, households }: Pocket): Promise<void> {
  const id = mintId();
  const visit = {
    id,
    household_id: pick(households),
    visited_on: `2026-01-${10 + Math.floor(random() * 20)}`,
    channel: 'face',
    contact: 'met',
    condition: random() < 0.02 ? 'concern' : 'usual',
  };
  const call = { call: mintId(), operation: 'recordVisit', input: visit, made_at: '2026-02-01T02:00:00Z' };
  visitOf.set(call.call, id);
  // The app dies before the disk has it, and the screen has not said that it is kept; or just after.
  const dies = random();
  const shelf: Shelf = dies < 0.02 ? { ...lies, put: () => Promise.reject(new PhoneDied()) } : lies;
  await keepCall(shelf, phone, call, null).then(
    () => kept.add(id),
    (error) => {
      happened.died += 1;
      forgive(error);
    },
  );
}

/** Whoever gathers decides on what came last: each of the ways there are. */
async function decideOne(): Promise<void> {
  const { calls } = await town.as('furukawa').call(listLateCalls, { limit: 1 });
  const [late] = calls;
  if (!late) return;
  happened.decided += 1;
  const { id, book } = late;
  const [visit] = book?.visits ?? [];
  const chance = random();
  if (visit && chance < 0.5)
    await town.as('furukawa').call(joinLateCall, {
      ...{ id, visit_id: visit.id, version: visit.version },
      keep: chance < 0.25 ? 'book' : 'phone',
    });
  else if (chance < 0.75) await town.as('furukawa').call(takeInLateCall, { id });
  else await town.as('furukawa').call(setLateCallAside, { id, reason: '見本' });
}

function send({ phone, lies }: Pocket, carry: Carry) {
  // The app dies between two strokes of its pen.
  const dies = random() < 0.1;
  const shelf: Shelf = dies
    ? {
        ...lies,
        drop: async (call) => {
          if (random() < 0.5) throw new PhoneDied();
          await lies.drop(call);
        },
      }
    : lies;
  return sendWaiting(shelf, carry, phone);
}

/** What can happen to a delivery on its way there and back. */
const weathers: readonly Carry[] = [
  (delivery) => post(delivery),
  (delivery) => post(delivery),
  async () => {
    throw new NoSignal();
  },
  async (delivery) => {
    await post(delivery);
    happened.lost += 1;
    throw new NoSignal();
  },
  async (delivery) => {
    underWay.push(delivery);
    happened.delayed += 1;
    throw new NoSignal();
  },
  async (delivery) => {
    happened.doubled += 1;
    underWay.push(delivery);
    const [answer] = await Promise.all([post(delivery), post(delivery)]);
    return answer;
  },
  async (delivery) => {
    happened.taken += 1;
    const coming = post(delivery);
    await town.look(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'kanaeau_app'`,
    );
    return coming;
  },
];

class NoSignal extends Error {}
class PhoneDied extends Error {}

function forgive(error: unknown): void {
  // Whoever decides presses again, where the database was taken away meanwhile.
  if (error instanceof RefusedCall && error.code === 'bug') return;
  if (!(error instanceof NoSignal || error instanceof PhoneDied)) throw error;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function startRandom(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
