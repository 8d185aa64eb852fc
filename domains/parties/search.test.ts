import { expect, test } from 'vitest';
import { registerAs } from '../../test/invent-household.ts';
import { openTown } from '../../test/town.ts';
import { listHouseholds } from './api.ts';
import { toKanaKey } from './kana.ts';

const town = await openTown('cast');
const find = async (text: string, who = 'furukawa') =>
  (await town.as(who).call(listHouseholds, { text, limit: 200 })).households;

const slope = await registerAs(town, 'furukawa', {
  name: '髙橋 ヴァン',
  kana: 'たかはし ヴァン',
  address: '見本町１丁目２−３ コーポ見本１０１',
  phone: '０９４２ー００－１２３４',
});

test.each([
  ['髙橋', 'the name'],
  ['たかはし', 'the kana'],
  ['タガハシ', 'the kana in katakana, voicing aside'],
  ['ﾀｶﾊｼ', 'the kana in half width'],
  ['うあん', 'the kana as it is ordered'],
  ['2-3', 'the address in plain digits and hyphens'],
  ['２－３', 'the address in wide digits and hyphens'],
  ['こーぽ', 'kana inside the address'],
  ['0942-00-1234', 'the telephone'],
  ['0942001234', 'the telephone without hyphens'],
  ['髙橋　コーポ', 'two words that both occur'],
  ['r7-0001', 'the number in small letters'],
])('%s finds a household by %s', async (text) => {
  expect((await find(text)).map((h) => h.id)).toEqual([slope]);
});

test.each(['高橋一', '髙橋 見当たらない', '%', '_', '0942_00', '\\'])('%s finds nothing', async (text) => {
  expect(await find(text)).toEqual([]);
});

test('the database folds kana as kana.ts does', async () => {
  const kana = [
    'いしばし',
    'イシバシ',
    'ｲｼﾊﾞｼ',
    'はっとり',
    'ヴァン',
    'スーパー',
    'きゃー',
    'ぱぱ',
    'ヰヱヲ',
    'ぢゞ',
  ];
  const rows = await town.look<{ typed: string; form: string }>(
    'select typed, search_form(typed) as form from unnest($1::text[]) typed',
    [kana.filter((typed) => !typed.includes('ゞ'))],
  );
  expect(rows.map(({ typed, form }) => [typed, form])).toEqual(
    rows.map(({ typed }) => [typed, toKanaKey(typed)]),
  );
});

test('what narrows a search in the town never decides it: an officer finds what reading every row finds', async () => {
  const words = [
    '石橋',
    'みほん',
    '見本',
    '鳥飼',
    '0942',
    '1',
    'さくら',
    'R6-0001',
    '草野見本町2丁目',
    'ない',
  ];
  for (const word of words) {
    const found = await find(word, 'ogata');
    const { households } = await town.as('ogata').call(listHouseholds, { limit: 200 });
    const [{ form }] = (await town.look<{ form: string }>('select search_form($1) as form', [word])) as [
      { form: string },
    ];
    const rows = await town.look<{ id: string; search_text: string }>(
      'select id, search_text from households',
    );
    const texts = new Map(rows.map((row) => [row.id, row.search_text]));
    expect(found).toEqual(households.filter((h) => texts.get(h.id)?.includes(form)));
  }
});

test('a search for more households than it would narrow to is read in order', async () => {
  await town.look(
    `insert into households (id, number, name, kana, kana_key, address, holder_id, district_id,
      registered_by, registered_at)
    select gen_random_uuid(), 'X-' || i, '見本 多', 'みほん', 'みほん', '見本町', $1, $2, $3, now()
    from generate_series(1, 600) i`,
    [town.id('body:草野'), town.id('district:草野'), town.id('account:ogata')],
  );
  const pages = [];
  let after: string | undefined;
  do {
    const page = await town
      .as('ogata')
      .call(listHouseholds, { text: '見本　多', limit: 200, ...(after ? { after } : {}) });
    pages.push(...page.households);
    after = page.next ?? undefined;
  } while (after);
  expect(new Set(pages.map((h) => h.id)).size).toBe(600);
  expect((await find('見本　多', 'furukawa')).length).toBe(0);
});
