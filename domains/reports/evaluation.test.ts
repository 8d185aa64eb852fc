import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePage } from '#platform/typesetting/page.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { exampleReport } from '../../test/example-report.ts';
import { achievement } from '../../test/paper.ts';
import { renderEvaluationCsv } from './evaluation-csv.ts';
import { presentEvaluation } from './evaluation-paper.ts';
import { EvaluationReport } from './model.ts';
import { renderEvaluationHtml, renderEvaluationPdf } from './render.ts';

const report = EvaluationReport.parse(exampleReport);
let pdf: string[];
let html: string;
let csv: string[][];

beforeAll(async () => {
  pdf = textOfPdf(await renderEvaluationPdf(report)).map(withoutSpaces);
  html = withoutSpaces(await renderEvaluationHtml(report));
  csv = rowsOf(new TextDecoder().decode(renderEvaluationCsv(report, 'utf-8')));
});

describe('the achievement table', () => {
  it.each(achievement)(
    'says of %s the same in PDF, HTML and CSV',
    (indicator, target, actual, year, rate, achieved) => {
      const page = pdf.find((text) => text.includes('成果指標ごとの基準値、目標、実績、達成率'));
      const onPaper = new RegExp([indicator, '不明', target, 'R7', actual, year].map(escaped).join(''));
      expect(page).toMatch(onPaper);
      expect(pdf.join('')).toMatch(
        new RegExp(`${escaped(actual)}${year}・.{2,30}?${escaped(rate)}${achieved}`),
      );
      const row = new RegExp(`${escaped(indicator)}</p>.*?</tr>`).exec(html)?.[0] ?? '';
      for (const said of ['不明', target, actual, year, rate, achieved]) expect(row).toContain(`>${said}`);
      const written = csv.filter((cells) => cells[0] === '成果指標の達成状況' && cells[2] === indicator);
      expect(written.map((cells) => cells[10])).toEqual(['不明', target, actual, rate, achieved]);
    },
  );

  it('gives the CSV the very numbers it writes', () => {
    const numbers = csv.filter((cells) => cells[8] !== '' && cells[0] !== '表');
    expect(numbers.length).toBeGreaterThan(600);
    for (const [, , , , , , , , value, unit, written] of numbers) {
      expect(written?.replaceAll(',', '').replace(unit ?? '', '')).toBe(
        written?.includes('.') ? Number(value).toFixed(1) : value,
      );
    }
  });
});

