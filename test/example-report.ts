import type { EvaluationReport, ReportFigure } from '#domains/reports/model.ts';
import { leaveOutSmall } from '#domains/reports/small-cells.ts';

const areas: [area: string, districts: string][] = [
  [
    '旧久留米',
    '合川 御井 西国分 東国分 青峰 南薫 宮ノ陣 山本 草野 大橋 善導寺 山川 日吉 高良内 篠山 荘島 京町 上津 小森野 長門石 安武 南 鳥飼 荒木 津福 金丸 大善寺',
  ],
  ['田主丸', '船越 水分 柴刈 川会 竹野 水縄 田主丸'],
  ['北野', '北野 弓削 大城 金島'],
  ['城島', '江上 青木 浮島 城島 下田'],
  ['三潴', '犬塚 三潴 西牟田'],
];

const drawn = { state: 'draft', author: '計画担当', date: '2025-11-10', note: null } as const;
const fixed = { state: 'fixed', since: '2025-06-30' } as const;
const published = { state: 'published', since: '2025-12-01' } as const;

const survey = (name: string, fiscalYear: number, asked: number | null, answered: number | null) => ({
  name,
  fiscalYear,
  asked,
  returned: null,
  answered,
  note: null,
  method: '住民基本台帳から無作為に選んだ18歳以上の方に、郵送で',
  question: 'お住まいの地域では、支え合いや助け合いが充実していると感じますか。',
});

/** A report as the sample town's, for the tests of this room: the plan's own figures, with texts of ours. */
export const exampleReport: EvaluationReport = {
  town: { name: '久留米市' },
  sample: true,
  printedOn: '2026-02-02',
  plan: {
    code: 'kurume-1',
    name: '第1期プラン',
    vision: '支え合うこころあふれるまち くるめ',
    firstFiscalYear: 2020,
    lastFiscalYear: 2025,
    owners: [
      { body: '久留米市', planName: '久留米市地域福祉計画' },
      { body: '久留米市社会福祉協議会', planName: '久留米市地域福祉活動計画' },
    ],
  },
  nextPlan: {
    name: '第2期プラン',
    measures: [
      { number: 1, name: 'ともに生きるこころを育む取組みの推進' },
      { number: 2, name: '権利を守る取組みの推進' },
      { number: 3, name: '福祉のまちづくりへの参画促進' },
      { number: 4, name: '見守り活動や交流の場・居場所づくりの推進' },
      { number: 5, name: '災害時支援に備えた取組みの推進' },
      { number: 6, name: '包括的な相談支援の推進' },
    ],
  },
  challenges: [
    '支え合う意識やつながりの希薄化への対応が必要',
    '誰もが気軽に集える場の不足への対応が必要',
    '相談しづらいことへの対応が必要',
    '複合的な課題や制度の狭間の課題等への対応が必要',
    '地域防災力の強化が必要',
    '地域活動等の担い手不足への対応が必要',
    '地域住民等への支援の強化が必要',
    '情報が適切に入手できていないことへの対応が必要',
  ].map((wording, index) => ({ number: index + 1, wording })),
  groups: [
    {
      number: 1,
      name: '関係を豊かにする',
      measures: measuresFrom(1, ['つながりの構築', '見守り活動の推進', '誰もが集える場の拡充']),
    },
    {
      number: 2,
      name: '寄り添う体制を整える',
      measures: measuresFrom(4, [
        '個別の対応が必要な人への支援',
        '災害時に支援が必要な人への支援',
        '権利擁護の推進',
        '多機関連携の推進',
        '財源確保の推進',
      ]),
    },
    {
      number: 3,
      name: '地域をともに創る人を育む',
      measures: measuresFrom(9, [
        '地域における人材の育成',
        '地域コミュニティ組織等への支援',
        '社会福祉法人・学校・事業所等の地域貢献の促進',
        '福祉人材の育成と資質の向上',
        '福祉への理解を深める取組みの推進',
      ]),
    },
  ],
  challengeLinks: [
    { ...drawn, challenge: 1, measure: 1 },
    { ...drawn, challenge: 2, measure: 3 },
    { ...drawn, challenge: 1, measure: 2 },
    { ...drawn, challenge: 3, measure: 4 },
    { ...drawn, challenge: 4, measure: 7 },
    { ...drawn, challenge: 5, measure: 5 },
    { ...drawn, challenge: 6, measure: 9, state: 'decided' },
    { ...drawn, challenge: 7, measure: 9 },
  ],
  carryLinks: [
    [1, 1],
    [2, 4],
    [3, 4],
    [4, 6],
    [5, 5],
    [6, 2],
    [7, 6],
    [8, 3],
    [9, 3],
    [10, 3],
    [11, 3],
    [12, 3],
    [13, 1],
  ].map(([measure = 0, next = 0]) => ({ ...drawn, measure, next })),
  figures: [
    {
      ...surveyFigure(
        'support',
        null,
        '地域での支え合いや助け合いが充実していると感じる市民の割合',
        70,
        61.3,
        2025,
      ),
      wave: survey('市民意識調査', 2025, 5000, 2000),
    },
    visits(),
    {
      ...resultFigure('intakes', 2, '生活自立支援センターの新規相談受付件数', 1020, 1181),
      definition: {
        wording: '生活自立支援センターが初めて受け付けた相談を、1件ずつ数える',
        version: 1,
        since: '2024-04-01',
      },
    },
    {
      ...surveyFigure('ask', 3, '助けを求めることができる人がいる市民の割合', 87, 75.4, 2025),
      wave: survey('市民意識調査', 2025, 5000, null),
    },
    surveyFigure('advise', 3, '困っている人の相談にのることができる市民の割合', 29, 23.8, 2022),
  ],
  stories: [],
  evaluations: [
    {
      ...written(null, 'evaluation', 2),
      body: '計画の期間中、支え合い推進会議がすべての校区で動き出しました。一方で、支え合いが充実していると感じる人の割合は、めざした値に届いていません。\n身近な人のちょっとした関わりが、支え合いとして気づかれていない可能性があります。',
    },
    {
      ...written(null, 'carry_on', 1),
      body: '次の計画では、次のことを大切にします。\n・日々の関わりを、数だけでなく広がりとしても見えるようにする\n・集計の負担を減らし、関わる時間を増やす',
    },
    {
      ...written(1, 'evaluation', 1),
      body: '対面で会うことが難しい時期にも、電話や手紙、インターホン越しの声かけで、つながりを保つ工夫が続きました。',
    },
    { ...written(1, 'carry_on', 1), body: '関わりの数とあわせて、関係の多様さをみる見方を取り入れます。' },
    { ...written(2, 'evaluation', 1), body: '新しい相談を受け止め、関係する機関につなぐ体制が整いました。' },
    { ...written(2, 'carry_on', 1), body: '協力する人や団体のつながりを、さらに広げます。' },
    {
      ...written(3, 'evaluation', 1),
      body: '地域で活動する団体や企業とのつながりが、少しずつ生まれています。',
    },
  ],
};

