import { expect, test } from 'vitest';
import { endPost } from '#domains/posts/api.ts';
import { correctVisit, listVisits } from '#domains/visits/api.ts';
import { endAssignment, listAssignments } from '#domains/visits/assignment-api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };

/** From a round to the door of one of its households. */
async function goTo(visitor: Visitor, household: string) {
  await follow(visitor, new RegExp(`^${household}`));
  await visitor.page.getByRole('heading', { level: 1, name: new RegExp(`^訪問：${household}`) }).waitFor();
}

/** Radio buttons are one stop of the keyboard: the group is entered and the arrow keys choose. */
async function pick(visitor: Visitor, group: RegExp, choice: string) {
  const radio = visitor.page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: choice, exact: true });
  const name = await radio.getAttribute('name');
  for (let i = 0; i < 150; i++) {
    if (
      await visitor.page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)
    )
      break;
    await visitor.page.keyboard.press('Tab');
  }
  for (let i = 0; i < 10 && !(await radio.isChecked()); i++) {
    await visitor.page.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
  }
  expect(await radio.isChecked()).toBe(true);
}

test(
  'a visitor records the usual with one press, takes it back, and goes on to the next door',
  patient,
  async () => {
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.expectAccessible('visits-today-narrow');
    await goTo(koga, '見本鳥飼 さくら');
    await koga.expectAccessible('visits-door-narrow');
    await follow(koga, '変わりなし');
    await said(koga, '見本鳥飼 さくらの訪問を記録しました');
    await koga.expectAccessible('visits-recorded-narrow');
    await follow(koga, 'この記録を取り消す');
    await said(koga, '記録を取り消しました。数には入りません。');
    await koga.page.getByRole('heading', { level: 1, name: '訪問：見本鳥飼 さくら' }).waitFor();
    await koga.expectAccessible('visits-undone-narrow');
    const { visits } = await town.as('koga').call(listVisits, { from: '2026-02-02', withdrawn: 'with' });
    expect(visits.map(({ withdrawn }) => withdrawn)).toEqual([true]);
  },
);

test(
  'an 異変 says whom to call before anything is written; what is missing is said beside its field',
  patient,
  async () => {
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await goTo(koga, '見本鳥飼 はぎ');
    await follow(koga, '異変がある');
    await koga.page.getByRole('link', { name: /119番/ }).waitFor();
    await koga.expectAccessible('visits-alarm-narrow');
    await fill(koga, /^訪問した日/, '2026-03-01');
    await follow(koga, '記録する');
    await said(koga, '会えたかどうかを選んでください。');
    await koga.expectAccessible('visits-alarm-refused-narrow');
    await pick(koga, /^会えたか/, '応答のみ');
    await follow(koga, '記録する');
    await said(koga, 'まだ来ていない日の訪問は記録できません。日付を確かめてください。');
    await fill(koga, /^訪問した日/, '2026-02-02');
    await fill(koga, /^メモ/, '動けないとのこと（見本）');

    await koga.open('/today');
    await goTo(koga, '見本鳥飼 はぎ');
    await follow(koga, '異変がある');
    expect(await koga.page.getByLabel('メモ').inputValue()).toBe('');
  },
);

test(
  'what was typed at one door does not stand at the next, and is there again at the first',
  patient,
  async () => {
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await goTo(koga, '見本鳥飼 はぎ');
    await follow(koga, '気になることがあった');
    await fill(koga, /^メモ/, '元気がない（見本）');
    await follow(koga, '訪問を記録する');
    await goTo(koga, '見本鳥飼 ふじ');
    await follow(koga, '気になることがあった');
    expect(await koga.page.getByLabel('メモ').inputValue()).toBe('');
    await follow(koga, '訪問を記録する');
    await goTo(koga, '見本鳥飼 はぎ');
    await follow(koga, '気になることがあった');
    expect(await koga.page.getByLabel('メモ').inputValue()).toBe('元気がない（見本）');
    await choose(koga, /^次の行動/, 'council');
    await koga.expectAccessible('visits-concern-narrow');
    await follow(koga, '記録する');
    await said(koga, '見本鳥飼 はぎの訪問を記録しました');
  },
);

