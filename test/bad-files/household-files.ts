import type { BadFile } from './bad-file.ts';

const head = '世帯番号,校区,氏名,氏名カナ,住所,電話,注意';

/** One row of a household ledger of 鳥飼, with one cell that cannot be. */
function household(
  is: string,
  change: Partial<Record<'number' | 'place' | 'name' | 'kana' | 'address' | 'phone' | 'cautions', string>>,
  place: string,
  sentence: string,
): BadFile {
  const row = {
    number: '',
    place: '鳥飼',
    name: '見本 花',
    kana: 'ミホン ハナ',
    address: '鳥飼見本町9丁目',
    phone: '',
    cautions: '',
    ...change,
  };
  return {
    name: `世帯の台帳（${is}）.csv`,
    kind: 'households',
    is,
    bytes: () => Buffer.from(`${head}\r\n${Object.values(row).join(',')}\r\n`),
    says: [[place, sentence]],
  };
}

/** Lists of households that are tables, and say what cannot be. */
export const householdFiles: readonly BadFile[] = [
  household('a household without a name', { name: '' }, 'C2', '氏名が空です。'),
  household(
    'kanji where kana should be',
    { kana: '見本' },
    'D2',
    'ふりがなを、ひらがなかカタカナで入れてください。',
  ),
  household(
    'a telephone number without its zero',
    { phone: '942001000' },
    'F2',
    '電話番号の先頭の0が落ちているようです。0から書いてください（Excel では列の表示形式を「文字列」にします）。',
  ),
  household(
    'a caution in words of its own',
    { cautions: '犬、足が悪い' },
    'G2',
    '注意の言葉として読めません。「犬がいる」「耳が遠い」「裏口から」「先に電話」「二人で訪問」のどれかで書いてください。',
  ),
  household(
    'a household number that nobody has been given',
    { number: 'R7-9999' },
    'A2',
    'この世帯番号の世帯は、この校区にありません。世帯の一覧で番号を確かめてください。',
  ),
  household(
    'a household of another group’s district',
    { place: '草野' },
    'B2',
    '今の役割で取りまとめる校区ではありません。この校区の行を消すか、担当の人に頼んでください。',
  ),
];
