import { expect, test } from 'vitest';
import * as z from 'zod';
import { operations } from '#domains/index.ts';
import { operation } from '#platform/operation.ts';
import { seekOperation } from './find.ts';
import { flagsOf, mintsId, ownOptions, readFlags, toKebab, WrongUsage } from './flags.ts';
import { describeAll, describeOne } from './help.ts';

const declared = operation({
  route: 'POST /things/:shelf',
  summary: () => 'thing',
  may: 'signed_in',
  audit: null,
  input: z.object({
    id: z.uuid(),
    shelf: z.string(),
    on_day: z.iso.date().nullable().default(null),
    count: z.int().default(1),
    fits: z.boolean().optional(),
    kind: z.enum(['small', 'large']),
    marks: z.array(z.string()).default([]),
    parts: z.array(z.object({ n: z.int() })).default([]),
    paper: z.object({ name: z.string(), base64: z.base64() }).nullable().default(null),
  }),
  output: z.object({}),
});
const flags = flagsOf(declared);

test('the flags of an operation follow from its input', () => {
  expect(flags.map(({ flag, kind, list, required }) => [flag, kind, list, required])).toEqual([
    ['--id', 'text', false, true],
    ['--shelf', 'text', false, true],
    ['--on-day', 'text', false, false],
    ['--count', 'number', false, false],
    ['--fits', 'boolean', false, false],
    ['--kind', 'text', false, true],
    ['--marks', 'text', true, false],
    ['--parts', 'json', true, false],
    ['--paper', 'file', false, false],
  ]);
  expect(flags.find(({ field }) => field === 'kind')?.values).toEqual(['small', 'large']);
  expect(mintsId(declared)).toBe(true);
});

test('a file is given by its path, and one that is not there is named', () => {
  const { input } = readFlags(flags, ['--paper', 'project.inlang/settings.json']);
  const paper = z.object({ name: z.string(), base64: z.string() }).parse(input.paper);
  expect(paper.name).toBe('settings.json');
  expect(Buffer.from(paper.base64, 'base64').toString()).toContain('pathPattern');
  expect(() => readFlags(flags, ['--paper', 'not-there.csv'])).toThrow('not-there.csv を開けません。');
});

test('values become what the input asks for', () => {
  const { input, own } = readFlags(flags, [
    ...['--shelf', 'a', '--on-day=2026-02-02', '--count', '3', '--fits', 'true', '--kind', 'small'],
    ...['--marks', 'x', '--marks', 'y', '--parts', '{"n": 1}', '--out', 'FILE'],
  ]);
  expect(input).toEqual({
    ...{ shelf: 'a', on_day: '2026-02-02', count: 3, fits: true, kind: 'small' },
    ...{ marks: ['x', 'y'], parts: [{ n: 1 }] },
  });
  expect(own.out).toBe('FILE');
});

test.each([
  [['--count', 'three'], '--count'],
  [['--fits', 'yes'], '--fits'],
  [['--parts', '{'], '--parts'],
  [['--colour', 'red'], '--colour'],
  [['red'], 'red'],
])('%j is wrong usage, and the sentence names it', (args, named) => {
  expect(() => readFlags(flags, args)).toThrow(WrongUsage);
  expect(() => readFlags(flags, args)).toThrow(named);
});

test('every operation has a name and flags of its own on the terminal', () => {
  const page = describeAll();
  for (const bound of operations) {
    expect(page).toContain(`  ${toKebab(bound.name)}`);
    expect(seekOperation(toKebab(bound.name))).toBe(bound);
    const described = describeOne(bound);
    for (const { flag } of flagsOf(bound.declared)) {
      expect(Object.keys(ownOptions), `${bound.name} ${flag}`).not.toContain(flag.slice(2));
      expect(described).toContain(`  ${flag}`);
    }
  }
});
