import { expect, test } from 'vitest';
import { addCode, endCode, rewordCode } from '#domains/codes/api.ts';
import { listEncounters } from '#domains/encounters/api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { readCase } from './case-api.ts';
import { correctNote, exportNotes, listNotes, readNote, withdrawNote, writeNote } from './note-api.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');

const said = { noted_on: '2026-01-20', way: 'visit', with_whom: 'person', outcome: 'attempt' } as const;

async function counted(month = '2026-01') {
  const { encounters } = await town
    .as('tsutsumi')
    .call(listEncounters, { kind: 'contact', from: month, until: month, limit: 200 });
  return encounters;
}

test('an attempt, a "does not wish" and keeping in touch count as a talk does; no word of it is counted', async () => {
  const { id, son } = await inventCase(town);
  const before = (await counted()).map((row) => row.id);
  for (const outcome of ['attempt', 'declined', 'kept_touch', 'spoke'] as const)
    await nakajima.call(writeNote, {
      case_id: id,
      id: mintId(),
      client_id: son,
      ...said,
      outcome,
      words: 'ドア越しに（見本）',
    });
  const rows = await counted();
  const written = rows.filter((row) => !before.includes(row.id));
  expect(written).toHaveLength(4);
  expect(written[0]).toMatchObject({ channel: 'visit', district_name: '鳥飼', role: 'intake_worker' });
  expect(JSON.stringify(rows)).not.toContain('ドア');
  expect((await nakajima.call(readCase, { id })).last_note_on).toBe('2026-02-02');
});

test('the ways are the town’s own list: offered on the day of the note, and read as they were called on it', async () => {
  const { id, mother } = await inventCase(town);
  const administrator = town.as('shiraishi');
  const online = mintId();
  await administrator.call(addCode, {
    id: online,
    list: 'way',
    code: 'online',
    label: 'オンライン',
    starts_on: '2026-01-15',
  });
  const write = (noted_on: string, way: string) => {
    const note = mintId();
    return nakajima.call(writeNote, { case_id: id, id: note, client_id: mother, ...said, noted_on, way });
  };
  const early = await expectRefusal(write('2026-01-14', 'online'), 'invalid');
  expect(early.fields).toHaveProperty('way');
  await expectRefusal(write('2026-01-20', 'nothing'), 'invalid');
  const { id: first } = await write('2026-01-20', 'online');
  await administrator.call(rewordCode, { id: online, label: 'ビデオ通話', from_on: '2026-01-25' });
  await write('2026-01-26', 'online');
  await administrator.call(endCode, { id: online, ends_on: '2026-01-31' });
  await expectRefusal(write('2026-02-01', 'online'), 'invalid');
  const csv = new TextDecoder().decode(
    (await nakajima.call(exportNotes, { case_id: id })) as unknown as Uint8Array,
  );
  expect(csv.split('\r\n').filter((line) => /オンライン|ビデオ通話/.test(line))).toEqual([
    expect.stringMatching(/1月20日.*オンライン/),
    expect.stringMatching(/1月26日.*ビデオ通話/),
  ]);
  const correct = { id: first, ...said, way: 'phone', words: '見本', reason: '見本' };
  await nakajima.call(correctNote, { ...correct, version: 1 });
  const second = await expectRefusal(
    nakajima.call(correctNote, { ...correct, way: 'online', version: 1 }),
    'refused',
  );
  expect(second.fields.way).toMatch(/電話.*オンライン/);
});

test('a protected address is in no district’s count', async () => {
  const { id, mother } = await inventCase(town);
  await town.look('update client_contacts set protected = true where client_id = $1', [mother]);
  const note = mintId();
  await nakajima.call(writeNote, { case_id: id, id: note, client_id: mother, ...said });
  expect((await counted()).find((row) => row.id === note)).toMatchObject({ district_id: null });
});

