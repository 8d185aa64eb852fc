import type { InputOf } from '#platform/operation.ts';
import type { addIndicator, defineIndicator } from './api.ts';

/**
 * The sample town's plans, as corrected facts of the source: names, figures and years. What the source words or places
 * in two ways is kept twice. The texts of evaluation are our own.
 */
export const firstPlan = {
  code: 'kurume-1',
  name: 'くるめ支え合うプラン（第1期）',
  vision: '支え合うこころあふれるまち くるめ',
  first_year: 2020,
  last_year: 2025,
} as const;

/** The source begins its second term in 2026; how long it lasts is not in it, six years are assumed like the first. */
export const secondPlan = {
  code: 'kurume-2',
  name: 'くるめ支え合うプラン（第2期）',
  vision: 'みんなでつくる 支え合うこころあふれるまち',
  first_year: 2026,
  last_year: 2031,
} as const;

/** The bodies of the sample town that own the two plans, each under its own name. */
export const planOwners = [
  { body: '地域福祉課', plan_name: '久留米市地域福祉計画' },
  { body: '社協', plan_name: '久留米市地域福祉活動計画' },
] as const;

export const challenges = [
  '支え合う意識やつながりの希薄化への対応が必要',
  '誰もが気軽に集える場の不足への対応が必要',
  '相談しづらいことへの対応が必要',
  '複合的な課題や制度の狭間の課題等への対応が必要',
  '地域防災力の強化が必要',
  '地域活動等の担い手不足への対応が必要',
  '地域住民等への支援の強化が必要',
  '情報が適切に入手できていないことへの対応が必要',
] as const;

export const groups = ['関係を豊かにする', '寄り添う体制を整える', '地域をともに創る人を育む'] as const;

/** Measure and group, in the order of their numbers. */
export const measures: readonly [name: string, group: 1 | 2 | 3][] = [
  ['つながりの構築', 1],
  ['見守り活動の推進', 1],
  ['誰もが集える場の拡充', 1],
  ['個別の対応が必要な人への支援', 2],
  ['災害時に支援が必要な人への支援', 2],
  ['権利擁護の推進', 2],
  ['多機関連携の推進', 2],
  ['財源確保の推進', 2],
  ['地域における人材の育成', 3],
  ['地域コミュニティ組織等への支援', 3],
  ['社会福祉法人・学校・事業所等の地域貢献の促進', 3],
  ['福祉人材の育成と資質の向上', 3],
  ['福祉への理解を深める取組みの推進', 3],
];

/** How two items are worded or placed elsewhere in the same document. */
export const otherWordings = [
  { measure: 12, place: '3-4 第1期プランの取組項目', wording: '福祉人材の養成と資質の向上', group: null },
  { measure: 8, place: '3-1 課題・分類・取組項目の表', wording: '財源確保の推進', group: 3 },
] as const;

export const secondMeasures = [
  'ともに生きるこころを育む取組みの推進',
  '権利を守る取組みの推進',
  '福祉のまちづくりへの参画促進',
  '見守り活動や交流の場・居場所づくりの推進',
  '災害時支援に備えた取組みの推進',
  '包括的な相談支援の推進',
] as const;

/** Proposed: which measures answer a challenge. The source only lays the two lists side by side. */
export const challengeLinks: readonly [challenge: number, measures: number[]][] = [
  [1, [1, 13]],
  [2, [2, 3]],
  [3, [4, 7]],
  [4, [4, 6, 7]],
  [5, [5]],
  [6, [9, 11, 12]],
  [7, [8, 10]],
  [8, [1, 13]],
];

/** Proposed: which measures of the first plan lead to one of the second. */
export const carryLinks: readonly [next: number, measures: number[]][] = [
  [1, [1, 13]],
  [2, [6]],
  [3, [8, 9, 10, 11, 12]],
  [4, [2, 3]],
  [5, [5]],
  [6, [4, 7]],
];

export const waves = [
  { name: '市民意識調査（R4調査）', fiscal_year: 2022 },
  { name: '市民意識調査（R7調査）', fiscal_year: 2025 },
] as const;

const unknownRule: SampleIndicator['rule'] = {
  counts: 'survey',
  period: 'point',
  answers: [],
  no_answer: 'unknown',
};

const everyEncounter = {
  counts: 'encounters',
  period: 'fiscal_year',
  channels: null,
  contacts: null,
  distinct: 'events',
} as const;

interface SampleIndicator
  extends Pick<InputOf<typeof addIndicator>, 'code' | 'number' | 'wording' | 'unit' | 'decimals' | 'source'> {
  group: 1 | 2 | 3 | null;
  target: number;
  value: { fiscal_year: number; value: number } | null;
  rule: InputOf<typeof defineIndicator>['rule'];
  definition: string;
}

