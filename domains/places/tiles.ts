import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';

/** Pictures of a map from the outside, as an administrator named them. */
export interface MapTiles {
  /** Address of one picture, with `{z}`, `{x}` and `{y}`. */
  readonly address: string;
  /** Where they come from: the only foreign host that a page with a map may ask, for pictures alone. */
  readonly origin: string;
  /** Who made the map: stands beside it, and leads to `sourceLink`. */
  readonly source: string;
  readonly sourceLink: string;
  /** The closest zoom for which there are pictures. */
  readonly highest: number;
}

/** The maps of 国土地理院, whose attribution is known. */
const surveyHost = 'cyberjapandata.gsi.go.jp';
const surveyLink = 'https://maps.gsi.go.jp/development/ichiran.html';
const parts = ['{z}', '{x}', '{y}'];
const zooms = { least: 1, usual: 18, most: 22 };

let opened: MapTiles | null = null;

/** Says once, at the start of a process, where pictures of maps come from; null: from nowhere, and there is no map. */
export function openMapTiles(tiles: MapTiles | null): void {
  opened = tiles;
}

export function currentMapTiles(): MapTiles | null {
  return opened;
}

/**
 * The map as the environment describes it: `KANAEAU_MAP_TILES`, `KANAEAU_MAP_SOURCE`, `KANAEAU_MAP_SOURCE_LINK`, `KANAEAU_MAP_ZOOM`.
 *
 * @throws Refusal when the address is none of pictures, or nobody says who made the map
 */
export function readMapTiles(env: NodeJS.ProcessEnv): MapTiles | null {
  const address = env.KANAEAU_MAP_TILES;
  if (!address) return null;
  const filled = address.replace('{z}', '5').replace('{x}', '27').replace('{y}', '12');
  if (!parts.every((part) => address.includes(part)) || !isOnTheWeb(filled))
    throw new Refusal('refused', m.places_tiles_address({ parts: parts.join(' ') }));
  const { origin, hostname } = new URL(filled);
  const own = hostname === surveyHost;
  const source = env.KANAEAU_MAP_SOURCE || (own ? m.places_tiles_survey() : '');
  const sourceLink = env.KANAEAU_MAP_SOURCE_LINK || (own ? surveyLink : '');
  if (!source || !isOnTheWeb(sourceLink)) throw new Refusal('refused', m.places_tiles_source());
  const highest = Number(env.KANAEAU_MAP_ZOOM ?? zooms.usual);
  if (!Number.isInteger(highest) || highest < zooms.least || highest > zooms.most)
    throw new Refusal('refused', m.places_tiles_zoom());
  return { address, origin, source, sourceLink, highest };
}

function isOnTheWeb(address: string): boolean {
  return URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);
}
