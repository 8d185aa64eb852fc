import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Answer, Receipt } from '#domains/phones/answer.ts';
import { keepLateCall, meetPhone } from '#domains/phones/api.ts';
import { courierRole, type LateReason } from '#domains/phones/model.ts';
import * as m from '#messages';
import { deliveryKeys } from '#platform/credentials/delivery-keys.ts';
import type { Credential, Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { log } from '#platform/log.ts';
import type { Operation, OutputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { openCall, readBytes, type StoredCall, signature, writeBytes } from '#platform/sealed-call.ts';
import { tellBug, tellRefusal } from '#platform/serve.ts';
import { isUuid, mintId } from '#platform/uuid.ts';

const courier = { kind: 'system', name: courierRole.replace('system_', '') } as const;
/** Most calls in one delivery, and bytes of it: what a phone gathers in three days, photographs apart. */
const mostCalls = 200;
const largestDelivery = 6 * 1024 * 1024;

const limitBody = bodyLimit({
  maxSize: largestDelivery,
  onError: (c) => tellRefusal(c, new Refusal('too_large', m.platform_refused_too_large()), mintId()),
});

interface Parts {
  readonly database: Database;
  readonly operations: readonly BoundOperation[];
  readonly admitCaller: (address: string, command: boolean) => boolean;
  readonly addressOf: (c: Context) => string;
}

/**
 * Where phones hand over what they kept: `{ phone, calls: [sealed call, …] }`, without a session, since it may be over by
 * then. What proves a call is the signature inside it. Each call is performed by itself; the answer is signed, and only for it does
 * a phone let go of what it keeps.
 */
export function serveDeliveries(app: Hono, { database, operations, admitCaller, addressOf }: Parts): void {
  const ask = async <Op extends Operation>(declared: Op, input: object): Promise<OutputOf<Op>> => {
    const bound = operations.find((o) => o.declared === declared);
    if (!bound) throw new Error(`not among the operations: ${declared.route}`);
    return (await perform(database, bound, courier, input, mintId())) as OutputOf<Op>;
  };

  app.post('/field/deliveries', limitBody, async (c) => {
    const request = mintId();
    try {
      if (!admitCaller(addressOf(c), true)) throw new Refusal('too_many', m.platform_refused_too_many());
      const { phone, calls } = await readDelivery(c);
      const met = await ask(meetPhone, { id: phone });
      const receipts: Receipt[] = [];
      for (const sealed of calls) {
        const receipt = await deliver(sealed, { phone, ...met });
        if (receipt) receipts.push(receipt);
      }
      return c.json(
        await sign({ phone, standing: met.standing, at: database.clock().toISOString(), receipts }),
      );
    } catch (error) {
      if (error instanceof Refusal) return tellRefusal(c, error, request);
      log('bug', {
        request,
        operation: 'deliveries',
        error: error instanceof Error ? error.stack : String(error),
      });
      return tellBug(c, request);
    }
  });

  /** @returns null for what is to be sent again */
  async function deliver(
    { call, sealed, handed_over }: SentCall,
    { phone, standing, signing_key }: { phone: string } & OutputOf<typeof meetPhone>,
  ): Promise<Receipt | null> {
    const opened = await openCall(sealed, (await deliveryKeys()).opening);
    const key = signing_key === null ? null : readBytes(signing_key);
    const genuine =
      opened !== null &&
      key !== null &&
      opened.call.phone === phone &&
      opened.call.call === call &&
      (await opened.wasSignedBy(key));
    const bound = genuine && operations.find((o) => o.name === opened.call.operation && o.declared.offline);
    if (!genuine || !bound) return { call, outcome: 'unreadable' };
    if (standing === 'ended') return keep(opened.call, bound, 'phone_ended');
    const receipt = await act(opened.call, bound);
    return receipt?.outcome === 'refused' && handed_over ? keep(opened.call, bound, 'could_not') : receipt;
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
    await ask(keepLateCall, {
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

interface SentCall {
  readonly call: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly handed_over: boolean;
}

async function readDelivery(c: Context): Promise<{ phone: string; calls: SentCall[] }> {
  const unreadable = () => new Refusal('invalid', m.platform_refused_unreadable());
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  const { phone, calls } = (body ?? {}) as { phone?: unknown; calls?: unknown };
  if (typeof phone !== 'string' || !isUuid(phone) || !Array.isArray(calls) || calls.length > mostCalls)
    throw unreadable();
  return {
    phone,
    calls: calls.map((one: { call?: unknown; sealed?: unknown; handed_over?: unknown }) => {
      const sealed = typeof one?.sealed === 'string' ? readBytes(one.sealed) : null;
      if (typeof one?.call !== 'string' || !isUuid(one.call) || sealed === null) throw unreadable();
      return { call: one.call, sealed, handed_over: one.handed_over === true };
    }),
  };
}

async function sign(answer: Answer): Promise<{ said: string; signature: string }> {
  const said = JSON.stringify(answer);
  const bytes = new TextEncoder().encode(said);
  const signed = await crypto.subtle.sign(signature, (await deliveryKeys()).receipts, bytes);
  return { said, signature: writeBytes(new Uint8Array(signed)) };
}