test('an officer of the same body sees neither the contact nor who took part', async () => {
  const rows = await town.look(
    "select district_id from encounter_parties where encounter_id in (select id from encounters where kind = 'contact')",
  );
  expect(rows.every(({ district_id }) => district_id === null)).toBe(true);
  await expectRefusal(
    town.as('eguchi').call(listEncounters, { kind: 'contact', from: '2026-01', until: '2026-01' }),
    'not_allowed',
  );
});

test('a correction keeps what was said, moves the count, and of two shows both values to the second', async () => {
  const { id, son } = await inventCase(town);
  const note = mintId();
  await nakajima.call(writeNote, { case_id: id, id: note, client_id: son, ...said, words: '留守（見本）' });
  const [january, december] = [(await counted()).length, (await counted('2025-12')).length];
  const correct = (words: string) =>
    nakajima.call(correctNote, {
      id: note,
      version: 1,
      ...said,
      noted_on: '2025-12-20',
      words,
      reason: '日付の書きまちがい（見本）',
    });
  await correct('留守。手紙を置いた（見本）');
  expect([(await counted()).length, (await counted('2025-12')).length]).toEqual([january - 1, december + 1]);
  const second = await expectRefusal(correct('いた（見本）'), 'refused');
  expect(second.fields.words).toContain('手紙を置いた');
  expect(second.fields.words).toContain('いた（見本）');
  const now = await nakajima.call(readNote, { id: note });
  expect(now.versions).toMatchObject([
    { version: 1, said: { words: '留守（見本）', noted_on: '2026-01-20' } },
  ]);
  await nakajima.call(withdrawNote, { id: note, reason: '別の世帯の記録でした（見本）' });
  expect((await counted('2025-12')).length).toBe(december);
  await expectRefusal(nakajima.call(withdrawNote, { id: note, reason: '見本' }), 'refused');
  await expectRefusal(correct('見本'), 'refused');
});

test('a day whose year is fixed needs a reason', async () => {
  const { id } = await inventCase(town);
  await town.look("insert into period_fixings values (2023, '見本', $1, '2025-01-01')", [
    town.id('account:tsutsumi'),
  ]);
  const write = (late_reason: string | null) =>
    nakajima.call(writeNote, { case_id: id, id: mintId(), ...said, noted_on: '2024-03-01', late_reason });
  expect((await expectRefusal(write(null), 'invalid')).fields).toHaveProperty('late_reason');
  await write('あとから分かったため（見本）');
});

test('the list narrows, pages by key, and leaves as CSV, xlsx and PDF with the same words', async () => {
  const { id, mother, son } = await inventCase(town);
  for (let day = 10; day < 15; day++)
    await nakajima.call(writeNote, {
      case_id: id,
      id: mintId(),
      client_id: day % 2 ? mother : son,
      ...said,
      noted_on: `2026-01-${day}`,
      words: `=1+${day} の話（見本）`,
    });
  const first = await nakajima.call(listNotes, { case_id: id, limit: 3 });
  const rest = await nakajima.call(listNotes, { case_id: id, limit: 3, after: first.next ?? '' });
  expect([...first.notes, ...rest.notes].map(({ noted_on }) => noted_on.slice(8))).toEqual([
    '14',
    '13',
    '12',
    '11',
    '10',
  ]);
  expect((await nakajima.call(listNotes, { case_id: id, client: mother })).notes).toHaveLength(2);
  const file = (format: 'csv' | 'pdf' | 'xlsx') =>
    nakajima.call(exportNotes, { case_id: id, format }) as unknown as Promise<Uint8Array>;
  const csv = new TextDecoder().decode(await file('csv'));
  expect(csv.split('\r\n')).toHaveLength(7);
  expect(csv).toContain("'=1+10");
  expect((await textOfPdf(await file('pdf'))).join('')).toContain('=1+12');
  expect(
    Buffer.from(await file('xlsx'))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await expectRefusal(town.as('eguchi').call(exportNotes, { case_id: id }), 'not_found');
});
