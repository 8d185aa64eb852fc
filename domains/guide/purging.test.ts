import { expect, test } from 'vitest';
import { readMeeting, shareMinutes, writeHelpingGroup } from '#domains/boards/api.ts';
import type { Level } from '#domains/boards/model.ts';
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
  'tried',
  'notices_published',
  'boards_shown',
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

test('a line that a table lets anybody read stands on the page of its district, and is gone when that is taken back', async () => {
  const noda = town.as('noda-chair');
  const meeting = town.id('board-meeting:鳥飼:1');
  const trouble = town.id('board-item:trouble:1');
  const page = async () => {
    const answer = await town.app.request(`/town/districts/${town.id('district:鳥飼')}?lang=en`);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const letRead = async (level: Level) => {
    const { version } = await noda.call(readMeeting, { id: meeting });
    const lines = { [trouble]: level };
    await noda.call(shareMinutes, { id: meeting, version, meeting: 'city', lines });
  };
  for (const level of ['boards', 'city'] as const) {
    await letRead(level);
    expect(await page()).not.toContain('階段の多い団地');
  }
  await letRead('public');
  const text = await page();
  expect(text).toMatch(
    /階段の多い団地で、ごみ出しがつらい人がいる。<\/h3><p>A trouble \/ Thursday, 16 October 2025/,
  );
  expect(text).not.toContain('ごみ出しを手伝える人がどのくらいいるか');
  await letRead('board');
  expect(await page()).not.toContain('階段の多い団地');
});

test('of a group, the page of its district says what it does and how far it is', async () => {
  const district_id = town.id('district:鳥飼');
  const look = async (lang: string) =>
    (await town.app.request(`/town/districts/${district_id}?lang=${lang}`)).text();
  await town.as('noda-chair').call(writeHelpingGroup, {
    ...{
      id: mintId(),
      district_id,
      name: '鳥飼草取り隊（見本）',
      works: ['weeding'],
      what: '庭の草を取る（見本）',
    },
    ...{ stage: 'own_way', stage_since: '2025-12-01', charge: 'free', shown: 'public' },
    ...{ contact: '内の人（見本）' },
  });
  const text = await look('en');
  expect(text).toMatch(/草取り隊（見本）<\/h3><p>Helping group \/ running on its own \/ since [^<]*2025/);
  expect(text).toContain('庭の草を取る（見本）');
  expect(text).not.toContain('内の人');
  expect(await look('ja')).toContain('助け合いのグループ / 自分たちで続けている / 2025年12月1日');
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
