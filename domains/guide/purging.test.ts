import { expect, test } from 'vitest';
import { correctEvent, readEvent, writeEvent } from '#domains/places/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';

const town = await openTown('cast');
const event = `/town/events/${town.id('place-event:noodles')}`;

/** Functions of the gate that public pages read through, beside the tables that everybody may read. */
const readBy = [
  'places_published',
  'place_days_published',
  'events_published',
  'events_full',
  'guide_codes',
  'find_stories_told',
  'story_layer',
  'callings_of',
  'story_words_told',
];
const readDirectly = ['towns', 'districts', 'bodies', 'place_rules', 'letter_settings', 'language_reviews'];

test('every table that a public page reads counts its changes', async () => {
  const functions = await town.look<{ text: string }>(
    "select prosrc as text from pg_proc where pronamespace = 'gate'::regnamespace and proname = any($1)",
    [readBy],
  );
  expect(functions).toHaveLength(readBy.length);
  const tables = await town.look<{ name: string; counts: boolean }>(
    `select relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'public_pages_change') as counts
      from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const read = tables.filter(
    ({ name }) =>
      readDirectly.includes(name) ||
      functions.some(({ text }) => new RegExp(`(from|join) ${name}\\b`).test(text)),
  );
  expect(read.length).toBeGreaterThan(14);
  expect(read.filter(({ counts }) => !counts).map(({ name }) => name)).toEqual([]);
});

test('a page is kept until its content changes, and is another one with the next look', async () => {
  const look = (headers: Record<string, string> = {}) => town.app.request(event, { headers });
  const first = await look();
  const mark = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  const again = await look({ 'if-none-match': mark });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const hara = town.as('hara');
  const id = town.id('place-event:noodles');
  const { title, version, held_on, from, until } = await hara.call(readEvent, { id });
  const said = { id, version, held_on, from, until, shown: true };
  await hara.call(correctEvent, { ...said, title: 'うどんの夕べ（見本）' });
  const changed = await look({ 'if-none-match': mark });
  const text = await changed.text();
  expect([changed.status, text.includes('うどんの夕べ'), text.includes(title)]).toEqual([200, true, false]);
  await hara.call(correctEvent, { ...said, version: version + 1, title, shown: false });
  expect((await look()).status).toBe(404);
});

test('twenty who look while something is being written are shown what was true when they asked, or newer', async () => {
  const hara = town.as('hara');
  for (const turn of [1, 2, 3, 4]) {
    const id = mintId();
    const looking = Array.from({ length: 20 }, () => town.app.request('/town'));
    await hara.call(writeEvent, {
      ...{ id, place_id: town.id('place:kitchen'), title: `いま書いた催し${turn}`, held_on: '2026-02-03' },
      ...{ from: '10:00', until: '12:00', shown: true },
    });
    expect(await (await town.app.request('/town')).text()).toContain(`いま書いた催し${turn}`);
    await Promise.all(looking);
    expect(await (await town.app.request('/town')).text()).toContain(`いま書いた催し${turn}`);
  }
});

test('what changes nothing that is shown rewrites no bytes, and a new day does', async () => {
  const read = async () => (await town.app.request('/town/find')).headers.get('etag');
  const before = await read();
  town.clock.now = new Date('2026-02-14T10:00:00+09:00');
  expect(await read()).not.toBe(before);
  town.clock.now = new Date('2026-02-02T10:00:00+09:00');
  expect(await read()).toBe(before);
});
