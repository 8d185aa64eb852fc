import { describe, expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { operatorPost } from '#domains/posts/model.ts';
import { fixInquiry, gatherAnswers } from '#domains/projects/api.ts';
import type { FileReply } from '#platform/domain.ts';
import { perform } from '#platform/perform.ts';
import { readTable } from '#platform/sheets/read.ts';
import { mintId } from '#platform/uuid.ts';
import { readPdf } from '#test/paper.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { printProgress, readProgress } from './progress-api.ts';

const town = await openTown('sample');
const asked = { plan: 'kurume-1', year: 2024 };
const file = (who: string, format: 'csv' | 'html' | 'pdf' | 'xlsx') =>
  town.as(who).call(printProgress, { ...asked, format }) as Promise<Uint8Array>;

describe('the committee’s paper of a fixed year', () => {
  test('says the same words and digits on the screen, in PDF, HTML, CSV and xlsx', {
    timeout: 60_000,
  }, async () => {
    const { paper } = await town.as('tsutsumi').call(readProgress, asked);
    const screen = JSON.stringify(paper);
    const pdf = readPdf(Buffer.from(await file('tsutsumi', 'pdf')));
    const html = new TextDecoder().decode(await file('tsutsumi', 'html'));
    const csv = new TextDecoder().decode(await file('tsutsumi', 'csv'));
    const workbook = await readTable(await file('tsutsumi', 'xlsx'), '2 事業ごとの進捗');
    const sheet = JSON.stringify(workbook.rows.map(({ cells }) => cells));
    for (const words of [
      '101　ご近所あいさつの輪',
      '2,000,000円',
      'C やや遅れている',
      '久留米市 つながり支援課（見本）',
    ])
      for (const [form, text] of Object.entries({ screen, pdf, html, csv, sheet }))
        expect({ form, words, found: squeeze(text).includes(squeeze(words)) }).toEqual({
          form,
          words,
          found: true,
        });
    for (const words of ['248,933件', '1,181件', '84.1%', '委員会の意見'])
      for (const [form, text] of Object.entries({ screen, pdf, html, csv }))
        expect({ form, words, found: squeeze(text).includes(squeeze(words)) }).toEqual({
          form,
          words,
          found: true,
        });
  });

  test('a project of several measures stands in full once, and is named at the others', async () => {
    const { paper } = await town.as('noda').call(readProgress, asked);
    const text = JSON.stringify(paper.sections[1]);
    expect(text.match(/「ご近所あいさつの輪」では/g)).toHaveLength(1);
    expect(text.match(/101　ご近所あいさつの輪/g)).toHaveLength(2);
  });

  test('everyone signed in reads it once fixed, with the correction beside it; nothing of the year after', async () => {
    const { paper } = await town.as('koga').call(readProgress, asked);
    const text = JSON.stringify(paper);
    expect(text).toContain('配った手引きの部数は、増し刷りの分を含んでいませんでした。');
    expect(text).toContain('公表（2025年10月27日（令和7年10月27日））');
    expect(text).not.toContain('75.4');
    await expectRefusal(town.as('koga').call(readProgress, { ...asked, year: 2025 }), 'refused');
    await expectRefusal(town.as('koga').call(readProgress, { ...asked, year: 2023 }), 'not_found');
  });

  test('is printed by the local operator on the terminal', async () => {
    const bound = operations.find(({ name }) => name === 'printProgress');
    if (!bound) throw new Error('not in domains/index.ts');
    const printed = await perform(
      town.database,
      bound,
      { kind: 'post', post: operatorPost },
      { ...asked, format: 'csv' },
      mintId(),
    );
    expect(new TextDecoder().decode((printed as FileReply).bytes)).toContain('101　ご近所あいさつの輪');
  });

  test('does not move: it cannot be gathered or fixed again', async () => {
    const inquiry_id = town.id('inquiry:2024');
    await expectRefusal(town.as('tsutsumi').call(gatherAnswers, { id: mintId(), inquiry_id }), 'refused');
    await expectRefusal(town.as('tsutsumi').call(fixInquiry, { id: mintId(), inquiry_id }), 'refused');
  });
});

describe('the committee’s paper of a year on its way', () => {
  test('is there for planner and committee once gathered, with what is not confirmed named', async () => {
    const year = { ...asked, year: 2025 };
    await expectRefusal(town.as('noda').call(readProgress, year), 'refused');
    await town.as('tsutsumi').call(gatherAnswers, { id: mintId(), inquiry_id: town.id('inquiry:2025') });
    const { paper } = await town.as('noda').call(readProgress, year);
    const text = JSON.stringify(paper);
    expect(text).toContain('31事業のうち8事業を確認');
    expect(text).toContain('この時点では確認していません（差し戻し）');
    await expectRefusal(town.as('akiyama').call(readProgress, year), 'refused');
  });
});

/** Without white space and quotes: papers break lines where they like. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s"]/g, '');
}
