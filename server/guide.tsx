/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import * as z from 'zod';
import { listShownBoards, listTried } from '#domains/boards/api.ts';
import { listPublishedStories } from '#domains/cards/api.ts';
import { listDistricts } from '#domains/districts/api.ts';
import { findInTown, listTownEvents, readGuide, readTownEvent } from '#domains/guide/api.ts';
import {
  ChildrenPage,
  DistrictPage,
  DistrictsPage,
  GonePage,
  OlderTriedPage,
} from '#domains/guide/public/DistrictPages.tsx';
import { EventPage } from '#domains/guide/public/EventPage.tsx';
import { FindPage, queryOf } from '#domains/guide/public/FindPage.tsx';
import { FrontPage } from '#domains/guide/public/FrontPage.tsx';
import { MapPage } from '#domains/guide/public/MapPage.tsx';
import { PlacePage } from '#domains/guide/public/PlacePage.tsx';
import type { TownFrame } from '#domains/guide/TownPage.tsx';
import { readLetterForm } from '#domains/letters/api.ts';
import { readPublishedPlace } from '#domains/places/api.ts';
import { currentMapTiles } from '#domains/places/tiles.ts';
import { dayOf } from '#platform/act.ts';
import type { Operation, OutputOf } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { Refusal } from '#platform/refusal.ts';
import { sessionCookie } from '#platform/serve.ts';
import { findAssets } from './built-assets.ts';
import { nameTown } from './my-record.tsx';
import type { AskPublic, PublicFormParts } from './public-forms.ts';
import { openPublicReading, type WritePage } from './public-reading.ts';

/** So many events stand on the first page. */
const soonest = 5;
/** So much of what a district tried stands on a page. */
const triedShown = 10;
/** So many places stand on a map and in the list beside it. */
const mostOnMap = 100;
const asks = ['like', 'district', 'day', 'language', 'after'] as const;
const asked = z.object({
  like: z.string().max(40).optional().catch(undefined),
  district: z.uuid().optional().catch(undefined),
  day: z
    .string()
    .regex(/^[1-7]$/)
    .optional()
    .catch(undefined),
  language: z.string().max(40).optional().catch(undefined),
  after: pageKey('text').optional().catch(undefined),
  tried: pageKey('day').optional().catch(undefined),
});

/** まちの案内: where one can go, what will be, who listens. Each page is written once and kept until something changes. */
export function serveGuide(app: Hono, forms: PublicFormParts & { readonly map: string | null }): void {
  const { database } = forms;
  const read = openPublicReading(forms);
  const show = (path: string, write: (c: Context) => WritePage, parts?: readonly string[]) =>
    app.get(path, (c) => read(c, write(c), parts));

  app.get('/', async (c, next) => {
    // Whoever works here goes on to work; a house without a town has nothing to show yet.
    if (getCookie(c, sessionCookie(c)) || (await nameTown(database)) === '') return next();
    c.header('cache-control', 'no-store');
    return c.redirect('/town');
  });
  show('/town', () => async (frame, ask) => {
    const [guide, { events }] = await Promise.all([ask(readGuide, {}), ask(listTownEvents, {})]);
    return { body: <FrontPage {...frame} guide={guide} events={events.slice(0, soonest)} /> };
  });
  show(
    '/town/find',
    (c) => async (frame, ask) => {
      const said = asked.parse(c.req.query());
      const [guide, found, { windows }] = [
        await ask(readGuide, {}),
        await ask(findInTown, said),
        await ask(readLetterForm, {}),
      ];
      const districts = await openDistricts(ask);
      const map = currentMapTiles() !== null;
      return { body: <FindPage {...frame} {...{ guide, districts, found, windows, map }} asked={said} /> };
    },
    asks,
  );
  app.get('/town/map', async (c) => {
    const tiles = currentMapTiles();
    const said = asked.parse(c.req.query());
    // Without pictures of a map the same is a list.
    if (tiles === null) return c.redirect(`/town/find${queryOf(said)}`);
    c.set('picturesFrom', tiles.origin);
    const write: WritePage = async (frame, ask) => {
      const [guide, found] = [await ask(readGuide, {}), await ask(findInTown, { ...said, limit: mostOnMap })];
      const shown = { guide, found, tiles, districts: await openDistricts(ask) };
      return { body: <MapPage {...frame} {...shown} asked={said} assets={findAssets('maps/town.ts')} /> };
    };
    return read(c, write, asks);
  });
  show('/town/children', () => async (frame, ask) => {
    const found = await ask(findInTown, { like: 'elsewhere' });
    return { body: <ChildrenPage {...frame} found={found} /> };
  });
  show('/town/districts', () => async (frame, ask) => {
    const districts = await openDistricts(ask);
    const areas = [...new Set(districts.map(({ area }) => area))].map((area) => ({
      area,
      districts: districts.filter((one) => one.area === area),
    }));
    return { body: <DistrictsPage {...frame} areas={areas} /> };
  });
  show(
    '/town/districts/:id',
    (c) => async (frame, ask) => {
      const district = (await openDistricts(ask)).find(({ id }) => id === c.req.param('id'));
      if (!district) return gone(frame);
      const after = asked.parse(c.req.query()).tried;
      const tried = await ask(listTried, { district: district.id, limit: triedShown, after });
      if (after) return { body: <OlderTriedPage {...frame} {...{ district, tried }} /> };
      const [found, { stories }] = [
        await ask(findInTown, { district: district.id }),
        await ask(listPublishedStories, { district: district.id }),
      ];
      const { boards } = await ask(listShownBoards, { district: district.id });
      return { body: <DistrictPage {...frame} {...{ district, found, stories, tried, boards }} /> };
    },
    ['tried'],
  );
  show('/town/places/:id', (c) => async (frame, ask) => {
    const place = await askOne(ask, readPublishedPlace, c.req.param('id'));
    if (!place) return gone(frame);
    const [guide, { events }] = [await ask(readGuide, {}), await ask(listTownEvents, { place: place.id })];
    const { latitude, longitude } = place;
    const map = forms.map?.replace('{latitude}', String(latitude)).replace('{longitude}', String(longitude));
    const districtIsOpen = (await openDistricts(ask)).some((one) => one.id === place.district_id);
    const shown = { place, guide, events, districtIsOpen, today: dayOf(database.clock()) };
    return { body: <PlacePage {...frame} {...shown} map={latitude === null ? null : (map ?? null)} /> };
  });
  show('/town/events/:id', (c) => async (frame, ask) => {
    const event = await askOne(ask, readTownEvent, c.req.param('id'));
    if (!event) return gone(frame);
    return { body: <EventPage {...frame} event={event} guide={await ask(readGuide, {})} /> };
  });
}

/** Districts of today, in the town's order. */
async function openDistricts(ask: AskPublic) {
  const { districts } = await ask(listDistricts, {});
  return districts.filter(({ ends_on }) => ends_on === null);
}

/** What an id leads to; what is none is answered like one that leads nowhere. */
export async function askOne<Op extends Operation>(
  ask: AskPublic,
  declared: Op,
  id: string | undefined,
): Promise<OutputOf<Op> | null> {
  try {
    return await ask(declared, { id });
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) return null;
    throw error;
  }
}

function gone(frame: TownFrame) {
  return { body: <GonePage {...frame} />, status: 404 as const };
}