function visits(): ReportFigure {
  const figure = resultFigure(
    'visits',
    1,
    '地域での見守り訪問活動件数（ふれあいの会による訪問活動件数）',
    296000,
    248933,
  );
  return {
    ...figure,
    definition: {
      wording:
        'ふれあいの会の役割で記録された訪問を、方法や会えたかどうかによらず、1回の訪問を1件として数える。取り下げた記録は数えない',
      version: 1,
      since: '2024-04-01',
    },
    additions: [
      {
        month: '2025-03',
        addedOn: '2026-01-15',
        district: '合川',
        channel: '対面',
        reason: '集計票の提出のあとに記録が見つかったため',
        amount: 1,
      },
    ],
    byDistrict: { fiscalYear: 2024, ...leaveOutSmall(shareOut(248933), 10) },
  };
}

function surveyFigure(
  code: string,
  group: number | null,
  wording: string,
  target: number,
  value: number,
  fiscalYear: number,
): ReportFigure {
  const measured = { value, fiscalYear, kind: 'survey' as const, period: published };
  return {
    code,
    group,
    wording,
    unit: '%',
    decimals: 1,
    polarity: 'up',
    smallestShown: 10,
    baseline: null,
    target: { value: target, fiscalYear: 2025, note: '第1期プラン 成果指標' },
    actual: measured,
    definition: {
      wording: '「感じる」「どちらかといえば感じる」と答えた人の、有効な回答に占める割合',
      version: 1,
      since: '2020-04-01',
    },
    source: { kind: 'survey', note: '市民意識調査' },
    wave: null,
    series: [{ ...measured, breaksBefore: false, target: null, additions: null, from: '市民意識調査' }],
    additions: [],
    lateValues: [],
    byDistrict: null,
    totalsOnly: false,
  };
}

function resultFigure(
  code: string,
  group: number,
  wording: string,
  target: number,
  value: number,
): ReportFigure {
  const measured = { value, fiscalYear: 2024, kind: 'result' as const, period: fixed };
  return {
    ...surveyFigure(code, group, wording, target, value, 2024),
    unit: '件',
    decimals: 0,
    actual: measured,
    source: { kind: 'encounters', note: null },
    series: [{ ...measured, breaksBefore: false, target: null, additions: 0, from: null }],
  };
}

function written(group: number | null, kind: 'evaluation' | 'carry_on', version: number) {
  return { group, kind, version, authorRole: '計画担当（地域福祉課）', date: '2025-10-01' };
}

function measuresFrom(first: number, names: string[]) {
  return names.map((name, index) => ({
    number: first + index,
    name,
    otherWordings: otherWordingsOf(first + index),
  }));
}

function otherWordingsOf(number: number) {
  const place = '3-4 第1期プランの取組項目';
  if (number === 12) return [{ wording: '福祉人材の養成と資質の向上', place, group: null }];
  if (number === 8) {
    return [{ wording: '財源確保の推進', place: '3-1 課題と取組項目', group: '地域をともに創る人を育む' }];
  }
  return [];
}

/** The total over districts and months, unevenly and without chance. */
function shareOut(total: number) {
  const cells = areas.flatMap(([area, names]) => names.split(' ').map((name) => ({ area, name })));
  const weights = cells.flatMap((_, row) =>
    Array.from({ length: 12 }, (_, month) => 60 + ((row * 37) % 90) + ((month * 29) % 40)),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.floor((total * weight) / whole));
  const left = total - counts.reduce((sum, count) => sum + count, 0);
  return cells.map(({ area, name }, row) => ({
    area,
    name,
    months: counts
      .slice(row * 12, row * 12 + 12)
      .map((count, month) => (row * 12 + month < left ? count + 1 : count)),
  }));
}
