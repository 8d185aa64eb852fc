/** A record or list that is being put together. */
type Branch = Record<string, unknown> | unknown[];

/**
 * The input that fields with a path as their name make up: `counts.face` becomes `{ counts: { face } }` and
 * `people.0.name` becomes `{ people: [{ name }] }`, as the server names them in its sentences.
 */
export function nestFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) put(input, name.split('.'), value);
  return input;
}

/** The value that a field with this name begins with, out of a nested record. */
export function valueAt(record: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | null | undefined)?.[part], record);
}

function put(branch: Branch, [part = '', ...rest]: string[], value: unknown): void {
  const open = branch as Record<string, unknown>;
  if (rest.length === 0) {
    open[part] = value;
    return;
  }
  open[part] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {};
  put(open[part] as Branch, rest, value);
}
