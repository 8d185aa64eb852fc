import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { lastDayDue, retentionClasses } from './model.ts';

const town = await openTown('cast');
const set = (years: number, starts_on: string, body_id: string | null = null) =>
  town.as('shiraishi').call(api.setRetention, {
    id: mintId(),
    class: 'watching',
    years,
    starts_on,
    body_id,
    reason: '文書規程の改正',
  });
const read = async () => {
  const { classes } = await town.as('furukawa').call(api.listRetention, {});
  return classes.find((one) => one.class === 'watching');
};

test('every retention class that stands in a table has its years', async () => {
  const found = await town.look<{ table_name: string; column_default: string | null }>(
    `select table_name, column_default from information_schema.columns
     where table_schema = 'public' and column_name = 'retention_class'`,
  );
  const unknown = found.filter(
    ({ column_default }) =>
      !(retentionClasses as readonly string[]).includes(
        /^'(\w+)'::text$/.exec(column_default ?? '')?.[1] ?? '',
      ),
  );
  expect(found.length).toBeGreaterThan(60);
  expect(unknown).toEqual([]);
});

test('five years after a fiscal year begin when the fiscal year ends', () => {
  expect(lastDayDue('2026-02-02', 5)).toBe('2020-03-31');
  expect(lastDayDue('2026-03-31', 5)).toBe('2020-03-31');
  expect(lastDayDue('2026-04-01', 5)).toBe('2021-03-31');
  expect(lastDayDue('2026-02-02', 0)).toBe('2025-03-31');
});

test('a decision holds from its day on, a body’s own before the town’s, and nothing is overwritten', async () => {
  expect(await read()).toMatchObject({ years: 5, bodies: [] });
  await set(10, '2026-04-01');
  await set(7, '2026-02-02');
  await set(3, '2026-02-02', town.id('body:鳥飼'));
  expect(await read()).toMatchObject({
    years: 7,
    bodies: [{ name: expect.stringContaining('鳥飼'), years: 3 }],
  });
  town.clock.now = new Date('2026-04-01T10:00:00+09:00');
  expect(await read()).toMatchObject({ years: 10, bodies: [{ years: 3 }] });
  const { settings } = await town.as('furukawa').call(api.listRetention, {});
  expect(settings.map(({ years }) => years)).toEqual(expect.arrayContaining([10, 7, 3]));
  await expectRefusal(set(1, '2026-03-31'), 'invalid');
  const mine = {
    id: mintId(),
    class: 'watching',
    years: 1,
    starts_on: '2026-04-01',
    reason: '見本',
  } as const;
  await expectRefusal(town.as('furukawa').call(api.setRetention, mine), 'not_allowed');
});
