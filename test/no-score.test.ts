import { expect, test } from 'vitest';
import * as z from 'zod';
import { operations } from '#domains/index.ts';

/** What of a JSON schema is looked at. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape | boolean;
  readonly prefixItems?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
}

const personId =
  /^(participant|giver|receiver|client|person|party|household|member|account|visitor|from|to|other)_id$/;
const people =
  /(^read(Participant|Client|Household|Account)|\.(participants|clients|people|members|accounts|households|parties|visitors))$/;

/** Numbers that may stand beside a person: none of them weighs one. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [/\.version$/, 'which wording of a record this is'],
  [/\.(position|ring|chain|place|row|sort)$/, 'where it stands in a list'],
  [
    /\.(times|came_true|going_on)$/,
    'of one wish or offer: how often it was meant, and is used; it is full or not',
  ],
  [
    /^(listParticipants\.participants|readParticipant)\.(wishes|offers)$/,
    'that somebody has both sides is shown; open ones only',
  ],
  [/^readRoundSheet\.lines\.n$/, 'on which line of a sheet of paper it stands'],
  [/^listWaitingContacts\.waiting\.n$/, 'how many wordings of an address wait for its keepers'],
  [/^(listWishCards\.cards|readWishCard)\.notes$/, 'how many notes came with one card'],
  [
    /^readParticipant\.(most_a_month|this_month)$/,
    'the cap somebody set for the own burden, and what this month holds of it',
  ],
  [/\.minutes$/, 'how long one visit took'],
  [
    /^readActivitySheet\.visits_left_out$/,
    'of a public officer’s own monthly record: visits that its form has no line for',
  ],
  [/^readActivitySheet\.added\.\*$/, 'by the line of a form: what one adds to the own monthly record'],
  [/^readDisposal\.record\.counts\.\*$/, 'by the name of a table: how many rows were destroyed'],
  [/\.(number|size|rows)$/, 'a number a record is called by, or bytes of a file'],
  [
    /^listTaken\.taken\.records$/,
    'how many records left the system in one file: the log of who took what along',
  ],
];

/** Numbers that stand beside somebody's id, or are said of somebody, in an answer. */
function* listNumbers(shape: Shape, path: string): Generator<string> {
  const own = Object.assign(
    {},
    ...[shape, ...(shape.allOf ?? [])].map(({ properties }) => properties),
  ) as Record<string, Shape>;
  const about = Object.keys(own).some((name) => personId.test(name)) || ('id' in own && people.test(path));
  for (const [name, part] of Object.entries(own)) {
    if (about && isNumber(part)) yield `${path}.${name}`;
    yield* listNumbers(part, `${path}.${name}`);
  }
  // A record is keyed by anything, thus by a person too: its number is one beside an id.
  for (const one of listKeyed(shape)) {
    if (isNumber(one)) yield `${path}.*`;
    yield* listNumbers(one, `${path}.*`);
  }
  // In a row without names nobody says what stands beside what.
  const row = shape.prefixItems ?? [];
  if (row.some(isText) && row.some(isNumber)) yield `${path}[]`;
  for (const one of [...row, ...listParts(shape)]) yield* listNumbers(one, path);
}

/** Not by one of a few words: those are kinds of things. */
function listKeyed({ additionalProperties, patternProperties, propertyNames }: Shape): Shape[] {
  if (propertyNames?.enum) return [];
  return [additionalProperties, ...Object.values(patternProperties ?? {})].filter(
    (one) => typeof one === 'object',
  );
}

/** What stands in the same place: rows of a list, one of several, several at once. */
function listParts({ items, anyOf = [], oneOf = [], allOf = [] }: Shape): Shape[] {
  return [...(typeof items === 'object' ? [items] : []), ...anyOf, ...oneOf, ...allOf];
}

function isOf(shape: Shape, types: readonly string[]): boolean {
  const { type, anyOf = [], oneOf = [], allOf = [] } = shape;
  return (
    [type].flat().some((one) => one !== undefined && types.includes(one)) ||
    [...anyOf, ...oneOf, ...allOf].some((one) => isOf(one, types))
  );
}
const isNumber = (shape: Shape) => isOf(shape, ['number', 'integer']);
const isText = (shape: Shape) => isOf(shape, ['string']);

const found = operations.flatMap(({ name, declared }) => [
  ...listNumbers(z.toJSONSchema(declared.output, { io: 'output', unrepresentable: 'any' }) as Shape, name),
]);

test('no answer holds a number of a person but those that have a reason: no score, no rank, no balance', () => {
  expect(found.filter((one) => !allowed.some(([path]) => path.test(one)))).toEqual([]);
});

test('every reason is still needed, and a balance would be found', () => {
  expect(allowed.filter(([path]) => !found.some((one) => path.test(one))).map(([, why]) => why)).toEqual([]);
  const balance = z.object({ parties: z.array(z.object({ id: z.uuid(), hours: z.number() })) });
  expect([...listNumbers(z.toJSONSchema(balance) as Shape, 'readBalances')]).toEqual([
    'readBalances.parties.hours',
  ]);
});

test.each([
  ['a record', z.object({ hours: z.record(z.uuid(), z.number()) }), ['readBalances.hours.*']],
  [
    'a record of records',
    z.record(z.uuid(), z.object({ member_id: z.uuid(), hours: z.int() })),
    ['readBalances.*.hours'],
  ],
  ['a row', z.array(z.tuple([z.uuid(), z.number()])), ['readBalances[]']],
  [
    'what lies in a row',
    z.tuple([z.object({ client_id: z.uuid(), rank: z.int().nullable() })]),
    ['readBalances.rank'],
  ],
  [
    'two that are one',
    z.intersection(z.object({ person_id: z.uuid() }), z.object({ rank: z.int() })),
    ['readBalances.rank'],
  ],
])('a balance that hides in %s would be found', (_, shape, where) => {
  expect([...new Set(listNumbers(z.toJSONSchema(shape) as Shape, 'readBalances'))]).toEqual(where);
});
