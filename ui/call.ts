import * as m from '#messages';
import {
  type FileOperation,
  fillPath,
  type InputOf,
  isCommand,
  methodOf,
  type Operation,
  type OutputOf,
} from '#platform/operation.ts';
import type { RefusalCode } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';

/** What a call can come back with instead of an answer; `unreachable` means that nobody answered at all. */
export type CallRefusedCode = RefusalCode | 'bug' | 'unreachable';

interface RefusedParts {
  code: CallRefusedCode;
  message: string;
  fields?: Record<string, string>;
  request?: string;
}

/** A refused call. `message` is a sentence for the person; `fields` has one per input; `request` finds the log line. */
export class CallRefused extends Error {
  readonly code: CallRefusedCode;
  readonly fields: Readonly<Record<string, string>>;
  readonly request: string | undefined;

  constructor({ code, message, fields, request }: RefusedParts) {
    super(message);
    this.name = 'CallRefused';
    this.code = code;
    this.fields = fields ?? {};
    this.request = request;
  }
}

export interface CallOptions {
  /** The id of a command: the same id again does nothing twice. Minted when left out. */
  callId?: string;
  signal?: AbortSignal | null;
}

let signedOut = () => {};

/** The one listener to "the session is over"; the shell sets it and goes to the sign-in page. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener;
}

/**
 * Calls an operation of the API: input of a GET travels as the query, of a command as JSON with a call id.
 *
 * @throws CallRefused always, when there is no answer to give
 */
export async function call<Op extends Operation>(
  op: Op,
  input: InputOf<Op>,
  { callId, signal = null }: CallOptions = {},
): Promise<OutputOf<Op>> {
  if (!isCommand(op)) return request(hrefOf(op, input), { signal });
  const { path, rest } = fillPath(op, input);
  return request(`/api${path}`, {
    method: methodOf(op),
    headers: { 'content-type': 'application/json', 'x-kanaeau-call': callId ?? mintId() },
    body: JSON.stringify(rest),
    signal,
  });
}

/** The address of a GET operation that answers a file, for a download link. */
export function hrefOf<Op extends Operation>(op: Op, input: InputOf<Op>): string {
  const { path, rest } = fillPath(op, input);
  return withQuery(path, rest);
}

function withQuery(path: string, input: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query.size > 0 ? `/api${path}?${query}` : `/api${path}`;
}

/**
 * A file of the server under the name the server gives it, for files that take a while to be made.
 *
 * @throws CallRefused always, when there is no file to give
 */
export async function fetchFile<Op extends FileOperation>(
  op: Op,
  input: InputOf<Op>,
  { signal = null }: CallOptions = {},
): Promise<File> {
  const init = { signal };
  const answer = await ask(hrefOf(op, input), init);
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const bytes = await answer.blob().catch(() => Promise.reject(nobodyAnswered(init)));
  return new File([bytes], decodeURIComponent(name ?? ''), { type: bytes.type });
}

/** One request to the API by its address, for the few that are needed before any operation is loaded. */
export async function request<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const answer = await ask(url, init);
  return answer.json().catch(() => Promise.reject(nobodyAnswered(init)));
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const answer = await reach(url, init);
  if (answer.ok) return answer;
  const refused = await readRefusal(answer, init);
  if (answer.status === 401) signedOut();
  throw refused;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw nobodyAnswered(init);
  }
}

async function readRefusal(answer: Response, init: RequestInit): Promise<CallRefused> {
  const body: { error?: RefusedParts } | null = await answer.json().catch(() => null);
  return body?.error?.message ? new CallRefused(body.error) : nobodyAnswered(init);
}

function nobodyAnswered({ method }: RequestInit): CallRefused {
  return new CallRefused({
    code: 'unreachable',
    message: method ? m.ui_call_unreachable() : m.ui_call_unread(),
  });
}
