import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, keepFile, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };
const wait = (seconds: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000);
};

/** Takes a radio or a box by its words: Tab reaches the group, the arrows its choices. */
async function pick({ page }: Visitor, words: string | RegExp): Promise<void> {
  await page.getByRole('radio', { name: words, exact: true }).first().focus();
  await page.keyboard.press('Space');
}

test(
  'a participant’s card brings a wish and an offer from a telephone; they are taken in, changed and taken back',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await said(ogata, /将棋をさしたい/);
    await ogata.expectAccessible('cards-today');
    await ogata.open('/wish-cards');
    await ogata.expectAccessible('cards-cards');
    await fill(ogata, /^置く場所・渡し方/, 'ふれあいの会で手渡し（見本）');
    await follow(ogata, 'カードを作る');
    await said(ogata, '願いカードを作りました。印刷して渡せます。');
    await ogata.expectAccessible('cards-card');
    const sheet = await keepFile(ogata, '印刷用の紙を作る（PDF）');
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const link = await ogata.page.getByRole('link', { name: /wish-card/ }).getAttribute('href');

    const writer = await openBrowser(base, { width: 390, height: 844 });
    const { page } = writer;
    await page.goto(new URL(link ?? '').pathname);
    expect(await page.locator('script').count()).toBe(0);
    await said(writer, 'お渡ししたカードの番号から書いています。');
    await writer.expectAccessible('cards-form-narrow');
    await follow(writer, '送る');
    await page.getByRole('alert').waitFor();
    await writer.expectAccessible('cards-form-refused-narrow');
    await fill(writer, /^してみたいこと・してほしいこと/, '昔の歌をみんなで歌いたい');
    await pick(writer, '見ているだけから');
    await writer.tabTo(/^曜日・場所・気をつけてほしいことも書く/);
    await writer.press('Enter');
    await writer.tabTo('土');
    await writer.press('Space');
    await fill(writer, /^だれかのためにできること・してあげたいこと/, '漬物の漬け方を教えられる');
    await fill(writer, /^名前・呼び名/, '見本 うた');
    await writer.expectAccessible('cards-form-filled-narrow');
    wait(60);
    await follow(writer, '送る');
    await page.getByRole('status').waitFor();
    await writer.expectAccessible('cards-received-narrow');
    const code = (await page.locator('.code-shown').textContent()) ?? '';

    await ogata.open('/wish-notes');
    await ogata.expectAccessible('cards-notes');
    await follow(ogata, /^昔の歌をみんなで歌いたい/);
    await said(ogata, 'ふれあいの会で手渡し（見本）');
    await ogata.expectAccessible('cards-note');
    await fill(ogata, /^ふりがな/, 'みほんうた');
    await follow(ogata, '参加者の願いとして受け付ける');
    await said(ogata, '受け付けました。');
    await said(ogata, '漬物の漬け方を教えられる');
    await ogata.expectAccessible('cards-taken-in');

    await page.goto('/wish-card/receipt');
    await fill(writer, /^受付番号/, code);
    await follow(writer, '見る');
    await said(writer, /合いそうな人や場所をさがしています/);
    await writer.expectAccessible('cards-receipt-narrow');
    await fill(writer, /^してみたいこと・してほしいこと/, '昔の歌を土曜に歌いたい');
    wait(60);
    await follow(writer, '直して送る');
    await said(writer, '直したことを受け取りました。');
    await ogata.open('/wish-notes');
    await follow(ogata, /^昔の歌を土曜に歌いたい/);
    await follow(ogata, '変更を取り込む');
    await said(ogata, '受け付けました');
    wait(60);
    await follow(writer, '取り下げる');
    await said(writer, '取り下げました。書いたことは消えました。');
    await ogata.open('/wish-notes');
    await follow(ogata, /ことばは残っていません/);
    await said(ogata, /もとになった願いとできることは、もう閉じています/);
    await ogata.expectAccessible('cards-withdrawn');
    for (const language of ['ja-easy', 'en', 'vi', 'zh-Hans']) {
      await page.context().addCookies([{ name: 'kanaeau_language', value: language, url: base }]);
      await page.goto('/wish-card');
      await writer.expectAccessible(`cards-form-${language}-narrow`);
    }
  },
);

test('an organisation’s offer becomes a contribution, and is published as it agreed', patient, async () => {
  const ogata = await openBrowser(base, { width: 390, height: 844 });
  await signIn(ogata, 'ogata');
  await wearHat(ogata, '生活支援コーディネーター');
  await ogata.open('/wishes?side=offer');
  await follow(ogata, /^日本語でおしゃべりする相手になれる/);
  await follow(ogata, '地域貢献として書く');
  await ogata.expectAccessible('contributions-write-narrow');
  await ogata.tabTo('知識・技術');
  await ogata.press('Space');
  await pick(ogata, '社協のボランティア保険で');
  await fill(ogata, /^条件/, '学期のあいだだけ');
  await follow(ogata, '残す');
  await said(ogata, '地域貢献を書きました。');
  await fill(ogata, /^団体にもたらしたこと/, '学生が町の人を知った');
  await follow(ogata, 'もたらしたことを残す');
  await said(ogata, /学生が町の人を知った/);
  await pick(ogata, '名前は載せずに、ことばだけ');
  await fill(ogata, /^載せることば/, '学生が日本語でおしゃべりする相手をしています');
  await fill(ogata, /^言った人/, '学生課（見本）');
  await follow(ogata, '聞いたことを残す');
  await said(ogata, /学生課（見本）：名前は載せずに/);
  await ogata.expectAccessible('contributions-one-narrow');
  const paper = await keepFile(ogata, '令和7年度のまとめを印刷する（PDF）');
  expect(paper.name).toMatch(/^地域貢献_2025/);
  await ogata.open('/contributions');
  await ogata.expectAccessible('contributions-list-narrow');
  await ogata.page.goto('/contributions-published');
  await said(ogata, '学生が日本語でおしゃべりする相手をしています');
  expect(await ogata.page.getByText('学生の会').count()).toBe(0);
  await ogata.expectAccessible('contributions-published-narrow');
});
