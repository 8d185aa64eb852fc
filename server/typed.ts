import type { Context } from 'hono';

/** What a page without scripts sends, by the name of its field. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The fields of a form as they were typed; null for more bytes than a hand can have typed. */
export async function readTyped(c: Context, most: number): Promise<Typed | null> {
  const text = await readUpTo(c.req.raw.body, most);
  if (text === null) return null;
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    fields[name] = [...(fields[name] ?? []), value.replaceAll('\r\n', '\n').replaceAll('\0', '')];
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, most: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    // What is left is not read: whoever sends it may go on until the connection ends.
    if (bytes > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The text of one field; what was sent twice counts once. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  return typeof value === 'string' ? value : '';
}
