import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as m from '#messages';
import type { Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import { readBytes } from '#platform/sealed-call.ts';
import { tellBug, tellRefusal } from '#platform/serve.ts';
import { isUuid, mintId } from '#platform/uuid.ts';

/** Most calls a phone brings at once, and bytes of them. */
const mostCalls = 200;
const largestBody = 6 * 1024 * 1024;

const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: (c) => tellRefusal(c, new Refusal('too_large', m.platform_refused_too_large()), mintId()),
});

export interface DoorParts {
  readonly database: Database;
  readonly operations: readonly BoundOperation[];
  readonly admitCaller: (address: string, command: boolean) => boolean;
  readonly addressOf: (c: Context) => string;
}

/** A sealed call as it was brought. */
export interface BroughtCall {
  readonly call: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly handed_over: boolean;
}

/**
 * A door for phones: `{ phone, calls: [sealed call, …] }`, without a session and without a cookie. What proves a call is the
 * signature inside it.
 */
export function serveFieldDoor(
  app: Hono,
  path: `/field/${string}`,
  { admitCaller, addressOf }: DoorParts,
  answer: (phone: string, calls: readonly BroughtCall[]) => Promise<object>,
): void {
  app.post(path, limitBody, async (c) => {
    const request = mintId();
    try {
      if (!admitCaller(addressOf(c), true)) throw new Refusal('too_many', m.platform_refused_too_many());
      const { phone, calls } = readBrought(await c.req.text());
      return c.json(await answer(phone, calls));
    } catch (error) {
      if (error instanceof Refusal) return tellRefusal(c, error, request);
      const said = error instanceof Error ? error.stack : String(error);
      log('bug', { request, operation: path, error: said });
      return tellBug(c, request);
    }
  });
}

function readBrought(text: string): { phone: string; calls: BroughtCall[] } {
  const unreadable = () => new Refusal('invalid', m.platform_refused_unreadable());
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
