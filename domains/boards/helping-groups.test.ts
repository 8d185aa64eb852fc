import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { readLines } from './area-lines.ts';

const town = await openTown('cast');
const noda = town.as('noda-chair');
const ogata = town.as('ogata-coordinator');
const tsutsumi = town.as('tsutsumi');

test('a group goes by steps; its income and inside contact stay with the table', async () => {
  const id = mintId();
  const group = {
    ...{
      id,
      district_id: town.id('district:鳥飼'),
      name: '見本の草取り隊',
      works: ['weeding'],
      what: '草取り',
    },
    ...{
      stage: 'seed' as const,
      stage_since: '2026-01-10',
      charge: 'ticket' as const,
      contact: 'ないしょの電話',
    },
  };
  const unknown = { ...group, id: mintId(), works: ['flying'] };
  await expectRefusal(noda.call(api.writeHelpingGroup, unknown), 'invalid');
  const elsewhere = { ...group, id: mintId(), district_id: town.id('district:草野') };
  await expectRefusal(noda.call(api.writeHelpingGroup, elsewhere), 'invalid');
  await noda.call(api.writeHelpingGroup, { ...group, shown: 'public' });
  const step = { group_id: id, stage: 'trial' as const };
  await expectRefusal(
    noda.call(api.stepHelpingGroup, { id: mintId(), ...step, since_on: '2026-01-01' }),
    'invalid',
  );
  await noda.call(api.stepHelpingGroup, {
    id: mintId(),
    ...step,
    since_on: '2026-01-20',
    words: 'うちわの話',
  });
  const income = { group_id: id, month: '2026-01', kind: 'ticket' as const, amount: 1200 };
  await noda.call(api.writeIncome, { id: mintId(), ...income });
  const own = await noda.call(api.readHelpingGroup, { id });
  expect(own).toMatchObject({
    stage: 'trial',
    inside: { contact: 'ないしょの電話', income: [{ amount: 1200 }] },
  });
  const other = await town.as('koga').call(api.readHelpingGroup, { id });
  expect(other).toMatchObject({ stage: 'trial', inside: null, kept: false });
  expect(JSON.stringify(other)).not.toMatch(/ないしょ|うちわ|1200/);
  expect(own.steps.map(({ stage }) => stage)).toEqual(['seed', 'trial']);
});

test('lines of population are read from a table or a CSV file, and a line that is not understood is named', () => {
  const districts = [
    { id: 'a', name: '鳥飼' },
    { id: 'b', name: '草野' },
  ];
  const read = (text: string) => readLines(text, districts);
  expect(read('校区\t人口\t14歳以下\n鳥飼\t8,100\t１０００\t2100\n').rows).toMatchObject([
    { district_id: 'a', population: 8100, children: 1000, aged: 2100, old_aged: null },
  ]);
  expect(read('鳥飼,"8,100",,2100,900,3300').rows).toMatchObject([
    { population: 8100, children: null, aged: 2100, old_aged: 900, households: 3300 },
  ]);
  expect(read('鳥飼,100\n鳥飼,100\n見本,5\n草野,ひゃく\n草野,10,8,9').wrong).toEqual([2, 3, 4, 5]);
});

test('figures of the area have their day and source; a later entry of the same day holds', async () => {
  const entry = { as_of: '2025-12-01', source: '見本の統計' };
  await tsutsumi.call(api.enterAreaFigures, { id: mintId(), ...entry, lines: '鳥飼\t8000\t900\t2100' });
  town.clock.now = new Date('2026-02-02T10:05:00+09:00');
  await ogata.call(api.enterAreaFigures, { id: mintId(), ...entry, lines: '鳥飼\t8001\t900\t2100' });
  const { figures } = await noda.call(api.readArea, { district: town.id('district:鳥飼') });
  expect(figures.filter(({ as_of }) => as_of === entry.as_of)).toMatchObject([
    { population: 8001, source: '見本の統計' },
  ]);
  await expectRefusal(noda.call(api.readArea, { district: town.id('district:草野') }), 'not_found');
});

test('what was done for a body is read by the coordinators of the same body', async () => {
  const id = mintId();
  await ogata.call(api.recordSupport, {
    ...{ id, district_id: town.id('district:草野'), sort: 'neighbourhood', name: '見本自治会' },
    ...{ kind: 'bearers', supported_on: '2026-01-29', minutes: 60, words: '役員のなり手の相談' },
  });
  const { supports } = await ogata.call(api.listSupports, { month: '2026-01', kind: 'bearers' });
  expect(supports).toMatchObject([{ id, own: true, minutes: 60 }]);
  await ogata.call(api.withdrawSupport, { id });
  expect((await ogata.call(api.listSupports, { kind: 'bearers' })).supports).toEqual([]);
});
