import type { BadFile } from './bad-file.ts';
import { type BadCell, makeWorkbook } from './workbook.ts';

const head = ['校区', '年月', '方法', '件数'];
const rows: readonly (readonly BadCell[])[] = [
  head,
  ['合川', '2025/12', '対面', 10],
  ['合川', '2025/12', '電話', 3],
];
const formula = '計算式が入っています。値だけを貼りつけ直してください（形式を選択して貼りつけ → 値）。';

/** Workbooks that look right on the screen and are no table. */
export const sheetFiles: readonly BadFile[] = [
  {
    name: '式.xlsx',
    kind: 'tally',
    is: 'a formula in a cell',
    bytes: () => makeWorkbook([head, ['合川', '2025/12', '対面', { formula: '5+5' }]]),
    says: [['D2', formula]],
  },
  {
    name: 'エラー.xlsx',
    kind: 'tally',
    is: 'an error of the spreadsheet in a cell',
    bytes: () => makeWorkbook([head, ['合川', '2025/12', '対面', { error: '#N/A' }]]),
    says: [['D2', '表計算のエラー（#N/A など）が入っています。正しい値に書き直してください。']],
  },
  {
    name: '結合.xlsx',
    kind: 'tally',
    is: 'merged cells',
    bytes: () => makeWorkbook(rows, (sheet) => sheet.mergeCells('A2:A3')),
    says: [
      ['2', 'セルが結合されています（A2:A3）。結合を解除して、それぞれの行に値を入れてください。'],
      ['A3', '校区が空です。'],
    ],
  },
  {
    name: '隠れた行.xlsx',
    kind: 'tally',
    is: 'a hidden row',
    bytes: () =>
      makeWorkbook(rows, (sheet) => {
        sheet.getRow(3).hidden = true;
      }),
    says: [
      [
        '3',
        '非表示の行があります。表示して、要らない行なら消してください。見えない行を取り込むことはしません。',
      ],
    ],
  },
  {
    name: '隠れた列.xlsx',
    kind: 'tally',
    is: 'a hidden column',
    bytes: () =>
      makeWorkbook(rows, (sheet) => {
        sheet.getColumn(3).hidden = true;
      }),
    says: [['C', 'C列が非表示になっています。表示して、要らない列なら消してください。']],
  },
  {
    name: '2つの表.xlsx',
    kind: 'tally',
    is: 'two tables on a sheet',
    bytes: () => makeWorkbook([...rows, [], ['草野', '2025/12', '対面', 1]]),
    says: [
      ['5', 'この行の上に空の行があります。表は1つにまとめ、途中の空の行と、2つ目の表を消してください。'],
      [
        'B5',
        '草野のこの月は、1件ずつの記録で数えています。集計の台帳は取り込めません。集計票で数えるときは、先に数え方を変えてください。',
      ],
    ],
  },
  {
    name: '横に2つの表.xlsx',
    kind: 'tally',
    is: 'a second table beside the first',
    bytes: () => makeWorkbook([head, ['合川', '2025/12', '対面', 10, null, '草野', 5]]),
    says: [['F2', '見出しのない列に書きこみがあります。表の外のメモは消すか、見出しをつけてください。']],
  },
  {
    name: '題名つき.xlsx',
    kind: 'tally',
    is: 'a title above the headings',
    bytes: () => makeWorkbook([['令和7年12月 ふれあい訪問 集計'], ...rows]),
    says: '1行目は見出しではなく、題名のようです。題名の行を消して、1行目を見出しにしてください。',
  },
  {
    name: '2枚のシート.xlsx',
    kind: 'tally',
    is: 'two sheets with something on them',
    bytes: () =>
      makeWorkbook(rows, (_, workbook) => {
        workbook.addWorksheet('1月').addRow([...head]);
      }),
    says: '中身のあるシートが2枚あります（「台帳」「1月」）。取り込むシートだけのファイルにしてください。',
  },
  {
    name: '白いシート.xlsx',
    kind: 'tally',
    is: 'a workbook with nothing on it',
    bytes: () => makeWorkbook([]),
    says: 'このファイルには何も入っていません。中身のある台帳を選び直してください。',
  },
  {
    name: '同じ見出し.xlsx',
    kind: 'tally',
    is: 'one heading twice',
    bytes: () =>
      makeWorkbook([
        [...head, '件数'],
        ['合川', '2025/12', '対面', 10, 11],
      ]),
    says: [['E1', '見出し「件数」の列が2つあります。どちらかの名前を変えるか、列ごと消してください。']],
  },
  {
    name: '空の見出し.xlsx',
    kind: 'tally',
    is: 'a column without a heading',
    bytes: () =>
      makeWorkbook([
        ['校区', '年月', null, '方法', '件数'],
        ['合川', '2025/12', 'x', '対面', 10],
      ]),
    says: [['C1', '見出しが空の列があります。見出しを書くか、列ごと消してください。']],
  },
  {
    name: '日の入った年月.xlsx',
    kind: 'tally',
    is: 'days where months should stand',
    bytes: () => makeWorkbook([head, ['合川', new Date('2025-12-24T00:00:00Z'), '対面', 10]]),
    says: [['B2', '年月の列に、日が入っています。年月だけにしてください。']],
  },
  {
    name: '通し番号.xlsx',
    kind: 'tally',
    is: 'months as serial numbers',
    bytes: () => makeWorkbook([head, ['合川', 45992, '対面', 10]]),
    says: [
      [
        'B2',
        '日付が数字（45992）になっています。Excel で列の表示形式を「日付」にして、保存し直してください。',
      ],
    ],
  },
  {
    name: '校区コード.xlsx',
    kind: 'tally',
    is: 'a code that lost its leading zero',
    bytes: () => makeWorkbook([head, [1, '2025/12', '対面', 10]]),
    says: [['A2', '先頭の0が落ちているようです。「01」または「合川」と書いてください。']],
  },
];
