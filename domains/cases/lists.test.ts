import { expect, test } from 'vitest';
import { addCode, endCode, listCodes, rewordCode } from '#domains/codes/api.ts';
import { labelOf } from '#domains/codes/model.ts';
import { recordConsent } from '#domains/consent/consent-api.ts';
import { takeOverIntakes } from '#domains/encounters/api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { sayUrgency, screenCase } from './acts-api.ts';
import { readCase } from './case-api.ts';
import { printBlankForm } from './forms-api.ts';
import { exportIntakes, listIntakes, receiveIntake } from './intake-api.ts';
import { exportNotes, readNote, writeNote } from './note-api.ts';

const town = await openTown('cast');
const [nakajima, administrator] = [town.as('nakajima'), town.as('shiraishi')];
const bytesOf = async (made: Promise<unknown>) => (await made) as Uint8Array;
const csvOf = async (made: Promise<unknown>) => new TextDecoder().decode(await bytesOf(made));

async function codeId(list: string, code: string) {
  const { entries } = await nakajima.call(listCodes, {});
  return entries.find((one) => one.list === list && one.code === code)?.id ?? '';
}

test('with whom one spoke is the town’s list: a retired word stays readable, a new one is offered, written and exported', async () => {
  const { id, mother } = await inventCase(town);
  const write = async (with_whom: string, noted_on: string) => {
    const note = { id: mintId(), case_id: id, client_id: mother, noted_on, with_whom };
    await nakajima.call(writeNote, { ...note, way: 'phone', outcome: 'spoke', words: '見本' });
    return note.id;
  };
  const before = await write('neighbour', '2026-01-12');
  const guardian = {
    list: 'with_whom',
    code: 'guardian',
    label: '成年後見人等',
    starts_on: '2026-01-15',
  } as const;
  await administrator.call(addCode, { ...guardian, id: mintId() });
  await administrator.call(endCode, { id: await codeId('with_whom', 'neighbour'), ends_on: '2026-01-14' });
  expect((await expectRefusal(write('guardian', '2026-01-14'), 'invalid')).fields).toHaveProperty(
    'with_whom',
  );
  expect((await expectRefusal(write('neighbour', '2026-01-15'), 'invalid')).fields).toHaveProperty(
    'with_whom',
  );
  await write('guardian', '2026-01-20');
  expect((await nakajima.call(readNote, { id: before })).with_whom).toBe('neighbour');
  const csv = await csvOf(nakajima.call(exportNotes, { case_id: id }));
  expect(csv).toMatch(/1月12日.*近隣・知人/);
  expect(csv).toMatch(/1月20日.*成年後見人等/);
});

test('the schemes that were looked at and what cannot wait are the town’s lists', async () => {
  const { id } = await inventCase(town);
  const today = town.clock.now.toISOString().slice(0, 10);
  const pets = {
    list: 'urgency',
    code: 'pets',
    label: '飼っている動物の世話ができない',
    starts_on: today,
  } as const;
  await administrator.call(addCode, { ...pets, id: mintId() });
  const say = (kinds: string[]) => nakajima.call(sayUrgency, { case_id: id, id: mintId(), kinds });
  expect((await expectRefusal(say(['nothing']), 'invalid')).fields).toHaveProperty('kinds');
  await say(['food', 'pets']);
  expect((await nakajima.call(readCase, { id })).urgent).toEqual(['food', 'pets']);
  const screen = (schemes: string[]) =>
    nakajima.call(screenCase, { case_id: id, id: mintId(), result: 'active', schemes, words: '見本' });
  expect((await expectRefusal(screen(['nothing']), 'invalid')).fields).toHaveProperty('schemes');
  const own = { list: 'scheme', code: 'town_fund', label: '町の見舞金（見本）', starts_on: today } as const;
  await administrator.call(addCode, { ...own, id: mintId() });
  await screen(['care', 'town_fund']);
  expect((await nakajima.call(readCase, { id })).screening?.schemes).toEqual(['care', 'town_fund']);
  const sheet = await bytesOf(nakajima.call(printBlankForm, { form: 'assessment', format: 'pdf' }));
  expect((await textOfPdf(sheet)).join('').replace(/\s/g, '')).toContain('□飼っている動物の世話ができない');
});

test('how a consent is heard is the town’s list', async () => {
  const person = await inventClient(town, '生活自立支援センター');
  await administrator.call(rewordCode, {
    id: await codeId('consent_way', 'spoken'),
    label: '面談で口頭',
    from_on: '2026-01-01',
  });
  const hear = (way: string) =>
    nakajima.call(recordConsent, {
      ...{
        id: mintId(),
        person_id: person,
        decision: 'refused',
        text_version: '第1版',
        way,
        given_on: '2026-02-02',
      },
    });
  expect((await expectRefusal(hear('shouted'), 'invalid')).fields).toHaveProperty('way');
  await hear('spoken');
  const { entries } = await nakajima.call(listCodes, { list: 'consent_way' });
  expect(labelOf(entries, 'consent_way', 'spoken', '2026-02-02')).toBe('面談で口頭');
});

test('how a first word comes in is the town’s list, in form, list and file', async () => {
  const online = {
    list: 'intake_channel',
    code: 'video',
    label: 'ビデオ相談',
    starts_on: '2026-01-20',
  } as const;
  await administrator.call(addCode, { ...online, id: mintId() });
  const receive = (channel: string, received_on: string) =>
    nakajima.call(receiveIntake, {
      ...{ id: mintId(), client_id: mintId(), channel, received_on, trouble: '見本' },
    });
  expect((await expectRefusal(receive('video', '2026-01-19'), 'invalid')).fields).toHaveProperty('channel');
  expect((await expectRefusal(receive('visit', '2026-01-21'), 'invalid')).fields).toHaveProperty('channel');
  const { id } = await receive('video', '2026-01-21');
  const { intakes } = await nakajima.call(listIntakes, { channel: 'video' });
  expect(intakes.map((one) => one.id)).toEqual([id]);
  expect(intakes[0]?.called).toContain('ビデオ相談');
  expect(await csvOf(nakajima.call(exportIntakes, { channel: 'video' }))).toContain('ビデオ相談');
  const rows = [{ id: mintId(), occurred_on: '2026-01-19', channel: 'video' }];
  const early = await expectRefusal(nakajima.call(takeOverIntakes, { rows }), 'invalid');
  expect(early.fields).toHaveProperty('rows.0.channel');
});
