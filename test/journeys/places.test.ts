import { expect, test } from 'vitest';
import { codeOfRegistration } from '#domains/places/door-code.ts';
import { readPdf } from '../paper.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, keepFile, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };

async function tick(visitor: Visitor, label: RegExp): Promise<void> {
  await visitor.tabTo(label);
  await visitor.page.keyboard.press('Space');
}

test(
  'a place is written down, asked after when its time comes, and confirmed with one press',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await ogata.open('/places');
    await ogata.expectAccessible('places');
    await follow(ogata, '居場所を書く');
    await fill(ogata, /^居場所の名前/, '見本の縁側');
    await fill(ogata, /^ふりがな/, 'みほんのえんがわ');
    await fill(ogata, /^そこでできること/, 'お茶を飲みながら、おしゃべりができる');
    await choose(ogata, /^校区/, town.id('district:鳥飼'));
    await choose(ogata, /^くり返し/, 'weekly');
    await choose(ogata, /^曜日/, '2');
    await ogata.page.locator('input[name="times.0.from"]').fill('10:00');
    await ogata.page.locator('input[name="times.0.until"]').fill('12:00');
    await fill(ogata, /^内側の連絡先/, '見本の電話');
    await ogata.expectAccessible('places-new');
    await follow(ogata, '保存する');
    await said(ogata, '居場所を保存しました。');
    await said(ogata, '毎週火曜 10:00〜12:00');
    await ogata.expectAccessible('places-place');
    await town.look("update places set confirmed_on = '2025-07-15' where name = '見本の縁側'");
    await ogata.open('/places?state=ask');
    await said(ogata, 'たずねる時期');
    await follow(ogata, '手紙でたずねる');
    await said(ogata, '2026年2月2日');
    await ogata.expectAccessible('places-asked');
    await follow(ogata, '見本の縁側');
    await said(ogata, /にたずねました。返事を待っています。/);
    await follow(ogata, '今もこのとおり');
    await ogata.page.getByText(/にたずねました/).waitFor({ state: 'detached' });
  },
);

test(
  'an event fills, the waiting list moves up, and who came by card and on paper stands in the figure once',
  patient,
  async () => {
    const hara = await openBrowser(base, { width: 390, height: 844 });
    await signIn(hara, 'hara');
    await hara.open(`/place-events/${town.id('place-event:noodles')}`);
    for (const name of ['見本 一郎', '見本 二郎']) {
      await fill(hara, /^名前/, name);
      await follow(hara, '申し込みを受け付ける');
      await said(hara, name);
    }
    await said(hara, '待っている（1番目）');
    await hara.expectAccessible('places-event-narrow');
    await follow(hara, '取り消す');
    await said(hara, /見本 二郎さん/);
    await hara.expectAccessible('places-to-call-narrow');
    await follow(hara, '伝えた');
    await hara.page.getByText(/見本 二郎さん/).waitFor({ state: 'detached' });

    town.clock.now = new Date('2026-02-13T17:05:00+09:00');
    const code = codeOfRegistration(town.id('event-registration:noodles:1'));
    await hara.page.goto(`${base}/came/${code}`);
    await hara.expectAccessible('places-door-narrow');
    await follow(hara, '来ました');
    await said(hara, /来たことを受け付けました/);
    await hara.open(`/places/${town.id('place:kitchen')}/on/2026-02-13`);
    await said(hara, 'カードを見せた');
    await hara.expectAccessible('places-day-narrow');
    await tick(hara, /^見本 一郎/);
    await fill(hara, /^名簿にない人/, '見本 三郎\n石橋（見本）');
    await fill(hara, /^全員の人数/, '8');
    await follow(hara, '来た人を記録する');
    await said(hara, '来た人を記録しました。');
    await said(hara, 'いまの人数：8人');
    await hara.open(`/places/${town.id('place:kitchen')}/guests`);
    await follow(hara, 'よいと言われた');
    await said(hara, '取りやめる');
    await hara.expectAccessible('places-guests-narrow');
    await hara.open('/attendance-figures');
    await said(hara, '延べ人数の合計：8人');
    await hara.expectAccessible('places-figures-narrow');
    expect(await town.look('select 1 from attendances where withdrawn_at is null')).toHaveLength(8);
  },
);

/** Fills in the public form faster than any hand does. */
async function joinInHaste(event: string, fields: Record<string, string>): Promise<void> {
  const path = `/town/events/${event}/join`;
  const form = await (await town.app.request(path)).text();
  const hidden = [...form.matchAll(/name="(id|at|proof)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [...[name, value]],
  );
  const body = new URLSearchParams([...hidden, ...Object.entries(fields)]);
  expect((await town.app.request(path, { method: 'POST', body })).status).toBe(200);
}

test(
  'a host decides what waited apart, changes for how many it is, and ticks who came by the list of names',
  patient,
  async () => {
    const event = town.id('place-event:sunday');
    const kitchen = town.id('place:kitchen');
    await joinInHaste(event, { name: 'ホア（見本）', reaching: '090-0000-0001', heads: '3' });
    await joinInHaste(event, { name: '広告の見本', reaching: 'http://example.org', words: 'かせげます' });
    const hara = await openBrowser(base, { width: 390, height: 844 });
    await signIn(hara, 'hara');
    await hara.open(`/places/${kitchen}`);
    await follow(hara, /日曜の夕ごはん/);
    await said(hara, '取り置いた申し込み');
    await said(hara, 'かせげます');
    await hara.expectAccessible('places-held-narrow');
    // The first is somebody who wants to come, the other is nobody's wish.
    await follow(hara, '申し込みとして受ける');
    await hara.page.getByText('ホア（見本）（3人、090-0000-0001）').waitFor({ state: 'detached' });
    await follow(hara, '受けない');
    await hara.page.getByText('取り置いた申し込み').waitFor({ state: 'detached' });
    await said(hara, '参加が決まっている');
    expect(await hara.page.getByText('広告の見本').count()).toBe(0);

    const [registration] = await town.look<{ id: string }>(
      'select id from event_registrations where event_id = $1 and heads = 3',
      [event],
    );
    await hara.tabTo('申し込みの人数を変える');
    await hara.press('Enter');
    await choose(hara, /^だれの申し込みか/, registration?.id ?? '');
    await fill(hara, /^新しい人数/, '２');
    await follow(hara, '人数を変える');
    await said(hara, /^人数を変えました。/);
    await hara.page.getByText('2人', { exact: true }).first().waitFor();
    await hara.expectAccessible('places-heads-changed-narrow');
    const list = await keepFile(hara, '名簿を印刷する');
    expect(readPdf(list.bytes)).toContain('ホア（見本）');

    town.clock.now = new Date('2026-02-15T19:10:00+09:00');
    await hara.open(`/places/${kitchen}/on/2026-02-15`);
    await tick(hara, /^ホア（見本）/);
    await fill(hara, /^名簿にない人/, '通りすがりの人（見本）');
    await follow(hara, '来た人を記録する');
    await said(hara, '来た人を記録しました。');
    await said(hara, 'いまの人数：3人');
    await hara.expectAccessible('places-day-list-narrow');
    // What was recorded stands ticked, so that saving once more takes nobody away.
    await follow(hara, '来た人を記録する');
    await said(hara, 'いまの人数：3人');
    expect(await hara.page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    // Ticked by mistake: whoever came along goes with the name.
    await tick(hara, /^ホア（見本）/);
    await follow(hara, '来た人を記録する');
    await said(hara, 'いまの人数：1人');
  },
);
