import Encoding from 'encoding-japanese';
import { type BadFile, tallyHead, tallyText } from './bad-file.ts';

type Encoded = 'SJIS' | 'EUCJP' | 'JIS' | 'UTF16';

function encode(text: string, to: Encoded): Buffer {
  return Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' }));
}

const good = `${tallyHead}\r\n合川,2025/12,対面,10\r\n`;

/** Text in encodings that are not taken, and text that is no whole CSV. */
export const textFiles: readonly BadFile[] = [
  {
    name: 'ユニコード.csv',
    kind: 'tally',
    is: 'UTF-16 with its mark',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]),
    says: '文字コードが UTF-16 です。表計算ソフトで「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。',
  },
  {
    name: 'ユニコード（印なし）.csv',
    kind: 'tally',
    is: 'UTF-16 without its mark',
    bytes: () => Buffer.from(good, 'utf16le'),
    says: '文字ではないデータが入っていて、CSV として読めません。表計算ソフトで開き、CSV か xlsx で保存し直してください。',
  },
  {
    name: 'EUC.csv',
    kind: 'tally',
    is: 'EUC-JP',
    bytes: () => encode(good, 'EUCJP'),
    says: '文字コードが EUC-JP のようです。「CSV UTF-8（コンマ区切り）」で保存し直してください。',
  },
  {
    name: 'JIS.csv',
    kind: 'tally',
    is: 'ISO-2022-JP',
    bytes: () => encode(good, 'JIS'),
    says: '文字コードが JIS（ISO-2022-JP）のようです。「CSV UTF-8（コンマ区切り）」で保存し直してください。',
  },
  {
    name: 'つないだ.csv',
    kind: 'tally',
    is: 'two files in two encodings, one after the other',
    bytes: () => Buffer.concat([Buffer.from(good), encode('草野,2025/12,電話,1\r\n', 'SJIS')]),
    says: '3行目から文字コードが変わっています。2つのファイルをつないだときは、どちらも UTF-8 にしてからつないでください。',
  },
  {
    name: '壊れた文字.csv',
    kind: 'tally',
    is: 'bytes that are no character in either encoding',
    bytes: () => Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0xfd, 0x2c, 0x0d, 0x0a])]),
    says: '3行目に、UTF-8 でも Shift_JIS でも読めない文字があります。「CSV UTF-8（コンマ区切り）」で保存し直してください。',
  },
  {
    name: 'ヌル.csv',
    kind: 'tally',
    is: 'NUL bytes',
    bytes: () => Buffer.concat([tallyText(), Buffer.from('合川,2025/11,対面,\0\r\n')]),
    says: '文字ではないデータが入っていて、CSV として読めません。表計算ソフトで開き、CSV か xlsx で保存し直してください。',
  },
  {
    name: '文字化け.csv',
    kind: 'tally',
    is: 'the marks an earlier conversion left',
    bytes: () => tallyText('合\ufffd,2025/12,対面,10'),
    says: [['A2', '文字化けのあと、または目に見えない記号が入っています。元の言葉に書き直してください。']],
  },
  {
    name: '引用符.csv',
    kind: 'tally',
    is: 'a quotation mark that is never closed',
    bytes: () => tallyText('合川,2025/12,"対面,10', '草野,2025/12,対面,1'),
    says: '2行目の引用符（"）が閉じられていません。引用符を消すか、閉じてください。',
  },
  {
    name: '引用符のあと.csv',
    kind: 'tally',
    is: 'letters after a closed quotation mark',
    bytes: () => tallyText('合川,2025/12,"対面"で,10'),
    says: '2行目の引用符（"）の使い方が CSV の書き方に合いません。表計算ソフトで開き、CSV で保存し直してください。',
  },
  {
    name: 'セミコロン.csv',
    kind: 'tally',
    is: 'semicolons between the cells',
    bytes: () => Buffer.from(good.replaceAll(',', ';')),
    says: '表として読めませんでした。1行目に見出しがあり、コンマかタブで区切られた CSV、または xlsx を選んでください。',
  },
  {
    name: '式.csv',
    kind: 'tally',
    is: 'a formula in a CSV',
    bytes: () => tallyText('合川,2025/12,対面,=5+5'),
    says: [['D2', '計算式が入っています。値だけを貼りつけ直してください（形式を選択して貼りつけ → 値）。']],
  },
];
