import type { Hono } from 'hono';
import type { Answer, Receipt } from '#domains/phones/answer.ts';
import { keepLateCall, weighCalls } from '#domains/phones/api.ts';
import type { LateReason, Standing } from '#domains/phones/model.ts';
import { recordVisit } from '#domains/visits/api.ts';
import * as m from '#messages';
import { deliveryKeys } from '#platform/credentials/delivery-keys.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { log } from '#platform/log.ts';
import { isCommand } from '#platform/operation.ts';
import { performTogether } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { type StoredCall, signature, writeBytes } from '#platform/sealed-call.ts';
import { type MetPhone, openCourier, openFromPhone } from './courier.ts';
import { type BroughtCall, type DoorParts, serveFieldDoor } from './field-door.ts';
import { openTurns } from './turns.ts';

/**
 * Where phones hand over what they kept: without a session, since it may be over by then. Each call stands or falls by itself; the answer is signed, and only
 * for it does a phone let go of what it keeps.
 */
export function serveDeliveries(app: Hono, parts: DoorParts): void {
  const { database, operations } = parts;
  const courier = openCourier(database, operations);
  const takeTurn = openTurns();

  serveFieldDoor(app, '/field/deliveries', parts, async (phone, calls) => {
    const met = await courier.meet(phone);
    const read = await Promise.all(calls.map((brought) => open(brought, met)));
    const acted = met.standing === 'ended' ? new Map<string, Outcome>() : await weighAndAct(met, read);
    const receipts: Receipt[] = [];
    for (const one of read) {
      const receipt = await answer(one, met.standing, acted.get(one.call));
      if (receipt) receipts.push(receipt);
    }
    return sign({ phone, standing: met.standing, at: database.clock().toISOString(), receipts });
  });

  /** What a sealed call says; without `genuine` where the phone of this delivery has not signed it, or nobody can do it. */
  async function open({ call, sealed, handed_over }: BroughtCall, met: MetPhone): Promise<ReadCall> {
    const stored = await openFromPhone(sealed, met);
    const bound =
      stored?.call === call &&
      operations.find(
        ({ name, declared }) => name === stored.operation && declared.offline && isCommand(declared),
      );
    return { call, handed_over, genuine: stored && bound ? { stored, bound } : null };
  }

  /**
   * Performs what meets no visit of somebody else, by call. Two people who bring the same household and day in one instant are
   * weighed one after the other: otherwise neither would meet the other. An entry that is one with another is known by both
   * names only when it is weighed: the turn is then given back, and taken anew under both.
   */
  async function weighAndAct(
    met: MetPhone,
    read: readonly ReadCall[],
    alsoAbout: ReadonlySet<string> = new Set(),
  ): Promise<ReadonlyMap<string, Outcome>> {
    const { phone, account_id } = met;
    const visits = read.flatMap(readVisit);
    const about = new Set([...visits.map(({ household, day }) => `${household} ${day}`), ...alsoAbout]);
    const done = await takeTurn(account_id ?? phone, [...about], async () => {
      if (visits.length === 0) return { acted: await act(phone, read) };
      const { calls: weighed, doors } = await courier.ask(weighCalls, { id: phone, calls: visits });
      const doorOf = new Map(doors.map(({ household, door }) => [household, door]));
      const both = visits.map(({ household, day }) => `${doorOf.get(household) ?? household} ${day}`);
      if (both.some((one) => !about.has(one))) return { both };
      const simply = read.filter(({ call }) => !weighed.includes(call));
      return { acted: await act(phone, simply) };
    });
    return done.acted ?? weighAndAct(met, read, new Set(done.both));
  }

  /** Performs what nothing stands against, by call: all of a delivery in one transaction, each for itself. */
  async function act(phone: string, read: readonly ReadCall[]): Promise<ReadonlyMap<string, Outcome>> {
    const calls = read.flatMap(({ call, genuine }) =>
      genuine ? [{ call, bound: genuine.bound, raw: genuine.stored.input }] : [],
    );
    if (calls.length === 0) return new Map();
    const outcomes = await performTogether(database, { kind: 'phone', phone }, calls);
    return new Map(calls.map(({ call }, i) => [call, outcomes[i] as Outcome]));
  }

  /** @returns null for what is to be sent again */
  async function answer(
    { call, handed_over, genuine }: ReadCall,
    standing: Standing,
    outcome: Outcome | undefined,
  ): Promise<Receipt | null> {
    if (!genuine) return { call, outcome: 'unreadable' };
    const { stored, bound } = genuine;
    if (standing === 'ended') return keep(stored, bound, 'phone_ended');
    if (!outcome) return keep(stored, bound, 'same_day');
    if (outcome.status === 'fulfilled') return { call, outcome: 'done' };
    const error: unknown = outcome.reason;
    if (!(error instanceof Refusal)) {
      log('bug', { operation: bound.name, error: error instanceof Error ? error.stack : String(error) });
      return null;
    }
    // What it makes is there: it arrived before, longer ago than calls are remembered.
    if (error.code === 'id_taken') return { call, outcome: 'done' };
    if (error.code === 'not_allowed' || error.code === 'not_signed_in')
      return keep(stored, bound, 'post_over');
    if (error.code === 'too_many') return null;
    // Of a post that is over nobody is left to answer for it.
    if (standing === 'over') return keep(stored, bound, 'post_over');
    return handed_over || saysWorry(stored)
      ? keep(stored, bound, 'could_not')
      : { call, outcome: 'refused', sentence: error.message };
  }

  /** Puts a call that nobody is left to answer for before whoever gathers in the district. */
  async function keep(stored: StoredCall, bound: BoundOperation, why: LateReason): Promise<Receipt> {
    const read = bound.declared.input.safeParse(stored.input);
    if (!read.success)
      return { call: stored.call, outcome: 'refused', sentence: m.platform_refused_invalid() };
    const { household_id } = read.data as { household_id?: string };
    await courier.ask(keepLateCall, {
      id: stored.call,
      phone_id: stored.phone,
      operation: stored.operation,
      input: read.data,
      household_id: household_id ?? null,
      why,
      made_at: new Date(stored.made_at).toISOString(),
    });
    return { call: stored.call, outcome: 'kept' };
  }
}

type Outcome = PromiseSettledResult<unknown>;

/** The visit that a call would record, as it is weighed. */
function readVisit({ call, genuine }: ReadCall) {
  const said =
    genuine?.bound.declared === recordVisit ? recordVisit.input.safeParse(genuine.stored.input) : null;
  if (!said?.success) return [];
  const { id: visit, household_id: household, visited_on: day, condition } = said.data;
  return [{ call, visit, household, day, condition }];
}

/** What somebody must hear of does not lie on a phone until its owner reads that it was refused. */
function saysWorry({ input }: StoredCall): boolean {
  const { condition } = input as { condition?: unknown };
  return condition === 'alarm' || condition === 'concern';
}

interface ReadCall {
  readonly call: string;
  readonly handed_over: boolean;
  readonly genuine: { readonly stored: StoredCall; readonly bound: BoundOperation } | null;
}

async function sign(answer: Answer): Promise<{ said: string; signature: string }> {
  const said = JSON.stringify(answer);
  const bytes = new TextEncoder().encode(said);
  const signed = await crypto.subtle.sign(signature, (await deliveryKeys()).receipts, bytes);
  return { said, signature: writeBytes(new Uint8Array(signed)) };
}
