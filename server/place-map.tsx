/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { currentMapTiles } from '#domains/places/tiles.ts';
import * as m from '#messages';
import { findAssets } from './built-assets.ts';

/**
 * The map on which staff set the coordinates of a place, as a frame of its own: only what stands in it may ask for pictures from the
 * outside, and the page around it may not. It holds nothing of the town; the point comes and goes by messages (`PlaceMap.tsx`).
 */
export function servePlaceMap(app: Hono): void {
  app.get('/place-map', (c) => {
    const tiles = currentMapTiles();
    if (tiles === null) return c.notFound();
    c.set('picturesFrom', tiles.origin);
    c.set('framed', true);
    c.header('cache-control', 'no-cache');
    const assets = findAssets('maps/place.ts');
    const words = {
      closer: m.places_map_closer(),
      farther: m.places_map_farther(),
      marker: m.places_map_marker(),
      chosen: m.places_map_chosen({ latitude: '{latitude}', longitude: '{longitude}' }),
      broken: m.places_map_broken(),
    };
    const page = (
      <html lang="ja">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{m.places_map_frame()}</title>
          {assets?.styles.map((style) => (
            <link key={style} rel="stylesheet" href={style} />
          ))}
          {assets && <script type="module" src={assets.script} />}
        </head>
        <body>
          <div>
            <p id="map-lead">{m.places_map_lead_inside()}</p>
            <section
              id="map"
              class="map"
              aria-label={m.places_map_frame()}
              aria-describedby="map-lead"
              data-tiles={tiles.address}
              data-highest={String(tiles.highest)}
              data-words={JSON.stringify(words)}
            />
            <p>
              <button type="button" id="set">
                {m.places_map_set()}
              </button>{' '}
              <span id="said" role="status" />
            </p>
            <p>
              {m.places_map_source()}
              <a href={tiles.sourceLink} target="_blank" rel="external noopener">
                {tiles.source}
              </a>
            </p>
          </div>
        </body>
      </html>
    );
    return c.html(`<!doctype html>${String(page)}`);
  });
}
