import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listVisits, recordVisit } from './api.ts';
import { exportVisits, mostVisitsExported } from './export-api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');

const read = async (who: string, filter = {}) => {
  const file: unknown = await town.as(who).call(exportVisits, { encoding: 'utf-8', ...filter });
  const [head = '', ...rows] = new TextDecoder()
    .decode(file as Uint8Array)
    .trimEnd()
    .split('\r\n');
  return { head, rows };
};

const [own] = await town.look<{
  household_id: string;
  district_id: string;
  holder_id: string;
  post_id: string;
}>(
  `select a.household_id, h.district_id, h.holder_id, a.post_id from household_assignments a
    join households h on h.id = a.household_id where a.post_id = $1 limit 1`,
  [town.id('post:koga')],
);
if (!own) throw new Error('古賀 looks in on nobody');

/** So many visits at one household, past the gate: what is asked about here is how they are taken along. */
async function plant(count: number): Promise<void> {
  await town.look(
    `with ids as (select gen_random_uuid() as id, n from generate_series(1, $1::int) n)
     insert into visits (${Object.keys(sample).join(', ')})
     select ${Object.values(sample).join(', ')} from ids`,
    [count],
  );
}
const [model] = await (async () => {
  const id = mintId();
  await town.as('koga').call(recordVisit, {
    id,
    household_id: own.household_id,
    visited_on: '2026-02-01',
    channel: 'face',
    contact: 'met',
    note: '見本の覚え',
  });
  return town.look<Record<string, unknown>>('select to_jsonb(v) as row from visits v where id = $1', [id]);
})();
const row = (model?.row ?? {}) as Record<string, unknown>;
const literal = (value: unknown) =>
  value === null ? 'null' : `'${typeof value === 'object' ? JSON.stringify(value) : String(value)}'`;
const sample = Object.fromEntries(
  Object.entries(row).map(([name, value]) => [
    name,
    name === 'id' ? 'id' : name === 'visited_on' ? "date '2025-04-01' + (n % 300)" : literal(value),
  ]),
);
await town.look('set session_replication_role = replica');

test('the whole list is taken along, not only the page that is shown, in the order of the list', async () => {
  await plant(2_300);
  const { rows, head } = await read('furukawa');
  const [{ n } = { n: 0 }] = await town.look<{ n: number }>(
    'select count(*)::int as n from visits v where v.district_id = $1',
    [own.district_id],
  );
  expect(rows.length).toBe(n);
  expect(n).toBeGreaterThan(2_300);
  expect(head.split(',')).toContain('様子');
  const shown = await furukawa.call(listVisits, { limit: 200 });
  expect(rows.slice(0, 200).map((line) => line.split(',')[0])).toEqual(
    shown.visits.map(({ visited_on }) => visited_on),
  );
  expect(rows.join()).not.toContain('見本の覚え');
});

test('what narrows down the list narrows down the file; each sees in it what they see in the list', async () => {
  const { rows } = await read('furukawa', { from: '2025-05-01', until: '2025-05-31' });
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((line) => !line.startsWith('2025-05-'))).toEqual([]);
  expect((await read('sakai', { from: '2025-05-01', until: '2025-05-31' })).rows).not.toEqual(rows);
  expect((await read('koga')).rows.length).toBeGreaterThan(2_300);
});

test('who took which households along is written down', async () => {
  await read('koga');
  const [entry] = await town.look<{ subjects: string[] }>(
    `select subjects from audit_inbox where word = 'visits.exported' and account_id = $1`,
    [town.id('account:koga')],
  );
  expect(entry?.subjects).toContain(own.household_id);
});

test('more than can be worked with is not given at once, and the sentence says what to do', async () => {
  await plant(mostVisitsExported);
  const refused = await expectRefusal(furukawa.call(exportVisits, {}), 'refused');
  expect(refused.message).toContain('分けて');
  expect((await read('furukawa', { from: '2025-06-01', until: '2025-06-30' })).rows.length).toBeGreaterThan(
    1_000,
  );
}, 60_000);
