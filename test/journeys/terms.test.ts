import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPosts } from '#domains/posts/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };
const files = mkdtempSync(join(tmpdir(), 'kanaeau-terms-'));

function write(name: string, rows: readonly string[]): string {
  const heading = '異動,職員番号,氏名,フリガナ,団体,役割,校区,開始日,終了日,理由';
  const path = join(files, name);
  writeFileSync(path, `\ufeff${[heading, ...rows].join('\r\n')}\r\n`);
  return path;
}

/** A file is chosen in the browser's own dialog: the keyboard leads to its field, the dialog is answered for it. */
async function chooseFile(visitor: Visitor, label: RegExp, path: string) {
  await visitor.tabTo(label);
  await visitor.page.locator(':focus').setInputFiles(path);
}

test(
  'the April file is tried, its mistakes are named, and once corrected it is done; the codes are printed',
  patient,
  async () => {
    const shiraishi = await openBrowser(base);
    const { page } = shiraishi;
    await signIn(shiraishi, 'shiraishi');
    await shiraishi.open('/admin/transfers');
    await said(shiraishi, 'まだ異動はありません。');
    await shiraishi.expectAccessible('terms-transfers-nothing');
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, 'ファイルを選んでください。');

    const leaves =
      '終了,tsutsumi,堤（見本）,ツツミ,久留米市 地域福祉課,計画担当,,2024-04-01,2026-03-31,人事異動';
    const comes = '開始,c1042,四月一日（見本）,ワタヌキ,久留米市 地域福祉課,計画担当,,R8.4.1,,';
    const wrong = write('まちがい.csv', [
      leaves.replace('堤（見本）', '包（見本）'),
      comes.replace('計画担当', '計画係'),
      '終り,koga,古賀（見本）,コガ,鳥飼校区社会福祉協議会,ふれあいの会 会員,鳥飼,2024-04-01,2026-03-31,転居',
    ]);
    await chooseFile(shiraishi, /^ファイル/, wrong);
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, '直すところが3か所あります。');
    await said(
      shiraishi,
      'サインイン名「tsutsumi」は堤（見本）さんです。氏名かサインイン名を直してください。',
    );
    await shiraishi.expectAccessible('terms-transfer-problems');

    await chooseFile(shiraishi, /^ファイル/, write('異動.csv', [leaves, comes]));
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, '直すところはありません。2件の異動を行えます');
    await shiraishi.expectAccessible('terms-transfer-ready');
    const before = await town.as('shiraishi').call(listPosts, { role: 'planner', state: 'all' });
    expect(before.posts.map(({ ends_on }) => ends_on)).toEqual([null]);
    await follow(shiraishi, 'この2件の異動を行う');
    await said(shiraishi, '1人分の招待コードを、今だけ表示しています。');
    await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
    await shiraishi.expectAccessible('terms-transfer-codes');
    await follow(shiraishi, '受付票を見る');
    await said(shiraishi, '終了1、再任0、開始1（うち新しく招待1）、変わらない行0');
    await shiraishi.expectAccessible('terms-transfer-receipt');

    await shiraishi.open('/admin/transfers');
    await chooseFile(shiraishi, /^ファイル/, join(files, '異動.csv'));
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, 'もう一度行っても、何も変わりません。');
    await follow(shiraishi, '受付票を見る');
    await fill(shiraishi, /^理由/, '異動が延期になった');
    await follow(shiraishi, '取りやめる');
    await said(shiraishi, '理由：異動が延期になった');
    await shiraishi.expectAccessible('terms-transfer-withdrawn');

    const phone = await openBrowser(base, narrow);
    await signIn(phone, 'shiraishi');
    await phone.open(page.url());
    await phone.expectAccessible('terms-transfer-receipt-narrow');
  },
);
