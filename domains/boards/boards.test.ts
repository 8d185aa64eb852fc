import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { noteGap, proposeTheme, releaseTheme, rewordTheme } from '../cases/gap-api.ts';
import * as api from './api.ts';
import { sweepBoardNames } from './jobs.ts';

const town = await openTown('cast');
const noda = town.as('noda-chair');
const ogata = town.as('ogata-coordinator');
const tsutsumi = town.as('tsutsumi');
const board = town.id('board:鳥飼');

async function meet(held_on = '2026-01-29') {
  const id = mintId();
  await noda.call(api.callMeeting, {
    id,
    board_id: board,
    held_on,
    from: '19:00',
    agenda: '一つめ\n\n二つめ',
  });
  return id;
}

/** A meeting that was held, with its first words. */
async function held() {
  const id = await meet();
  await noda.call(api.holdMeeting, { id, attendance: [{ belongs: '自治会', n: 3 }] });
  return id;
}

async function confirmed(meeting: string) {
  await noda.call(api.draftMinutes, { id: meeting });
  await noda.call(api.confirmMinutes, { id: meeting });
  return (await noda.call(api.readMeeting, { id: meeting })).version;
}

test('a meeting goes from its call to shared minutes one step at a time, and no other way', async () => {
  const meeting = await meet();
  const { items, state } = await noda.call(api.readMeeting, { id: meeting });
  expect([state, ...items.map(({ words }) => words)]).toEqual(['planned', '一つめ', '二つめ']);
  await expectRefusal(noda.call(api.draftMinutes, { id: meeting }), 'refused');
  await expectRefusal(
    noda.call(api.makePromise, { id: mintId(), meeting_id: meeting, what: 'まだ早い' }),
    'refused',
  );
  await noda.call(api.holdMeeting, { id: meeting, attendance: [{ belongs: '自治会', n: 3 }, {}] });
  await expectRefusal(noda.call(api.holdMeeting, { id: meeting }), 'refused');
  await expectRefusal(noda.call(api.cancelMeeting, { id: meeting }), 'refused');
  await expectRefusal(noda.call(api.shareMinutes, { id: meeting, version: 2, meeting: 'city' }), 'refused');
  const version = await confirmed(meeting);
  const line = { board_id: board, meeting_id: meeting, kind: 'decision' as const, words: 'おそい' };
  await expectRefusal(noda.call(api.writeBoardItem, { id: mintId(), ...line }), 'refused');
  await expectRefusal(noda.call(api.shareMinutes, { id: meeting, version: 1, meeting: 'city' }), 'refused');
  await noda.call(api.shareMinutes, { id: meeting, version, meeting: 'city' });
  expect(await noda.call(api.readMeeting, { id: meeting })).toMatchObject({
    ...{ state: 'shared', shown: 'city', attendance: [{ belongs: '自治会', n: 3 }] },
  });
});

test('a meeting that took place is one encounter of nobody, and a day to come is none', async () => {
  const before = await town.look("select 1 from encounters where kind = 'meeting'");
  const later = await meet('2026-03-05');
  expect((await expectRefusal(noda.call(api.holdMeeting, { id: later }), 'refused')).message).toContain(
    '会議の日',
  );
  await noda.call(api.cancelMeeting, { id: later });
  const meeting = await held();
  const after = await town.look<{ id: string; district_id: string }>(
    `select e.id, e.district_id from encounters e join board_meetings t on t.encounter_id = e.id where t.id = $1`,
    [meeting],
  );
  expect(after).toMatchObject([{ district_id: town.id('district:鳥飼') }]);
  expect(await town.look("select 1 from encounters where kind = 'meeting'")).toHaveLength(before.length + 1);
  expect(
    await town.look('select 1 from encounter_parties where encounter_id = $1 and party_id is not null', [
      after[0]?.id,
    ]),
  ).toEqual([]);
});

test('who came from where is said in full, or the line is named', async () => {
  const id = await meet();
  const half = await expectRefusal(
    noda.call(api.holdMeeting, { id, attendance: [{}, { belongs: '商店' }] }),
    'invalid',
  );
  expect(Object.keys(half.fields)).toEqual(['attendance.1.n']);
});

test('the residents choose line by line what others read, and can take it back', async () => {
  const meeting = await held();
  const said = { board_id: board, meeting_id: meeting, said_by: '見本の人' };
  const [kept, shared, toCity] = [mintId(), mintId(), mintId()];
  await noda.call(api.writeBoardItem, { id: kept, ...said, kind: 'trouble', words: 'ここだけの困りごと' });
  await noda.call(api.writeBoardItem, {
    id: shared,
    ...said,
    kind: 'treasure',
    words: 'みんなに見せる宝もの',
  });
  await noda.call(api.writeBoardItem, { id: toCity, ...said, kind: 'decision', words: '市に見せる決定' });
  const version = await confirmed(meeting);
  const found = async (who: typeof ogata) => {
    const { tried } = await who.call(api.listTried, {});
    expect(JSON.stringify(tried)).not.toContain('見本の人');
    return tried.map(({ id }) => id).filter((id) => [kept, shared, toCity].includes(id));
  };
  expect(await found(tsutsumi)).toEqual([]);
  const lines = { [shared]: 'public' as const, [toCity]: 'city' as const };
  await noda.call(api.shareMinutes, { id: meeting, version, meeting: 'board', lines });
  expect((await found(ogata)).sort()).toEqual([shared, toCity].sort());
  expect((await found(tsutsumi)).sort()).toEqual([shared, toCity].sort());
  expect(await found(town.as('koga'))).toEqual([shared]);
  expect(await found(town.anonymous)).toEqual([shared]);
  await noda.call(api.shareMinutes, { id: meeting, version: version + 1, meeting: 'board' });
  expect(await found(tsutsumi)).toEqual([]);
});

