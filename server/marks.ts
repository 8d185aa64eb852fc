import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** The mark by which a browser knows that it has an answer already (RFC 9110, ETag): the same bytes, the same mark. */
export function markOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Puts the mark on the answer, and says whether whoever asks has it already. */
export function hasMark(c: Context, mark: string): boolean {
  c.header('etag', mark);
  return (c.req.header('if-none-match') ?? '').includes(mark);
}
