import { expect, test } from 'vitest';
import { readTable } from '#platform/sheets/read.ts';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '../../test/paper.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { lineField, newLineField, readBlocks } from './line-fields.ts';
import type { ActivityRule } from './model.ts';

const town = await openTown('cast');
const tsutsumi = town.as('tsutsumi');
const tanaka = town.as('tanaka');
const of = { post_id: town.id('post:tanaka'), month: '2026-03' };
const { usual } = await tsutsumi.call(api.listActivityRules, {});

/** What the form holds when nothing was changed, with what was. */
function typedWith(changed: Record<string, string>) {
  const lines = usual.blocks.flatMap((block) => block.lines);
  const standing = lines.flatMap(({ code, mark, wording }) => [
    [lineField(code, 'mark'), mark],
    [lineField(code, 'wording'), wording],
  ]);
  return { ...Object.fromEntries(standing), ...changed };
}

test('a form that changes nothing sends the lines as they are', () => {
  expect(readBlocks(typedWith({}), usual, 1)).toEqual(usual.blocks);
});

test('a town rewords, retires and adds lines from a month on; months before keep their words, and the sums still agree', async () => {
  const blocks = readBlocks(
    typedWith({
      [lineField('pension', 'wording')]: '年金・保険・給付金',
      [lineField('work', 'wording')]: '',
      [newLineField('content', 0, 'wording')]: '孤独・孤立',
      [newLineField('content', 0, 'mark')]: '12の2',
      [newLineField('content', 0, 'after')]: 'surroundings',
    }),
    usual,
    1,
  );
  const set = (rule: ActivityRule) =>
    tsutsumi.call(api.setActivityRule, {
      ...{ id: mintId(), after_version: 0, from_month: '2026-03', note: '見本：様式が変わった', rule },
    });
  await set({ ...usual, blocks });
  town.clock.now = new Date('2026-03-31T20:00:00+09:00');
  const read = (month: string) => tanaka.call(api.readActivitySheet, { post: of.post_id, month });
  const words = async (month: string) =>
    (await read(month)).tables.find(({ code }) => code === 'content')?.rows.map(({ wording }) => wording);
  const [march, february] = [await words('2026-03'), await words('2026-02')];
  expect(march?.join()).toContain('12 生活環境,12の2 孤独・孤立,13 日常的な支援');
  expect(march?.join()).toContain('8 年金・保険・給付金');
  expect(march?.join()).not.toContain('仕事');
  expect(february?.join()).toContain('9 仕事');
  expect(february?.join()).not.toContain('孤独');
  // What is no line of this month any more is not counted in it.
  const write = (added: Record<string, number>, follows: number) =>
    tanaka.call(api.writeActivitySheet, { id: mintId(), ...of, added, days: [3], follows });
  await expectRefusal(write({ work: 1 }, 0), 'invalid');
  await write({ content_1_1: 2, elderly: 1 }, 0);
  await expectRefusal(tanaka.call(api.handInActivitySheet, { id: mintId(), ...of, follows: 1 }), 'invalid');
  await write({ content_1_1: 2, elderly: 2 }, 1);
  await tanaka.call(api.handInActivitySheet, { id: mintId(), ...of, follows: 2 });
  const print = async (format: 'pdf' | 'xlsx') =>
    bytesOf(await tanaka.call(api.printMonthEnd, { of: 'sheet', month: of.month, post: of.post_id, format }));
  const book = JSON.stringify(await readTable(await print('xlsx'), '件数'));
  const pdf = readPdf(await print('pdf'));
  for (const words of ['12の2孤独・孤立', '8年金・保険・給付金']) {
    expect(book.replace(/\s/g, '')).toContain(words);
    expect(pdf).toContain(words);
  }
  expect(pdf).toContain('第1版');
});

test('what holds the record together cannot be taken out of it', async () => {
  const set = (rule: ActivityRule) =>
    tsutsumi.call(api.setActivityRule, {
      ...{ id: mintId(), after_version: 1, from_month: '2026-08', note: '見本', rule },
    });
  await expectRefusal(set({ ...usual, equal: [] }), 'invalid');
  await expectRefusal(set({ ...usual, blocks: usual.blocks.slice(1) }), 'invalid');
  const without = (code: string) => ({
    ...usual,
    not_for_child: [],
    blocks: readBlocks(typedWith({ [lineField(code, 'wording')]: '' }), usual, 2),
  });
  await expectRefusal(set(without('visits_watch')), 'invalid');
  const twice = readBlocks(typedWith({ [lineField('work', 'wording')]: '住居' }), usual, 2);
  await expectRefusal(set({ ...usual, blocks: twice }), 'invalid');
  await set({ ...without('visits_other'), visits: usual.visits });
});
