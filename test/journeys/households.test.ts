import { expect, test } from 'vitest';
import { correctHousehold, readHousehold } from '#domains/parties/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };
const kaede = town.id('household:鳥飼:2');

async function fill(visitor: Visitor, label: RegExp, text: string) {
  await visitor.tabTo(label);
  await visitor.page.keyboard.press('ControlOrMeta+A');
  await visitor.type(text);
}

async function choose(visitor: Visitor, label: RegExp, value: string) {
  await visitor.tabTo(label);
  await visitor.page.locator(':focus').selectOption(value);
}

/** Radio buttons are one stop of the keyboard; the arrows go from one to the next. */
async function pick(visitor: Visitor, first: string | RegExp, steps = 0) {
  await visitor.tabTo(first);
  await visitor.press('Space');
  for (let i = 0; i < steps; i++) await visitor.press('ArrowDown');
}

async function pressButton(visitor: Visitor, name: string | RegExp) {
  await visitor.tabTo(name);
  await visitor.press('Enter');
}

test(
  'a gatherer registers a household and decides who looks in; the visitor is never shown the reason',
  patient,
  async () => {
    const gatherer = await openBrowser(base);
    const { page } = gatherer;
    await signIn(gatherer, 'furukawa');
    await gatherer.open('/households');
    await gatherer.expectAccessible('parties-households');
    await pressButton(gatherer, '世帯を登録する');
    await page.getByRole('heading', { level: 1, name: '世帯を登録する' }).waitFor();
    await fill(gatherer, /^世帯の名前/, '見本柿の木');
    await fill(gatherer, /^ふりがな/, '柿の木');
    await fill(gatherer, /^住所/, '鳥飼見本町9丁目9');
    await gatherer.tabTo('先に電話');
    await gatherer.press('Space');
    await choose(gatherer, /^いま登録する人数/, '2');
    await fill(gatherer, /^名前/, '見本柿の木 はな');
    await fill(gatherer, /^ふりがな/, 'みほん はな');
    await gatherer.tabTo(/^続柄※/);
    await gatherer.press('Tab');
    await fill(gatherer, /^名前/, '見本柿の木 そら');
    await fill(gatherer, /^ふりがな/, 'みほん そら');
    await choose(gatherer, /^続柄※/, 'grandchild');
    await fill(gatherer, /^見守りの理由/, '退院したばかり');
    await pressButton(gatherer, '登録する');
    await page.getByText('ふりがなを、ひらがなかカタカナで入れてください。').first().waitFor();
    await gatherer.expectAccessible('parties-new-refused');
    await gatherer.press('Tab');
    await gatherer.press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    await gatherer.type('みほん かきのき');
    await gatherer.press('Enter');
    await page.getByText('世帯を登録しました').waitFor();
    await page.getByText('退院したばかり').waitFor();
    await gatherer.expectAccessible('parties-household');

    await pressButton(gatherer, '担当を決める・終える');
    await page.getByRole('heading', { level: 1, name: '見本柿の木：担当' }).waitFor();
    await choose(gatherer, /^担当する人/, town.id('post:koga'));
    await pressButton(gatherer, '担当を決める');
    await page.getByText('担当を決めました').waitFor();
    await gatherer.expectAccessible('parties-visitors');

    const visitor = await openBrowser(base, narrow);
    await signIn(visitor, 'koga');
    await visitor.open('/households?text=かきのき');
    await visitor.expectAccessible('parties-households-narrow');
    await pressButton(visitor, '見本柿の木');
    await visitor.page.getByText('見本柿の木 そら').waitFor();
    await visitor.page.getByText('先に電話').waitFor();
    expect(await visitor.page.getByText('退院したばかり').count()).toBe(0);
    expect(await visitor.page.getByText('見守りの理由').count()).toBe(0);
    expect(await visitor.page.getByRole('link', { name: '登録を直す' }).count()).toBe(0);
    await visitor.expectAccessible('parties-household-visitor-narrow');
  },
);

test('of two who correct an entry the second sees both values and then decides', patient, async () => {
  const gatherer = await openBrowser(base);
  const { page } = gatherer;
  await signIn(gatherer, 'furukawa');
  await gatherer.open(`/households/${kaede}/edit`);
  await fill(gatherer, /^電話/, '0942-00-9999');
  const officer = town.as('ogata');
  const { name, kana, address, cautions, version } = await officer.call(readHousehold, { id: kaede });
  await officer.call(correctHousehold, {
    id: kaede,
    name,
    kana,
    address,
    phone: '0942-00-5555',
    cautions,
    version,
  });
  await pressButton(gatherer, 'この内容に直す');
  await page
    .getByText('先に「0942-00-5555」と直されています。入れた内容は「0942-00-9999」でした。')
    .first()
    .waitFor();
  await page.getByRole('cell', { name: '0942-00-5555' }).waitFor();
  await gatherer.expectAccessible('parties-correct-conflict');
  expect((await officer.call(readHousehold, { id: kaede })).phone).toBe('0942-00-5555');
  await pressButton(gatherer, 'この内容に直す');
  await page.getByText('登録を直しました').waitFor();
  expect((await officer.call(readHousehold, { id: kaede })).phone).toBe('0942-00-9999');
  await pressButton(gatherer, '登録の移り変わり');
  await page.getByRole('heading', { level: 1, name: /登録の移り変わり/ }).waitFor();
  await gatherer.expectAccessible('parties-history');
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).count()).toBe(3);
});

