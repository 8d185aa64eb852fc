import { expect, test } from 'vitest';
import { listRoundSheets } from '#domains/papers/api.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, registerTestPhone } from '../phones.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 240_000 };
const visitsOf = (post: string) =>
  town.look<{ contact: string; visited_on: string; wrote: boolean }>(
    `select contact, to_char(visited_on, 'MM-DD') as visited_on, recorded_by = (select account_id from posts where id = $2) as wrote
     from visits where post_id = $1 order by recorded_at, id`,
    [town.id(`post:${post}`), town.id('post:furukawa')],
  );

test(
  'a round is printed, comes back, and is written off beside what the phone sent, and nothing is doubled',
  patient,
  async () => {
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.open('/phones');
    await follow(koga, '紙の見守り票を開く');
    await follow(koga, '今日の受け持ちで作る');
    await said(koga, '見守り票を作りました。');
    await koga.expectAccessible('paper-twin-sheets-narrow');
    const [sheet] = (await town.as('koga').call(listRoundSheets, {})).sheets;
    const download = koga.page.waitForEvent('download');
    await koga.tabTo(/^[0-9A-F-]{12}を印刷する/);
    await koga.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/^見守り票-古賀.*\.pdf$/);

    // The phone brings the second household's visit meanwhile.
    const [line] = await town.look<{ id: string }>(
      'select household_id as id from round_sheet_lines where sheet_id = $1 and n = 2',
      [sheet?.id],
    );
    await town.as('koga').call(recordVisit, {
      ...{ id: mintId(), household_id: line?.id ?? '', visited_on: '2026-02-01' },
      ...{ channel: 'face', contact: 'met', condition: 'usual' },
    });

    const furukawa = await openBrowser(base);
    await signIn(furukawa, 'furukawa');
    await furukawa.open('/round-sheets');
    await furukawa.expectAccessible('paper-twin-gatherer');
    await fill(furukawa, /^票の番号/, '123');
    await follow(furukawa, '票を開く');
    await said(furukawa, '票の番号を、10字とも入力してください。');
    await fill(furukawa, /^票の番号/, sheet?.code ?? '');
    await follow(furukawa, '票を開く');
    await said(furukawa, /古賀（見本）の訪問として入力します/);
    await follow(furukawa, '1行目を保存');
    await said(furukawa, '日にちを「29」や「1/29」のように入力してください。');
    await furukawa.expectAccessible('paper-twin-sheet');
    await furukawa.tabTo('1行目 日にち');
    await furukawa.type('３１');
    await choose(furukawa, /^1行目 会えたか/, 'absent');
    await follow(furukawa, '1行目を保存');
    await said(furukawa, '古川（見本）が、古賀（見本）の訪問として入力しました');
    await furukawa.tabTo('2行目 日にち');
    await furukawa.type('2/1');
    await said(furukawa, /本人の記録（電話など）がもう届いています/);
    await furukawa.expectAccessible('paper-twin-came-by-phone');
    await furukawa.press('Enter');
    await said(furukawa, /先に届いていた訪問と同じなので、足していません/);
    expect(await visitsOf('koga')).toEqual([
      { contact: 'met', visited_on: '02-01', wrote: false },
      { contact: 'absent', visited_on: '01-31', wrote: true },
    ]);
  },
);

test('a visit that meets another’s stands beside it, and whoever gathers keeps one', patient, async () => {
  const phone = await registerTestPhone(town, 'koga');
  const house = town.id('household:鳥飼:8');
  const said_ = { household_id: house, visited_on: '2026-02-01', channel: 'face' } as const;
  await town.as('furukawa').call(recordVisit, { ...said_, id: mintId(), contact: 'absent' });
  const shelf = openShelf();
  const visit = { ...said_, id: mintId(), contact: 'met', condition: 'usual', note: '庭で会えた（見本）' };
  const call = { call: mintId(), operation: 'recordVisit', input: visit, made_at: '2026-02-01T02:00:00Z' };
  await keepCall(shelf, phone, call, null);
  await sendWaiting(shelf, carryTo(town), phone);

  const koga = await openBrowser(base, narrow);
  await signIn(koga, 'koga');
  await koga.open('/late-calls');
  await said(koga, 'まとめ役か社協の担当が、電話の内容と記録を見くらべて決めます。');
  await koga.expectAccessible('conflict-visitor-narrow');

  const furukawa = await openBrowser(base);
  await signIn(furukawa, 'furukawa');
  await furukawa.open('/late-calls');
  await said(furukawa, '同じ日に、ほかの人の記録がもうある');
  await said(furukawa, '庭で会えた（見本）');
  await furukawa.expectAccessible('conflict-choice');
  await follow(furukawa, '同じ訪問：電話の内容に直す');
  await said(furukawa, '待っている記録はありません。');
  await koga.open('/late-calls?box=decided');
  await said(koga, '同じ訪問として、電話の内容に直した');
  const rows = await town.look('select contact, version from visits where household_id = $1', [house]);
  expect(rows).toEqual([{ contact: 'met', version: 2 }]);
});

test(
  'a household that said it would be away stands so on the round, and one press undoes it',
  patient,
  async () => {
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.open(`/households/${town.id('household:鳥飼:3')}/absences`);
    await fill(koga, /^いつまで/, '2026-02-10');
    await koga.tabTo('入院・通院');
    await koga.press('Space');
    await koga.expectAccessible('absence-narrow');
    await follow(koga, '不在予定を書く');
    await said(koga, '不在予定を書きました。');
    await koga.open('/today');
    await said(koga, '不在予定（2月10日まで）');
    await koga.expectAccessible('absence-round-narrow');
    await koga.open(`/visits/new?household=${town.id('household:鳥飼:3')}`);
    await follow(koga, /^取り消す/);
    await koga.page.getByText('不在予定（2月10日まで）').waitFor({ state: 'detached' });
    await koga.open('/today');
    await koga.page.getByText('見本鳥飼 さくら').first().waitFor();
    expect(await koga.page.getByText('不在予定（').count()).toBe(0);
  },
);
