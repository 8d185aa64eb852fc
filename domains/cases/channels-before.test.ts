import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signIn } from '#platform/audit/rig.ts';
import { projectFolder } from '#platform/house.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { openTown } from '#test/town.ts';
import { receiveIntake } from './intake-api.ts';
import { writeNote } from './note-api.ts';

const town = await openTown('cast');

/** What the migration does to the ways of first words, without the rest of it. */
function readRenaming(): string {
  const text = readFileSync(join(projectFolder, 'db/migrations/0056-lists-and-copies.sql'), 'utf8');
  const renaming = /-- 来所 of a first word[\s\S]*?(?=\n-- Copies)/.exec(text)?.[0];
  if (!renaming) throw new Error('the migration says nothing of 来所');
  return renaming;
}

const recorded = `select kind, channel, count(*)::int as n from encounters e where kind in ('intake', 'contact')
    and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)
  group by kind, channel order by kind, channel`;
const counted = `select kind, channel, sum(n)::int as n from (
    select kind, channel, n from encounter_tally where kind in ('intake', 'contact')
    union all select kind, channel, n from encounter_totals where kind in ('intake', 'contact') and grain = 'channel') t
  group by kind, channel having sum(n) <> 0 order by kind, channel`;

test('来所 of a town of before takes its own code, where it counted anew as where it counted again, and 訪問 stays', async () => {
  const window = town.as('nakajima');
  const { id: case_id, mother } = await inventCase(town);
  const first = { channel: 'came', received_on: '2026-02-02', trouble: '見本' } as const;
  await window.call(receiveIntake, { ...first, id: mintId(), client_id: mintId() });
  await window.call(receiveIntake, { ...first, id: mintId(), client_id: mother, known: true });
  const note = {
    id: mintId(),
    case_id,
    client_id: mother,
    noted_on: '2026-02-02',
    with_whom: 'person',
  } as const;
  await window.call(writeNote, { ...note, way: 'visit', outcome: 'spoke', words: '見本' });
  const client = await signIn(town.owner);
  const [rows, counts] = [(await client.query(recorded)).rows, (await client.query(counted)).rows];
  expect(counts).toEqual(rows);
  expect(rows.filter(({ channel }) => channel === 'came').map(({ kind }) => kind)).toEqual([
    'contact',
    'intake',
  ]);
  // As it stood before: one code for both, and counted so.
  await client.query(`
    insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
      select date_trunc('month', e.occurred_on)::date, e.district_id, e.group_id, e.kind, v.channel, e.contact, e.role, 'single', v.n
      from encounters e cross join (values ('came', -1), ('visit', 1)) v(channel, n)
      where e.kind = 'contact' and e.channel = 'came' and e.id in (select id from intakes);
    update encounters set channel = 'visit' where channel = 'came' and (kind = 'intake' or id in (select id from intakes));
    update encounter_tally set channel = 'visit' where channel = 'came' and kind = 'intake';
    update encounter_totals set channel = 'visit' where channel = 'came' and kind = 'intake'`);
  const then = (await client.query(recorded)).rows;
  expect(then).not.toEqual(rows);
  expect((await client.query(counted)).rows).toEqual(then);
  await client.query(readRenaming());
  expect((await client.query(recorded)).rows).toEqual(rows);
  expect((await client.query(counted)).rows).toEqual(rows);
  await client.end();
});
