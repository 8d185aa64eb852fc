import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { callMeeting, cancelMeeting, listBoards, openBoard } from '#domains/boards/api.ts';
import { writeEvent } from '#domains/places/api.ts';
import { endPost } from '#domains/posts/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { endCalendarAddress, makeCalendarAddress, readCalendarAddress, readOwnCalendar } from './api.ts';

const town = await openTown('cast');
const noda = town.as('noda-chair');
const hara = town.as('hara');
const planned = `${town.id('board-meeting:鳥飼:3')}@kanaeau`;

async function read(token: string | null) {
  const response = await town.app.request(`/calendars/own/${token}.ics`);
  const text = await response.text();
  const { status, headers } = response;
  return { status, text, etag: headers.get('etag') ?? '', cache: headers.get('cache-control') };
}

async function make(caller: typeof noda) {
  const id = mintId();
  const { secret_token } = await caller.call(makeCalendarAddress, { id });
  return { id, token: secret_token };
}

function entriesOf(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

describe('the calendar of a post', () => {
  test('has the meetings of its table, and is read by another program without signing in', async () => {
    const { token } = await make(noda);
    const { text, status, cache, etag } = await read(token);
    expect([status, cache]).toEqual([200, 'private, no-cache']);
    const meeting = entriesOf(text).find(({ uid }) => uid === planned);
    expect([meeting?.startDate.toString(), meeting?.startDate.zone.tzid, meeting?.summary]).toEqual([
      '2026-02-19T19:00:00',
      'Asia/Tokyo',
      '鳥飼校区支え合い推進会議（見本）',
    ]);
    // Neither agenda nor names.
    for (const word of ['ごみ出し', '野田', '古川']) expect(text).not.toContain(word);
    const again = await town.app.request(`/calendars/own/${token}.ics`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    const id = mintId();
    const board_id = town.id('board:鳥飼');
    await noda.call(callMeeting, { id, board_id, held_on: '2026-03-05', from: '19:00' });
    await noda.call(cancelMeeting, { id });
    const off = entriesOf((await read(token)).text).find(({ uid }) => uid === `${id}@kanaeau`);
    expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test('has no meeting of a table the post does not go to', async () => {
    const ogata = town.as('ogata-coordinator');
    const board_id = mintId();
    const id = mintId();
    await ogata.call(openBoard, {
      ...{
        id: board_id,
        district_id: town.id('district:草野'),
        name: '草野の推進会議（見本）',
        started_on: '2025-04-01',
      },
    });
    await ogata.call(callMeeting, { id, board_id, held_on: '2026-02-25', from: '19:00' });
    expect((await ogata.call(listBoards, {})).boards.length).toBeGreaterThan(1);
    expect((await read((await make(noda)).token)).text).not.toContain(id);
    expect((await read((await make(ogata)).token)).text).toContain(id);
  });

  test('has the opening days and events of the places a host looks after, of no other', async () => {
    const id = mintId();
    const event = { held_on: '2026-02-21', from: '10:00', until: '11:00', shown: false };
    await hara.call(writeEvent, {
      id,
      place_id: town.id('place:kitchen'),
      title: '内輪の下ごしらえ（見本）',
      ...event,
    });
    const { text } = await read((await make(hara)).token);
    const entries = entriesOf(text);
    const { places } = await hara.call(readOwnCalendar, {});
    expect(places.map((one) => one.id)).toContain(town.id('place:kitchen'));
    expect(entries.filter((one) => one.isRecurring()).length).toBeGreaterThan(0);
    expect(entries.map(({ uid }) => uid)).toContain(`${id}@kanaeau`);
    expect(entries.map(({ uid }) => uid)).not.toContain(planned);
    expect(await noda.call(readOwnCalendar, {})).toMatchObject({ places: [], events: [] });
  });

  test('is empty for whoever visits: no round and no visit is in it', async () => {
    const { text, status } = await read((await make(town.as('koga'))).token);
    expect([status, entriesOf(text)]).toEqual([200, []]);
  });
});

describe('its address', () => {
  test('is kept as a hash, and opens nothing once it was made anew or ended', async () => {
    const first = await make(noda);
    const kept = await town.look<{ token_hash: Buffer }>(
      'select token_hash from calendar_addresses where id = $1',
      [first.id],
    );
    expect(kept[0]?.token_hash.toString('utf8')).not.toContain(first.token ?? '');
    expect(kept[0]?.token_hash).toHaveLength(32);
    const second = await make(noda);
    expect([(await read(first.token)).status, (await read(second.token)).status]).toEqual([404, 200]);
    expect((await noda.call(readCalendarAddress, {})).address?.id).toBe(second.id);
    // Nobody else ends it, or learns of it.
    await expectRefusal(hara.call(endCalendarAddress, { id: second.id }), 'not_found');
    await noda.call(endCalendarAddress, { id: second.id });
    expect((await noda.call(readCalendarAddress, {})).address).toBe(null);
    const gone = await read(second.token);
    for (const other of [first.token, 'x'.repeat(43), 'short', mintId()])
      expect(await read(other)).toEqual(gone);
    expect(gone.status).toBe(404);
  });

  test('opens nothing once its post has ended', async () => {
    const { token } = await make(hara);
    expect((await read(token)).status).toBe(200);
    await town
      .as('shiraishi')
      .call(endPost, { id: town.id('post:hara'), how: 'at_once', reason: '見本の辞任' });
    expect((await read(token)).status).toBe(404);
  });

  test('asks its post for nothing but its days', async () => {
    const { token } = await make(noda);
    const response = await town.app.request('/api/boards', { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
  });
});
