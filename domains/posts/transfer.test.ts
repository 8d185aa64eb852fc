import { beforeEach, expect, test } from 'vitest';
import { listAssignments } from '#domains/visits/assignment-api.ts';
import { readTable } from '#platform/sheets/read.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const admin = town.as('shiraishi');
const at = (on: string) => new Date(`${on}T10:00:00+09:00`);
const heading = '異動,サインイン名,氏名,ふりがな,団体,役割,校区,開始日,終了日,理由';
const tsutsumi = 'tsutsumi,堤（見本）,つつみ,久留米市 地域福祉課,計画担当,,2024-04-01';

function fileOf(...rows: string[]) {
  return {
    name: '異動.csv',
    base64: Buffer.from(`${[heading, ...rows].join('\r\n')}\r\n`).toString('base64'),
  };
}
const tried = async (...rows: string[]) =>
  (await admin.call(api.tryTransfer, { file: fileOf(...rows) })).secret_trial ?? undefined;
const done = (file: ReturnType<typeof fileOf>) => admin.call(api.carryOutTransfer, { id: mintId(), file });
const postsOf = async (search: string) => {
  const [account] = (await admin.call(api.listAccounts, { search })).accounts;
  if (!account) return [];
  return (await admin.call(api.listPosts, { account: account.id, state: 'all' })).posts;
};

beforeEach(() => {
  town.clock.now = at('2026-02-02');
});

test('a dry run says what each row would do, and changes nothing', async () => {
  const trial = await tried(
    `終了,${tsutsumi},2026-03-31,人事異動`,
    '開始,c0123,見本 四月,みほん しがつ,久留米市 地域福祉課,計画担当,,R8.4.1,,',
    `,koga,古賀（見本）,こが,鳥飼校区社会福祉協議会,ふれあいの会 会員,鳥飼,2024-04-01,,`,
  );
  expect(trial).toMatchObject({ rows: 3, unchanged: 1, problems: [], doubts: [], known: null });
  expect(trial?.changes).toMatchObject([
    { row: 2, change: 'ended', name: '堤（見本）', ends_on: '2026-03-31', invited: false },
    { row: 3, change: 'given', sign_in_name: 'c0123', starts_on: '2026-04-01', invited: true },
  ]);
  expect(await postsOf('tsutsumi')).toMatchObject([{ ends_on: null, ending: null }]);
  expect(await postsOf('c0123')).toEqual([]);
});

test('every problem is named at once by row and column, and nothing of the file is done', async () => {
  const rows = [
    `終了,tsutsumi,堤,つつみ,久留米市 地域福祉課,計画担当,,2024-04-01,2026-03-31,人事異動`,
    `終り,${tsutsumi},2026-03-31,人事異動`,
    '開始,c0123,見本 四月,みほん しがつ,久留米市 地域福祉課,計画担当,鳥飼,2026-04-01,,',
    '開始,c0124,見本 五月,みほん ごがつ,福祉課,会員,西鳥飼,4月1日,,',
    '終了,koga,古賀（見本）,こが,鳥飼校区社会福祉協議会,ふれあいの会 会員,鳥飼校区,2024-04-01,,転居',
    '再任,nobody,見本,みほん,鳥飼校区社会福祉協議会,ふれあいの会 会員,鳥飼,,2028-03-31,',
  ];
  const trial = await tried(...rows);
  expect(trial?.problems.map(({ row, column }) => [row, column])).toEqual([
    [2, '氏名'],
    [3, '異動'],
    [4, '校区'],
    [5, '役割'],
    [5, '団体'],
    [5, '校区'],
    [6, '終了日'],
    [7, 'サインイン名'],
  ]);
  const refused = await expectRefusal(done(fileOf(...rows)), 'invalid');
  expect(refused.message).toContain('8か所に直すところがあり、何も変えていません。');
  expect(refused.fields.file).toContain('2行目「氏名」：');
  expect(await postsOf('c0123')).toEqual([]);
  expect((await admin.call(api.listTransfers, {})).transfers).toEqual([]);
});

test('a number that lost its zeros, a namesake and a row that stands twice are said, not guessed', async () => {
  await done(fileOf('開始,00456,見本 六月,みほん ろくがつ,久留米市 地域福祉課,計画担当,,2026-04-01,,'));
  const trial = await tried(
    '終了,456,見本 六月,みほん ろくがつ,久留米市 地域福祉課,計画担当,,2026-04-01,2026-05-31,異動',
    '開始,c0999,見本 六月,みほん ろくがつ,久留米市 地域福祉課,計画担当,,2026-04-01,,',
    '開始,c0999,見本 六月,みほん ろくがつ,久留米市 地域福祉課,計画担当,,2026-04-01,,',
  );
  expect(trial?.problems).toMatchObject([
    { row: 2, column: 'サインイン名', says: expect.stringContaining('先頭の0が消えています') },
    { row: 4, column: null, says: expect.stringContaining('3行目と同じ役割') },
  ]);
  expect(trial?.doubts[0]).toMatchObject({ row: 3, column: '氏名' });
});

