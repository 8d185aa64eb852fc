import { operations } from '#domains/index.ts';
import { standardSets } from '#domains/open-data/standard-sets.ts';
import { openMapTiles, readMapTiles } from '#domains/places/tiles.ts';
import { pathOf } from '#platform/operation.ts';
import type { Town } from '../town.ts';
import type { Answers } from './compare.ts';

/** Codes that somebody may try: one that was never given, and one of the right make. */
const codes = ['0000-0000-0000-0000', 'ABCD-2345-EFGH-6789'];

/** So that there is a map. No browser asks for them here. */
const pictures = readMapTiles({
  KANAEAU_MAP_TILES: 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png',
});

/** Files and answers of the open data: all of them, each whole. */
const openPaths = [
  '/open-data',
  '/open-data/catalogue.json',
  '/open-data/places.geojson',
  ...standardSets.flatMap((set) => ['csv', 'fields.csv', 'json'].map((form) => `/open-data/${set}.${form}`)),
  '/hsds',
  '/hsds/openapi.json',
  '/hsds/datapackage.json',
  '/hsds/services?full=true&per_page=500',
  '/hsds/organizations?full_service=true&per_page=500',
  '/hsds/service_at_locations?full=true&per_page=500',
  '/hsds/tables/services.json',
  '/hsds/tables/phones.json',
  '/hsds/tables/addresses.json',
];

/**
 * Every page that anybody may open, and every read operation for anybody, as bytes: what one sees who is not signed in. What is
 * minted by the server (the id, moment and proof of a form; request ids) is taken out.
 */
export async function collectPublicAnswers({ app, id }: Town): Promise<Answers> {
  openMapTiles(pictures);
  const answers = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}, said = '') => {
    const response = await app.request(path, init);
    const text = (await response.text())
      .replace(/"request":"[^"]+"/g, '"request":""')
      .replace(/(name="(id|at|proof)" value=")[^"]*/g, '$1');
    answers.set(`${path} ${said}`, `${response.status} ${text}`);
  };
  for (const path of [
    '/tell-us',
    '/tell-us/receipt',
    '/wish-card',
    '/wish-card/receipt',
    '/contributions-published',
    '/stories-published',
    '/my-record',
    '/notices',
    '/notices/subscribe',
    '/notices/feed.atom',
    '/notices/calendar.ics',
    '/calendars/events.ics',
    `/calendars/events.ics?district=${id('district:鳥飼')}&like=eat`,
    '/town',
    '/town/find',
    '/town/map',
    '/town/find?like=eat&day=7',
    '/town/find?like=trouble',
    '/town/children',
    '/town/districts',
    '/town/joining',
    `/town/districts/${id('district:鳥飼')}`,
    `/town/districts/${id('district:草野')}`,
    `/town/places/${id('place:kitchen')}`,
    `/town/places/${id('hidden-neighbours:0')}`,
    `/town/events/${id('place-event:sunday')}`,
    `/town/events/${id('place-event:sunday')}/join`,
    `/town/events/${id('place-event:noodles')}`,
    `/town/events/${id('hidden-event:0')}`,
  ]) {
    for (const language of ['ja', 'ja-easy', 'en', 'vi', 'zh-Hans'])
      await ask(path, { headers: { cookie: `kanaeau_language=${language}` } }, language);
  }
  for (const code of codes) {
    for (const path of [
      '/tell-us/receipt',
      '/wish-card/receipt',
      '/wish-card/withdrawal',
      '/my-record',
      '/town/joining',
    ])
      await ask(path, { method: 'POST', body: new URLSearchParams({ code }) }, code);
    await ask(`/wish-card/${code}`);
    await ask(`/came/${code}`);
    await ask(`/came/${code}`, { method: 'POST', body: new URLSearchParams({}) }, 'came');
  }
  for (const path of openPaths) await ask(path);
  const kitchen = id('place:kitchen');
  for (const path of [
    `/calendars/places/${kitchen}.ics`,
    `/calendars/boards/${id('board:鳥飼')}.ics`,
    `/hsds/services/${kitchen}`,
  ])
    await ask(path);
  for (const story of ['story:cooking', 'story:garden', 'hidden-story:0'])
    await ask(`/stories-published/${id(story)}`);
  for (const notice of ['notice:cooking', 'notice:workshop', 'hidden-notice:0'])
    await ask(`/notices/${id(notice)}`);
  await ask(`/notices/subscription/${codes[0]}`);
  for (const { declared } of operations) {
    if (declared.route.startsWith('GET ') && declared.may === 'anyone') await ask(`/api${pathOf(declared)}`);
  }
  return answers;
}
