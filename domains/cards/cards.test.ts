import { describe, expect, test } from 'vitest';
import { setPublicForm } from '#domains/letters/form-api.ts';
import { readParticipant, readWish } from '#domains/wishes/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerWishNote,
  endWishCard,
  listWishCards,
  listWishNotes,
  makeWishCard,
  printWishCard,
  readWishCard,
  readWishNote,
  setWishNoteAside,
  takeWishNoteChangesIn,
  takeWishNoteIn,
} from './api.ts';
import { sweepWishNotes } from './jobs.ts';
import { openWishForm } from './rig.ts';

const town = await openTown('cast');
const form = openWishForm(town);
const ogata = town.as('ogata-coordinator');
const ids = () => ({ wish_id: mintId(), offer_id: mintId() });

async function makeCard(more: object = {}) {
  const id = mintId();
  await ogata.call(makeWishCard, { id, ...more });
  const { secret_code } = await ogata.call(readWishCard, { id });
  return { id, path: `/wish-card/${secret_code}` };
}

async function newest() {
  const { notes } = await ogata.call(listWishNotes, {});
  const last = notes.at(-1);
  if (!last) throw new Error('nothing came');
  return last;
}

describe('what somebody writes', () => {
  test('comes to the coordinators with both sides, and becomes a wish and an offer in the same words', async () => {
    const { text, receipt } = await form.write({
      wish_words: '将棋の相手がほしい',
      wish_step: 'look',
      wish_days: ['2', '4'],
      wish_limits: 'no_stairs',
      offer_words: '古い道具の手入れを教えられる',
      offer_times: '３',
      name: '原田（見本）',
      reaching: '0942-00-0202',
    });
    expect(text).toContain('受け取りました');
    expect(await form.follow(receipt)).toMatchObject({ status: 200 });
    const note = await newest();
    expect(note.sides.map(({ side, words }) => [side, words])).toEqual([
      ['wish', '将棋の相手がほしい'],
      ['offer', '古い道具の手入れを教えられる'],
    ]);
    const made = ids();
    const who = { whose: 'new', name: '原田さん', kana: 'はらだ', sort: 'resident' } as const;
    const taking = { id: note.id, participant_id: mintId(), ...made, ...who };
    await expectRefusal(ogata.call(takeWishNoteIn, { ...taking, kana: undefined }), 'invalid');
    await ogata.call(takeWishNoteIn, taking);
    const wish = await ogata.call(readWish, { id: made.wish_id });
    expect([wish.words, wish.step, wish.days, wish.limits, wish.way]).toEqual([
      '将棋の相手がほしい',
      'look',
      [2, 4],
      ['no_stairs'],
      'public',
    ]);
    expect((await ogata.call(readWish, { id: made.offer_id })).times).toBe(3);
    expect((await form.follow(receipt)).text).toContain('合いそうな人や場所をさがしています');
    await ogata.call(answerWishNote, { id: note.id });
    expect((await form.follow(receipt)).text).toContain('お返事をしました。');
    await expectRefusal(
      ogata.call(takeWishNoteIn, { ...taking, ...ids(), participant_id: mintId() }),
      'refused',
    );
  });

  test('is changed with the receipt; what was made of it follows when a coordinator takes the change in', async () => {
    const { receipt } = await form.write({ wish_words: '歌いたい', offer_words: '縫い物ができる' });
    const { id } = await newest();
    const made = ids();
    await ogata.call(takeWishNoteIn, {
      id,
      participant_id: town.id('participant:wataru'),
      whose: 'known',
      ...made,
    });
    const before = await form.follow(receipt);
    expect(before.text).toContain('歌いたい');
    const { status, text } = await form.change(receipt, { wish_words: '合唱で歌いたい', offer_words: '' });
    expect([status, text.includes('直したことを受け取りました')]).toEqual([200, true]);
    const read = await ogata.call(readWishNote, { id });
    expect([read.anew, read.state]).toEqual([true, 'taken_in']);
    expect((await ogata.call(readWish, { id: made.wish_id })).words).toBe('歌いたい');
    town.clock.now = new Date(town.clock.now.getTime() + 1000);
    await ogata.call(takeWishNoteChangesIn, { id, ...ids() });
    const wish = await ogata.call(readWish, { id: made.wish_id });
    expect([wish.words, wish.before.map(({ words }) => words)]).toEqual(['合唱で歌いたい', ['歌いたい']]);
    expect((await ogata.call(readWish, { id: made.offer_id })).closed_why).toBe('taken_back');
    await expectRefusal(ogata.call(takeWishNoteChangesIn, { id, ...ids() }), 'refused');
  });

  test('is taken back at once, with what was made of it, and nobody is asked why', async () => {
    const { receipt } = await form.write({ wish_words: '消してほしい願い', name: '見本 けす' });
    const { id } = await newest();
    const made = ids();
    await ogata.call(takeWishNoteIn, {
      id,
      participant_id: town.id('participant:hara'),
      whose: 'known',
      ...made,
    });
    expect((await form.takeBack(receipt)).text).toContain('取り下げました');
    expect((await ogata.call(readWish, { id: made.wish_id })).closed_why).toBe('taken_back');
    const read = await ogata.call(readWishNote, { id });
    expect([read.state, read.name, read.sides.map(({ words }) => words), read.anew]).toEqual([
      'withdrawn',
      null,
      [null, null],
      true,
    ]);
    expect((await form.change(receipt, { wish_words: 'やはり' })).text).toContain('取り下げました');
    town.clock.now = new Date(town.clock.now.getTime() + 1000);
    await ogata.call(takeWishNoteChangesIn, { id, ...ids() });
    expect((await ogata.call(listWishNotes, {})).notes.map((note) => note.id)).not.toContain(id);
  });

  test('without words, with a number that is none or a day that is over, is asked for again and nothing is lost', async () => {
    const empty = await form.write({ name: '見本 なまえだけ' });
    expect([empty.status, empty.text.includes('見本 なまえだけ')]).toEqual([422, true]);
    const wrong = await form.write({
      wish_words: '見本の願い',
      wish_times: 'たくさん',
      wish_until: '2020-01-01',
    });
    expect(wrong.status).toBe(422);
    for (const kept of ['見本の願い', 'たくさん', '2020-01-01']) expect(wrong.text).toContain(kept);
  });

  test('that looks like a machine’s work is answered alike, and waits apart', async () => {
    const normal = ({ status, text }: { status: number; text: string }) =>
      `${status} ${text.replace(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/g, 'code')}`;
    const good = await form.write({ wish_words: 'ひとの願い' });
    const trap = await form.write({ wish_words: 'わなの願い', website: 'https://example.jp' });
    const quick = await form.write({ wish_words: '早すぎる願い' }, '/wish-card', 0);
    for (const answer of [trap, quick]) expect(normal(answer)).toBe(normal(good));
    const apart = await ogata.call(listWishNotes, { box: 'held_back' });
    expect(apart.notes.map(({ sides }) => sides[0]?.words).sort()).toEqual(
      ['わなの願い', '早すぎる願い'].sort(),
    );
    const first = apart.notes[0]?.id ?? '';
    await ogata.call(setWishNoteAside, { id: first, reason: '見本の理由' });
    expect((await ogata.call(listWishNotes, { box: 'held_back' })).held_back).toBe(1);
    expect((await form.follow(trap.receipt)).text).toContain('読むのを待っています');
  });

  test('is read under its receipt alone, and a receipt that was never given tells nothing', async () => {
    const { receipt } = await form.write({ wish_words: '自分だけの願い' });
    const other = await form.write({ wish_words: '別の人の願い' });
    expect((await form.follow(receipt)).text).not.toContain('別の人の願い');
    expect((await form.follow(other.receipt)).text).not.toContain('自分だけの願い');
    const made = await form.follow('0000-0000-0000-0000');
    expect([made.status, made.text.includes('この番号はありません')]).toEqual([200, true]);
    const seen = await town.database.as({ kind: 'system', name: 'letterbox' }, 'test', (db) =>
      db.driver.executeSql(
        'select id from wish_notes union all select note_id from wish_note_sides union all select id from wish_cards',
      ),
    );
    expect(seen.rows).toEqual([]);
  });
});

