import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };

test('the page of open files is read in every language, without a script', patient, async () => {
  const visitor = await openBrowser(base);
  for (const [language, title] of [
    ['ja', 'オープンデータ'],
    ['ja-easy', 'オープンデータ'],
    ['en', 'Open data'],
    ['vi', 'Dữ liệu mở'],
    ['zh-Hans', '开放数据'],
  ] as const) {
    await visitor.open(`/open-data?lang=${language}`);
    await visitor.page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await visitor.page.locator('script').count()).toBe(0);
    await visitor.expectAccessible(`open-data-${language}`);
  }
});

test(
  'a planner sends another system’s list, reads what was put right, and takes it in',
  patient,
  async () => {
    const [{ code = '', name = '' } = {}] = await town.look<{ code: string; name: string }>(
      'select code, name from towns',
    );
    const visitor = await openBrowser(base);
    await signIn(visitor, 'tsutsumi');
    await visitor.open('/standard-lists');
    await said(visitor, '標準の一覧を送る');
    await visitor.expectAccessible('standard-lists');
    await visitor.page.getByRole('radio', { name: '指定緊急避難場所一覧' }).focus();
    await visitor.press('Space');
    await visitor.page.locator('input[type=file]').setInputFiles({
      ...{ name: 'hinan.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        '全国地方公共団体コード,ID,名称,所在地_連結表記,所在地_市区町村,緯度,経度,災害種別_洪水,想定収容人数\n' +
          `${code.slice(0, 5)},1,見本小学校,,福岡県${name}見本町1,130.5083,33.3192,○,"1,200人"\n`,
      ),
    });
    await follow(visitor, '送って試しに読む');
    await said(visitor, '緯度と経度が逆だったので、入れかえました');
    await visitor.expectAccessible('standard-list');
    await visitor.tabTo(/直した所となくなる行を見ました/);
    await visitor.press('Space');
    await follow(visitor, 'この一覧にする');
    await said(visitor, '取り込みました。公開の一覧が変わりました。');
    await visitor.expectAccessible('standard-lists-taken-in');
    const written = await (await town.app.request('/open-data/shelters.csv')).text();
    expect(written).toContain(`${code},1,見本小学校`);
    expect(written).toContain('33.3192,130.5083');
  },
);
