import { expect, test } from 'vitest';
import { openTown } from '../test/town.ts';
import { idList } from './sql.ts';
import { mintId } from './uuid.ts';

test('the database reads a list of ids as they were written, in their order', async () => {
  const town = await openTown('empty');
  const ids = Array.from({ length: 3000 }, mintId);
  for (const list of [ids, ids.slice(0, 1), [ids[5], ids[5]], []] as string[][])
    expect(await town.look('select $1::uuid[]::text[] as ids', [idList(list)])).toEqual([{ ids: list }]);
});

test.each(['', 'R7-V012', '018e9550-0000-73db-8941-166df55f69e', '018e9550-0000-73db-8941-166df55f69zz'])(
  'no list of ids holds %o',
  (text) => {
    expect(() => idList([mintId(), text])).toThrow();
  },
);

test('nor does one hold two that are of the right length together', () => {
  const id = mintId();
  expect(() => idList([id.slice(0, 34), `${id}00`])).toThrow();
});