describe('a card', () => {
  test('of a participant brings what is written with it to that participant, and bears no name', async () => {
    const card = await makeCard({ participant_id: town.id('participant:ishibashi') });
    const page = await (await town.app.request(card.path)).text();
    expect([page.includes('お渡ししたカード'), page.includes('石橋')]).toEqual([true, false]);
    const sheet = await ogata.call(printWishCard, { id: card.id });
    expect(
      Buffer.from(sheet as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await form.write({ offer_words: '干し柿を一緒に作れる' }, card.path);
    const note = await newest();
    expect(note.participant_id).toBe(town.id('participant:ishibashi'));
    const made = ids();
    await ogata.call(takeWishNoteIn, {
      id: note.id,
      participant_id: town.id('participant:ishibashi'),
      whose: 'known',
      ...made,
    });
    const { wishes } = await ogata.call(readParticipant, { id: town.id('participant:ishibashi') });
    expect(wishes.map(({ id }) => id)).toContain(made.offer_id);
    expect(wishes.map(({ id }) => id)).not.toContain(made.wish_id);
    const { cards } = await ogata.call(listWishCards, {});
    expect(cards.find(({ id }) => id === card.id)?.notes).toBe(1);
  });

  test('that was ended opens nothing, and can still be written without where the town has it open', async () => {
    const card = await makeCard({ place: '公民館の掲示板' });
    await ogata.call(endWishCard, { id: card.id });
    const page = await (await town.app.request(card.path)).text();
    expect(page).toContain('番号がなくても');
    await expectRefusal(ogata.call(printWishCard, { id: card.id }), 'refused');
    await form.write({ wish_words: '古いカードからの願い' }, card.path);
    expect((await newest()).participant_id).toBeNull();
  });

  test('opens the form where the town has shut it for everybody else', async () => {
    const card = await makeCard({ district_id: town.id('district:鳥飼') });
    await town.as('shiraishi').call(setPublicForm, { id: mintId() });
    expect(await (await town.app.request('/wish-card')).text()).toContain('今はしていません');
    expect((await form.write({ wish_words: '閉じた日の願い' }, card.path)).receipt).not.toBe('');
    expect((await newest()).district_name).toBe('鳥飼');
    await form.write({ wish_words: '番号のない願い' });
    expect((await newest()).sides[0]?.words).toBe('閉じた日の願い');
  });
});

test('notes and cards are forgotten when their time is over; the wish that was made of them stays', async () => {
  const { receipt } = await form.write({ wish_words: '古くなる願い' }, (await makeCard()).path);
  expect(receipt).not.toBe('');
  const { id } = await newest();
  const made = ids();
  await ogata.call(takeWishNoteIn, {
    id,
    participant_id: town.id('participant:min'),
    whose: 'known',
    ...made,
  });
  expect(await sweepWishNotes(town.database)).toBe(0);
  town.clock.now = new Date(town.clock.now.getTime() + 366 * 86_400_000);
  expect(await sweepWishNotes(town.database)).toBeGreaterThan(5);
  expect(await town.look('select id from wish_notes')).toEqual([]);
  expect(await town.look('select id from wish_cards')).toEqual([]);
  expect(await town.look(`select id from wishes where id = '${made.wish_id}'`)).toHaveLength(1);
  expect((await form.follow(receipt)).text).toContain('期間（一年）が過ぎました');
});
