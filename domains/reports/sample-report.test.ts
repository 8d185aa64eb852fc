import { describe, expect, it } from 'vitest';
import * as sample from '#domains/plan/fixtures-content.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { achievement, bytesOf, readPdf, rowsOfPaper } from '../../test/paper.ts';
import { openTown } from '../../test/town.ts';
import { printEvaluation, readEvaluation } from './api.ts';

const town = await openTown('sample');
const plan = 'kurume-1';

const visits = achievement[1][0];

async function readForms() {
  const planner = town.as('tsutsumi');
  const { paper } = await planner.call(readEvaluation, { plan });
  const pdf = await planner.call(printEvaluation, { plan, format: 'pdf' });
  const csv = await planner.call(printEvaluation, { plan, format: 'csv' });
  return {
    screen: rowsOfPaper(paper),
    pdf: readPdf(bytesOf(pdf)),
    csv: new TextDecoder()
      .decode(bytesOf(csv))
      .split('\r\n')
      .map((line) => line.split(',')),
  };
}

type Forms = Awaited<ReturnType<typeof readForms>>;

/** The lines of the CSV that say this of an indicator, as number and as written. */
function csvOf({ csv }: Forms, table: string, indicator: string, what: string, year?: string) {
  return csv
    .filter((cells) => cells[0] === table && cells[2] === indicator && cells[3] === what)
    .filter((cells) => year === undefined || cells[4] === year)
    .map((cells) => cells.slice(8).join());
}

describe('the evaluation of the sample town', async () => {
  const forms = await readForms();

  it.each(achievement)(
    'says of %s what the plan says, in all forms',
    (indicator, target, actual, year, rate, met) => {
      const row = forms.screen.find((cells) => cells.includes(indicator) && cells.includes(met));
      expect(row?.slice(-5)).toEqual([
        '不明',
        `${target}R7`,
        expect.stringMatching(new RegExp(`^${escaped(actual)}${year}・(公表|確定)`)),
        rate,
        met,
      ]);
      expect(forms.pdf).toMatch(new RegExp(`${escaped(`${indicator}不明${target}R7${actual}${year}`)}・`));
      const [written] = csvOf(forms, '成果指標の達成状況', indicator, '実績');
      expect(written).toContain(withoutCommas(actual).replace(/(件|%)$/, ',$1'));
      expect(csvOf(forms, '成果指標の達成状況', indicator, '基準値')[0]).toContain('不明');
    },
  );

  it('has a table of districts whose sum is the figure, and one addition beside it', () => {
    const sums = forms.screen.filter((cells) => cells[0] === '合計').map((cells) => cells.at(-1));
    expect(sums).toEqual(['248,933', '1,181']);
    expect(forms.screen.filter((cells) => cells.length >= 14)).toHaveLength(46 + 1);
    expect(forms.pdf).toContain('248,933件R6実績・公表公表後の追加1件');
    expect(forms.csv.filter((cells) => cells[0] === '公表後の追加')).toHaveLength(1);
  });

  it('shows no cell of a district and month that could point at somebody', () => {
    const cells = forms.csv
      .filter(([table]) => table === '校区と月ごとの件数')
      .map((cells) => Number(cells[8]));
    expect(cells.length).toBeGreaterThan(600);
    expect(cells.filter((n) => n > 0 && n < 10)).toEqual([]);
  });

  it('has every challenge, group, measure and measure of the next plan, on screen and on paper', () => {
    const names = [...sample.challenges, ...sample.groups, ...sample.secondMeasures];
    const all = [...names, ...sample.measures.map(([name]) => name)];
    expect(new Set(all).size).toBe(8 + 3 + 6 + 13);
    const screen = forms.screen.flat().join();
    for (const name of all) {
      expect(screen).toContain(name);
      expect(forms.pdf).toContain(name);
    }
  });
});

it('a late visit leaves 248,933 standing everywhere and shows as one more addition', async () => {
  await visit('2024-09-12', '手帳にだけ残っていた訪問が見つかったため');
  const forms = await readForms();
  const row = forms.screen.find((cells) => cells.includes(visits) && cells.includes('未達成'));
  expect(row?.at(-3)).toBe('248,933件R6実績・公表公表後の追加 2件');
  expect(forms.pdf).toContain('248,933件R6実績・公表公表後の追加2件');
  expect(csvOf(forms, '成果指標の達成状況', visits, '実績')[0]).toMatch(/^248933,件,"248/);
  for (const said of [forms.screen.flat().join(), forms.pdf, forms.csv.flat().join()])
    expect(said).toContain('手帳にだけ残っていた訪問が見つかったため');
  expect(forms.csv.filter((cells) => cells[0] === '公表後の追加')).toHaveLength(2);
});

it('in the open year one visit moves the figure by one on screen, in CSV and in PDF', async () => {
  const inOpenYear = ({ screen, pdf, csv }: Forms) => ({
    screen: screen.find((cells) => cells.includes('実績・未確定') && cells.includes('296,000件'))?.at(-5),
    pdf: /R7([\d,]+件)296,000件実績・未確定/.exec(pdf)?.[1],
    csv: csv.find(
      (cells) => cells[0] === '成果指標の推移' && cells[2] === visits && cells[4] === '令和7年度',
    )?.[8],
  });
  const before = inOpenYear(await readForms());
  await visit('2026-02-01', null);
  const after = inOpenYear(await readForms());
  const count = Number(before.csv);
  expect(count).toBeGreaterThan(200_000);
  const said = (n: number) => ({
    screen: `${n.toLocaleString('ja-JP')}件`,
    pdf: `${n.toLocaleString('ja-JP')}件`,
    csv: String(n),
  });
  expect(before).toEqual(said(count));
  expect(after).toEqual(said(count + 1));
});

function visit(visited_on: string, late_reason: string | null) {
  return town.as('koga').call(recordVisit, {
    id: mintId(),
    household_id: town.id('household:鳥飼:1'),
    visited_on,
    channel: 'face',
    contact: 'met',
    late_reason,
  });
}

function withoutCommas(text: string): string {
  return text.replaceAll(',', '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
