import { writeTimes } from '#domains/places/openings.ts';
import { licence } from './open-files.ts';
import type { Directory } from './standard-rows.ts';

/** Places that show where they are, as GeoJSON (RFC 7946): longitude before latitude, WGS 84, seven digits at most. */
export function writePlacesGeoJson({ town, today, places }: Directory): object {
  return {
    type: 'FeatureCollection',
    name: 'places',
    town_code: town?.code ?? null,
    as_of: today,
    licence,
    features: places.flatMap((place) => {
      const { id, latitude, longitude } = place;
      if (latitude === null || longitude === null) return [];
      return [
        {
          type: 'Feature',
          id,
          geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
          properties: {
            name: place.name,
            kana: place.kana,
            what: place.what,
            district: place.district_name,
            address: place.address,
            open: writeTimes(place.times, place.times_words),
            confirmed_on: place.confirmed_on,
          },
        },
      ];
    }),
  };
}

/** Seven decimal places are a centimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