/** The five outcome indicators. The last year of the plan carries the target. */
export const indicators: readonly SampleIndicator[] = [
  {
    code: 'support',
    group: null,
    number: 1,
    wording: '地域での支え合いや助け合いが充実していると感じる市民の割合',
    unit: '%',
    decimals: 1,
    source: 'survey',
    target: 70,
    value: { fiscal_year: 2025, value: 61.3 },
    rule: unknownRule,
    definition:
      '市民意識調査で「充実していると感じる」にあたる答えを選んだ人の割合。どの選択肢を数えたかと、無回答の扱いは、元の資料に書かれていない。',
  },
  {
    code: 'visits',
    group: 1,
    number: 1,
    wording: '地域での見守り訪問活動件数（ふれあいの会による訪問活動件数）',
    unit: '件',
    decimals: 0,
    source: 'encounters',
    target: 296000,
    value: null,
    rule: {
      ...everyEncounter,
      kinds: ['visit'],
      roles: ['visitor', 'gatherer'],
      sources: ['single', 'sheet'],
    },
    definition:
      'ふれあいの会の役割で記録した訪問を数える。方法（対面・インターホン越し・電話・手紙やポスティング・外から見た様子・メッセージ・集いの場）と会えたかどうかは問わない。取り消した記録は数えない。何人で訪ねても、1回の訪問は1件とする。集計票で数える校区と月は、集計票の件数を使う。',
  },
  {
    code: 'intakes',
    group: 2,
    number: 1,
    wording: '生活自立支援センターの新規相談受付件数',
    unit: '件',
    decimals: 0,
    source: 'encounters',
    target: 1020,
    value: null,
    rule: { ...everyEncounter, kinds: ['intake'], roles: null, sources: ['single'] },
    definition:
      '生活自立支援センターで新しく受け付けた相談を、受け付けた人ごとに1件として、受け付けた月に数える。受け付けの方法は問わない。2回目からの相談は数えない。取り消した記録は数えない。',
  },
  {
    code: 'ask',
    group: 3,
    number: 1,
    wording: '助けを求めることができる人がいる市民の割合',
    unit: '%',
    decimals: 1,
    source: 'survey',
    target: 87,
    value: { fiscal_year: 2025, value: 75.4 },
    rule: unknownRule,
    definition:
      '市民意識調査で「助けを求めることができる人がいる」にあたる答えを選んだ人の割合。どの選択肢を数えたかと、無回答の扱いは、元の資料に書かれていない。',
  },
  {
    code: 'advise',
    group: 3,
    number: 2,
    wording: '困っている人の相談にのることができる市民の割合',
    unit: '%',
    decimals: 1,
    source: 'survey',
    target: 29,
    value: { fiscal_year: 2022, value: 23.8 },
    rule: unknownRule,
    definition:
      '市民意識調査で「相談にのることができる」にあたる答えを選んだ人の割合。どの選択肢を数えたかと、無回答の扱いは、元の資料に書かれていない。',
  },
];

const sample = '【見本】';

/** Texts of ours, to show how an evaluation reads. 'flat' or 'rose' is for a person to write. */
export const evaluations: readonly {
  group: 1 | 2 | 3 | null;
  kind: 'evaluation' | 'carry_on';
  body: string;
}[] = [
  {
    group: null,
    kind: 'evaluation',
    body: `${sample}五つの指標のうち、目標に届いたのは一つでした。届かなかった指標についても、活動が止まったわけではありません。会う方法を変えながら続けた校区が多くあります。\n支え合いの多くは、本人たちが「支え合い」と呼んでいない日々のやりとりの中にあります。次は、その広がりも見えるようにします。`,
  },
  {
    group: null,
    kind: 'carry_on',
    body: `${sample}次の計画では、次のことを大切にします。\n・集計の手間を減らし、人に会う時間を増やす\n・件数だけでなく、新しくできた関係にも目を向ける\n・災害のときに動けるよう、ふだんの関係を大切にする`,
  },
  {
    group: 1,
    kind: 'evaluation',
    body: `${sample}訪問は目標の件数には届きませんでした。対面が難しい時期にも、電話や手紙、インターホン越しの声かけで関係を保った記録が残っています。方法ごとの件数は、指標の画面で確かめられます。`,
  },
  {
    group: 1,
    kind: 'carry_on',
    body: `${sample}集える場と見守りを別々に考えず、顔を合わせる機会としてまとめて広げます。`,
  },
  {
    group: 2,
    kind: 'evaluation',
    body: `${sample}新規の相談は目標を上回りました。相談が増えたことは、困りごとが増えたこととも、相談先が知られてきたこととも読めます。どちらであるかは、件数だけでは分かりません。`,
  },
  {
    group: 2,
    kind: 'carry_on',
    body: `${sample}一つの機関で抱えず、早い段階で複数の機関が集まれるようにします。`,
  },
  {
    group: 3,
    kind: 'evaluation',
    body: `${sample}頼れる人がいる、相談にのれると答えた人の割合は、どちらも目標に届きませんでした。二つの値は調べた年がちがうため、そのまま比べることはできません。`,
  },
  {
    group: 3,
    kind: 'carry_on',
    body: `${sample}活動の担い手を探すだけでなく、小さく参加できるきっかけを増やします。`,
  },
];
