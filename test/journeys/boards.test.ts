import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, keepFile, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };
const board = town.id('board:鳥飼');

/** Opens what is folded under a word. */
async function unfold(visitor: Visitor, word: string): Promise<void> {
  await visitor.tabTo(word);
  await visitor.press('Enter');
}

/** Of a group of radio buttons, the nth; the first has the focus when one comes to the group. */
async function pick(visitor: Visitor, first: RegExp, nth: number): Promise<void> {
  await visitor.tabTo(first);
  await visitor.press('Space');
  for (let n = 1; n < nth; n++) await visitor.press('ArrowDown');
}

async function meeting(number: number): Promise<{ id: string; promise: string | undefined }> {
  const [found] = await town.look<{ id: string; promise: string | undefined }>(
    `select t.id, (select p.id from board_promises p where p.meeting_id = t.id limit 1) as promise
      from board_meetings t where t.board_id = $1 and t.number = $2`,
    [board, number],
  );
  if (!found) throw new Error(`there is no meeting ${number}`);
  return found;
}

/** From the page of the board: calls a meeting and says that it took place. */
async function meet(visitor: Visitor, day: string): Promise<void> {
  await visitor.open(`/boards/${board}`);
  await follow(visitor, '次の会議を決める');
  await fill(visitor, /^会議の日/, day);
  await fill(visitor, /^始まりの時刻/, '10:00');
  await fill(visitor, /^話し合うことの一覧/, '草取りのこと');
  await follow(visitor, '保存する');
  await said(visitor, '会議を予定に入れました。');
  await fill(visitor, /^どこから（1行目）/, '自治会');
  await fill(visitor, /^人数（1行目）/, '7');
  await follow(visitor, '会議を開いたことを記録する');
  await said(visitor, '自治会 7人');
}

