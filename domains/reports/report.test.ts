import { beforeAll, describe, expect, it } from 'vitest';
import { takeOverIntakes } from '#domains/encounters/api.ts';
import { operations } from '#domains/index.ts';
import { addIndicator, defineIndicator, fixPeriod } from '#domains/plan/api.ts';
import { operatorPost } from '#domains/posts/model.ts';
import type { FileReply } from '#platform/domain.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf, rowsOfPaper } from '../../test/paper.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { printEvaluation, readEvaluation } from './api.ts';

const town = await openTown('cast');
const plan = 'kurume-1';
const torikai = town.id('district:鳥飼');

const intake = (
  occurred_on: string,
  district_id: string | null,
  { channel = 'phone', late_reason }: { channel?: 'phone' | 'referral'; late_reason?: string } = {},
) =>
  town
    .as('nakajima')
    .call(takeOverIntakes, { rows: [{ id: mintId(), occurred_on, channel, district_id }], late_reason });

/** A count of its own for what is rare, so that a small total is there to be hidden. */
async function countReferrals() {
  const indicator_id = mintId();
  await town.as('tsutsumi').call(addIndicator, {
    id: indicator_id,
    plan_id: town.id('plan:kurume-1'),
    code: 'referrals',
    number: 2,
    wording: '紹介による新規相談',
    unit: '件',
    decimals: 0,
    polarity: 'context',
    source: 'encounters',
  });
  await town.as('tsutsumi').call(defineIndicator, {
    indicator_id,
    after_version: 0,
    first_year: 2020,
    rule: {
      counts: 'encounters',
      period: 'fiscal_year',
      distinct: 'events',
      kinds: ['intake'],
      roles: null,
      channels: ['referral'],
      contacts: null,
      sources: ['single'],
    },
    wording: '紹介で受け付けた相談を数える。',
  });
  for (const day of ['2024-06-01', '2024-06-02', '2024-06-03'])
    await intake(day, null, { channel: 'referral' });
}

/** What one reader finds in the three forms: the cells of the screen, the text of the PDF, the rows of the CSV. */
async function readForms(who: string) {
  const caller = town.as(who);
  const { paper } = await caller.call(readEvaluation, { plan });
  const pdf = bytesOf(await caller.call(printEvaluation, { plan, format: 'pdf' }));
  const csv = bytesOf(await caller.call(printEvaluation, { plan, format: 'csv' }));
  return {
    screen: rowsOfPaper(paper),
    pdf: readPdf(pdf),
    csv: new TextDecoder().decode(csv).split('\r\n'),
    notes: JSON.stringify(paper),
  };
}

beforeAll(async () => {
  await countReferrals();
  for (let n = 0; n < 23; n++) await intake(`2024-06-${10 + (n % 9)}`, n < 12 ? torikai : null);
  await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '受付記録がそろったため' });
});

describe('the report of a plan', () => {
  it('moves by one in an open year on screen, in CSV and in PDF', async () => {
    await intake('2025-07-01', torikai);
    const inYear = async () => {
      const { screen, pdf, csv } = await readForms('tsutsumi');
      const row = screen.find((cells) => cells.includes('実績・未確定'));
      return {
        screen: row?.slice(-6, -4),
        pdf: /R7(\d+件)1,020件実績・未確定/.exec(pdf)?.[1],
        csv: csv
          .find((line) => /新規相談受付件数,実績,令和7年度/.test(line))
          ?.split(',')
          .slice(8, 11)
          .join(' '),
      };
    };
    expect(await inYear()).toEqual({ screen: ['R7', '6件'], pdf: '6件', csv: '6 件 6件' });
    await intake('2025-07-02', null);
    expect(await inYear()).toEqual({ screen: ['R7', '7件'], pdf: '7件', csv: '7 件 7件' });
  });

  it('leaves a fixed figure standing and shows what came late as one addition, in every form', async () => {
    await intake('2024-06-30', torikai, { late_reason: '受付票があとから見つかったため' });
    const { screen, pdf, csv } = await readForms('tsutsumi');
    const achieved = screen.find((cells) => cells[1] === '生活自立支援センターの新規相談受付件数');
    expect(achieved?.slice(2)).toEqual([
      '不明',
      '1,020件R7',
      '26件R6実績・確定公表後の追加 1件',
      '2.5%',
      '未達成',
    ]);
    expect(screen).toContainEqual([
      '2024年6月',
      '鳥飼',
      '電話',
      '1件',
      '2026年2月2日（令和8年2月2日）',
      '受付票があとから見つかったため',
    ]);
    expect(pdf).toContain('26件R6実績・確定公表後の追加1件');
    expect(pdf).toContain('受付票があとから見つかったため');
    expect(csv.filter((line) => line.startsWith('公表後の追加,'))).toHaveLength(1);
    const late = csv.find((line) => line.startsWith('公表後の追加,'));
    expect(late).toContain(',電話,令和6年度,2024,鳥飼,6月,1,件,1件,');
    const total = screen.findLast((cells) => cells[0] === '合計');
    expect(total?.at(-1)).toBe('26');
  });

  it('counts beside the districts what happened where nobody asked', async () => {
    const { screen } = await readForms('tsutsumi');
    const places = screen.filter(
      (cells) => cells.length >= 14 && /^(市全体・校区不明|鳥飼)$/.test(cells.at(-14) ?? ''),
    );
    expect(places.map((cells) => [cells.at(-14), cells.at(-11), cells.at(-1)])).toEqual([
      ['鳥飼', '12', '12'],
      ['市全体・校区不明', '14', '14'],
    ]);
  });

  it('leaves out districts and months whose cells would be small, and says so', async () => {
    const { paper } = await town.as('tsutsumi').call(readEvaluation, { plan });
    const { blocks } = paper.sections.find(({ title }) => title === '校区と月ごとの件数') ?? { blocks: [] };
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.includes('紹介による'));
    expect(blocks[at + 1]).toMatchObject({ kind: 'text', quiet: true });
    expect(JSON.stringify(blocks[at + 1])).toContain('10件未満になるところがあるため');
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
  });

  it('gives whoever may not see districts the fixed totals, and says so', async () => {
    for (const who of ['noda', 'furukawa', 'koga', 'ogata', 'shiraishi']) {
      const { screen, pdf, csv, notes } = await readForms(who);
      expect(screen.find((cells) => cells[1] === '生活自立支援センターの新規相談受付件数')?.[4]).toBe(
        '26件R6実績・確定',
      );
      expect(notes).toContain('確定した年度の市全体の値だけを示しています');
      expect(pdf).toContain('校区と月ごとの件数は、計画担当の役割で見られます');
      expect(screen.filter((cells) => cells.length >= 14)).toEqual([]);
      expect(notes + csv.join()).not.toContain('受付票があとから');
      expect(screen.filter((cells) => cells.includes('実績・未確定'))).toEqual([]);
      expect(csv.filter((line) => /校区と月ごと|公表後の追加/.test(line))).toEqual([]);
    }
  });

  it('hides a total that is small enough to point at somebody', async () => {
    const written = async (who: string) => {
      const { screen, csv } = await readForms(who);
      const achieved = screen.find((cells) => cells.includes('②紹介による新規相談'));
      const row = csv.find((line) => line.includes('②紹介による新規相談,実績,令和6年度'));
      return [achieved?.at(-3), row?.split(',').slice(8, 11).join()];
    };
    expect(await written('tsutsumi')).toEqual(['3件R6実績・確定', '3,件,3件']);
    expect(await written('noda')).toEqual(['10件未満R6実績・確定', ',,10件未満']);
  });
});

