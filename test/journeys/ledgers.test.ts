import { expect, test } from 'vitest';
import { listLedgerImports, numberVisitors } from '#domains/ledgers/api.ts';
import { listHouseholds } from '#domains/parties/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };

async function pickFile({ page }: Visitor, name: string, text: string): Promise<void> {
  await page
    .getByLabel(/^台帳のファイル/)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test(
  'an officer sends a tally ledger, says the columns, mends what is named, takes it in and has a receipt',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    const { page } = ogata;
    await signIn(ogata, 'ogata');
    await follow(ogata, '台帳の取り込み');
    await follow(ogata, '送って列を選ぶ');
    await said(ogata, '台帳の種類を選んでください。');
    await ogata.expectAccessible('ledgers-refused');
    await ogata.tabTo(/^集計の台帳/);
    await ogata.press('Space');
    await choose(ogata, /^何月分の台帳か/, '2026-01');
    await pickFile(
      ogata,
      '1月分.csv',
      '地区,月,やり方,回数\n大橋,2026/1,対面,8０\n大橋,2026/2,電話,5件\n大槗,2026/1,電話,5\n合計,,,85\n',
    );
    await follow(ogata, '送って列を選ぶ');
    await said(ogata, '見出しの名前から選んでおきました。まちがいがないか確かめてください。');
    await follow(ogata, 'この選び方で確かめる');
    await said(ogata, '「方法」の列を選んでください。');
    await ogata.expectAccessible('ledgers-columns-refused');
    await choose(ogata, /^方法/, 'やり方');
    await said(ogata, '例: 対面、電話、電話');
    await follow(ogata, 'この選び方で確かめる');
    await said(
      ogata,
      '直すところが3か所あります。ファイルを直して、もう一度送ってください。1行も取り込んでいません。',
    );
    await said(ogata, '件数は数字だけで書いてください（「件」などはつけません）。');
    await said(ogata, '合計の行のようです。合計は計算されるので、この行を消してください。');
    await ogata.expectAccessible('ledgers-check-problems');
    await follow(ogata, '別のファイルを送る');
    await said(ogata, '送って、まだ取り込んでいない台帳');
    await ogata.expectAccessible('ledgers-waiting');
    await ogata.tabTo(/^集計の台帳/);
    await ogata.press('Space');
    await pickFile(
      ogata,
      '1月分（直した）.csv',
      '地区,月,やり方,回数\n大橋,2026/1,対面,8０\n大槗,2026/1,電話,5\n',
    );
    await follow(ogata, '送って列を選ぶ');
    await said(ogata, '前に同じ見出しの台帳を送ったときの選び方です。まちがいがないか確かめてください。');
    await follow(ogata, 'この選び方で確かめる');
    await said(ogata, '直すところはありません。新しい行は2行です（取り込み済みの行は0行）。');
    await ogata.expectAccessible('ledgers-check-ready');
    await fill(ogata, /^誰から受け取ったか/, '大橋校区ふれあいの会（見本）');
    await follow(ogata, '2行を取り込む');
    await said(ogata, /これでよいか確かめて、印をつけてください。/);
    await ogata.expectAccessible('ledgers-unconfirmed');
    await ogata.tabTo(/^全角の数字を.*か所）。 ?[A-Z]/);
    await ogata.press('Space');
    await ogata.tabTo(/^異体字.*か所）。 ?[A-Z]/);
    await ogata.press('Space');
    await follow(ogata, '2行を取り込む');
    await page.getByRole('heading', { level: 1, name: '台帳の取り込み 受領書' }).waitFor();
    await said(ogata, '台帳を取り込みました。受領書を印刷して渡せます。');
    await ogata.expectAccessible('ledgers-receipt');
    const { imports } = await town.as('ogata').call(listLedgerImports, {});
    expect(imports.map(({ rows_new, counted }) => [rows_new, counted])).toContainEqual([2, 85]);
    await follow(ogata, 'この取り込みを取り消す');
    await said(ogata, '理由を500字までで書いてください。');
    await fill(ogata, /^理由/, '別の会の台帳だった');
    await follow(ogata, 'この取り込みを取り消す');
    await said(ogata, '取り込みを取り消しました。直したファイルは、もう一度取り込めます。');
    await said(ogata, /取り消しました。理由: 別の会の台帳だった/);
    await ogata.expectAccessible('ledgers-withdrawn');
  },
);

