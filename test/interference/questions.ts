import * as z from 'zod';
import { readCode } from '#domains/papers/model.ts';
import { idOf } from '#domains/sample-town.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { isCommand, pathOf } from '#platform/operation.ts';

/** What questions are asked with: ids that exist in either town, words to search for, days and codes. */
export interface Pool {
  /** Ids present in both towns, few of each table, by table. */
  readonly shared: IdsByTable;
  /** Ids that only one of the towns has: the hidden rows and what hangs on them, by table. */
  readonly hidden: IdsByTable;
  /** Ids of both towns that are asked wherever an id is asked for: what a change hangs on. */
  readonly also?: readonly string[];
  readonly words: readonly string[];
}

export type IdsByTable = ReadonlyMap<string, readonly string[]>;

/** Inputs whose name is not their table's. */
const tableOfInput: Record<string, string> = {
  visitor: 'posts',
  worker: 'posts',
  attendee: 'posts',
  person: 'clients',
  about: 'clients',
  receiver: 'bodies',
  group: 'bodies',
  welcoming_places: 'places',
  published_places: 'places',
};

interface Property {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Property[];
  readonly default?: unknown;
}

interface Schema {
  readonly properties?: Record<string, Property>;
  readonly required?: readonly string[];
}

const byName: Record<string, readonly string[]> = {
  code: [
    readCode(idOf('hidden-round-sheet:0').slice(-10)),
    'kurume-1',
    'kurume-2',
    'consultations',
    'comprehensive',
    'outreach',
    'coordination',
  ],
  q: ['いしばし', '石橋', '1944-05-11', '0942000101', '見本'],
  plan: ['kurume-1'],
  indicator: ['visits', 'intakes'],
  month: ['2026-01', '2026-01-01', '2025-12-01'],
  from: ['2025-04-01', '2025-04'],
  until: ['2026-02-02', '2026-02'],
  year: ['2024', '2025'],
  fiscal_year: ['2024', '2025'],
  kind: ['visit', 'intake'],
  encoding: ['utf-8'],
  role: ['visitor', 'commissioner'],
  ends_on: ['2028-11-30'],
  day: ['2026-01-30', '2026-02-10'],
  on: ['2026-02-10', '2026-02-13'],
  items: ['visit', 'household', 'watching', 'consultation'].map(
    (facet) => `${idOf(`item:${facet}`)}.has=見本`,
  ),
  // A PDF is set from the very value the other two are written from, and takes long.
  format: ['csv', 'html'],
  body: [idOf('body:つながり支援課'), idOf('body:こども応援課')],
};

/**
 * The questions a read operation is asked: the plainest one, and for every field of its input one question for
 * each candidate, with the ids of hidden rows among them. Generated from the operation's schema.
 */
export function askAbout({ declared }: BoundOperation, pool: Pool): string[] {
  if (isCommand(declared)) return [];
  const schema = readSchema(declared.input);
  const properties = Object.entries(schema.properties ?? {});
  const inPath = [...pathOf(declared).matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  const required = new Set([...(schema.required ?? []), ...inPath]);
  const plain: Record<string, string> = {};
  for (const [name, property] of properties) {
    const [first] = candidatesFor(name, property, pool, pathOf(declared));
    if (required.has(name) && first !== undefined) plain[name] = first;
  }
  const questions = new Set([writeQuestion(pathOf(declared), plain)]);
  for (const [name, property] of properties) {
    for (const value of candidatesFor(name, property, pool, pathOf(declared)))
      questions.add(writeQuestion(pathOf(declared), { ...plain, [name]: value }));
  }
  return [...questions];
}

const schemas = new WeakMap<z.ZodType, Schema>();

function readSchema(input: z.ZodType): Schema {
  const known = schemas.get(input);
  if (known) return known;
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  schemas.set(input, schema);
  return schema;
}

function candidatesFor(name: string, property: Property, pool: Pool, path: string): readonly string[] {
  const known = byName[name];
  if (known) return known;
  const one = property.anyOf?.find((p) => p.type !== 'null') ?? property;
  if (one.enum) return one.enum.map(String).slice(0, 3);
  if (one.format === 'uuid') return idsFor(name, pool, path);
  if (one.type === 'integer' || one.type === 'number') return ['1', '50'];
  if (one.type === 'boolean') return ['true'];
  if (one.format === 'date') return ['2026-01-15'];
  return pool.words;
}

/** Ids of the table an input speaks of, the hidden ones first; of any table where its name does not say which. */
function idsFor(name: string, pool: Pool, path: string): string[] {
  const about = name === 'id' ? path.match(/([^/]+)\/:id/)?.[1] : name.replace(/_id$/, '');
  const one = about?.replaceAll('-', '_') ?? '';
  const tables = [tableOfInput[one] ?? one, `${one}s`, one.replace(/y$/, 'ies')];
  const ofTables = (ids: IdsByTable) => tables.flatMap((table) => ids.get(table) ?? []);
  const known = tables.some((table) => pool.shared.has(table) || pool.hidden.has(table));
  const any = (ids: IdsByTable) => [...ids.values()].flat().slice(0, 4);
  const found = known
    ? [...ofTables(pool.hidden), ...ofTables(pool.shared)]
    : [...any(pool.hidden), ...any(pool.shared)];
  return [...new Set([...found, ...(pool.also ?? [])])];
}

function writeQuestion(path: string, input: Record<string, string>): string {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name] ?? 'x';
    delete rest[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(rest);
  return `/api${filled}${query.size > 0 ? `?${query}` : ''}`;
}
