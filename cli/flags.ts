import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import * as m from '#messages';
import { isCommand, type Operation, pathOf } from '#platform/operation.ts';

/** The command line is not written as it must be; the sentence says what to write instead. */
export class WrongUsage extends Error {}

/** One field of an operation's input as a flag. */
export interface Flag {
  readonly flag: string;
  readonly field: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'json' | 'file';
  readonly list: boolean;
  readonly required: boolean;
  /** What may stand there, when it is a closed list. */
  readonly values: readonly string[];
}

/** Options of the terminal itself; an operation's field of the same name is given by `--json`. */
export const ownOptions = {
  json: { type: 'string' },
  out: { type: 'string' },
  token: { type: 'string' },
  url: { type: 'string' },
  call: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type OwnOptions = { readonly [K in keyof typeof ownOptions]?: string } & { readonly help?: boolean };

const property = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** The flags that follow from an operation's input schema: `household_id` is `--household-id`. */
export function flagsOf({ input }: Operation): Flag[] {
  const described = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const required = new Set(described.required ?? []);
  return Object.entries(described.properties ?? {}).map(([field, raw]) => {
    const outer = withoutNull(raw);
    const list = outer.type === 'array';
    const inner = list ? withoutNull(outer.items) : outer;
    const values = (inner.enum ?? []).filter((value) => typeof value === 'string');
    return {
      flag: `--${toKebab(field)}`,
      field,
      kind: kindOf(inner),
      list,
      required: required.has(field),
      values,
    };
  });
}

/** Whether the id of a new record is asked for: whoever calls mints it. */
export function mintsId(declared: Operation): boolean {
  return isCommand(declared) && 'id' in declared.input.shape && !pathOf(declared).includes(':id');
}

/** `recordVisit` and `household_id` as they are typed: `record-visit`, `household-id`. */
export function toKebab(name: string): string {
  return name.replace(/_/g, '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Reads the flags of an operation and the terminal's own.
 *
 * @throws WrongUsage for a flag that is not there or a value of another kind
 */
export function readFlags(
  flags: readonly Flag[],
  args: readonly string[],
): { own: OwnOptions; input: Record<string, unknown> } {
  const options: Record<
    string,
    { type: 'string'; multiple?: boolean } | { type: 'boolean'; short?: string }
  > = {};
  for (const { flag, list } of flags) options[flag.slice(2)] = { type: 'string', multiple: list };
  const { values } = parseOptions(args, { ...options, ...ownOptions });
  const own: Record<string, unknown> = {};
  const input: Record<string, unknown> = {};
  for (const name of Object.keys(ownOptions)) own[name] = values[name];
  for (const flag of flags) {
    const given = values[flag.flag.slice(2)];
    if (given === undefined || flag.flag.slice(2) in ownOptions) continue;
    input[flag.field] = Array.isArray(given)
      ? given.map((one) => convert(flag, String(one)))
      : convert(flag, String(given));
  }
  return { own, input };
}

/**
 * Node's own reading of a command line, with our sentence when it does not fit.
 *
 * @throws WrongUsage
 */
export function parseOptions(
  args: readonly string[],
  options: NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals });
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new WrongUsage(m.cli_wrong_option({ cause: cause ?? '' }));
  }
}

function withoutNull(raw: unknown): z.infer<typeof property> {
  const parsed = property.parse(raw ?? {});
  const rest = parsed.anyOf?.map((one) => property.parse(one)).filter(({ type }) => type !== 'null');
  return rest?.length === 1 && rest[0] ? rest[0] : parsed;
}

function kindOf({ type, anyOf, properties }: z.infer<typeof property>): Flag['kind'] {
  // A file as it travels in JSON; on the command line it is its path.
  if (properties?.name && properties.base64) return 'file';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'object' || type === 'array' || anyOf) return 'json';
  return 'text';
}

function convert({ flag, kind }: Flag, value: string): unknown {
  const wrong = () => new WrongUsage(m.cli_wrong_value({ flag, value }));
  switch (kind) {
    case 'text':
      return value;
    case 'number':
      if (value.trim() === '' || Number.isNaN(Number(value))) throw wrong();
      return Number(value);
    case 'boolean':
      if (value !== 'true' && value !== 'false') throw wrong();
      return value === 'true';
    case 'json':
      try {
        return JSON.parse(value);
      } catch {
        throw wrong();
      }
    case 'file':
      return readFile(value);
  }
}

function readFile(path: string): { name: string; base64: string } {
  try {
    return { name: basename(path), base64: readFileSync(path).toString('base64') };
  } catch {
    throw new WrongUsage(m.cli_unreadable_file({ file: path }));
  }
}
