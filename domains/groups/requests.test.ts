import { describe, expect, test } from 'vitest';
import { changeCountingMode } from '#domains/encounters/api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown, RefusedCall } from '../../test/town.ts';
import { handInTallySheet } from '../visits/api.ts';
import { listSheetRequests, requestSheets } from './request-api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata');
const month = '2026-01';
const asking = (...districts: string[]) => ({
  month,
  requests: districts.map((district) => ({
    id: mintId(),
    group_id: town.id(`body:${district}`),
    district_id: town.id(`district:${district}`),
  })),
});

describe('a request for a sheet', () => {
  test('reaches the group that was asked and no other, until its sheet is in', async () => {
    const own = { group_id: town.id('body:鳥飼'), district_id: town.id('district:鳥飼') };
    const reason = '名前を持つことにした';
    await ogata.call(changeCountingMode, { id: mintId(), ...own, from_month: month, mode: 'sheet', reason });
    // 草野 records one by one: nothing is missing there.
    await ogata.call(requestSheets, {
      ...asking('鳥飼', '青峰', '草野'),
      way: 'screen',
      words: '月曜までに',
    });
    const { requests } = await ogata.call(listSheetRequests, { month });
    expect(requests.map(({ district_name }) => district_name).sort()).toEqual(['青峰', '鳥飼'].sort());
    const seen = await town.as('furukawa').call(listSheetRequests, {});
    expect(seen.requests).toMatchObject([{ district_name: '鳥飼', words: '月曜までに', way: 'screen' }]);
    expect((await town.as('kusano-lead').call(listSheetRequests, {})).requests).toEqual([]);
    const counts = { face: 12 };
    const sheet = { id: mintId(), ...own, month, counts, counted_by: '鳥飼ふれあいの会' };
    await ogata.call(handInTallySheet, sheet);
    expect((await town.as('furukawa').call(listSheetRequests, {})).requests).toEqual([]);
    await expectRefusal(ogata.call(requestSheets, { ...asking('鳥飼'), way: 'screen' }), 'refused');
  });

  test('is for a month that is over', async () => {
    await expectRefusal(
      ogata.call(requestSheets, { ...asking('水縄'), month: '2026-02', way: 'screen' }),
      'invalid',
    );
  });

  test('by letter is one page to each group that has not answered', async () => {
    await expectRefusal(letters(), 'refused');
    await ogata.call(requestSheets, {
      ...asking('下田', '金島'),
      way: 'letter',
      words: '寒い中ありがとうございます。',
    });
    const text = await letters();
    expect(text).toContain('令和8年1月分の集計票のお願い');
    for (const district of ['下田', '金島']) expect(text).toContain(`${district}校区`);
    expect(text).toContain('寒い中ありがとうございます。');
    expect(text).not.toContain('青峰校区の');
  });
});

async function letters(): Promise<string> {
  const answer = await ogata.fetch(`/api/sheet-requests/${month}/letters`);
  if (!answer.ok) {
    const { error } = (await answer.json()) as { error: { code: string; message: string } };
    throw new RefusedCall(error.code, error.message, {});
  }
  return textOfPdf(new Uint8Array(await answer.arrayBuffer())).join('\n');
}
