import { describe, expect, test } from 'vitest';
import { expectRefusal, openTown } from '../../test/town.ts';
import { correctIdentity, findClients, readClient } from './client-api.ts';

const town = await openTown('cast');
const find = async (who: string, q: string) =>
  (await town.as(who).call(findClients, { q })).clients.map(({ id }) => id);

describe('search before register', () => {
  test('finds by name, kana, day of birth and telephone what the actor may see, and nothing of another window', async () => {
    const [here, there] = [town.id('client:ishibashi'), town.id('client:ishibashi-nagata')];
    for (const q of ['石橋', 'イシバシ', 'いしば', '1944-05-11', '0942000101', '００１０１']) {
      expect([q, await find('nakajima', q), await find('nagata', q)]).toEqual([q, [here], [there]]);
    }
    expect(await find('nagata', 'にしだ')).toEqual([]);
    expect(await find('eguchi', 'いしばし')).toEqual([]);
  });
});

describe('who somebody is', () => {
  test('is corrected with both values where two correct at the same time', async () => {
    const id = town.id('client:wataru');
    const { version } = await town.as('nakajima').call(readClient, { id });
    const typed = {
      id,
      version,
      name: '西田 航（見本）',
      kana: 'にしだ わたる',
      born_on: '2002-07-01',
      sex: 'male',
    } as const;
    await town.as('nakajima').call(correctIdentity, typed);
    const other = town.as('nakajima').call(correctIdentity, { ...typed, born_on: '2002-07-02' });
    expect((await expectRefusal(other, 'refused')).fields).toEqual({
      born_on: '先に「2002-07-01」と直されています。入れた内容は「2002-07-02」でした。',
    });
    const nameless = { id, version: version + 1 };
    await expectRefusal(town.as('nakajima').call(correctIdentity, nameless), 'invalid');
    await expectRefusal(town.as('nagata').call(correctIdentity, typed), 'not_found');
  });
});