test('a promise stands on the sheet until it is told of as done, and what was told goes no further than its minutes', async () => {
  const first = await held();
  const promise_id = mintId();
  await noda.call(api.makePromise, {
    id: promise_id,
    meeting_id: first,
    what: '見本の約束',
    who: '見本の人',
  });
  await expectRefusal(
    noda.call(api.tellOutcome, { id: mintId(), promise_id, meeting_id: first, outcome: 'done' }),
    'refused',
  );
  const version = await confirmed(first);
  await noda.call(api.shareMinutes, {
    id: first,
    version,
    meeting: 'board',
    lines: { [promise_id]: 'city' },
  });
  const second = await held();
  const carried = async () =>
    (await noda.call(api.readMeeting, { id: second })).carried.find(({ id }) => id === promise_id);
  expect(await carried()).toMatchObject({ what: '見本の約束', outcome: null });
  await expectRefusal(
    noda.call(api.tellOutcome, { id: mintId(), promise_id, meeting_id: second, outcome: 'changed' }),
    'invalid',
  );
  await noda.call(api.tellOutcome, {
    ...{ id: mintId(), promise_id, meeting_id: second, outcome: 'done', words: '見本の結果' },
  });
  expect(await carried()).toMatchObject({ outcome: 'done' });
  const open = (await noda.call(api.readBoard, { id: board })).promises.map(({ id }) => id);
  expect(open).not.toContain(promise_id);
  const inTheCity = async () =>
    (await tsutsumi.call(api.listTried, {})).tried.find(({ id }) => id === promise_id);
  expect(await inTheCity()).toMatchObject({ words: '見本の約束', more: null, outcome: null });
  const later = await confirmed(second);
  await noda.call(api.shareMinutes, { id: second, version: later, meeting: 'board' });
  expect(await inTheCity()).toMatchObject({ more: '見本の結果', outcome: 'done' });
});