test(
  'a board meets three times, and a promise becomes a helping group and a measure’s evidence',
  patient,
  async () => {
    const noda = await openBrowser(base);
    await signIn(noda, 'noda');
    await wearHat(noda, '支え合い推進会議の世話役');
    await noda.open('/boards');
    await noda.expectAccessible('boards');
    await follow(noda, '鳥飼校区支え合い推進会議（見本）');
    await said(noda, '次回までに');
    await noda.expectAccessible('boards-board');

    await meet(noda, '2026-01-30');
    await noda.expectAccessible('boards-meeting-held');
    await unfold(noda, '出た声や決まったことを書く');
    await pick(noda, /^話し合うこと/, 2);
    await fill(noda, /^内容/, '空き家の草がのびて、通学路がせまい。');
    await follow(noda, '書きとめる');
    await said(noda, '書きとめました。');
    await fill(noda, /^すること/, '草取りの道具を持っている人を探す');
    await fill(noda, /^だれが/, '見本の人');
    await follow(noda, '約束を書く');
    await said(noda, '約束を書きました。');
    await follow(noda, '記録案にする');
    await follow(noda, '確認済にする');
    await follow(noda, 'だれに見せるかを決める');
    await noda.expectAccessible('boards-share');
    const { id: first, promise = '' } = await meeting(4);
    await choose(noda, /^約束：草取りの道具/, 'city');
    await choose(noda, /^困りごと：空き家の草/, 'boards');
    await follow(noda, '決めたとおりに見せる');
    await said(noda, 'だれに見せるかを決めました。');
    await noda.expectAccessible('boards-meeting-shared');

    await meet(noda, '2026-01-31');
    await said(noda, '草取りの道具を持っている人を探す');
    await unfold(noda, '約束のその後を書く');
    await choose(noda, /^約束(?!の|を)/, promise);
    await pick(noda, /^続けている/, 1);
    await fill(noda, /^その後の説明/, '5人が道具を貸せるとのこと。');
    await follow(noda, 'その後を保存する');
    await said(noda, 'その後を書きました。');
    await noda.open(`/boards/${board}`);
    const sheet = await keepFile(noda, '「次回までに」を印刷する（A4）');
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');

    await meet(noda, '2026-02-02');
    await unfold(noda, '約束のその後を書く');
    await choose(noda, /^約束(?!の|を)/, promise);
    await pick(noda, /^続けている/, 3);
    await follow(noda, 'その後を保存する');
    await said(noda, 'できた');

    await noda.open(`/helping-groups/new?board=${board}`);
    await fill(noda, /^グループの名前/, '鳥飼草取り隊');
    await choose(noda, /^もとになった約束/, promise);
    await choose(noda, /^段階/, 'trial');
    await noda.tabTo(/^草取り/);
    await noda.press('Space');
    await fill(noda, /^どんな助け合いか/, '空き家や庭の草を、いっしょに取る。');
    await fill(noda, /^手伝う人の数/, '5');
    await choose(noda, /^だれに見せるか/, 'city');
    await noda.expectAccessible('boards-group-new');
    await follow(noda, '保存する');
    await said(noda, '助け合いのグループを保存しました。');
    await said(noda, 'もとになった約束：草取りの道具を持っている人を探す');
    await noda.expectAccessible('boards-group');
    const group = new URL(noda.page.url()).pathname;

    const ogata = await openBrowser(base, { width: 390, height: 844 });
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await ogata.open(`/board-meetings/${first}`);
    await ogata.expectAccessible('boards-meeting-narrow');
    await unfold(ogata, '計画の施策とつなぐ');
    await choose(ogata, /^約束(?!の|を)/, promise);
    await choose(ogata, /^計画の施策(?!と)/, town.id('measure:3'));
    await follow(ogata, '施策とつなぐ');
    await said(ogata, '計画とつながっている');
    await ogata.open(group);
    await unfold(ogata, '計画の施策とつなぐ');
    await choose(ogata, /^計画の施策(?!と)/, town.id('measure:3'));
    await follow(ogata, '施策とつなぐ');
    await said(ogata, 'つながりを外す');
    await ogata.expectAccessible('boards-group-narrow');

    const tsutsumi = await openBrowser(base);
    await signIn(tsutsumi, 'tsutsumi');
    await tsutsumi.open('/board-evidence');
    await said(tsutsumi, '草取りの道具を持っている人を探す');
    await said(tsutsumi, '鳥飼草取り隊');
    await tsutsumi.expectAccessible('boards-evidence');
    expect(await tsutsumi.page.getByText('見本の人').count()).toBe(0);

    // The same stands on the page of the measure, beside what it answers and how its group stands.
    await tsutsumi.open('/plans/kurume-1');
    await follow(tsutsumi, /^\(3\) /);
    await said(tsutsumi, '草取りの道具を持っている人を探す');
    await said(tsutsumi, 'この分類の成果指標');
    await tsutsumi.expectAccessible('plan-measure');
    await follow(tsutsumi, '鳥飼草取り隊');
    await said(tsutsumi, '空き家や庭の草を、いっしょに取る。');
    const neighbour = await openBrowser(base, { width: 390, height: 844 });
    await signIn(neighbour, 'koga');
    await neighbour.open('/plans/kurume-1/measures/3');
    await said(neighbour, 'この取組項目が応える課題');
    await neighbour.expectAccessible('plan-measure-narrow');
    expect(await neighbour.page.getByText('鳥飼草取り隊').count()).toBe(0);

    // What the people of the district choose stands on its page for everybody, and is gone when they choose anew.
    const anybody = await openBrowser(base, { width: 390, height: 844 });
    const look = async () => {
      await anybody.open(`/town/districts/${town.id('district:鳥飼')}`);
      return anybody.page.getByRole('heading', { name: '空き家の草がのびて、通学路がせまい。' }).count();
    };
    const letRead = async (level: string) => {
      await noda.open(`/board-meetings/${first}/share`);
      await choose(noda, /^困りごと：空き家の草/, level);
      await follow(noda, '決めたとおりに見せる');
      await said(noda, 'だれに見せるかを決めました。');
    };
    expect(await look()).toBe(0);
    await letRead('public');
    expect(await look()).toBe(1);
    await said(anybody, /困りごと \/ 2026年1月30日/);
    await anybody.expectAccessible('guide-district-tried-390');
    await letRead('boards');
    expect(await look()).toBe(0);
  },
);

test(
  'a coordinator writes down what was done, enters how many live where, and finds what others tried',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await ogata.open('/board-supports');
    await choose(ogata, /^校区/, town.id('district:鳥飼'));
    await choose(ogata, /^支援した相手/, 'neighbourhood');
    await fill(ogata, /^団体や会議の名前/, '見本自治会');
    await choose(ogata, /^支援の種類/, 'bearers');
    await fill(ogata, /^したこと/, '役員のなり手について相談した。');
    await follow(ogata, '支援の記録を保存する');
    await said(ogata, '支援を記録しました。');
    await ogata.expectAccessible('boards-supports');

    await ogata.open('/areas');
    await fill(ogata, /^いつの数字か/, '2026-01-01');
    await fill(ogata, /^出どころ/, '見本の統計');
    await fill(ogata, /^校区ごとの数字/, '鳥飼,8100,1000,2100,900,3300\nどこか,1');
    await follow(ogata, '人口を入れる');
    await said(ogata, /2行目が読めませんでした/);
    await fill(ogata, /^校区ごとの数字/, '鳥飼,8100,1000,2100,900,3300');
    await follow(ogata, '人口を入れる');
    await said(ogata, '人口を入れました。');
    await ogata.expectAccessible('boards-areas');
    await ogata.open(`/areas/${town.id('district:鳥飼')}`);
    await said(ogata, '2,100人（25.9%）');
    await ogata.expectAccessible('boards-area');

    await ogata.open('/tried?q=ごみ');
    await said(ogata, '鳥飼ごみ出し助け合い（見本）');
    await ogata.expectAccessible('boards-tried');
    await ogata.open('/helping-groups');
    await ogata.expectAccessible('boards-groups');
  },
);
