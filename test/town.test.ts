import { expect, test } from 'vitest';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from './town.ts';

test('nobody who is not signed in records a visit', async () => {
  const town = await openTown('empty');
  const visit = {
    id: mintId(),
    household_id: mintId(),
    visited_on: '2026-02-02',
    channel: 'face',
    contact: 'met',
  } as const;
  const refused = await expectRefusal(town.anonymous.call(recordVisit, visit), 'not_signed_in');
  expect(refused.message).toContain('サインイン');
  const described = await town.anonymous.fetch('/api/openapi.json');
  expect(((await described.json()) as { openapi: string }).openapi).toBe('3.1.0');
  expect((await town.anonymous.fetch('/api')).status).toBe(200);
});
