import { expect, test } from 'vitest';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { checkLedger } from './api.ts';
import { sendLedger, takeIn } from './rig.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const district_id = town.id('district:鳥飼');
const write = (...lines: [string, string][]) =>
  furukawa.call(api.writeVisitorNumbers, {
    district_id,
    numbers: lines.map(([number, name]) => ({ number, name })),
  });
const numbers = async () => {
  const { visitors } = await furukawa.call(api.listVisitorNumbers, {});
  return new Map(visitors.map(({ name, number }) => [name, number]));
};

test('a number that the paper has is written down as a whole list or not at all, and says which line is wrong', async () => {
  const wrong: [string, string, string][] = [
    ['', '古賀（見本）', '1行目: 番号は、半角の数字・英字・ハイフンで20字までです。'],
    [
      '12',
      'だれか',
      '1行目: この校区で訪問する人に「だれか」さんが見つかりません。氏名を登録のとおりに書いてください。',
    ],
    [
      '12',
      '坂井（見本）',
      '1行目: この校区で訪問する人に「坂井（見本）」さんが見つかりません。氏名を登録のとおりに書いてください。',
    ],
  ];
  for (const [number, name, says] of wrong) {
    const refused = await expectRefusal(write([number, name], ['13', '古川（見本）']), 'invalid');
    expect(refused.fields).toEqual({ numbers: says });
  }
  const twice = await expectRefusal(write(['13', '古賀（見本）'], ['１３', '古川（見本）']), 'invalid');
  expect(twice.message).toBe('2行目: 番号13は、ほかの人の番号です。紙を確かめてください。');
  expect([...(await numbers()).values()].every((number) => number === null)).toBe(true);
});

test('it is read in any width, stays, and what is counted on begins behind it', async () => {
  await write(['ｒ７－ｖ０１２', '古賀 （見本）']);
  expect((await numbers()).get('古賀（見本）')).toBe('R7-V012');
  // The same line again changes nothing.
  expect(await write(['R7-V012', '古賀（見本）'])).toEqual({ posts: [] });
  const refused = await expectRefusal(write(['R7-V013', '古賀（見本）']), 'invalid');
  expect(refused.message).toContain('もう番号R7-V012があります');
  await furukawa.call(api.numberVisitors, { district_id });
  const given = [...(await numbers()).values()].sort();
  expect(given).toEqual(['R7-V012', 'R7-V013', 'R7-V014']);
});

test('another group’s visitors are out of reach', async () => {
  const other = town.id('district:草野');
  const asked = { district_id: other, numbers: [{ number: '1', name: '坂井（見本）' }] };
  await expectRefusal(furukawa.call(api.writeVisitorNumbers, asked), 'invalid');
  await town.as('kusano-lead').call(api.writeVisitorNumbers, asked);
  expect((await town.as('ogata').call(api.listVisitorNumbers, { district: other })).visitors).toContainEqual(
    expect.objectContaining({ name: '坂井（見本）', number: '1' }),
  );
});

test('a number that was given wrongly is corrected with a reason, and the old one goes on being understood until somebody has it', async () => {
  const { visitors } = await furukawa.call(api.listVisitorNumbers, {});
  const koga = visitors.find(({ name }) => name === '古賀（見本）')?.post_id ?? '';
  const other = visitors.find(({ name }) => name === '田中（見本）');
  const file = (number: string) =>
    `日付,校区,世帯番号,訪問者番号,方法,結果\r\n2026-01-20,鳥飼,${door?.number},${number},電話,会えた\r\n`;
  const [door] = await town.look<{ number: string }>('select number from households where id = $1', [
    town.id('household:鳥飼:1'),
  ]);
  await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', file('R7-V012')));
  const asked = { post_id: koga, number: 'R7-V021', reason: '紙の番号とちがっていた' };
  const correct = (change: object) => furukawa.call(api.correctVisitorNumber, { ...asked, ...change });
  for (const wrong of [{ number: '見本' }, { number: 'R7-V012' }, { number: other?.number ?? '' }])
    expect(
      Object.keys((await expectRefusal(correct(wrong), 'invalid')).fields ?? {}),
      JSON.stringify(wrong),
    ).toEqual(['number']);
  await expectRefusal(correct({ reason: ' ' }), 'invalid');
  await expectRefusal(town.as('kusano-lead').call(api.correctVisitorNumber, asked), 'not_found');
  await correct({});
  const after = (await furukawa.call(api.listVisitorNumbers, {})).visitors;
  expect(after.find(({ post_id }) => post_id === koga)).toMatchObject({
    number: 'R7-V021',
    former: [{ number: 'R7-V012', until: '2026-02-02', reason: '紙の番号とちがっていた' }],
  });
  // The same paper again, under either number, is known already.
  for (const number of ['R7-V012', 'R7-V021']) {
    const { check } = await lookAt(file(number));
    expect(check).toMatchObject({ new: 0, known: 1, problem_count: 0 });
  }
  await furukawa.call(api.correctVisitorNumber, {
    ...{ post_id: other?.post_id ?? '', number: 'R7-V012', reason: '入れちがい' },
  });
  expect((await lookAt(file('R7-V012'))).check).toMatchObject({ new: 1, known: 0 });
});

async function lookAt(file: string) {
  const id = await sendLedger(town, 'furukawa', 'visits', file);
  return { check: await furukawa.call(checkLedger, { id }) };
}