test('the sheet 次回までに is one file of A4', async () => {
  const sheet = await noda.fetch(`/api/boards/${board}/next-time`);
  expect(sheet.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a theme reaches a table only when it is released, in the words it was released in', async () => {
  const meeting = await held();
  const [case_id, gap] = [mintId(), mintId()];
  await town.look(
    `insert into cases (id, number, state, opened_on, last_note_on, opened_by, opened_at, holder_id)
      values ($1, '見本-1', 'received', '2026-02-01', '2026-02-01', $2, '2026-02-01', $3)`,
    [case_id, town.id('account:eguchi'), town.id('body:社協')],
  );
  const theme_id = mintId();
  const take = () =>
    noda.call(api.writeBoardItem, {
      ...{ id: mintId(), board_id: board, meeting_id: meeting, kind: 'theme', theme_id, words: '書きかえた' },
    });
  const coordinator = town.as('eguchi-coordinator');
  await coordinator.call(noteGap, { case_id, id: gap, words: '見本の狭間' });
  await coordinator.call(proposeTheme, { id: theme_id, words: '内側のことば', gaps: [gap] });
  await expectRefusal(take(), 'invalid');
  const reworded = { title: '見本の課題', reworded: 'だれのことか分からないことば' };
  await ogata.call(rewordTheme, { id: theme_id, version: 1, ...reworded });
  await expectRefusal(take(), 'invalid');
  await coordinator.call(releaseTheme, { id: theme_id, version: 2 });
  await take();
  const { items } = await noda.call(api.readMeeting, { id: meeting });
  expect(items.find(({ kind }) => kind === 'theme')?.words).toBe('見本の課題\nだれのことか分からないことば');
});

test('a coordinator links what the city may read to a measure, and the planner reads it as long as that holds', async () => {
  const meeting = await held();
  const promise_id = mintId();
  const measure_id = town.id('measure:2');
  await noda.call(api.makePromise, { id: promise_id, meeting_id: meeting, what: '施策につながる約束' });
  const version = await confirmed(meeting);
  const link = { id: mintId(), promise_id, measure_id };
  await expectRefusal(ogata.call(api.linkToMeasure, link), 'refused');
  await expectRefusal(noda.call(api.linkToMeasure, link), 'not_allowed');
  await noda.call(api.shareMinutes, {
    id: meeting,
    version,
    meeting: 'board',
    lines: { [promise_id]: 'city' },
  });
  await ogata.call(api.linkToMeasure, link);
  await expectRefusal(ogata.call(api.linkToMeasure, { ...link, id: mintId() }), 'invalid');
  const evidence = async () => (await tsutsumi.call(api.listEvidence, { measure: measure_id })).evidence;
  expect(await evidence()).toMatchObject([{ words: '施策につながる約束', district_name: '鳥飼' }]);
  await noda.call(api.shareMinutes, { id: meeting, version: version + 1, meeting: 'board' });
  expect(await evidence()).toEqual([]);
});

test('names at a table are forgotten after three years, and the minutes stay', async () => {
  const gone = { id: mintId(), board_id: board, name: '前の委員', belongs: '見本', part: 'member' as const };
  await noda.call(api.seatMember, { ...gone, starts_on: '2018-04-01', ends_on: '2020-03-31' });
  const voice = mintId();
  await noda.call(api.writeBoardItem, {
    ...{ id: voice, board_id: board, kind: 'trouble', words: '残ることば', said_by: '消える名前' },
  });
  await town.look("update board_items set forget_after = '2026-01-01' where id = $1", [voice]);
  expect(await sweepBoardNames(town.database)).toBe(2);
  expect(await town.look('select 1 from board_members where id = $1', [gone.id])).toEqual([]);
  expect(await town.look('select words, said_by from board_items where id = $1', [voice])).toEqual([
    { words: '残ることば', said_by: null },
  ]);
});

test('the planner learns that a table met, and reads no minutes', async () => {
  const { boards } = await tsutsumi.call(api.listBoards, {});
  expect(boards.find(({ id }) => id === board)).toMatchObject({ kept: false, district_name: '鳥飼' });
  await expectRefusal(tsutsumi.call(api.readBoard, { id: board }), 'not_allowed');
});

test('a planned meeting is known to nobody outside, until the table shows its days; then day, hours and place, and nothing else, until it does not', async () => {
  const path = `/calendars/boards/${board}.ics`;
  const read = async (headers: Record<string, string> = {}) => {
    const response = await town.app.request(path, { headers });
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') ?? '' };
  };
  const district = async () =>
    (await (await town.app.request(`/town/districts/${town.id('district:鳥飼')}`)).text()).includes(path);
  expect([(await read()).status, await district()]).toEqual([404, false]);
  // Whoever goes to no table decides nothing of it, and learns nothing.
  await expectRefusal(tsutsumi.call(api.showBoardDays, { id: mintId(), board_id: board }), 'not_allowed');
  await noda.call(api.showBoardDays, { id: mintId(), board_id: board });
  await expectRefusal(ogata.call(api.showBoardDays, { id: mintId(), board_id: board }), 'refused');
  const planned = town.id('board-meeting:鳥飼:3');
  const first = await read();
  expect([first.status, await district()]).toEqual([200, true]);
  expect((await read({ 'if-none-match': first.etag })).status).toBe(304);
  const [, entry = ''] = first.text.split(`UID:${planned}@kanaeau`);
  expect(entry.slice(0, entry.indexOf('END:VEVENT')).replaceAll('\r\n ', '').trim().split('\r\n')).toEqual([
    'DTSTAMP:20260202T000000Z',
    'DTSTART;TZID=Asia/Tokyo:20260219T190000',
    'DTEND;TZID=Asia/Tokyo:20260219T203000',
    'SUMMARY:鳥飼校区支え合い推進会議（見本）',
    'LOCATION:鳥飼コミュニティセンター（見本）',
  ]);
  // Neither what is on the agenda nor who sits at the table.
  for (const word of ['ごみ出し', '買い物', '野田', '古川']) expect(first.text).not.toContain(word);
  await noda.call(api.cancelMeeting, { id: planned });
  expect((await read()).text.split(`UID:${planned}`)[1]).toContain('STATUS:CANCELLED');
  const { days_shown_at } = await ogata.call(api.readBoard, { id: board });
  expect(days_shown_at).not.toBe(null);
  await ogata.call(api.hideBoardDays, { id: board });
  await expectRefusal(noda.call(api.hideBoardDays, { id: board }), 'refused');
  expect([(await read()).status, await district()]).toEqual([404, false]);
  expect((await town.app.request(`/calendars/boards/${mintId()}.ics`)).status).toBe(404);
});

test('that a table met is in its calendar when its people let anybody know it, and not before', async () => {
  const meeting = await held();
  const version = await confirmed(meeting);
  await noda.call(api.showBoardDays, { id: mintId(), board_id: board });
  const known = async () =>
    (await (await town.app.request(`/calendars/boards/${board}.ics`)).text()).includes(meeting);
  await noda.call(api.shareMinutes, { id: meeting, version, meeting: 'city' });
  expect(await known()).toBe(false);
  await noda.call(api.shareMinutes, { id: meeting, version: version + 1, meeting: 'public' });
  expect(await known()).toBe(true);
  await noda.call(api.hideBoardDays, { id: board });
});