test('a gatherer numbers the visitors and takes in a month of visits on a phone', patient, async () => {
  const furukawa = await openBrowser(base, narrow);
  const { page } = furukawa;
  await signIn(furukawa, 'furukawa');
  await furukawa.open('/ledgers/numbers');
  await furukawa.expectAccessible('ledgers-numbers-none-narrow');
  await follow(furukawa, /^番号のない\d+人に番号をつける$/);
  await said(furukawa, 'R7-V001');
  await furukawa.expectAccessible('ledgers-numbers-narrow');
  expect(await town.as('furukawa').call(numberVisitors, { district_id: town.id('district:鳥飼') })).toEqual({
    posts: [],
  });
  const [house] = await town.look<{ number: string }>('select number from households where id = $1', [
    town.id('household:鳥飼:1'),
  ]);
  const [koga] = await town.look<{ number: string }>(
    'select number from visitor_numbers where post_id = $1',
    [town.id('post:koga')],
  );
  await furukawa.open('/ledgers');
  await furukawa.expectAccessible('ledgers-empty-narrow');
  await furukawa.tabTo(/^集計の台帳/);
  await furukawa.press('ArrowDown');
  const row = `R8.1.20,鳥飼,${house?.number},${koga?.number},対面,会えた,変わりなし`;
  await pickFile(furukawa, '訪問.csv', `日付,校区,世帯番号,訪問者番号,方法,結果,様子\n${row}\n${row}\n`);
  await follow(furukawa, '送って列を選ぶ');
  await furukawa.expectAccessible('ledgers-columns-narrow');
  await follow(furukawa, 'この選び方で確かめる');
  await said(furukawa, '直すところはありません。新しい行は2行です（取り込み済みの行は0行）。');
  await furukawa.expectAccessible('ledgers-check-narrow');
  await fill(furukawa, /^誰から受け取ったか/, '古賀さんの手帳（見本）');
  await follow(furukawa, '2行を取り込む');
  await page.getByRole('heading', { level: 1, name: '台帳の取り込み 受領書' }).waitFor();
  await furukawa.expectAccessible('ledgers-receipt-narrow');
});

test(
  'a gatherer takes in a list of households, corrects one by the next list, and takes it back',
  patient,
  async () => {
    const furukawa = await openBrowser(base);
    const { page } = furukawa;
    const head = '番号,校区,世帯主,フリガナ,住所,電話番号,注意事項';
    const send = async (name: string, ...rows: string[]) => {
      await furukawa.open('/ledgers');
      await furukawa.tabTo(/^集計の台帳/);
      await furukawa.press('ArrowDown');
      await furukawa.press('ArrowDown');
      await pickFile(furukawa, name, `${[head, ...rows].join('\n')}\n`);
      await follow(furukawa, '送って列を選ぶ');
      await said(furukawa, /どの列が何か/);
    };
    await signIn(furukawa, 'furukawa');
    await send(
      '世帯名簿.csv',
      ',鳥飼,有馬 一（見本）,アリマ ハジメ,鳥飼見本町9丁目1,942001000,犬',
      ',鳥飼,有馬 二（見本）,アリマ ジロウ,鳥飼見本町9丁目2,,なし',
    );
    await furukawa.expectAccessible('household-ledger-columns');
    await follow(furukawa, 'この選び方で確かめる');
    await said(furukawa, /^電話番号の先頭の0が落ちているようです。/);
    await furukawa.expectAccessible('household-ledger-problems');
    await send(
      '世帯名簿（直した）.csv',
      ',鳥飼,有馬 一（見本）,アリマ ハジメ,鳥飼見本町9丁目1,0942-00-1000,犬',
      ',鳥飼,有馬 二（見本）,アリマ ジロウ,鳥飼見本町9丁目2,,なし',
    );
    await follow(furukawa, 'この選び方で確かめる');
    await said(
      furukawa,
      '直すところはありません。新しく登録する世帯は2、記録が変わる世帯は0です（取り込み済みの行は0行）。',
    );
    await furukawa.expectAccessible('household-ledger-ready');
    await fill(furukawa, /^誰から受け取ったか/, '鳥飼校区社協の名簿（見本）');
    await follow(furukawa, '2行を取り込む');
    await page.getByRole('heading', { level: 1, name: '台帳の取り込み 受領書' }).waitFor();
    await furukawa.expectAccessible('household-ledger-receipt');
    const listed = async () =>
      (await town.as('furukawa').call(listHouseholds, { text: '有馬' })).households.map((one) => one.phone);
    expect(await listed()).toEqual([null, '0942-00-1000']);
    await page.setViewportSize(narrow);
    await send(
      '世帯名簿2.csv',
      ',鳥飼,有馬 一（見本）,アリマ ハジメ,鳥飼見本町9丁目1,0942-00-1001,犬、耳が遠い',
    );
    await follow(furukawa, 'この選び方で確かめる');
    await said(furukawa, '変わるところ（2）');
    await furukawa.expectAccessible('household-ledger-changes-narrow');
    await fill(furukawa, /^誰から受け取ったか/, '鳥飼校区社協の名簿（見本）');
    await fill(furukawa, /^理由/, '紙の名簿が新しくなった');
    await follow(furukawa, '1行を取り込む');
    await page.getByRole('heading', { level: 1, name: '台帳の取り込み 受領書' }).waitFor();
    expect(await listed()).toEqual([null, '0942-00-1001']);
    await fill(furukawa, /^理由/, '別の会の名簿だった');
    await follow(furukawa, 'この取り込みを取り消す');
    await said(furukawa, '取り込みを取り消しました。直したファイルは、もう一度取り込めます。');
    await furukawa.expectAccessible('household-ledger-withdrawn-narrow');
    expect(await listed()).toEqual([null, '0942-00-1000']);
  },
);