describe('the printed evaluation', () => {
  it('has every challenge, group, measure and measure of the next plan', () => {
    const paper = pdf.join('');
    const names = [
      ...report.challenges.map(({ wording }) => wording),
      ...report.groups.flatMap(({ name, measures }) => [name ?? '', ...measures.map((one) => one.name)]),
      ...(report.nextPlan?.measures.map(({ name }) => name) ?? []),
    ];
    expect(names).toHaveLength(8 + 3 + 13 + 6);
    for (const name of names) {
      expect(paper).toContain(withoutSpaces(name));
      expect(html).toContain(withoutSpaces(name));
    }
  });

  it('keeps both wordings of an item, with their place', () => {
    expect(pdf.join('')).toContain('「福祉人材の養成と資質の向上」と書かれています');
    expect(pdf.join('')).toContain('「地域をともに創る人を育む」に置かれています');
  });

  it('names both owners of the one book', () => {
    expect(pdf[0]).toContain('久留米市「久留米市地域福祉計画」');
    expect(pdf[0]).toContain('久留米市社会福祉協議会「久留米市地域福祉活動計画」');
  });

  it('marks the sample on every page, and only the sample', async () => {
    for (const page of pdf) expect(page).toContain('見本');
    expect(html).toContain('これは見本です');
    const real = { ...report, sample: false };
    expect(textOfPdf(await renderEvaluationPdf(real)).join('')).not.toContain('見本');
  });

  it('has contents whose pages are where the sections are', () => {
    const sections = presentEvaluation(report).sections.map(({ title }) => withoutSpaces(title));
    expect(sections).toHaveLength(7);
    for (const [index, title] of sections.entries()) {
      const page = new RegExp(
        `${index + 1}${title}\\.*(\\d+?)(?=${index + 2}|${pdf.length}$|1/${pdf.length})`,
      ).exec(pdf[0] ?? '');
      expect(pdf[Number(page?.[1]) - 1], title).toContain(`見本${index + 1}${title}`);
    }
  });

  it('puts the sums of districts and months under the table and equal to the figure', () => {
    const [page] = pdf.filter((text) => text.includes('校区と月ごと（令和6年度、単位：件）'));
    expect(page).toMatch(/合計(\d{2},\d{3}){12}248,933\d+\/\d+$/);
    const sums = csv.filter((cells) => cells[0] === '校区と月ごとの件数' && cells[7] === '合計');
    expect(sums).toHaveLength(47);
    expect(sums.at(-1)?.[8]).toBe('248933');
  });

  it('shows what came after publication and does not count it', () => {
    expect(pdf.join('')).toContain('公表後の追加1件');
    expect(pdf.join('')).toContain('2025年3月合川対面1件2026年1月15日');
    const rows = csv.filter((cells) => cells[0] === '公表後の追加');
    expect(rows.map((cells) => [cells[6], cells[7], cells[8]])).toEqual([['合川', '3月', '1']]);
  });

  it('gives a survey its answers and margin, and says where they are unknown', () => {
    const paper = pdf.join('');
    expect(paper).toContain('たずねた人5,000人、有効な回答2,000人（40.0%）');
    expect(paper).toContain('誤差の目安：±2.1ポイント');
    expect(paper).toContain('有効な回答の数が不明のため');
  });

  it('moves by one everywhere when an open year gains a visit', async () => {
    const open = (count: number) => withActual(report, count);
    for (const [count, written] of [
      [100, '100件'],
      [101, '101件'],
    ] as const) {
      const paper = textOfPdf(await renderEvaluationPdf(open(count)))
        .map(withoutSpaces)
        .join('');
      expect(paper).toContain(`${written}R7実績・未確定`);
      expect(withoutSpaces(await writePage(presentEvaluation(open(count))))).toContain(`<p>${written}</p>`);
      expect(new TextDecoder().decode(renderEvaluationCsv(open(count), 'utf-8'))).toContain(
        `,${count},件,${written},実績,未確定`,
      );
    }
  });

  it('leaves judgements such as flat or rose to people', () => {
    const words = readFileSync(new URL('./words.ja.json', import.meta.url), 'utf8');
    expect(words).not.toMatch(/横ばい|増加|減少|上昇|低下|悪化|改善|急増/);
  });

  it('can be written in CP932', () => {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(renderEvaluationCsv(report, 'cp932'));
    expect(rowsOf(text)).toHaveLength(csv.length);
  });
});

describe('an evaluation with nothing in it yet', () => {
  const empty: EvaluationReport = {
    ...report,
    nextPlan: null,
    challengeLinks: [],
    carryLinks: [],
    evaluations: [],
    figures: report.figures.map((figure) => ({
      ...figure,
      actual: null,
      target: null,
      series: [],
      additions: [],
      byDistrict: null,
    })),
  };

  it('says what is missing instead of leaving holes', async () => {
    const paper = textOfPdf(await renderEvaluationPdf(EvaluationReport.parse(empty)))
      .map(withoutSpaces)
      .join('');
    expect(paper).toContain('不明未設定実績なし－－');
    expect(paper).toContain('まだ書かれていません');
    expect(paper).not.toContain('次の計画とのつながり');
  });
});

describe('a report that contradicts itself is not printed', () => {
  const [visits] = report.figures.filter(({ code }) => code === 'visits');

  it.each([
    [
      'districts that do not sum to the figure',
      { figures: [{ ...visits, actual: { ...visits?.actual, value: 248934 } }] },
    ],
    ['a link to a measure that is not there', { carryLinks: [{ ...report.carryLinks[0], measure: 99 }] }],
    [
      'a link to a challenge that is not there',
      { challengeLinks: [{ ...report.challengeLinks[0], challenge: 99 }] },
    ],
    [
      'an evaluation of a group that is not there',
      { evaluations: [{ ...report.evaluations[0], group: 99 }] },
    ],
  ])('%s', (_, wrong) => {
    expect(EvaluationReport.safeParse({ ...report, ...wrong }).success).toBe(false);
  });
});

function withActual(base: EvaluationReport, value: number): EvaluationReport {
  const figures = base.figures.map((figure) =>
    figure.code !== 'visits'
      ? figure
      : {
          ...figure,
          actual: {
            value,
            fiscalYear: 2025,
            kind: 'result' as const,
            period: { state: 'open' as const, since: null },
          },
          additions: [],
          byDistrict: null,
        },
  );
  return EvaluationReport.parse({ ...base, figures });
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The rows of a CSV whose cells hold no line breaks. */
function rowsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      ),
    );
}
