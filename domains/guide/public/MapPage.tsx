/** @jsxImportSource hono/jsx */
import type { MapTiles } from '#domains/places/tiles.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { PageAssets } from '#ui/public/PublicPage.tsx';
import { Ruby, withoutRuby } from '#ui/public/Ruby.tsx';
import type { findInTown, readGuide } from '../api.ts';
import { speakGuide } from '../public-words.ts';
import { Said, type TownFrame, TownPage } from '../TownPage.tsx';
import { type Asked, FindForm, queryOf } from './FindPage.tsx';
import { InJapanese, PlaceLines, TakePart } from './lines.tsx';

interface MapProps extends TownFrame {
  guide: OutputOf<typeof readGuide>;
  districts: readonly { readonly id: string; readonly name: string }[];
  asked: Asked;
  found: OutputOf<typeof findInTown>;
  tiles: MapTiles;
  assets: PageAssets | undefined;
}

/** 地図で見る: places in a list, as they are found; where scripts run, those of the list that say where they are also stand on a map. */
export function MapPage({ guide, districts, asked, found: { places, next }, tiles, ...frame }: MapProps) {
  const { language } = frame;
  const say = speakGuide(language);
  return (
    <TownPage {...frame} title={say('map_title')}>
      <FindForm {...{ guide, districts, asked, language }} to="/town/map" />
      {places.length > 0 ? (
        <>
          <MapPart tiles={tiles} language={language} />
          <section id="places">
            <h2>
              <Ruby>{say('found_places')}</Ruby>
            </h2>
            <InJapanese language={language} />
            <PlaceLines places={places} language={language} located />
            {next && (
              <p>
                <a href={`/town/map${queryOf(asked, { after: next })}`}>
                  <Ruby>{say('more')}</Ruby>
                </a>
              </p>
            )}
          </section>
        </>
      ) : (
        <p role="status">
          <Ruby>{say('found_none')}</Ruby>
        </p>
      )}
      <p>
        <a href={`/town/find${queryOf(asked)}`}>
          <Ruby>{say('map_find')}</Ruby>
        </a>
      </p>
      <TakePart language={language} />
    </TownPage>
  );
}

/** Stays hidden until the script has something to draw. */
function MapPart({ tiles, language }: Pick<MapProps, 'tiles' | 'language'>) {
  const say = speakGuide(language);
  const words = {
    closer: withoutRuby(say('map_closer')),
    farther: withoutRuby(say('map_farther')),
    close: withoutRuby(say('map_close')),
    inList: withoutRuby(say('map_in_list')),
    broken: withoutRuby(say('map_broken')),
  };
  return (
    <section id="map-part" hidden>
      <h2>
        <Ruby>{say('map_heading')}</Ruby>
      </h2>
      <Said as="hint">{say('map_lead')}</Said>
      <p>
        <a href="#places">
          <Ruby>{say('map_skip')}</Ruby>
        </a>
      </p>
      <section
        id="map"
        class="map"
        aria-label={withoutRuby(say('map_heading'))}
        data-tiles={tiles.address}
        data-highest={String(tiles.highest)}
        data-words={JSON.stringify(words)}
      />
      <p id="said" role="status" />
      <p class="hint">
        <Ruby>{say('map_source')}</Ruby>
        <a href={tiles.sourceLink} rel="external" lang="ja">
          {tiles.source}
        </a>
      </p>
    </section>
  );
}
