import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readClient } from '#domains/cases/client-api.ts';
import { openRig } from '#domains/conferences/rig.ts';
import { issueDisclosureKey, releaseDisclosureKey } from '#domains/disclosures/api.ts';
import { listEscalations, takeEscalation } from '#domains/escalations/api.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { projectFolder } from '#platform/house.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { setUpPocket } from './pocket.ts';
import { wearHat } from './walk.ts';

/**
 * Everyday tasks of docs and people, counted in a real browser from the page one works on: taps, keystrokes and pages
 * may not rise above what is written in `bench/burden.json`; seconds are only reported. `KANAEAU_BURDEN=write` writes them anew.
 */
const file = join(projectFolder, 'bench/burden.json');
const measured = z.record(
  z.string(),
  z.object({ task: z.string(), taps: z.int(), keys: z.int(), pages: z.int(), seconds: z.number() }),
);
const known = existsSync(file) ? measured.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
const counted: z.output<typeof measured> = {};

const town = await openTown('sample');
const base = await serveTown(town);

describe('the burden of everyday tasks', () => {
  test('task 1: an ordinary visit, from today', async () => {
    const koga = await openBrowser(base, { width: 390, height: 844 });
    await signIn(koga, 'koga');
    await count(koga, '1', 'record an ordinary visit (on line)', async () => {
      await koga.tap(/見本鳥飼 かえで/, 'link');
      await koga.tap('変わりなし');
      await koga.page.getByText('の訪問を記録しました').first().waitFor();
    });
    await koga.expectAccessible('visits-recorded');
    const [row] = await town.look(
      'select channel, contact, condition from visits order by recorded_at desc limit 1',
    );
    expect(row).toEqual({ channel: 'face', contact: 'met', condition: 'usual' });
  });

  test('tasks 1 and 2 in the pocket: a visit without a signal, and an 異変 of which one sees who took it', {
    timeout: 180_000,
  }, async () => {
    const koga = await openBrowser(base, { width: 390, height: 844 });
    await setUpPocket(koga.page, base, 'koga');
    await koga.page.context().setOffline(true);
    await count(koga, '1-pocket', 'record an ordinary visit (without a signal)', async () => {
      await koga.tap(/^見本鳥飼 すみれ/);
      await koga.tap(/^変わりなし/);
      await koga.page.getByText('を記録しました').first().waitFor();
    });
    await koga.page.context().setOffline(false);
    await koga.page.getByText('すべて送りました').first().waitFor();
    await count(koga, '2', 'report an 異変 and know it was taken', async () => {
      await koga.tap(/^見本鳥飼 つばき/);
      await koga.tap('異変', 'radio');
      await koga.tap('この内容で記録する');
      await koga.page.getByText('に届けました').first().waitFor();
      const { escalations } = await town.as('furukawa').call(listEscalations, { level: 'alarm' });
      const raised = escalations.find(({ household_name }) => household_name?.includes('つばき'));
      await town.as('furukawa').call(takeEscalation, { id: raised?.id ?? '', seen: 0 });
      await koga.tap('今の様子をたしかめる');
      await koga.page.getByText('が受け取りました').first().waitFor();
    });
  });

  test('task 3: the month is closed: read and handed in, nothing typed', async () => {
    const tanaka = await openBrowser(base, { width: 390, height: 844 });
    await signIn(tanaka, 'tanaka');
    await count(tanaka, '3', 'close the month: the record is there, read and handed in', async () => {
      await tanaka.tap('令和8年1月の活動記録を読んで提出する', 'link');
      await tanaka.page.getByText('活動日数（日）').first().waitFor();
      await tanaka.tap('この内容で提出する');
      await tanaka.page.getByText('提出済み（会長の確認待ち）').first().waitFor();
    });
  });

  test('task 4: a phone call becomes a consultation: one field, one press, and the form goes on', async () => {
    const nakajima = await openBrowser(base);
    await signIn(nakajima, 'nakajima');
    await count(nakajima, '4', 'take in a phone call: saved after one field', async () => {
      await nakajima.tap('相談を受け付ける', 'link');
      await nakajima.page.getByLabel('困りごと').focus();
      await nakajima.type('家賃');
      await nakajima.tap('受け付ける', 'button');
      await nakajima.page.getByText('相談を受け付けました。').first().waitFor();
    });
    const [row] = await town.look('select trouble from intakes order by recorded_at desc limit 1');
    expect(row).toEqual({ trouble: '家賃' });
  });

  test('task 5: who could answer a wish is found with one search, with reasons', async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await count(ogata, '5', 'find who could answer a wish: one search, reasons shown', async () => {
      await ogata.tap('願いとできること', 'link');
      await ogata.tap('高いところの電球を替えてほしい', 'link');
      await ogata.page
        .getByText(/合うわけ: 同じ目印/)
        .first()
        .waitFor();
    });
  });

  test('task 6: a conference is prepared, and each member is given what that member may see', async () => {
    await openRig(town).know('見本 恵子', 'eguchi', '社協', ['地域包括支援センター', '生活自立支援センター']);
    const eguchi = await openBrowser(base);
    await signIn(eguchi, 'eguchi');
    await eguchi.open('/conferences');
    const write = async (label: RegExp, words: string) => {
      await eguchi.page.getByLabel(label).focus();
      await eguchi.type(words);
    };
    await count(eguchi, '6', 'prepare a conference: sitting, item, two members, their papers', async () => {
      await eguchi.tap('会合を開く', 'link');
      await write(/^場所/, '社協 2階');
      await eguchi.tap('この日に開く');
      await eguchi.tap('議題を加える', 'link');
      await eguchi.tap(/^重層的支援会議/, 'radio');
      await eguchi.tap(/^見本 恵子/, 'checkbox');
      await write(/^議題の名/, '恵子さんのプラン');
      await write(/^話し合いたいこと/, '話せる場所をいっしょに探す。');
      await eguchi.tap('議題を加える');
      await eguchi.tap(/^永田/, 'checkbox');
      await eguchi.tap(/^中島/, 'checkbox');
      await eguchi.tap('選んだ人を招く');
      await eguchi.tap(/の会合$/, 'link');
      const coming = eguchi.page.waitForEvent('download');
      await eguchi.tap('議題と資料を全員分つくる（2人）', 'link');
      expect((await coming).suggestedFilename()).toBe('会議資料_2026-02-02.zip');
    });
    await eguchi.expectAccessible('conferences-prepared');
  });

  test('task 7: why 248,933? Two taps to the definition, three to the rows', async () => {
    const tsutsumi = await openBrowser(base);
    await signIn(tsutsumi, 'tsutsumi');
    await tsutsumi.open('/plans/kurume-1');
    await count(tsutsumi, '7', 'answer "why 248,933?": to the definition and on to the rows', async () => {
      await tsutsumi.tap(/248,933/, 'link');
      await tsutsumi.page.getByRole('heading', { name: '数え方', exact: true }).waitFor();
      await tsutsumi.tap('もとになった記録を見る', 'link');
      await tsutsumi.page.getByRole('heading', { level: 1, name: '数字のもとになった記録' }).waitFor();
    });
    await tsutsumi.expectAccessible('plan-rows');
  });

  test('task 8: a month is gathered: one look at who is missing, one grid, one press', async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    // The hat one wore last is worn at the next sign-in.
    await wearHat(ogata, '社協 地区担当');
    await ogata.open('/tally?month=2026-01');
    await count(
      ogata,
      '8',
      'gather a month: who is missing, nine papers of one grid, handed in',
      async () => {
        await ogata.page.getByRole('heading', { name: 'まだ届いていない校区（5）' }).waitFor();
        await ogata.tap('青峰', 'link');
        await ogata.tap('とりまとめ表を開く', 'link');
        await ogata.page.getByLabel('見本 とちのき 会って（対面）').focus();
        for (let paper = 0; paper < 9; paper++) {
          await ogata.type('4');
          await ogata.press('Enter');
        }
        await ogata.page.getByText('全員の分がそろいました。').waitFor();
        await ogata.page.getByLabel(/^誰のとりまとめか/).fill('青峰（見本）');
        await ogata.tap(/で出す$/);
        await ogata.page.getByText('青峰校区の集計票を受け取りました。').first().waitFor();
      },
    );
  });

  test('task 10: who has looked at my record, with the printed code', async () => {
    const about_id = town.id('client:keiko');
    const { id, secret_code } = await town.as('nakano').call(issueDisclosureKey, {
      id: mintId(),
      about: 'client',
      about_id,
      given_to: 'person',
      checked: 'card',
    });
    await town.as('nakano').call(releaseDisclosureKey, { id });
    await town.as('nakajima').call(readClient, { id: about_id });
    await sealAudit(town.database);
    const keiko = await openBrowser(base, { width: 390, height: 844 });
    await keiko.page.goto('/my-record');
    await count(keiko, '10', 'see who has looked at my record, code typed once', async () => {
      keiko.burden.taps += 1;
      await keiko.page.getByLabel(/^番号/).click();
      await keiko.type(secret_code.replaceAll('-', ''));
      await keiko.tap(/^記録/);
      await keiko.page.getByText('あなたの名前や連絡先などを見ました').first().waitFor();
    });
    await keiko.expectAccessible('my-record-burden');
  });

  test('task 9: something to join is found from the first page of the town, without an account', async () => {
    const minh = await openBrowser(base, { width: 390, height: 844 });
    await minh.page.goto('/');
    await count(minh, '9', 'find something to join: from the first page to its form', async () => {
      await minh.tap('食べたい・料理したい', 'link');
      await minh.tap(/日曜の夕ごはんをいっしょに作る会/, 'link');
      await minh.tap('申し込む', 'link');
      await minh.page.getByRole('heading', { level: 1, name: '申し込み' }).waitFor();
    });
    await minh.expectAccessible('guide-burden');
  });

  afterAll(() => {
    if (process.env.KANAEAU_BURDEN === 'write') writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`);
  });
});

async function count(visitor: Visitor, key: string, task: string, work: () => Promise<void>): Promise<void> {
  const before = { ...visitor.burden };
  const from = performance.now();
  await work();
  const { taps, keys, pages } = visitor.burden;
  const now = {
    task,
    taps: taps - before.taps,
    keys: keys - before.keys,
    pages: pages - before.pages,
    seconds: Math.round((performance.now() - from) / 100) / 10,
  };
  counted[key] = now;
  const limit = known[key];
  if (process.env.KANAEAU_BURDEN === 'write') return;
  expect(limit, `bench/burden.json knows task ${key}`).toBeDefined();
  expect(now.taps).toBeLessThanOrEqual(limit?.taps ?? 0);
  expect(now.keys).toBeLessThanOrEqual(limit?.keys ?? 0);
  expect(now.pages).toBeLessThanOrEqual(limit?.pages ?? 0);
}
