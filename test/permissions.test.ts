import { describe, expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { isCommand, methodOf, pathOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { type Caller, cast, openTown } from './town.ts';

/** Generated from the operation table: a new operation is tested here without anybody remembering to. */
const town = await openTown('cast');
const roleOf = new Map(
  (
    await town.look<{ id: string; role: string }>('select id, role from posts where id = any($1)', [
      cast.map((who) => town.id(`post:${who}`)),
    ])
  ).map(({ id, role }) => [id, role]),
);

async function knock(
  caller: Caller,
  { declared }: (typeof operations)[number],
): Promise<{ status: number; code: string }> {
  const path = pathOf(declared).replace(/:\w+/g, () => mintId());
  const response = await caller.fetch(`/api${path}`, {
    method: methodOf(declared),
    ...(isCommand(declared) ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}),
  });
  const body = response.headers.get('content-type')?.startsWith('application/json')
    ? ((await response.json()) as { error?: { code: string } } | null)
    : null;
  return { status: response.status, code: body?.error?.code ?? 'done' };
}

describe('somebody who is not signed in', () => {
  for (const bound of operations.filter((o) => o.declared.may !== 'anyone')) {
    test(`cannot try ${bound.name}`, async () => {
      expect(await knock(town.anonymous, bound)).toEqual({ status: 401, code: 'not_signed_in' });
    });
  }
});

describe('a post that an operation is not for', () => {
  for (const who of cast) {
    const role = roleOf.get(town.id(`post:${who}`)) ?? '';
    const barred = operations.filter(
      ({ declared }) => Array.isArray(declared.may) && !declared.may.includes(role),
    );
    test(`${who} (${role}) cannot try ${barred.length} operations`, async () => {
      expect(role).not.toBe('');
      for (const bound of barred) {
        expect({ operation: bound.name, ...(await knock(town.as(who), bound)) }).toEqual({
          operation: bound.name,
          status: 403,
          code: 'not_allowed',
        });
      }
    });
  }
});

describe('the right post, knocking at what is not there', () => {
  for (const who of cast) {
    const role = roleOf.get(town.id(`post:${who}`)) ?? '';
    const allowed = operations.filter(
      ({ declared }) =>
        pathOf(declared).includes(':') &&
        !isCommand(declared) &&
        (declared.may === 'signed_in' || (Array.isArray(declared.may) && declared.may.includes(role))),
    );
    test(`${who} finds nothing behind ${allowed.length} invented ids, and no bug either`, async () => {
      for (const bound of allowed) {
        const { status } = await knock(town.as(who), bound);
        expect({ operation: bound.name, bug: status >= 500 }).toEqual({ operation: bound.name, bug: false });
      }
    });
  }
});
