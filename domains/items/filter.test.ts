import { describe, expect, test } from 'vitest';
import { listVisits, withdrawVisit } from '#domains/visits/api.ts';
import { exportVisits } from '#domains/visits/export-api.ts';
import { openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';

const town = await openTown('cast');
const koga = town.as('koga');
const { add, optionsOf, visit } = openItems(town);

describe('a list of visits', () => {
  test('is narrowed by what was answered, of whatever kind, and by several at once', async () => {
    const signs = await add('しるし', 'choices', { options: ['ほし', 'つき'] });
    const times = await add('数えたもの', 'number');
    const when = await add('約束の日', 'date');
    const words = await add('ひとこと', 'lines');
    const chosen = await optionsOf(signs);
    const one = await visit({
      [signs]: [chosen.ほし ?? '', chosen.つき ?? ''],
      [times]: 2,
      [words]: 'カキをいただいた',
    });
    const two = await visit({ [signs]: [chosen.つき ?? ''], [times]: 5, [when]: '2026-02-10' });
    const find = async (who: string, items: Record<string, string>) => {
      const { visits } = await town.as(who).call(listVisits, { items: `${new URLSearchParams(items)}` });
      return visits.map(({ id }) => id);
    };
    for (const who of ['koga', 'furukawa', 'ogata']) {
      expect(await find(who, { [`${signs}.is`]: chosen.ほし ?? '' })).toEqual([one]);
      expect(await find(who, { [`${signs}.is`]: chosen.つき ?? '' })).toEqual([two, one]);
      expect(await find(who, { [`${times}.from`]: '3' })).toEqual([two]);
      expect(await find(who, { [`${times}.from`]: '2', [`${times}.until`]: '4' })).toEqual([one]);
      expect(await find(who, { [`${when}.from`]: '2026-02-10', [`${when}.until`]: '2026-02-10' })).toEqual([
        two,
      ]);
      expect(await find(who, { [`${words}.has`]: 'かき' })).toEqual([one]);
      expect(await find(who, { [`${signs}.is`]: chosen.つき ?? '', [`${times}.from`]: '5' })).toEqual([two]);
    }
    expect(await find('kusano-lead', { [`${signs}.is`]: chosen.つき ?? '' })).toEqual([]);
  });

  test('pages on by key also when it is narrowed', async () => {
    const mark = await add('めじるし', 'yes_no');
    const { はい: yes } = await optionsOf(mark);
    for (let n = 0; n < 5; n++)
      await visit({ [mark]: yes }, { visited_on: n < 3 ? '2026-02-02' : '2026-02-01' });
    const furukawa = town.as('furukawa');
    const asked = { items: `${mark}.is=${yes}`, limit: 2 };
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page++) {
      const { visits, next } = await furukawa.call(listVisits, { ...asked, ...(after && { after }) });
      seen.push(...visits.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  test('is taken along with what was answered, also narrowed', async () => {
    const [word, unit] = [await add('file: 文字', 'line'), await add('file: 数', 'number', { unit: '杯' })];
    const id = await visit({ [word]: '=1+1', [unit]: 7 });
    const file = await town.as('furukawa').call(exportVisits, { items: `${unit}.from=7&${unit}.until=7` });
    const [head = '', ...rows] = new TextDecoder()
      .decode(file as unknown as Uint8Array)
      .trimEnd()
      .split('\r\n');
    expect(head).toContain('file: 文字,file: 数（杯）');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/'=1\+1,7$/);
    await koga.call(withdrawVisit, { id, version: 1, reason: '見本' });
  });

  test('says so when the conditions cannot be read', async () => {
    const refused = await expectRefusal(koga.call(listVisits, { items: 'x.is=y' }), 'invalid');
    expect(refused.fields.items).toBe('独自の項目の条件を読み取れません。条件を入れ直してください。');
  });
});
