import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import * as z from 'zod';
import * as m from '#messages';
import type { BoundOperation, FileReply } from '#platform/domain.ts';
import { fillPath, isCommand, methodOf } from '#platform/operation.ts';
import { Refusal, refusalStatus } from '#platform/refusal.ts';
import type { Way } from './way.ts';

const refused = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});

/** A running server anywhere, with a token: what the token's post may. */
export function openRemoteWay(url: string, token: string): Way {
  const base = new URL(url);
  const request = base.protocol === 'https:' ? tlsRequest : plainRequest;
  const noAnswer = (cause: string) => new Refusal('refused', m.cli_no_answer({ url, cause }));
  return overHttp(
    {
      protocol: base.protocol,
      hostname: base.hostname,
      port: base.port,
      headers: { authorization: `Bearer ${token}` },
    },
    base.pathname.replace(/\/$/, ''),
    request,
    noAnswer,
  );
}

/** The server that runs on this data folder, as its operator. */
export function openSocketWay(path: string, folder: string): Way {
  const noAnswer = (cause: string) => new Refusal('refused', m.cli_no_socket({ folder, path, cause }));
  return overHttp({ socketPath: path, host: 'localhost' }, '', plainRequest, noAnswer);
}

function overHttp(
  place: RequestOptions,
  prefix: string,
  request: typeof plainRequest,
  noAnswer: (cause: string) => Refusal,
): Way {
  return {
    async perform(bound, input, call) {
      const { path, rest } = fillPath(bound.declared, input);
      const command = isCommand(bound.declared);
      const body = command ? JSON.stringify(rest) : undefined;
      const response = await send(
        {
          ...place,
          method: methodOf(bound.declared),
          path: `${prefix}/api${path}${command ? '' : toQuery(rest)}`,
          headers: {
            ...place.headers,
            ...(command ? { 'content-type': 'application/json', 'x-kanaeau-call': call } : {}),
          },
        },
        body,
        request,
        noAnswer,
      );
      return readAnswer(bound, response);
    },
    close: async () => undefined,
  };
}

interface Answer {
  readonly head: IncomingMessage;
  readonly body: Buffer;
}

function send(
  options: RequestOptions,
  body: string | undefined,
  request: typeof plainRequest,
  noAnswer: (cause: string) => Refusal,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const broken = (error: NodeJS.ErrnoException) => fail(noAnswer(error.code ?? error.message));
    const asking = request(options, (head) => {
      const chunks: Buffer[] = [];
      head.on('data', (chunk: Buffer) => chunks.push(chunk));
      head.once('end', () => done({ head, body: Buffer.concat(chunks) }));
      head.once('error', broken);
    });
    asking.once('error', broken);
    asking.end(body);
  });
}

function readAnswer(bound: BoundOperation, { head, body }: Answer): unknown {
  if (head.statusCode === 200 && bound.declared.file) return toFile(head, body);
  const answer: unknown = JSON.parse(body.toString('utf8'));
  const { success, data } = refused.safeParse(answer);
  if (!success) return answer;
  const { code, message, fields } = data.error;
  if (code in refusalStatus) throw new Refusal(code as keyof typeof refusalStatus, message, fields);
  throw new Error(message);
}

function toFile(head: IncomingMessage, bytes: Buffer): FileReply {
  const name = /filename\*=UTF-8''([^;]+)/.exec(head.headers['content-disposition'] ?? '')?.[1] ?? '';
  return { name: decodeURIComponent(name), type: head.headers['content-type'] ?? '', bytes };
}

function toQuery(rest: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) query.append(key, String(value));
  }
  return query.size > 0 ? `?${query}` : '';
}
