import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { endDistrict } from '#domains/districts/api.ts';
import { cancelEvent, readPublishedPlace, writeEvent, writePlace } from '#domains/places/api.ts';
import { openMapTiles, readMapTiles } from '#domains/places/tiles.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { languages } from '#ui/public/languages.ts';

const town = await openTown('cast');
const kitchen = `/town/places/${town.id('place:kitchen')}`;
const noodles = `/town/events/${town.id('place-event:noodles')}`;
const torikai = `/town/districts/${town.id('district:鳥飼')}`;
const pages = ['/town', '/town/find', '/town/children', '/town/districts', torikai, kitchen, noodles];

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await town.app.request(path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the calendar of events', () => {
  const calendar = '/calendars/events.ics';

  test('has what is still to come of a district, a liking, a language, and nothing of what is not shown', async () => {
    const { text } = await read(calendar);
    const uid = (name: string) => `UID:${town.id(`place-event:${name}`)}@kanaeau`;
    expect(text).toContain(uid('noodles'));
    const of = (query: string) =>
      read(`${calendar}?${query}`).then((one) => one.text.includes(uid('noodles')));
    const { district_id, languages: spoken } = await town.anonymous.call(readPublishedPlace, {
      id: town.id('place:kitchen'),
    });
    expect(await of(`district=${district_id}&like=eat&language=${spoken[0]}`)).toBe(true);
    expect(await of(`district=${town.id('district:合川')}`)).toBe(false);
    expect(await of('like=trouble')).toBe(false);
    expect(await of('language=klingon')).toBe(false);
    // A broken address chooses nothing.
    expect(await of('district=%00')).toBe(true);
  });

  test('says of what was called off that it does not take place, and never why; whoever has it is told of changes only', async () => {
    const [hara, id] = [town.as('hara'), mintId()];
    await hara.call(writeEvent, {
      ...{ id, place_id: town.id('place:kitchen'), title: '餃子の会（見本）', held_on: '2026-02-20' },
      ...{ from: '10:00', until: '12:00', shown: true },
    });
    const before = await read(calendar);
    const mark = before.headers.get('etag') ?? '';
    expect((await read(calendar, { 'if-none-match': mark })).status).toBe(304);
    expect(before.text).toContain('餃子の会');
    await hara.call(cancelEvent, { id, why: '台所がこわれた' });
    const after = await read(calendar, { 'if-none-match': mark });
    expect(after.status).toBe(200);
    expect(after.text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
    expect(after.text).not.toContain('こわれた');
    expect((await read(`/calendars/places/${town.id('place:kitchen')}.ics`)).text).toContain(
      'STATUS:CANCELLED',
    );
    expect((await read(`/town/events/${id}`)).status).toBe(404);
  });
});

describe('a page of the town', () => {
  test('is there in every language, has no script, and weighs at most 30 KB packed', async () => {
    for (const path of pages)
      for (const language of languages) {
        const { status, text } = await read(`${path}?lang=${language}`);
        expect([path, language, status]).toEqual([path, language, 200]);
        expect(text).not.toMatch(/<script|\son\w+=|javascript:/i);
        expect(gzipSync(text).length).toBeLessThan(30_000);
      }
  });
});

describe('the map', () => {
  test('is a whole list in every language, with one script of the house, and weighs at most 30 KB packed', async () => {
    openMapTiles(
      readMapTiles({ KANAEAU_MAP_TILES: 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png' }),
    );
    await town.look('update places set latitude = 33.31, longitude = 130.52 where id = $1', [
      town.id('place:kitchen'),
    ]);
    for (const language of languages) {
      const { status, text, headers } = await read(`/town/map?lang=${language}`);
      expect([language, status]).toEqual([language, 200]);
      expect(text).toMatch(/data-latitude="33.31" data-longitude="130.52"/);
      expect(text.match(/<script/g) ?? []).toEqual(
        text.match(/<script type="module" src="\/assets\/town-[^"]+"/g)?.map(() => '<script') ?? [],
      );
      expect(gzipSync(text).length).toBeLessThan(30_000);
      expect(headers.get('content-security-policy')).toContain(
        "img-src 'self' data: blob: https://cyberjapandata.gsi.go.jp;",
      );
    }
    openMapTiles(null);
    const { status, headers } = await read('/town/map?like=eat');
    expect([status, headers.get('location')]).toEqual([302, '/town/find?like=eat']);
  });

  test('does not show where a place is whose people keep their address to themselves', async () => {
    openMapTiles(
      readMapTiles({ KANAEAU_MAP_TILES: 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png' }),
    );
    await town.look(
      "update places set shown = '{page}', latitude = 33.31, longitude = 130.52 where id = $1",
      [town.id('place:kitchen')],
    );
    const { text } = await read('/town/map?lang=en');
    expect(text).toContain('みんなの台所（見本）');
    expect(text).not.toContain('data-latitude="33.31"');
    expect(text).toContain('Not on the map');
    openMapTiles(null);
  });
});

describe('by district', () => {
  const finds = async (query: string) => (await read(`/town/find?${query}`)).text;
  async function open(name: string, district?: string) {
    const id = mintId();
    await town.as('ogata-coordinator').call(writePlace, {
      ...{ id, name, kana: 'あ', what: '画面で話す', entry: 'just_come', shown: ['page'] },
      ...(district ? { district_id: town.id(`district:${district}`) } : {}),
    });
    return id;
  }

  test('what is for the whole town is found from every district, after what is near, and says so', async () => {
    const id = await open('見本の画面ひろば');
    const torikaiOnly = await finds(`district=${town.id('district:鳥飼')}`);
    expect(torikaiOnly.indexOf('見本の画面ひろば')).toBeGreaterThan(
      torikaiOnly.indexOf('みんなの台所（見本）'),
    );
    expect(await finds(`district=${town.id('district:合川')}`)).toContain('見本の画面ひろば');
    for (const [language, says] of [
      ['ja', '市全体'],
      ['en', 'Whole town'],
    ])
      expect((await read(`/town/places/${id}?lang=${language}`)).text).toContain(says);
  });

  test('a place of a district that was merged is found where it lies today', async () => {
    const [from, into] = [town.id('district:鳥飼'), town.id('district:合川')];
    await open('見本の移った居場所', '鳥飼');
    expect(await finds(`district=${into}`)).not.toContain('見本の移った居場所');
    await town.as('shiraishi').call(endDistrict, {
      ...{ id: from, kind: 'merged', into: [into], starts_on: '2026-02-03', reason: '見本の統合' },
    });
    const clock = town.clock.now;
    town.clock.now = new Date('2026-02-03T10:00:00+09:00');
    expect(await finds(`district=${into}`)).toContain('見本の移った居場所');
    expect((await read(noodles)).text).toContain('合川');
    town.clock.now = clock;
  });

  test('a place of a district that was split says which it was, and leads to no page that is not there', async () => {
    const [from, ...into] = ['下田', '合川', '長門石'].map((name) => town.id(`district:${name}`));
    const id = await open('見本の分かれた居場所', '下田');
    const link = `href="/town/districts/${from}"`;
    expect((await read(`/town/places/${id}`)).text).toContain(link);
    await town.as('shiraishi').call(endDistrict, {
      ...{ id: from ?? '', kind: 'split', into, starts_on: '2026-02-03', reason: '見本の分割' },
    });
    const clock = town.clock.now;
    town.clock.now = new Date('2026-02-03T10:00:00+09:00');
    const { text } = await read(`/town/places/${id}`);
    expect([text.includes(link), text.includes('下田')]).toEqual([false, true]);
    town.clock.now = clock;
  });
});
