import { type BadFile, tallyText, visitsHead } from './bad-file.ts';

const mixed = '和暦と西暦が混ざっています。ほかの行は西暦なので、西暦にそろえてください。';
const count = '件数は、0から99,999までの整数で書いてください。';
const unreadable = '日付として読めません。2026/1/5、令和8年1月5日、R8.1.5 のように書いてください。';

/** One row of a visit ledger; the household and the visitor are 鳥飼's first (`R6-0001`, `R7-V002`). */
function visit(
  change: Partial<Record<'day' | 'place' | 'door' | 'who' | 'how' | 'met' | 'was', string>>,
): Buffer {
  const row = {
    day: '2026/1/5',
    place: '鳥飼',
    door: 'R6-0001',
    who: 'R7-V002',
    how: '対面',
    met: '会えた',
    was: '変わりなし',
    ...change,
  };
  return Buffer.from(`${visitsHead}\r\n${Object.values(row).join(',')}\r\n`);
}

const visits = (
  is: string,
  change: Parameters<typeof visit>[0],
  place: string,
  sentence: string,
): BadFile => ({
  name: `訪問の台帳（${is}）.csv`,
  kind: 'visits',
  is,
  bytes: () => visit(change),
  says: [[place, sentence]],
});

const tally = (is: string, rows: readonly string[], ...says: (readonly [string, string])[]): BadFile => ({
  name: `集計の台帳（${is}）.csv`,
  kind: 'tally',
  is,
  bytes: () => tallyText(...rows),
  says,
});

