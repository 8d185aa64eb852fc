/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { writeBoardEntries } from '#domains/boards/board-calendar.ts';
import { readShownBoard } from '#domains/boards/calendar-api.ts';
import { listDistricts } from '#domains/districts/api.ts';
import { listCalendarEvents } from '#domains/guide/api.ts';
import { speakGuide } from '#domains/guide/public-words.ts';
import { listOpenFiles, listStandardRows, readOpenDirectory } from '#domains/open-data/api.ts';
import { writeEvent } from '#domains/open-data/event-calendar.ts';
import { writePlacesGeoJson } from '#domains/open-data/geojson.ts';
import {
  composeOpenTable,
  describeTable,
  licence,
  listAllRows,
  writeFieldList,
  writeOpenCsv,
} from '#domains/open-data/open-files.ts';
import { makePlaceCalendar } from '#domains/open-data/place-calendar.ts';
import { OpenDataPage } from '#domains/open-data/public.tsx';
import { type StandardSet, standardSets } from '#domains/open-data/standard-sets.ts';
import * as m from '#messages';
import { dayOf } from '#platform/act.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { writeCalendar } from '#platform/icalendar.ts';
import { withoutRuby } from '#ui/public/Ruby.tsx';
import { askOne } from './guide.tsx';
import { serveHsds } from './hsds.ts';
import { hasMark, markOf } from './marks.ts';
import { nameTown } from './my-record.tsx';
import { knownLanguage, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { openPublicReading } from './public-reading.ts';

const calendarType = 'text/calendar; charset=utf-8';
const calendarFile = /^([0-9a-f-]{36})\.ics$/;
/** What the events of a calendar can be chosen by; what is none of it chooses nothing. */
const askedOfEvents = z.object({
  district: z.uuid().optional().catch(undefined),
  like: z.string().max(40).optional().catch(undefined),
  language: z.string().max(40).optional().catch(undefined),
});

/** オープンデータ: files for anybody, made of what is published at the moment they are asked for. */
export function serveOpenData(app: Hono, forms: PublicFormParts): void {
  const { ask } = openPublicForms(forms);
  const read = openPublicReading(forms);
  const directory = () => ask(readOpenDirectory, {});
  const table = async (set: StandardSet) => {
    const taken = await listAllRows((after) =>
      ask(listStandardRows, { set, limit: 1000, ...(after ? { after } : {}) }),
    );
    return composeOpenTable(set, await directory(), taken);
  };
  app.get('/open-data', (c) =>
    read(c, async (frame) => {
      const [{ files }, { places }] = [await ask(listOpenFiles, {}), await directory()];
      return { body: <OpenDataPage {...frame} files={files} places={places} /> };
    }),
  );
  app.get('/open-data/catalogue.json', async (c) => {
    const { town, today } = await directory();
    const files = await Promise.all(standardSets.map(table));
    const { origin } = currentSite();
    return answerJson(c, {
      publisher: town,
      as_of: today,
      licence,
      files: files.map((one) => describeTable(one, origin)),
    });
  });
  app.get('/open-data/places.geojson', async (c) =>
    answerJson(c, writePlacesGeoJson(await directory()), 'application/geo+json'),
  );
  app.get('/open-data/:file', async (c) => {
    const [, name, ending] = /^(\w+)\.(csv|fields\.csv|json)$/.exec(c.req.param('file')) ?? [];
    const set = standardSets.find((one) => one === name);
    if (!set) return c.text(m.platform_refused_not_found(), 404);
    const made = await table(set);
    if (ending === 'json') return answerJson(c, describeTable(made, currentSite().origin));
    const bytes = ending === 'csv' ? writeOpenCsv(made) : writeFieldList(made);
    c.header('content-disposition', `attachment; filename="${c.req.param('file')}"`);
    return answer(c, bytes, 'text/csv; charset=utf-8; header=present');
  });
  app.get('/calendars/places/:file', async (c) => {
    const place = z.uuid().safeParse(calendarFile.exec(c.req.param('file'))?.[1]).data;
    if (!place) return c.text(m.platform_refused_not_found(), 404);
    const { events } = await ask(listCalendarEvents, { place });
    const calendar = makePlaceCalendar(await directory(), place, events);
    if (!calendar) return c.text(m.platform_refused_not_found(), 404);
    return answer(c, writeCalendar(calendar), calendarType);
  });
  app.get('/calendars/boards/:file', async (c) => {
    const board = await askOne(ask, readShownBoard, calendarFile.exec(c.req.param('file'))?.[1]);
    if (!board) return c.text(m.platform_refused_not_found(), 404);
    const calendar = {
      name: board.name,
      written: dayOf(forms.database.clock()),
      entries: writeBoardEntries(board),
    };
    return answer(c, writeCalendar(calendar), calendarType);
  });
  app.get('/calendars/events.ics', async (c) => {
    const chosen = askedOfEvents.parse(c.req.query());
    const language = knownLanguage(c.req.query('lang')) ?? 'ja';
    const { events } = await ask(listCalendarEvents, chosen);
    const { districts } = await ask(listDistricts, {});
    const calendar = {
      name: [
        withoutRuby(speakGuide(language)('found_events')),
        districts.find(({ id }) => id === chosen.district)?.name ?? (await nameTown(forms.database)),
      ].join(' '),
      written: dayOf(forms.database.clock()),
      entries: events.map(writeEvent),
    };
    return answer(c, writeCalendar(calendar), calendarType);
  });
  serveHsds(app, directory);
}

export function answerJson(c: Context, value: object, type = 'application/json'): Response {
  return answer(c, `${JSON.stringify(value, null, 1)}\n`, `${type}; charset=utf-8`);
}

/** Whoever has it already is told so; nobody keeps it without asking, so that what is taken back is gone at once. */
function answer(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  c.header('cache-control', 'public, no-cache');
  // Programs of other houses may read what anybody may read.
  c.header('access-control-allow-origin', '*');
  if (hasMark(c, markOf(body))) return c.body(null, 304);
  return c.body(body, 200, { 'content-type': type });
}
