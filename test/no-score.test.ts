import { expect, test } from 'vitest';
import * as z from 'zod';
import { operations } from '#domains/index.ts';

/** What of a JSON schema is looked at. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
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
  [/\.(number|size|rows)$/, 'a number a record is called by, or bytes of a file'],
  [
    /^listTaken\.taken\.records$/,
    'how many records left the system in one file: the log of who took what along',
  ],
];

/** Numbers that stand beside somebody's id, or are said of somebody, in an answer. */
function* listNumbers(shape: Shape, path: string): Generator<string> {
  const own = shape.properties ?? {};
  const about = Object.keys(own).some((name) => personId.test(name)) || ('id' in own && people.test(path));
  for (const [name, part] of Object.entries(own)) {
    if (about && isNumber(part)) yield `${path}.${name}`;
    yield* listNumbers(part, `${path}.${name}`);
  }
  if (shape.items) yield* listNumbers(shape.items, path);
  for (const one of shape.anyOf ?? []) yield* listNumbers(one, path);
}

function isNumber({ type, anyOf }: Shape): boolean {
  return [type, ...(anyOf ?? []).map((one) => one.type)]
    .flat()
    .some((one) => one === 'number' || one === 'integer');
}

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
