import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readPlace } from '#domains/places/api.ts';
import { openMapTiles } from '#domains/places/tiles.ts';
import { serveTiles } from '../tile-server.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const tiles = await serveTiles();
const kitchen = town.id('place:kitchen');
const { address, origin } = tiles;
const map = { address, origin, source: '国土地理院', sourceLink: 'https://maps.gsi.go.jp/', highest: 18 };
const patient = { timeout: 240_000 };

afterEach(() => openMapTiles(null));
afterAll(() => openMapTiles(null));

/** Every host that is asked for anything, besides the house. */
function listenForForeign(visitor: Visitor): Set<string> {
  const hosts = new Set<string>();
  visitor.page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== base) hosts.add(origin);
  });
  return hosts;
}

async function openEditing(visitor: Visitor): Promise<void> {
  await visitor.open(`/places/${kitchen}/edit`);
  await visitor.page.getByLabel('緯度').waitFor();
}

/** The kitchen stands there; null: nobody has said where. */
async function put(latitude: number | null, longitude: number | null): Promise<void> {
  await town.look('update places set latitude = $2, longitude = $3 where id = $1', [
    kitchen,
    latitude,
    longitude,
  ]);
}

describe('without pictures of a map', () => {
  test('there is no map, everything is a list, and nothing foreign is asked', patient, async () => {
    const ogata = await openBrowser(base);
    const foreign = listenForForeign(ogata);
    await ogata.open('/town/map?like=eat');
    expect(new URL(ogata.page.url()).pathname).toBe('/town/find');
    await said(ogata, 'みんなの台所（見本）');
    expect(await ogata.page.getByText('地図で見る').count()).toBe(0);
    expect((await town.app.request('/place-map')).status).toBe(404);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await openEditing(ogata);
    expect(await ogata.page.locator('iframe').count()).toBe(0);
    expect([...foreign]).toEqual([]);
    expect(tiles.asked).toEqual([]);
  });
});

describe('with pictures of a map', () => {
  test('whoever keeps a place sets it by keyboard, by pressing, or by numbers', patient, async () => {
    openMapTiles(map);
    const ogata = await openBrowser(base);
    const foreign = listenForForeign(ogata);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await put(null, null);
    await openEditing(ogata);
    const frame = ogata.page.frameLocator('iframe');
    const latitude = ogata.page.getByLabel('緯度');
    await frame.locator('.leaflet-tile-loaded').first().waitFor();
    await ogata.expectAccessible('places-map');
    await fill(ogata, /^緯度/, '33.31');
    await fill(ogata, /^経度/, '１３０．５２');
    await ogata.page.keyboard.press('Tab');
    await frame.getByRole('img', { name: 'この場所' }).waitFor();
    // Half the map to the east, by its keys.
    await frame.locator('#map').focus();
    await ogata.page.keyboard.press('ArrowRight');
    await frame.getByRole('button', { name: 'まん中をこの場所にする' }).focus();
    await ogata.page.keyboard.press('Enter');
    await frame.getByText(/に決めました/).waitFor();
    const readEast = async () => Number(await ogata.page.getByLabel('経度').inputValue());
    await expect.poll(readEast).toBeGreaterThan(130.52);
    const east = await readEast();
    expect(Number(await latitude.inputValue())).toBeCloseTo(33.31, 3);
    await frame.locator('#map').click({ position: { x: 60, y: 40 } });
    await expect.poll(async () => Number(await latitude.inputValue())).toBeGreaterThan(33.3101);
    await follow(ogata, '保存する');
    await said(ogata, '居場所を保存しました。');
    const place = await town.as('ogata-coordinator').call(readPlace, { id: kitchen });
    expect(place.longitude).toBeLessThan(east);
    expect([...foreign]).toEqual([tiles.origin]);
  });

  test('anybody sees the places of the list on a map, by keyboard', patient, async () => {
    openMapTiles(map);
    await put(33.31, 130.52);
    for (const size of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const minh = await openBrowser(base, size);
      const foreign = listenForForeign(minh);
      await minh.open('/town/find?like=eat');
      await follow(minh, '地図で見る');
      await minh.page.waitForURL(/\/town\/map\?like=eat/);
      await minh.page.locator('.leaflet-tile-loaded').first().waitFor();
      await minh.expectAccessible(`guide-map-${size.width}`);
      await minh.tabTo(/^1 みんなの台所/);
      await minh.press('Enter');
      await minh.page.locator('.leaflet-popup').waitFor();
      await minh.expectAccessible(`guide-map-open-${size.width}`);
      await minh.press('Escape');
      await minh.page.locator('.leaflet-popup').waitFor({ state: 'detached' });
      const focused = (of: string) => minh.page.locator(':focus').getAttribute(of);
      await expect.poll(() => focused('aria-label')).toMatch(/^1 みんなの台所/);
      await minh.press('Enter');
      await follow(minh, '一覧で見る');
      await expect.poll(() => focused('href')).toBe(`/town/places/${kitchen}`);
      expect([...foreign]).toEqual([tiles.origin]);
    }
  });

  test('only a page with a map may ask for them; without script, the list is whole', patient, async () => {
    openMapTiles(map);
    const policyOf = async (path: string) =>
      (await town.app.request(path)).headers.get('content-security-policy') ?? '';
    for (const path of ['/town/map', '/place-map']) expect(await policyOf(path)).toContain(tiles.origin);
    for (const path of ['/town', '/town/find', `/places/${kitchen}/edit`, '/notices'])
      expect(await policyOf(path)).not.toContain(tiles.origin);
    const text = await (await town.app.request('/town/map')).text();
    const shownAt = text.indexOf('みんなの台所（見本）');
    expect(shownAt).toBeGreaterThan(text.indexOf('id="places"'));
    expect(text).toMatch(/<section id="map-part" hidden/);
    expect(text).toContain('国土地理院');
  });

  test('whose server gives no pictures says so, and the list stays', patient, async () => {
    openMapTiles(map);
    await put(33.31, 130.52);
    tiles.breakDown();
    const minh = await openBrowser(base);
    await minh.open('/town/map?lang=en');
    await said(minh, 'The pictures of the map cannot be loaded. Please see the list below.');
    await minh.tabTo(/^1 みんなの台所/);
    await minh.expectAccessible('guide-map-broken-en');
  });
});
