import type { Hono } from 'hono';
import type { Answer, Receipt } from '#domains/phones/answer.ts';
import { keepLateCall } from '#domains/phones/api.ts';
import type { LateReason } from '#domains/phones/model.ts';
import * as m from '#messages';
import { deliveryKeys } from '#platform/credentials/delivery-keys.ts';
import type { Credential } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { log } from '#platform/log.ts';
import { isCommand } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { type StoredCall, signature, writeBytes } from '#platform/sealed-call.ts';
import { type MetPhone, openCourier, openFromPhone } from './courier.ts';
import { type BroughtCall, type DoorParts, serveFieldDoor } from './field-door.ts';

/**
 * Where phones hand over what they kept: without a session, since it may be over by then. Each call is performed by itself; the answer is signed, and only for it does
 * a phone let go of what it keeps.
 */
export function serveDeliveries(app: Hono, parts: DoorParts): void {
  const { database, operations } = parts;
  const courier = openCourier(database, operations);

  serveFieldDoor(app, '/field/deliveries', parts, async (phone, calls) => {
    const met = await courier.meet(phone);
    const receipts: Receipt[] = [];
    for (const brought of calls) {
      const receipt = await deliver(brought, met);
      if (receipt) receipts.push(receipt);
    }
    return sign({ phone, standing: met.standing, at: database.clock().toISOString(), receipts });
  });

  /** @returns null for what is to be sent again */
  async function deliver({ call, sealed, handed_over }: BroughtCall, met: MetPhone): Promise<Receipt | null> {
    const opened = await openFromPhone(sealed, met);
    const bound =
      opened?.call === call &&
      operations.find(
        ({ name, declared }) => name === opened.operation && declared.offline && isCommand(declared),
      );
    if (!opened || !bound) return { call, outcome: 'unreadable' };
    if (met.standing === 'ended') return keep(opened, bound, 'phone_ended');
    const receipt = await act(opened, bound);
    return receipt?.outcome === 'refused' && handed_over ? keep(opened, bound, 'could_not') : receipt;
  }

  async function act(stored: StoredCall, bound: BoundOperation): Promise<Receipt | null> {
    const credential: Credential = { kind: 'phone', phone: stored.phone };
    try {
      await perform(database, bound, credential, stored.input, stored.call);
      return { call: stored.call, outcome: 'done' };
    } catch (error) {
      if (!(error instanceof Refusal)) {
        log('bug', { operation: bound.name, error: error instanceof Error ? error.stack : String(error) });
        return null;
      }
      // What it makes is there: it arrived before, longer ago than calls are remembered.
      if (error.code === 'id_taken') return { call: stored.call, outcome: 'done' };
      if (error.code === 'not_allowed' || error.code === 'not_signed_in')
        return keep(stored, bound, 'post_over');
      if (error.code === 'too_many') return null;
      return { call: stored.call, outcome: 'refused', sentence: error.message };
    }
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
      // Whoever gathers where the post is knows who wrote it; the household may be out of both their reach.
      household_id: why === 'could_not' ? null : (household_id ?? null),
      why,
      made_at: new Date(stored.made_at).toISOString(),
    });
    return { call: stored.call, outcome: 'kept' };
  }
}

async function sign(answer: Answer): Promise<{ said: string; signature: string }> {
  const said = JSON.stringify(answer);
  const bytes = new TextEncoder().encode(said);
  const signed = await crypto.subtle.sign(signature, (await deliveryKeys()).receipts, bytes);
  return { said, signature: writeBytes(new Uint8Array(signed)) };
}
