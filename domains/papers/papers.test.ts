import { expect, test } from 'vitest';
import { closeHousehold } from '#domains/parties/api.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { hrefOf } from '#ui/call.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import {
  enterRoundSheetLine,
  listRoundSheets,
  makeRoundSheet,
  printRoundSheet,
  readRoundSheet,
} from './api.ts';
import { sweepRoundSheets } from './jobs.ts';

const town = await openTown('cast');
const [koga, furukawa, sakai] = [town.as('koga'), town.as('furukawa'), town.as('sakai')];

async function makeSheet(who = koga, post: string | null = null) {
  const id = mintId();
  await who.call(makeRoundSheet, { id, post_id: post });
  const { sheets } = await who.call(listRoundSheets, {});
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) throw new Error('the sheet is not in the list');
  return sheet;
}

const written = { channel: 'face', contact: 'met', condition: 'usual' } as const;
const visitsAt = async (household: string) =>
  (await town.look('select 1 from visits where household_id = $1', [household])).length;

test('a line becomes the visitor’s visit, and it is kept who wrote it; a second time it changes nothing', async () => {
  const sheet = await makeSheet();
  const { lines } = await furukawa.call(readRoundSheet, { code: sheet.code.toLowerCase() });
  expect(lines).toHaveLength(12);
  const [line] = lines;
  const first = { id: sheet.id, n: 1, visit_id: mintId(), visited_on: '2026-01-31', ...written };
  const { visit_id, household_id } = await furukawa.call(enterRoundSheetLine, first);
  expect(household_id).toBe(line?.household_id);
  for (const again of [first, { ...first, visit_id: mintId(), contact: 'absent' as const }])
    expect((await koga.call(enterRoundSheetLine, again)).visit_id).toBe(visit_id);
  expect(await visitsAt(household_id)).toBe(1);
  const [visit] = await town.look(
    'select post_id = $2 as hers, recorded_by = (select account_id from posts where id = $3) as wrote from visits where id = $1',
    [visit_id, town.id('post:koga'), town.id('post:furukawa')],
  );
  expect(visit).toEqual({ hers: true, wrote: true });
  const seenBy = async (who: typeof koga) =>
    (await who.call(readRoundSheet, { code: sheet.code })).lines[0]?.entry;
  const entry = { visit_id, was_there: false, entered_by_name: '古川（見本）' };
  expect(await seenBy(furukawa)).toMatchObject(entry);
  // Colleagues' names are not a visitor's to know.
  expect(await seenBy(koga)).toMatchObject({ ...entry, entered_by_name: null });
});

test('what the phone sent is the line’s visit, unless it is said to have been another', async () => {
  const sheet = await makeSheet();
  const { lines } = await furukawa.call(readRoundSheet, { code: sheet.code });
  const [, second, third] = lines;
  for (const line of [second, third])
    await koga.call(recordVisit, {
      ...{ id: mintId(), household_id: line?.household_id ?? '', visited_on: '2026-02-01' },
      ...written,
    });
  const shown = await furukawa.call(readRoundSheet, { code: sheet.code });
  expect(shown.lines[1]?.visits).toMatchObject([{ visited_on: '2026-02-01', by_visitor: true }]);
  const said = { id: sheet.id, visited_on: '2026-02-01', ...written };
  await furukawa.call(enterRoundSheetLine, { ...said, n: 2, visit_id: mintId() });
  expect(await visitsAt(second?.household_id ?? '')).toBe(1);
  await furukawa.call(enterRoundSheetLine, { ...said, n: 3, visit_id: mintId(), another: true });
  expect(await visitsAt(third?.household_id ?? '')).toBe(2);
  const after = await furukawa.call(readRoundSheet, { code: sheet.code });
  expect(after.lines.slice(1, 3).map(({ entry }) => entry?.was_there)).toEqual([true, false]);
});

test('two who write off copies of one line at once make one visit', async () => {
  const sheet = await makeSheet(furukawa, town.id('post:koga'));
  const said = { id: sheet.id, n: 5, visited_on: '2026-01-30', ...written };
  const both = await Promise.all(
    [koga, furukawa, furukawa].map((who) => who.call(enterRoundSheetLine, { ...said, visit_id: mintId() })),
  );
  expect(new Set(both.map(({ visit_id }) => visit_id)).size).toBe(1);
  expect(await visitsAt(both[0]?.household_id ?? '')).toBe(1);
});

test('the paper has a line for each household of the round, and no address unless it is asked for', async () => {
  const sheet = await makeSheet();
  const [gone] = (await koga.call(readRoundSheet, { code: sheet.code })).lines;
  const [{ name, address } = { name: '', address: '' }] = await town.look<{ name: string; address: string }>(
    'select name, address from households where id = $1',
    [gone?.household_id],
  );
  const print = async (addresses: 'with' | 'without') => {
    const reply = await koga.fetch(hrefOf(printRoundSheet, { id: sheet.id, addresses }));
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    return textOfPdf(new Uint8Array(await reply.arrayBuffer()))
      .join('')
      .replaceAll(/\s/g, '');
  };
  const bare = (text: string) => text.replaceAll(/\s/g, '');
  const without = await print('without');
  expect(without).toContain(bare(name));
  expect(without).toContain(sheet.code.slice(0, 4));
  expect(without).not.toContain(bare(address));
  expect(await print('with')).toContain(bare(address));
  await furukawa.call(closeHousehold, {
    ...{ id: gone?.household_id ?? '', closed_on: '2026-02-02', why: 'facility' },
  });
  town.clock.now = new Date('2026-02-03T10:00:00+09:00');
  expect(await print('without')).not.toContain(bare(name));
  const trail = await town.look(`select 1 from audit_inbox where word = 'round_sheet.printed'`);
  expect(trail).toHaveLength(3);
});

test('another district knows no sheet, by its code or its id, and who looks in on nobody makes none', async () => {
  const sheet = await makeSheet();
  await expectRefusal(sakai.call(readRoundSheet, { code: sheet.code }), 'not_found');
  const line = { id: sheet.id, n: 6, visit_id: mintId(), visited_on: '2026-02-01', ...written };
  await expectRefusal(sakai.call(enterRoundSheetLine, line), 'not_found');
  await expectRefusal(
    sakai.call(makeRoundSheet, { id: mintId(), post_id: town.id('post:koga') }),
    'not_found',
  );
  await expectRefusal(furukawa.call(makeRoundSheet, { id: mintId() }), 'refused');
});

test('a sheet is forgotten half a year after it was made, and its visits stay', async () => {
  const before = await town.look('select 1 from visits');
  town.clock.now = new Date('2026-09-01T10:00:00+09:00');
  expect(await sweepRoundSheets(town.database)).toBeGreaterThan(3);
  expect(await town.look('select 1 from round_sheet_entries')).toHaveLength(0);
  expect((await town.look('select 1 from visits')).length).toBe(before.length);
});