test('people come and go, a household moves, is closed by mistake and opened again', patient, async () => {
  const gatherer = await openBrowser(base);
  const { page } = gatherer;
  const suisen = town.id('household:鳥飼:4');
  await signIn(gatherer, 'furukawa');
  await gatherer.open(`/households/${suisen}/people`);
  await fill(gatherer, /^名前※/, '見本 りく');
  await fill(gatherer, /^ふりがな※/, 'みほん りく');
  await pressButton(gatherer, 'この人を加える');
  await page.getByText('続柄を選んでください。').first().waitFor();
  await choose(gatherer, /^続柄※/, 'child');
  await pressButton(gatherer, 'この人を加える');
  await page.getByText('世帯に加えました').waitFor();
  await pick(gatherer, /すみれ$/, 1);
  await pick(gatherer, '転居した');
  await pressButton(gatherer, '離れたことを記録する');
  await page.getByText('記録しました。').waitFor();
  await gatherer.expectAccessible('parties-people');

  await gatherer.open(`/households/${suisen}/move`);
  await pressButton(gatherer, '引っ越しを記録する');
  await page.getByText('校区を選んでください。').first().waitFor();
  await gatherer.expectAccessible('parties-move-refused');
  await pick(gatherer, '鳥飼校区の中');
  await fill(gatherer, /^新しい住所/, '鳥飼見本町7丁目7');
  await pressButton(gatherer, '引っ越しを記録する');
  await page.getByText('新しい住所を記録しました').waitFor();
  await page.getByText('鳥飼見本町7丁目7').waitFor();

  await pressButton(gatherer, '転居・登録を閉じる');
  await pick(gatherer, '亡くなった', 3);
  await pressButton(gatherer, '登録を閉じる');
  await page.getByText('登録を閉じました').waitFor();
  await page.getByText('から2026年2月2日（令和8年2月2日）まで').first().waitFor();
  await gatherer.expectAccessible('parties-household-closed');
  await gatherer.open(`/households/${suisen}/edit`);
  await page.getByText('先に開き直してください').waitFor();
  await gatherer.open('/households?state=closed');
  await gatherer.expectAccessible('parties-households-closed');
  await pressButton(gatherer, /すみれ$/);
  await pressButton(gatherer, '登録を開き直す');
  await fill(gatherer, /^開き直す理由/, 'べつの世帯とまちがえた');
  await gatherer.expectAccessible('parties-reopen');
  await pressButton(gatherer, '登録を開き直す');
  await page.getByText('登録を開き直しました').waitFor();
});

test(
  'an entry that was made twice is merged after a look at both, and the merge is undone',
  patient,
  async () => {
    const gatherer = await openBrowser(base, narrow);
    const { page } = gatherer;
    const [kept, double] = [town.id('household:鳥飼:9'), town.id('household:free:鳥飼:1')];
    await signIn(gatherer, 'furukawa');
    await gatherer.open(`/households/${kept}/doubles`);
    await gatherer.expectAccessible('parties-doubles-narrow');
    await pressButton(gatherer, /ぼたんと見くらべる$/);
    await page.getByRole('heading', { level: 1, name: /二つの登録を見くらべる/ }).waitFor();
    await pressButton(gatherer, '一つにまとめる');
    await page.getByText('残す世帯を選んでください。').first().waitFor();
    await gatherer.expectAccessible('parties-merge-refused-narrow');
    await pick(gatherer, /^R6-0009/);
    await fill(gatherer, /^まとめる理由/, '電話で確かめた');
    await pressButton(gatherer, '一つにまとめる');
    await page.getByText('一つにまとめました').waitFor();
    await gatherer.open(`/households/${double}`);
    await page.getByText('R6-0009の世帯にまとめられています').waitFor();
    await page.getByText('この世帯にまとめた登録').waitFor();
    await gatherer.expectAccessible('parties-household-merged-narrow');
    await pressButton(gatherer, '二重の登録をまとめる');
    await pick(gatherer, /^R6-0013/);
    await fill(gatherer, /^取り消す理由/, 'べつの世帯だった');
    await gatherer.expectAccessible('parties-undo-narrow');
    await pressButton(gatherer, 'まとめを取り消す');
    await page.getByText('まとめを取り消しました').waitFor();
  },
);
