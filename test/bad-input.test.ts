import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { operations } from '#domains/index.ts';
import { isCommand, methodOf, pathOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { cast, openTown } from './town.ts';

/** Generated from the operation table: what a form should not bring is refused with a sentence, by every operation. */
const town = await openTown('cast');
const roleOf = new Map(
  (await town.look<{ id: string; role: string }>('select id, role from posts')).map(({ id, role }) => [
    id,
    role,
  ]),
);

/** What every text, number and day of an input is; the rest of it is as it should be. */
interface Odd {
  readonly text: string;
  readonly number: number;
  readonly day: string;
}
const usual: Odd = { text: '見本', number: 1, day: '2026-02-02' };
const odd: Readonly<Record<string, Odd>> = {
  'full-width digits, and a day of another calendar': { ...usual, text: '１２３', day: '令和8年2月2日' },
  'a character of no value': { ...usual, text: 'a\u0000b' },
  'half a character': { ...usual, text: '\ud842' },
  'what looks like a pattern or a formula': { ...usual, text: `%_\\'"=1+1` },
  'a number beyond every column': { ...usual, number: 2 ** 40 },
  'a number below nought': { ...usual, number: -(2 ** 40) },
  'a day before every calendar': { ...usual, day: '0000-01-01' },
  'the last day of all': { ...usual, day: '9999-12-31' },
};

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

function invent(shape: Shape, value: Odd): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [one] = shape.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (one) return invent(one, value);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([key, part]) => [key, invent(part, value)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, shape.minItems ?? 1) }, () => invent(shape.items ?? {}, value));
    case 'integer':
    case 'number':
      return Math.min(shape.maximum ?? Infinity, Math.max(shape.minimum ?? -Infinity, value.number));
    case 'boolean':
      return true;
    default:
      if (shape.format === 'uuid') return mintId();
      if (shape.format === 'date') return value.day;
      if (shape.format === 'date-time') return `${value.day}T10:00:00Z`;
      return value.text.slice(0, shape.maxLength ?? value.text.length);
  }
}

async function bring({ declared }: (typeof operations)[number], who: string, value: Odd): Promise<number> {
  const input = invent(
    z.toJSONSchema(declared.input, { io: 'input', unrepresentable: 'any' }) as Shape,
    value,
  ) as Record<string, unknown>;
  const path = pathOf(declared).replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input[name] ?? mintId()).toWellFormed()),
  );
  const asked = Object.entries(input).map(([key, part]) => [key, String(part).toWellFormed()]);
  const response = isCommand(declared)
    ? await town.as(who).fetch(`/api${path}`, {
        method: methodOf(declared),
        headers: { 'content-type': 'application/json', 'x-kanaeau-call': mintId() },
        body: JSON.stringify(input),
      })
    : await town.as(who).fetch(`/api${path}?${new URLSearchParams(asked)}`);
  await response.arrayBuffer();
  return response.status;
}

describe.each(Object.entries(odd))('%s', (_, value) => {
  test('is a bug of no operation', { timeout: 240_000 }, async () => {
    const bugs: string[] = [];
    // Paper and files ask the same questions and take a second each.
    for (const bound of operations.filter(({ declared }) => !declared.file)) {
      const { may } = bound.declared;
      const who = Array.isArray(may)
        ? cast.find((one) => may.includes(roleOf.get(town.id(`post:${one}`)) ?? ''))
        : cast[0];
      if (who && (await bring(bound, who, value)) >= 500) bugs.push(bound.name);
    }
    expect(bugs).toEqual([]);
  });
});
