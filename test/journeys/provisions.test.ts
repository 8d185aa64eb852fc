import { expect, test } from 'vitest';
import { sealAudit } from '#platform/audit/seal.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };

async function pressButton(visitor: Visitor, name: string | RegExp) {
  await visitor.tabTo(name);
  await visitor.press('Enter');
}

test(
  'a gatherer gives facets to another body, takes them back, and the other side sees nothing more',
  patient,
  async () => {
    const gatherer = await openBrowser(base);
    const { page } = gatherer;
    await signIn(gatherer, 'furukawa');
    await gatherer.open('/provisions');
    await gatherer.expectAccessible('consent-provisions');
    await pressButton(gatherer, '情報提供を登録する');
    await page.getByRole('heading', { level: 1, name: '情報提供を登録する' }).waitFor();
    await pressButton(gatherer, 'この内容で渡す');
    await page.getByText('提供する内容を一つ以上選んでください。').first().waitFor();
    await gatherer.expectAccessible('consent-new-refused');
    await gatherer.tabTo(/^提供先※/);
    await page.locator(':focus').selectOption(town.id('body:民児協'));
    await gatherer.tabTo('見守りの理由');
    await gatherer.press('Space');
    await gatherer.tabTo(/^共同利用/);
    await gatherer.press('Space');
    await gatherer.expectAccessible('consent-new');
    await pressButton(gatherer, 'この内容で渡す');
    await page.getByText('情報提供を登録しました').waitFor();

    const officer = await openBrowser(base, narrow);
    await signIn(officer, 'ogata');
    await officer.open('/households?text=石橋');
    await officer.page.getByRole('link', { name: '石橋（見本）' }).waitFor();
    await officer.open(`/provisions/${town.id('provision:鳥飼:社協')}`);
    await officer.page.getByText('取りやめられるのは、提供元の').waitFor();
    await officer.expectAccessible('consent-provision-received-narrow');

    await gatherer.open(`/provisions/${town.id('provision:鳥飼:社協')}`);
    await page.getByText('取りやめは、これから先に効きます').waitFor();
    await gatherer.tabTo(/^取りやめる理由/);
    await gatherer.type('委託が終わった');
    await gatherer.expectAccessible('consent-withdraw');
    await pressButton(gatherer, '今すぐ取りやめる');
    await page.getByText('取りやめました。提供先の人は、もう見られません。').waitFor();
    await gatherer.expectAccessible('consent-withdrawn');
    await officer.open('/households?text=石橋');
    await officer.page.getByText('条件に合う世帯はありません').waitFor();
    await officer.expectAccessible('parties-households-nothing-narrow');
  },
);

test(
  'the audit trail is searched and proved by an administrator, and says which search it cannot read',
  patient,
  async () => {
    await sealAudit(town.database);
    const visitor = await openBrowser(base);
    const { page } = visitor;
    await signIn(visitor, 'shiraishi');
    await visitor.open('/audit');
    await visitor.expectAccessible('consent-audit');
    await pressButton(visitor, '確かめる');
    await page.getByText('書きかえられていません').waitFor();
    await visitor.expectAccessible('consent-audit-verified');
    await visitor.tabTo(/^したこと/);
    await page.locator(':focus').selectOption('household.registered');
    await pressButton(visitor, '検索');
    await page.waitForURL(/word=household\.registered/);
    const acts = page.getByRole('row').filter({ hasText: '世帯を登録する' });
    await expect.poll(() => acts.count()).toBeGreaterThan(10);
    await visitor.tabTo(/^した人のID [0-9a-f]{12} の記録だけを見る$/);
    await visitor.press('Enter');
    await page.getByRole('link', { name: 'この人のアカウントを見る' }).waitFor();
    await visitor.open('/audit?account=koga');
    await page.getByText('この項目の書き方を確かめてください。').waitFor();
    await visitor.expectAccessible('consent-audit-refused');
  },
);
