import { expect, test } from 'vitest';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { openTown } from '#test/town.ts';
import { printStartPaper } from './consent-text-api.ts';

const town = await openTown('cast');

test('the papers a town begins with are printed with its name and blanks to fill in', async () => {
  const print = async (which: 'agreement' | 'leaflet' | 'leaflet_easy') =>
    textOfPdf((await town.as('nakano').call(printStartPaper, { which })) as never).join('');
  const agreement = await print('agreement');
  for (const words of ['久留米市', '第10条', '根拠のないものは渡さない', '＿＿', '校区社会福祉協議会（丙）'])
    expect(agreement).toContain(words);
  expect(await print('leaflet')).toContain('いつでも取り消せます');
  // Readings stand above the words, not behind them.
  const easy = await print('leaflet_easy');
  expect(easy).toMatch(/あなたの ?名前/);
  expect(easy).not.toMatch(/（[ぁ-ん]+）/);
  for (const words of ['したいこと', 'やめたい', '直', '使', 'ひどいことを']) expect(easy).toContain(words);
});