test(
  'a correction keeps what was said before; when somebody was quicker, both values are shown',
  patient,
  async () => {
    const [visit] = (await town.as('koga').call(listVisits, { household: town.id('household:鳥飼:9') }))
      .visits;
    const id = visit?.id ?? '';
    const koga = await openBrowser(base);
    await signIn(koga, 'koga');
    await koga.open(`/visits/${id}`);
    await koga.expectAccessible('visits-visit');
    await follow(koga, '直す');
    await pick(koga, /^方法/, '電話');
    await follow(koga, '直した内容を保存する');
    await said(koga, '理由を500字までで書いてください。');
    await koga.expectAccessible('visits-correct-refused');
    const there = { visited_on: visit?.visited_on ?? '', channel: 'letter', contact: 'absent' } as const;
    await town.as('furukawa').call(correctVisit, { id, version: 1, reason: '聞き直した', ...there });
    await fill(koga, /^理由 ?※/, '方法をまちがえた');
    await follow(koga, '直した内容を保存する');
    await said(koga, /今の内容: 手紙・ポスティング　あなたの入力: 電話/);
    await koga.expectAccessible('visits-correct-overtaken');
    await follow(koga, '直した内容を保存する');
    await said(koga, '訪問の記録を直しました。前の内容も残っています。');
    await said(koga, '理由：聞き直した');
    await koga.expectAccessible('visits-corrected');

    await follow(koga, '取り消す');
    await fill(koga, /^理由 ?※/, '別の日だった');
    await koga.expectAccessible('visits-withdraw');
    await follow(koga, 'この訪問を取り消す');
    await said(koga, '訪問を取り消しました。数には入りません。');
    await koga.expectAccessible('visits-withdrawn');
  },
);

test('a gatherer writes for whoever looks in, and finds visits by what is asked', patient, async () => {
  const furukawa = await openBrowser(base);
  const { page } = furukawa;
  await signIn(furukawa, 'furukawa');
  await furukawa.expectAccessible('visits-today-group');
  await follow(furukawa, '訪問を記録する');
  await choose(furukawa, /^だれの担当か/, town.id('post:koga'));
  await follow(furukawa, '検索');
  await furukawa.expectAccessible('visits-round-of-another');
  await goTo(furukawa, '見本鳥飼 もみじ');
  await furukawa.expectAccessible('visits-door-of-another');
  expect(await page.getByLabel('だれの訪問ですか').inputValue()).toBe(town.id('post:koga'));
  await follow(furukawa, '変わりなし');
  await said(furukawa, '古賀（見本）の訪問として記録しました。');
  await furukawa.open('/visits?condition=alarm');
  await furukawa.expectAccessible('visits-list');
  await furukawa.open('/visits?from=2026-02-03');
  await said(furukawa, '条件に合う訪問がありません。');
  await furukawa.open('/visits/new?text=どこにもいない');
  await said(furukawa, '合う世帯がありません。');
  await furukawa.expectAccessible('visits-round-nothing');
});

test(
  'a post that has ended completes its last month, hands it in, and has nothing more to open',
  patient,
  async () => {
    await town.as('shiraishi').call(endPost, {
      id: town.id('post:sakai'),
      how: 'on_day',
      ends_on: '2026-01-31',
      reason: '転居',
    });
    const sakai = await openBrowser(base, narrow);
    await signIn(sakai, 'sakai');
    await sakai.expectAccessible('visits-today-finishing-narrow');
    await goTo(sakai, '見本草野');
    expect(await sakai.page.getByLabel('訪問した日').inputValue()).toBe('2026-01-31');
    await sakai.expectAccessible('visits-door-finishing-narrow');
    await follow(sakai, '記録する');
    await said(sakai, 'の訪問を記録しました');
    await sakai.open('/hand-in');
    await sakai.expectAccessible('visits-hand-in-narrow');
    await follow(sakai, '提出する');
    await sakai.expectAccessible('visits-hand-in-ask-narrow');
    await follow(sakai, '提出して終わる');
    await said(sakai, '提出しました。長いあいだ、ありがとうございました。');
    await sakai.expectAccessible('visits-handed-in-narrow');
  },
);

test('a visitor without a round is told how to come by one', patient, async () => {
  const furukawa = town.as('furukawa');
  const { assignments } = await furukawa.call(listAssignments, { post: town.id('post:koga') });
  for (const { id } of assignments) await furukawa.call(endAssignment, { id, ends_on: '2026-02-01' });
  const koga = await openBrowser(base, narrow);
  await signIn(koga, 'koga');
  await said(koga, '受け持ちの世帯がまだありません。まとめ役に、担当する世帯を決めてもらってください。');
  await koga.expectAccessible('visits-today-nothing-narrow');
  await koga.open('/visits/new');
  await said(koga, '受け持ちの世帯がまだありません。');
  await koga.open(`/visits/new?household=${town.id('household:鳥飼:2')}`);
  await koga.page.getByRole('heading', { level: 1, name: 'ページが見つかりません' }).waitFor();
});
