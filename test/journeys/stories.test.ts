import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };

async function pick({ page }: Visitor, words: string): Promise<void> {
  await page.getByRole('radio', { name: words, exact: true }).focus();
  await page.keyboard.press('Space');
}

async function consent(visitor: Visitor, who: string, layer: string, shownAs: string): Promise<void> {
  await choose(visitor, /^だれの返事か/, town.id(`participant:${who}`));
  await pick(visitor, '読み上げた');
  await pick(visitor, layer);
  await fill(visitor, /^事例の中での呼び名/, shownAs);
  await follow(visitor, '同意を書く');
  await said(visitor, '同意を書きました。');
}

test('a district sees on a narrow screen what its people did for one another', patient, async () => {
  const furukawa = await openBrowser(base, { width: 390, height: 844 });
  await signIn(furukawa, 'furukawa');
  await furukawa.open('/together');
  await said(furukawa, '鳥飼校区でたがいに叶えたこと');
  await said(furukawa, /昔の歌をいっしょに歌えた/);
  await said(furukawa, '草取りの庭で、昔の歌を');
  await furukawa.expectAccessible('together-narrow');
});

test(
  'a story is written, read by each, goes as far as all agree, and is gone when one of them stops',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await ogata.open('/stories');
    await ogata.expectAccessible('stories-list');
    await follow(ogata, '草取りの庭で、昔の歌を');
    await ogata.expectAccessible('stories-one');
    await consent(ogata, 'tane', '計画の報告書', 'タネさん');
    await consent(ogata, 'jun', '計画の報告書', '近くに住む学生');
    await follow(ogata, '公開をやめる');
    await said(ogata, 'まだどこにも出ていません');
    await ogata.page.getByRole('radio', { name: '計画の報告書', exact: true }).last().focus();
    await ogata.page.keyboard.press('Space');
    await follow(ogata, '公開する');
    await said(ogata, '計画の報告書まで');
    await ogata.open('/told-stories');
    await said(ogata, /近くに住む学生がタネさんの庭の草を取りました。/);
    await ogata.expectAccessible('stories-told');
    await ogata.page.goto(`${base}/stories/${town.id('story:garden')}`);
    await follow(ogata, 'タネさん（見本）が事例に出るのをやめる');
    await said(ogata, 'まだどこにも出ていません');
    await ogata.open('/told-stories');
    await said(ogata, '社員食堂が、日曜の台所になった日');
    expect(await ogata.page.getByText('草取りの庭で').count()).toBe(0);
    await ogata.page.goto(`${base}/fulfilments/${town.id('fulfilment:garden')}/story`);
    await said(ogata, 'この出来事はもう事例になっているか、見つかりません。');
    await ogata.expectAccessible('stories-draft');
  },
);

test(
  'anybody reads a story that everybody in it lets go to anybody, on a narrow screen, until one stops',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await ogata.page.goto(`${base}/stories/${town.id('story:cooking')}`);
    await consent(ogata, 'min', 'だれにでも', 'ベトナムから来た親子');
    await follow(ogata, '公開をやめる');
    await said(ogata, 'まだどこにも出ていません');
    await ogata.page.getByRole('radio', { name: 'だれにでも', exact: true }).last().focus();
    await ogata.page.keyboard.press('Space');
    await follow(ogata, '公開する');
    await ogata.page.getByRole('link', { name: 'だれでも読めるページを見る' }).waitFor();

    const anybody = await openBrowser(base, { width: 390, height: 844 });
    await anybody.page.goto(`${base}/stories-published`);
    await anybody.expectAccessible('stories-public-list-narrow');
    await follow(anybody, '社員食堂が、日曜の台所になった日');
    await said(anybody, /ベトナムから来た親子のひとことに/);
    await anybody.expectAccessible('stories-public-one-narrow');
    await follow(ogata, 'ミンさん（見本）が事例に出るのをやめる');
    await said(ogata, 'まだどこにも出ていません');
    await anybody.page.reload();
    await said(anybody, 'この事例は載せていません');
    await anybody.expectAccessible('stories-public-gone-narrow');
  },
);
