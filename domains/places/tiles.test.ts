import { describe, expect, test } from 'vitest';
import { readMapTiles } from './tiles.ts';

const survey = 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png';
const other = 'https://tiles.example.jp/{z}/{x}/{y}.png';

describe('the map of a town', () => {
  test('is none until an address of pictures is named', () => {
    expect(readMapTiles({})).toBeNull();
    expect(readMapTiles({ KANAEAU_MAP_SOURCE: '見本', KANAEAU_MAP_ZOOM: '12' })).toBeNull();
  });

  test('of 国土地理院 needs its address alone', () => {
    expect(readMapTiles({ KANAEAU_MAP_TILES: survey })).toEqual({
      ...{ address: survey, origin: 'https://cyberjapandata.gsi.go.jp', source: '国土地理院', highest: 18 },
      sourceLink: 'https://maps.gsi.go.jp/development/ichiran.html',
    });
  });

  test('of anybody else says who made it, and where that stands', () => {
    const said = { KANAEAU_MAP_SOURCE: '見本市', KANAEAU_MAP_SOURCE_LINK: 'https://example.jp/map' };
    expect(readMapTiles({ KANAEAU_MAP_TILES: other, ...said, KANAEAU_MAP_ZOOM: '16' })).toMatchObject({
      ...{ origin: 'https://tiles.example.jp', source: '見本市', highest: 16 },
    });
    for (const env of [
      {},
      { ...said, KANAEAU_MAP_SOURCE: '' },
      { ...said, KANAEAU_MAP_SOURCE_LINK: 'javascript:1' },
    ])
      expect(() => readMapTiles({ KANAEAU_MAP_TILES: other, ...env })).toThrow('出典');
  });

  test('is refused with a sentence when its address or its zoom is none', () => {
    for (const address of ['map', 'file:///{z}/{x}/{y}', 'https://example.jp/{z}/{x}.png'])
      expect(() => readMapTiles({ KANAEAU_MAP_TILES: address })).toThrow('KANAEAU_MAP_TILES');
    for (const zoom of ['0', '23', 'x', '1.5'])
      expect(() => readMapTiles({ KANAEAU_MAP_TILES: survey, KANAEAU_MAP_ZOOM: zoom })).toThrow(
        'KANAEAU_MAP_ZOOM',
      );
  });
});