test('a file is done once: the same bytes answer the first receipt, and a corrected file adds what is new', async () => {
  const rows = [
    `終了,${tsutsumi},2026-03-31,人事異動`,
    '開始,c0200,見本 七月,みほん しちがつ,久留米市 地域福祉課,計画担当,,2026-04-01,,',
  ];
  const first = await done(fileOf(...rows));
  expect(first.secret_codes).toMatchObject([{ sign_in_name: 'c0200', name: '見本 七月' }]);
  const again = await done(fileOf(...rows));
  expect(again).toMatchObject({ id: first.id, secret_codes: [] });
  const more = await done(
    fileOf(...rows, '開始,c0201,見本 八月,みほん はちがつ,久留米市 地域福祉課,計画担当,,2026-04-01,,'),
  );
  expect(await admin.call(api.readTransfer, { id: more.id })).toMatchObject({
    given: 1,
    ended: 0,
    unchanged: 2,
  });
  const { code } = first.secret_codes?.[0] ?? {};
  const browser = town.browser();
  await browser.call(api.acceptInvitation, { code: code ?? '', password: 'atarashii-kotoba' });
  await expectRefusal(browser.call(api.listTransfers, {}), 'not_allowed');
  expect(await admin.call(api.readTransfer, { id: first.id })).toMatchObject({ invited: 1, waiting: 0 });
  const renewed = await admin.call(api.renewTransferCodes, { id: more.id });
  expect(renewed.secret_codes).toHaveLength(1);
});

test('what has not taken effect is withdrawn with a reason; the round of a post goes on', async () => {
  const koga = '鳥飼校区社会福祉協議会,ふれあいの会 会員,鳥飼';
  const rounds = async () =>
    (await town.as('furukawa').call(listAssignments, { post: town.id('post:koga') })).assignments;
  const before = await rounds();
  expect(before.length).toBeGreaterThan(0);
  const { id } = await done(
    fileOf(
      `終了,koga,古賀（見本）,こが,${koga},2024-04-01,2026-03-31,転居`,
      `開始,c0300,見本 九月,みほん くがつ,${koga},2026-04-01,2028-03-31,`,
    ),
  );
  expect((await rounds()).map(({ ends_on }) => ends_on)).toEqual(before.map(() => '2026-03-31'));
  expect(await admin.call(api.withdrawTransfer, { id, reason: '取りやめになった' })).toMatchObject({
    withdrawn: 2,
    kept: 0,
  });
  expect(await rounds()).toEqual(before);
  expect(await postsOf('koga')).toMatchObject([{ state: 'current', ends_on: null, ending: null }]);
  expect(await postsOf('c0300')).toMatchObject([{ state: 'ended' }]);
  expect(await admin.call(api.readTransfer, { id })).toMatchObject({
    withdrawn: { reason: '取りやめになった' },
  });
  await expectRefusal(admin.call(api.withdrawTransfer, { id, reason: 'もう一度' }), 'refused');
  await expectRefusal(
    admin.call(api.withdrawEnding, { id: town.id('post:koga'), reason: 'ない' }),
    'refused',
  );
});

test('what has taken effect stays: a transfer is not withdrawn afterwards', async () => {
  const { id } = await done(
    fileOf('開始,c0400,見本 十月,みほん じゅうがつ,久留米市 地域福祉課,計画担当,,2026-02-02,,'),
  );
  await expectRefusal(admin.call(api.withdrawTransfer, { id, reason: '間違い' }), 'refused');
});

test('today’s posts come out in the columns in which they go in, and change nothing as they are', async () => {
  const bytes = (await admin.call(api.exportTransferSheet, {})) as unknown as Uint8Array;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith(`\ufeff${heading}`)).toBe(true);
  expect(text).toContain('久留米市 地域福祉課,計画担当,,2024-04-01');
  const file = { name: '役割一覧.csv', base64: Buffer.from(bytes).toString('base64') };
  const { secret_trial } = await admin.call(api.tryTransfer, { file });
  expect(secret_trial).toMatchObject({ problems: [], changes: [] });
  expect(secret_trial?.unchanged).toBeGreaterThan(40);
  await expectRefusal(done(file), 'refused');
});

test('the workbook goes back in as it came out, and keeps the zeros of a number', async () => {
  await done(fileOf('開始,000777,見本 師走,みほん しわす,久留米市 地域福祉課,計画担当,,2026-04-01,,'));
  const bytes = (await admin.call(api.exportTransferSheet, { form: 'xlsx' })) as unknown as Uint8Array;
  const file = { name: '役割一覧.xlsx', base64: Buffer.from(bytes).toString('base64') };
  const { secret_trial } = await admin.call(api.tryTransfer, { file });
  expect(secret_trial).toMatchObject({ problems: [], changes: [] });
  const { headings, rows } = await readTable(bytes);
  const numbers = rows.map(({ cells }) => cells[headings.indexOf('サインイン名')]);
  expect(numbers).toContain('000777');
});

test('200 posts end and 200 begin in one go', async () => {
  const given = Array.from({ length: 200 }, (_, i) => `s${1000 + i},見本 職員${i},みほん しょくいん`);
  const place = '久留米市社会福祉協議会,相談員,';
  await done(fileOf(...given.map((who) => `開始,${who},${place},2026-02-02,,`)));
  const started = performance.now();
  const { accounts } = await done(
    fileOf(
      ...given.map((who) => `終了,${who},${place},2026-02-02,2026-03-31,人事異動`),
      ...given.map((who) => `開始,${who.replace('s1', 'n1')}ご,${place},2026-04-01,,`),
    ),
  );
  expect(accounts).toHaveLength(400);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);
