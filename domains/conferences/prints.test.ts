import { expect, test } from 'vitest';
import { listParts } from '#platform/sheets/zip.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { openRig } from './rig.ts';

const town = await openTown('cast');
const rig = openRig(town);

async function textFor(who: string, id: string, attendee: string, what: 'papers' | 'minutes' = 'papers') {
  return textOf(await town.as(who).call(api.printForAttendee, { id, attendee, what }));
}

/** 柿原's sitting: a sealed item for 永田 and 江口, one for 永田 alone. 永田 has confirmed both, 江口 hers not. */
async function openSitting() {
  const sitting = await rig.callSitting('kakihara');
  const first = await rig.addItem('kakihara', sitting, 'support', {
    title: '一つ目の件',
    words: '一つ目のことば',
  });
  const second = await rig.addItem('kakihara', sitting, 'child_protection', {
    title: '二つ目の件',
    words: '二つ目のことば',
  });
  const seats = await rig.invite('kakihara', first, ['eguchi-coordinator', 'nagata']);
  const more = await rig.invite('kakihara', second, ['nagata']);
  await rig.confirm('nagata', seats.get('nagata'));
  await rig.confirm('nagata', more.get('nagata'));
  return { sitting, first, second, seats };
}

test('a bundle holds what its attendee may see, numbered from one, and nothing of the rest', async () => {
  const { sitting, first, seats } = await openSitting();
  await rig.confirm('eguchi-coordinator', seats.get('eguchi-coordinator'));
  await town
    .as('nagata')
    .call(api.bringPaper, { id: mintId(), item_id: first, title: '包括から', words: '訪問のようす' });
  const nagata = await textFor('kakihara', sitting, town.id('post:nagata'));
  for (const words of ['議題1一つ目の件', '議題2二つ目の件', '二つ目のことば', '訪問のようす', '永田'])
    expect(nagata.replaceAll(/[ \u3000]/g, '')).toContain(words);
  const eguchi = await textFor('kakihara', sitting, town.id('post:eguchi-coordinator'));
  expect(eguchi).toContain('一つ目のことば');
  expect(eguchi).toContain('訪問のようす');
  expect(eguchi).not.toContain('二つ目');
  expect(eguchi).not.toContain('要対協');
  expect(await textFor('eguchi-coordinator', sitting, town.id('post:eguchi-coordinator'))).toBe(eguchi);
});

test('one button makes a PDF for each attendee who may be handed something', async () => {
  const { sitting, first } = await openSitting();
  const guest = mintId();
  await town
    .as('kakihara')
    .call(api.inviteGuest, { id: guest, item_id: first, name: '見本 校医', office: '見本小学校' });
  const names = async () => {
    const archive = await town.as('kakihara').call(api.printForAll, { id: sitting });
    return listParts(bytesOf(archive));
  };
  // 江口 and the guest have not confirmed yet: there is nothing for them.
  expect(await names()).toEqual(['01_会議資料_2026-02-02_永田（見本）.pdf']);
  await town.as('kakihara').call(api.noteSignedPaper, { id: mintId(), seat_id: guest });
  expect(await names()).toHaveLength(2);
  expect(await textFor('kakihara', sitting, guest)).toContain('一つ目のことば');
});

test('nobody prints for others what they have not called themselves, nor what is closed', async () => {
  const { sitting, first, second } = await openSitting();
  await expectRefusal(textFor('nagata', sitting, town.id('post:eguchi-coordinator')), 'refused');
  await expectRefusal(textFor('eguchi-coordinator', sitting, town.id('post:nagata')), 'refused');
  await expectRefusal(textFor('kakihara', sitting, town.id('post:nagata'), 'minutes'), 'refused');
  for (const id of [first, second]) {
    await town.as('kakihara').call(api.holdItem, { id, held_on: '2026-02-02', present: [] });
    await town
      .as('kakihara')
      .call(api.writeMinutes, { item_id: id, id: mintId(), version: 0, words: '決めたこと' });
  }
  expect(await textFor('kakihara', sitting, town.id('post:nagata'), 'minutes')).toContain('決めたこと');
  for (const id of [first, second]) await town.as('kakihara').call(api.closeItem, { id });
  await expectRefusal(textFor('kakihara', sitting, town.id('post:nagata')), 'refused');
  await expectRefusal(textFor('nagata', sitting, town.id('post:nagata')), 'refused');
});

test('the papers to begin with are printed with fields to fill in', async () => {
  const print = async (which: 'rules' | 'undertaking') =>
    textOf(await town.as('kakihara').call(api.printTemplate, { which }));
  expect(await print('rules')).toContain('秘密を守ること');
  expect(await print('undertaking')).toContain('役割を離れたあとも守ります');
});

function textOf(file: unknown): string {
  return textOfPdf(bytesOf(file)).join('');
}

function bytesOf(file: unknown): Buffer {
  if (!(file instanceof Uint8Array)) throw new TypeError('not a file');
  return Buffer.from(file);
}