/** Ledgers that are tables, and say what cannot be. */
export const rowFiles: readonly BadFile[] = [
  tally(
    'a 校区 that does not exist',
    ['中央,2025/12,対面,10'],
    ['A2', 'この名前の校区はありません。校区の名前を確かめてください。'],
  ),
  tally(
    'a month to come',
    ['合川,2026/12,対面,10'],
    ['B2', 'まだ来ていない月です。年月を確かめてください。'],
  ),
  tally(
    'a month without its year',
    ['合川,12月,対面,10'],
    ['B2', '年がありません。2026/1 のように、年から書いてください。'],
  ),
  tally(
    'a thirteenth month',
    ['合川,2025/13,対面,10'],
    ['B2', '年月として読めません。2026/1、令和8年1月、R8.1 のように書いてください。'],
  ),
  tally(
    '和暦 and western years in one column',
    ['合川,2025/12,対面,10', '合川,2025/12,電話,1', '合川,令和7年12月,手紙,1'],
    ['B4', mixed],
  ),
  tally(
    'an era that was over',
    ['合川,平成37年12月,対面,10'],
    ['B2', 'その年月は、この元号の期間ではありません。年を確かめてください。'],
  ),
  tally(
    'a row of totals',
    ['合川,2025/12,対面,10', '合計,,,10'],
    ['3', '合計の行のようです。合計は計算されるので、この行を消してください。'],
  ),
  tally(
    'a count with its unit',
    ['合川,2025/12,対面,10件'],
    ['D2', '件数は数字だけで書いてください（「件」などはつけません）。'],
  ),
  tally('a count below zero', ['合川,2025/12,対面,-3'], ['D2', count]),
  tally('half a visit', ['合川,2025/12,対面,2.5'], ['D2', count]),
  tally('a count in words', ['合川,2025/12,対面,十二'], ['D2', count]),
  tally('no count at all', ['合川,2025/12,対面,'], ['D2', '件数が空です。']),
  tally(
    'one channel twice',
    ['合川,2025/12,対面,10', '合川,2025/12,対面,5'],
    ['C3', '同じ校区・年月・方法が2行目にもあります。1行にまとめてください。'],
  ),
  tally(
    'a channel nobody knows',
    ['合川,2025/12,テレパシー,10'],
    [
      'C2',
      '方法の言葉として読めません。「会って（対面）」「インターホン越し」「電話」「手紙・ポスティング」「外から見た様子」「メッセージ」「集いの場で会った」のどれかで書いてください。',
    ],
  ),
  tally(
    'a month that counts single visits',
    ['草野,2025/12,対面,10'],
    [
      'B2',
      '草野のこの月は、1件ずつの記録で数えています。集計の台帳は取り込めません。集計票で数えるときは、先に数え方を変えてください。',
    ],
  ),
  {
    ...tally('another month than it is sent for', ['合川,2025/11,対面,10']),
    month: '2025-12',
    says: [
      ['B2', '2025年12月の台帳ですが、ほかの月です。年月を確かめるか、月を選ばずに送り直してください。'],
    ],
  },
  tally(
    'a note outside the table',
    ['合川,2025/12,対面,10,古川さんに確認'],
    ['E2', '見出しのない列に書きこみがあります。表の外のメモは消すか、見出しをつけてください。'],
  ),
  visits('a day to come', { day: '2026/2/3' }, 'A2', 'まだ来ていない日です。日付を確かめてください。'),
  visits(
    'a day that does not exist',
    { day: '2026/2/30' },
    'A2',
    '「2026/2/30」という日はありません。日付を確かめてください。',
  ),
  visits(
    'a day without its year',
    { day: '1/5' },
    'A2',
    '年がありません。2026/1/5 のように、年から書いてください。',
  ),
  visits(
    'a year of two digits',
    { day: '26/1/5' },
    'A2',
    '年が2けたで、西暦か和暦か決められません。2026/1/5 または R8.1.5 のように書いてください。',
  ),
  visits(
    'a day in American order',
    { day: '1/5/2026' },
    'A2',
    '月と日のどちらが先か決められません。2026/1/5 のように、年から書いてください。',
  ),
  visits(
    'a day as a serial number',
    { day: '46027' },
    'A2',
    '日付が数字（46027）になっています。Excel で列の表示形式を「日付」にして、保存し直してください。',
  ),
  visits(
    'a day with its hour',
    { day: '2026/1/5 14:30' },
    'A2',
    '時刻が一緒に入っています。日付だけにしてください。',
  ),
  visits('a day in words', { day: '先週の月曜' }, 'A2', unreadable),
  visits(
    'a month instead of a day',
    { day: '2026年1月' },
    'A2',
    '日がありません。年月日まで書いてください。',
  ),
  visits(
    'a household number without its zeros',
    { door: 'R6-1' },
    'C2',
    '世帯番号の0が落ちているようです。「R6-0001」と書いてください。',
  ),
  visits(
    'a household number of digits only',
    { door: '12' },
    'C2',
    '世帯番号は R7-0012 のような形です。世帯の一覧で番号を確かめてください。',
  ),
  visits(
    'a household nobody registered',
    { door: 'R6-0999' },
    'C2',
    'この世帯番号の世帯は、この校区にありません。世帯の一覧で番号を確かめてください。',
  ),
  visits(
    'no household',
    { door: '' },
    'C2',
    '世帯番号が空です。世帯番号、または氏名カナと住所の両方を書いてください。',
  ),
  visits(
    'a visitor number without its zeros',
    { who: 'R7-V2' },
    'D2',
    '訪問者番号の0が落ちているようです。「R7-V002」と書いてください。',
  ),
  visits(
    'a visitor nobody numbered',
    { who: 'R7-V099' },
    'D2',
    'この訪問者番号はありません。訪問者番号の一覧で確かめてください（番号は R7-V012 のような形です）。',
  ),
  visits(
    'a day before the visitor began',
    { day: '2024/3/31' },
    'D2',
    'この人の任期（2024年4月1日（令和6年4月1日）から）の外の日です。日付か訪問者番号を確かめてください。',
  ),
  visits(
    'a result nobody knows',
    { met: '○' },
    'F2',
    '結果の言葉として読めません。「会えた」「応答のみ」「不在」「訪問を望まれない」のどれかで書いてください。',
  ),
  visits(
    'a free text where a word should stand',
    { was: '庭の柿をいただいた' },
    'G2',
    '様子の言葉として読めません。「変わりなし」「気になる」「異変」のどれかで書いてください。',
  ),
  visits(
    'a 校区 the sender does not gather',
    { place: '草野' },
    'B2',
    '今の役割で取りまとめる校区ではありません。この校区の行を消すか、担当の人に頼んでください。',
  ),
];
