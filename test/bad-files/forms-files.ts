import { type BadFile, tallyText } from './bad-file.ts';
import { makeWorkbook } from './workbook.ts';
import { makeZip } from './zip.ts';

const text = (written: string) => () => Buffer.from(written);
const older = (stream: string) => () =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const parts =
  (...names: string[]) =>
  () =>
    makeZip(names.map((name) => ({ name, bytes: Buffer.from('<x/>') })));
const good = [
  ['校区', '年月', '方法', '件数'],
  ['合川', '2025/12', '対面', 10],
];

/** Files that are something else than they are called. */
export const formsFiles: readonly BadFile[] = [
  {
    name: '空.csv',
    kind: 'tally',
    is: 'an empty file',
    bytes: text(''),
    says: 'このファイルには何も入っていません。中身のある台帳を選び直してください。',
  },
  {
    name: '改行だけ.csv',
    kind: 'tally',
    is: 'blank lines only',
    bytes: text('\r\n\r\n,,,\r\n'),
    says: 'このファイルには何も入っていません。中身のある台帳を選び直してください。',
  },
  {
    name: '見出しだけ.csv',
    kind: 'tally',
    is: 'headings and nothing below them',
    bytes: text('校区,年月,方法,件数\r\n'),
    says: '見出しの行だけで、下に1行もありません。中身のある台帳を選び直してください。',
  },
  {
    name: '手紙.txt',
    kind: 'tally',
    is: 'a letter, not a table',
    bytes: text('いつもお世話になっております。\r\n12月の件数をお送りします。\r\n'),
    says: '表として読めませんでした。1行目に見出しがあり、コンマかタブで区切られた CSV、または xlsx を選んでください。',
  },
  {
    name: '台帳.xlsx',
    kind: 'tally',
    is: 'a PDF that is called a workbook',
    bytes: text('%PDF-1.7\n1 0 obj\n'),
    says: 'これは PDF です。表計算ソフトのファイル（xlsx）か CSV を選んでください。紙の写しは、集計票の画面からつけられます。',
  },
  {
    name: '台帳の写真.csv',
    kind: 'tally',
    is: 'a photograph that is called a CSV',
    bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]),
    says: 'これは写真や画像です。表計算ソフトのファイル（xlsx）か CSV を選んでください。紙の写しは、集計票の画面からつけられます。',
  },
  {
    name: '古い台帳.xls',
    kind: 'tally',
    is: 'an older workbook (.xls)',
    bytes: older('Workbook'),
    says: 'これは古い形式（.xls）です。Excel で開き、「Excel ブック（.xlsx）」で保存し直してください。',
  },
  {
    name: '鍵つき.xlsx',
    kind: 'tally',
    is: 'a workbook behind a password',
    bytes: older('EncryptedPackage'),
    says: 'パスワードがかかっています。Excel で開いてパスワードを外し、保存し直してください。',
  },
  {
    name: '文書.doc',
    kind: 'tally',
    is: 'an older text document',
    bytes: older('WordDocument'),
    says: 'これは文書のファイルです。表の部分を表計算ソフトに貼りつけ、xlsx で保存してください。',
  },
  {
    name: '文書.xlsx',
    kind: 'tally',
    is: 'a text document that is called a workbook',
    bytes: parts('word/document.xml'),
    says: 'これは文書のファイルです。表の部分を表計算ソフトに貼りつけ、xlsx で保存してください。',
  },
  {
    name: '台帳.ods',
    kind: 'tally',
    is: 'an OpenDocument sheet',
    bytes: parts('mimetype', 'content.xml'),
    says: 'これは OpenDocument（.ods）です。「Excel ブック（.xlsx）」か CSV で保存し直してください。',
  },
  {
    name: '台帳.xlsb',
    kind: 'tally',
    is: 'a binary workbook (.xlsb)',
    bytes: parts('xl/workbook.bin'),
    says: 'これはバイナリ形式（.xlsb）です。「Excel ブック（.xlsx）」で保存し直してください。',
  },
  {
    name: '台帳.xlsm',
    kind: 'tally',
    is: 'a workbook with macros',
    bytes: parts('xl/workbook.xml', 'xl/vbaProject.bin'),
    says: 'マクロ付きのブックは取り込めません。「Excel ブック（.xlsx）」で保存し直してください。',
  },
  {
    name: 'まとめて.zip',
    kind: 'tally',
    is: 'an archive of ledgers',
    bytes: parts('12月.csv', '1月.csv'),
    says: 'これは圧縮ファイルで、表ではありません。中の xlsx か CSV を取り出してから選んでください。',
  },
  {
    name: '切れた.xlsx',
    kind: 'tally',
    is: 'a workbook cut off on its way',
    bytes: async () => (await makeWorkbook(good)).subarray(0, 3000),
    says: 'xlsx が壊れていて開けませんでした。Excel で開けるか確かめ、保存し直してください。送る途中で切れていることもあります。',
  },
  {
    name: 'ふくらむ.xlsx',
    kind: 'tally',
    is: 'a workbook that unpacks to 300 MB',
    bytes: () =>
      makeZip([
        { name: 'xl/workbook.xml', bytes: Buffer.from('<x/>') },
        { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(300 * 1024 * 1024, 0x20) },
      ]),
    says: 'この xlsx は大きすぎるか、ふつうの表ではないため、開くのをやめました。台帳の行だけを新しいブックに貼りつけて、保存し直してください。',
  },
  {
    name: '出力.xls',
    kind: 'tally',
    is: 'a web page that is called an older workbook',
    bytes: text('<html><body><table><tr><td>校区</td></tr></table></body></html>'),
    says: 'これはウェブページです（名前が .xls や .csv でも、中身は HTML です）。Excel で開き、「Excel ブック（.xlsx）」で保存し直してください。',
  },
  {
    name: '出力.json',
    kind: 'tally',
    is: 'JSON',
    bytes: text('[{"校区":"合川"}]'),
    says: 'これは JSON です。表計算ソフトのファイル（xlsx）か CSV を選んでください。',
  },
  {
    name: '大きい.csv',
    kind: 'tally',
    is: 'a file of more than 10 MB',
    bytes: () => Buffer.concat([tallyText(), Buffer.alloc(10 * 1024 * 1024, '合川,2025/12,対面,10\r\n')]),
    says: 'ファイルは10MBまでです。月や校区で分けて、何回かで取り込んでください。',
  },
  {
    name: '長い.csv',
    kind: 'tally',
    is: 'a file of more than 50,000 rows',
    bytes: () => tallyText(...Array.from({ length: 50_001 }, () => '合川,2025/12,対面,1')),
    says: '1つのファイルで取り込めるのは50000行までです。月や校区で分けて、何回かで取り込んでください。',
  },
];
