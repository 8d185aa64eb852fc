import { hoursAtFirst } from '#domains/escalations/model.ts';
import type { recordVisit } from '#domains/visits/api.ts';
import { addDays } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, type WaitingCall } from './outbox.ts';
import { type OpenPhone, takeSigningKey, todayOf } from './phone.ts';
import type { Pocket } from './pocket.ts';
import { askHouse } from './questions.ts';
import type { Vault } from './vault.ts';

type Said = NonNullable<Awaited<ReturnType<typeof ask>>>;
export type Round = Said[0];
export type Watch = Said[1];
/** Something this post reported, and who has it in hand. */
export type Raised = Said[2]['escalations'][number];
export type NewVisit = InputOf<typeof recordVisit>;

type Late = Said[4]['calls'][number];
/** A visit of one's own that left the phone and was no visit at once: what a person in the district makes of it. */
export interface LookedAt extends Pick<Late, 'id' | 'household_name' | 'why' | 'decision'> {
  readonly visited_on: string | null;
}

/** What is taken along, as it was when the house was last heard, with what was recorded since. */
export interface Along {
  readonly round: Round;
  readonly watch: Watch;
  /** What goes on, and what was closed in the last two weeks. */
  readonly raised: readonly Raised[];
  /** What waits for somebody's decision, and what was decided in the last two weeks. */
  readonly looked_at: readonly LookedAt[];
}

/** A waiting call as its owner reads it; `visit` is null where the copy is gone. */
export interface ReadableCall extends WaitingCall {
  readonly visit: (NewVisit & { readonly household_name: string }) | null;
}

/** Days for which what was closed is still shown to whoever raised it. */
const daysShown = 14;

export const nothingAlong: Along = {
  round: { month_began: '', households: [] },
  watch: {
    calendar: { ...hoursAtFirst, weekdays: [...hoursAtFirst.weekdays], closed: [] },
    contacts: [],
  },
  raised: [],
  looked_at: [],
};

function ask(open: OpenPhone) {
  return askHouse(open, [
    { operation: 'readRound', input: {} },
    { operation: 'readWatch', input: {} },
    { operation: 'listEscalations', input: { whose: 'own' } },
    { operation: 'listEscalations', input: { whose: 'own', state: 'closed', limit: 20 } },
    { operation: 'listLateCalls', input: {} },
    { operation: 'listLateCalls', input: { box: 'decided', limit: 20 } },
  ]);
}

/**
 * Asks the house for everything anew and lays it under the vault.
 *
 * @returns null without a signal
 */
export async function takeAlong(pocket: Pocket, open: OpenPhone): Promise<Along | null> {
  const said = await ask(open);
  if (!said) return null;
  const [round, watch, goingOn, closed, waits, decided] = said;
  const since = addDays(todayOf(open.phone), -daysShown);
  const raised = [...goingOn.escalations, ...closed.escalations.filter((one) => one.raised_at >= since)];
  const late = [...waits.calls, ...decided.calls.filter((one) => one.received_at >= since)];
  const looked_at = late
    .filter(({ own }) => own)
    .map(({ id, household_name, why, decision, visit }) => {
      return { id, household_name, why, decision, visited_on: visit?.visited_on ?? null };
    });
  const waiting = await readWaiting(pocket, open.vault);
  const noted = waiting.reduce((so_far, { visit }) => (visit ? noteVisit(so_far, visit) : so_far), round);
  const along = { round: noted, watch, raised, looked_at };
  await keepAlong(pocket, open.vault, along);
  return along;
}

/** What was taken along; null where there is none any more. */
export async function readAlong(pocket: Pocket, { vault }: OpenPhone): Promise<Along | null> {
  const kept = await pocket.readRound();
  const text = kept && (await vault.open(kept.sealed));
  // What an earlier edition of the app laid there may not have every part.
  return text ? { ...nothingAlong, ...(JSON.parse(text) as Along) } : null;
}

/** Keeps a visit: on the disk and sealed when this is done. */
export async function keepVisit(
  pocket: Pocket,
  open: OpenPhone,
  along: Along,
  visit: NewVisit,
): Promise<Along> {
  const { vault, phone } = open;
  const signingKey = await takeSigningKey(open);
  const household = along.round.households.find(({ household_id }) => household_id === visit.household_id);
  const { photo, ...readable } = visit;
  const copy = await vault.seal(JSON.stringify({ ...readable, household_name: household?.name ?? '' }));
  const call = {
    call: mintId(),
    operation: 'recordVisit',
    input: visit,
    made_at: new Date(Date.now() + phone.ahead).toISOString(),
  };
  await keepCall(pocket, { phone: phone.id, signingKey, opening: phone.opening }, call, copy);
  const noted = { ...along, round: noteVisit(along.round, visit) };
  await keepAlong(pocket, vault, noted);
  return noted;
}

export async function readWaiting(pocket: Pocket, vault: Vault): Promise<ReadableCall[]> {
  const waiting = await pocket.list();
  return Promise.all(
    waiting.map(async (one) => {
      const text = one.copy && (await vault.open(one.copy));
      return { ...one, visit: text ? (JSON.parse(text) as ReadableCall['visit']) : null };
    }),
  );
}

async function keepAlong(pocket: Pocket, vault: Vault, along: Along): Promise<void> {
  await pocket.writeRound({ sealed: await vault.seal(JSON.stringify(along)), taken_at: Date.now() });
}

/** The round after a visit of one's own. */
function noteVisit(round: Round, visit: NewVisit): Round {
  const { id, visited_on, channel, contact } = visit;
  const said = { id, visited_on, channel, contact, condition: visit.condition ?? null, own: true };
  const households = round.households.map((one) => {
    if (one.household_id !== visit.household_id) return one;
    const last = one.last && one.last.visited_on > visited_on ? one.last : said;
    const met_on = contact === 'met' && (one.met_on ?? '') < visited_on ? visited_on : one.met_on;
    return { ...one, last, met_on };
  });
  return { ...round, households };
}
