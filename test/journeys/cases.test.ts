import { expect, test } from 'vitest';
import { readCase } from '#domains/cases/case-api.ts';
import { listCaseHandovers } from '#domains/cases/handover-api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 180_000 };
const household = town.id('case:nishida');

/** Enters a group of radio buttons by keyboard and takes one. */
async function pick(visitor: Visitor, group: string, choice: string): Promise<void> {
  const radio = visitor.page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: choice, exact: true });
  await radio.focus();
  await visitor.page.keyboard.press('Space');
  expect(await radio.isChecked()).toBe(true);
}

test(
  'the mother agrees, the son has not been asked: a no is kept alive by notes that count, and nothing of his is shared',
  patient,
  async () => {
    const nakajima = await openBrowser(base);
    await signIn(nakajima, 'nakajima');
    await nakajima.expectAccessible('cases-today');
    await nakajima.open('/cases');
    await nakajima.expectAccessible('cases-list');
    await nakajima.open(`/cases/${household}`);
    await said(nakajima, '同意した範囲で、関係機関と共有できます。');
    await said(nakajima, 'まだ共有はできません。話せるときに聞いてください。');
    await nakajima.expectAccessible('cases-case');
    await follow(nakajima, '支援経過を書く');
    await nakajima.expectAccessible('cases-note');
    await nakajima.page.getByLabel('だれのこと').selectOption({ label: '西田 航（見本）' });
    await pick(nakajima, '方法', '訪問');
    await pick(nakajima, '相手', '本人');
    await pick(nakajima, 'どうだったか', 'いまは望まないとのこと');
    await fill(nakajima, /^内容/, '手紙に返事があった。「今はいい」（見本）');
    await follow(nakajima, '記録する');
    await said(nakajima, '支援経過を記録しました。');
    const { notes } = await town.as('nakajima').call(readCase, { id: household });
    expect(notes[0]).toMatchObject({ outcome: 'declined', client_id: town.id('client:wataru') });
    for (const part of ['notes', 'picture', 'files', 'steps', 'members', 'handover']) {
      await nakajima.open(`/cases/${household}/${part}`);
      await nakajima.expectAccessible(`cases-${part}`);
    }
    await nakajima.open(`/clients/${town.id('client:wataru')}/assessment`);
    await said(nakajima, 'まだ聞けていない');
    await nakajima.expectAccessible('cases-assessment');
  },
);

test(
  'a hand-over is declined by the asked body, which sees no name; the asker stays responsible',
  patient,
  async () => {
    const eguchi = await openBrowser(base, { width: 390, height: 844 });
    await signIn(eguchi, 'eguchi');
    await eguchi.open('/case-handovers');
    await said(eguchi, '引き継ぎが終わるまで、生活自立支援センターが責任をもちます。');
    expect(await eguchi.page.getByText('石橋').count()).toBe(0);
    await eguchi.expectAccessible('cases-handovers-narrow');
    await pick(eguchi, '返事', '引き受けられない');
    await follow(eguchi, '返事を送る');
    await eguchi.page.getByText('引き継ぎはありません').waitFor();
    const { handovers } = await town
      .as('nakajima')
      .call(listCaseHandovers, { case: town.id('case:ishibashi'), state: 'all' });
    expect(handovers.map(({ state }) => state)).toEqual(['declined']);
  },
);
