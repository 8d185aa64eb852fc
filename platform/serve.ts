import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import * as m from '#messages';
import type { ReadAddress } from './caller-address.ts';
import { hashSecret } from './credentials/secrets.ts';
import type { Credential, Database } from './db.ts';
import type { BoundOperation, FileReply } from './domain.ts';
import { log } from './log.ts';
import { countRequest } from './metrics.ts';
import { isCommand, methodOf, pathOf } from './operation.ts';
import { perform } from './perform.ts';
import { Refusal, refusalStatus } from './refusal.ts';
import { isUuid, mintId } from './uuid.ts';

/** The name of the session's cookie. Over TLS a browser takes it from this very host alone, and sends it over TLS alone. */
export function sessionCookie(c: Context): string {
  return cameOverTls(c) ? '__Host-kanaeau_session' : 'kanaeau_session';
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set for every call before anything else reads it. */
    overTls: boolean;
    /** The one foreign origin from which this answer's page may show pictures. */
    picturesFrom: string | undefined;
    /** This answer may stand in a frame of the house's own pages. */
    framed: boolean | undefined;
  }
}

/** Over TLS to us, or to a proxy that the town named. */
export function cameOverTls(c: Context): boolean {
  return c.get('overTls') === true;
}

export interface Serving {
  readonly database: Database;
  readonly operations: readonly BoundOperation[];
  /** Whose post it is that calls over the socket of the data folder, without a proof. */
  readonly localPost: string;
  /** Largest body taken, in bytes. */
  readonly bodyLimit: number;
  readonly addressOf: ReadAddress;
  /** Says whether this caller may go on now; false is answered with "too many". */
  readonly admitCaller: (address: string, command: boolean) => boolean;
  /** What an operation leaves for the browser to keep, e.g. the session cookie. */
  readonly afterwards: (context: Context, operation: string, answer: unknown) => unknown;
}

/** The HTTP side of the operation table: one route an operation, all through `perform`. */
export function serveOperations(serving: Serving): Hono {
  const app = new Hono();
  for (const bound of serving.operations) {
    app.on(methodOf(bound.declared), `/api${pathOf(bound.declared)}`, (c) => answer(c, bound, serving));
  }
  app.all('/api/*', (c) =>
    tellRefusal(c, new Refusal('not_found', m.platform_refused_not_found()), mintId()),
  );
  return app;
}

async function answer(c: Context, bound: BoundOperation, serving: Serving): Promise<Response> {
  const request = randomUUID();
  const started = performance.now();
  const finish = (response: Response): Response => {
    const ms = Math.round((performance.now() - started) * 10) / 10;
    countRequest(bound.name, response.status, ms);
    log('request', { request, operation: bound.name, status: response.status, ms });
    response.headers.set('x-request-id', request);
    return response;
  };
  try {
    const command = isCommand(bound.declared);
    if (command) refuseOtherSites(c);
    if (!serving.admitCaller(serving.addressOf(c), command))
      throw new Refusal('too_many', m.platform_refused_too_many());
    const input = await readInput(c, bound, bound.declared.largestInput ?? serving.bodyLimit);
    const call = c.req.header('x-kanaeau-call');
    if (call !== undefined && !isUuid(call)) throw new Refusal('invalid', m.platform_refused_unreadable());
    const done = await perform(
      serving.database,
      bound,
      credentialOf(c, serving.localPost),
      input,
      call ?? mintId(),
    );
    if (bound.declared.file) return finish(fileResponse(done as FileReply));
    const shown = serving.afterwards(c, bound.name, done);
    c.header('cache-control', 'no-store');
    return finish(c.json(shown as object));
  } catch (error) {
    if (error instanceof Refusal) return finish(tellRefusal(c, error, request));
    log('bug', {
      request,
      operation: bound.name,
      error: error instanceof Error ? error.stack : String(error),
    });
    return finish(tellBug(c, request));
  }
}

/**
 * Where the caller's proof is: a bearer token for programs, the session cookie for people. Over the socket of the
 * data folder, which only its owner can open, none is asked for.
 */
function credentialOf(c: Context, localPost: string): Credential {
  const bearer = c.req.header('authorization')?.match(/^Bearer (\S+)$/)?.[1];
  if (bearer) return { kind: 'token', hash: hashSecret(bearer) };
  const session = getCookie(c, sessionCookie(c));
  if (session) return { kind: 'session', hash: hashSecret(session) };
  const { local } = (c.env ?? {}) as { readonly local?: true };
  return local ? { kind: 'post', post: localPost } : { kind: 'none' };
}

/** A command must come from our own page or from a program: a browser says where it stands. */
function refuseOtherSites(c: Context): void {
  if (c.req.header('authorization')) return;
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const host = c.req.header('host');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== 'null' && new URL(origin).host !== host) ||
    origin === 'null';
  if (foreign) throw new Refusal('not_allowed', m.platform_refused_other_site());
}

async function readInput(c: Context, bound: BoundOperation, limit: number): Promise<Record<string, unknown>> {
  const params = c.req.param() as Record<string, string>;
  if (!isCommand(bound.declared)) return { ...c.req.query(), ...params };
  const length = Number(c.req.header('content-length') ?? 0);
  if (length > limit) throw new Refusal('too_large', m.platform_refused_too_large());
  const text = await c.req.text();
  if (text.length > limit) throw new Refusal('too_large', m.platform_refused_too_large());
  if (text === '') return params;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new SyntaxError();
    return { ...body, ...params };
  } catch {
    throw new Refusal('invalid', m.platform_refused_unreadable());
  }
}

function fileResponse({ name, type, bytes }: FileReply): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}

export function tellRefusal(c: Context, refusal: Refusal, request: string): Response {
  const { code, message, fields } = refusal;
  c.header('cache-control', 'no-store');
  return c.json({ error: { code, message, ...(fields ? { fields } : {}), request } }, refusalStatus[code]);
}

export function tellBug(c: Context, request: string): Response {
  c.header('cache-control', 'no-store');
  return c.json({ error: { code: 'bug', message: m.platform_bug({ request }), request } }, 500);
}