describe('the file', () => {
  it('comes under its name, as something to keep', async () => {
    const of = (query: string) => town.as('noda').fetch(`/api/plans/${plan}/evaluation-report/file?${query}`);
    const name = async (query: string) => {
      const { headers } = await of(query);
      return [headers.get('content-type'), decodeURIComponent(headers.get('content-disposition') ?? '')];
    };
    const file = 'くるめ支え合うプラン（第1期）_評価報告書_2026-02-02';
    expect(await name('format=pdf')).toEqual(['application/pdf', `attachment; filename*=UTF-8''${file}.pdf`]);
    expect(await name('format=html')).toEqual([
      'text/html; charset=utf-8',
      `attachment; filename*=UTF-8''${file}.html`,
    ]);
    expect(await name('format=csv&encoding=cp932')).toEqual([
      'text/csv; charset=Shift_JIS',
      `attachment; filename*=UTF-8''${file}.csv`,
    ]);
  });

  it('is the same bytes for the same figures', async () => {
    const print = () => town.as('noda').call(printEvaluation, { plan, format: 'pdf' });
    expect(bytesOf(await print())).toEqual(bytesOf(await print()));
  });

  it('in CP932 says what the one in UTF-8 says', async () => {
    const csv = async (encoding: 'utf-8' | 'cp932') =>
      bytesOf(await town.as('tsutsumi').call(printEvaluation, { plan, format: 'csv', encoding }));
    const plain = new TextDecoder('utf-8').decode(await csv('utf-8'));
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(await csv('cp932'))).toBe(plain);
  });

  it('is printed by the local operator as by a planner', async () => {
    const bound = operations.find(({ declared }) => declared === printEvaluation);
    if (!bound) throw new Error('printing is not in the table of operations');
    const operator = { kind: 'post', post: operatorPost } as const;
    const input = { plan, format: 'csv' };
    const { bytes } = (await perform(town.database, bound, operator, input, mintId())) as FileReply;
    const planners = bytesOf(await town.as('tsutsumi').call(printEvaluation, { plan, format: 'csv' }));
    expect(new TextDecoder().decode(bytes)).toBe(new TextDecoder().decode(planners));
  });

  it('is made for a plan in which nothing is measured yet', async () => {
    const pdf = bytesOf(await town.as('noda').call(printEvaluation, { plan: 'kurume-2', format: 'pdf' }));
    const text = readPdf(pdf);
    expect(text).toContain('包括的な相談支援の推進');
    expect(text).toContain('成果指標はまだありません');
    expect(text).toContain('まだ書かれていません');
  });

  it('of a plan that is not there is not found', async () => {
    await expectRefusal(
      town.as('noda').call(printEvaluation, { plan: 'kurume-9', format: 'pdf' }),
      'not_found',
    );
    await expectRefusal(town.as('noda').call(readEvaluation, { plan: 'kurume-9' }), 'not_found');
  });

  it('in a form that there is not is refused in words', async () => {
    const answer = await town.as('noda').fetch(`/api/plans/${plan}/evaluation-report/file?format=docx`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      error: { fields: { format: expect.stringContaining('csv、html、pdf') } },
    });
  });

  it('leaves a word in the audit trail, as reading does', async () => {
    await town.as('eguchi').call(readEvaluation, { plan });
    await town.as('eguchi').call(printEvaluation, { plan, format: 'csv' });
    const rows = await town.look(
      'select word, outcome from audit_inbox where post_id = $1 union all select word, outcome from audit_entries where post_id = $1 order by 1',
      [town.id('post:eguchi')],
    );
    expect(rows).toEqual([
      { word: 'report.printed', outcome: 'done' },
      { word: 'report.read', outcome: 'done' },
    ]);
  });
});
