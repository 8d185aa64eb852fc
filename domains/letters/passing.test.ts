import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerLetter,
  listLetters,
  listPassedLetters,
  passLetterOn,
  readLetter,
  takeLetterIn,
} from './api.ts';
import { openPublicForm, readReceipt } from './rig.ts';

const town = await openTown('cast');
const form = openPublicForm(town);
const council = '久留米市社会福祉協議会';
const center = town.id('body:生活自立支援センター');

describe('passing on', () => {
  test('moves a letter that was left open to another window, and tells whoever wrote where it is', async () => {
    const { receipt } = await form.send({ trouble: '家計のことで困っている', window: '' });
    const found = await find('eguchi', '家計のことで困っている');
    await town.as('eguchi').call(answerLetter, { id: found });
    expect(await readReceipt(town, receipt)).not.toContain(council);
    const words = '家計の相談なので';
    const first = { id: mintId(), letter_id: found, to_id: center, words };
    await town.as('eguchi').call(passLetterOn, first);
    await expectRefusal(town.as('eguchi').call(readLetter, { id: found }), 'not_found');
    await expectRefusal(town.as('eguchi').call(takeLetterIn, { id: found, ...newPerson() }), 'not_found');
    const there = await town.as('nakajima').call(readLetter, { id: found });
    expect(there).toMatchObject({
      state: 'waiting',
      trouble: '家計のことで困っている',
      passings: [{ from: council, words, ground: 'left_open' }],
    });
    expect(there.answered_at).not.toBeNull();
    expect(await readReceipt(town, receipt)).toContain('今は「生活自立支援センター」が受け取っています');
    const kept = (await town.as('eguchi').call(listPassedLetters, {})).passings;
    expect(kept).toContainEqual(
      expect.objectContaining({ letter_id: found, words, to: '生活自立支援センター' }),
    );
    expect((await town.as('nakajima').call(listPassedLetters, {})).passings).toEqual([]);
    expect((await town.as('nagata').call(listPassedLetters, {})).passings).toEqual([]);

    const back = {
      id: mintId(),
      letter_id: found,
      to_id: town.id('body:社協'),
      words: 'こちらではないようです',
    };
    await town.as('nakajima').call(passLetterOn, back);
    await expectRefusal(town.as('nakajima').call(readLetter, { id: found }), 'not_found');
    expect((await town.as('eguchi').call(readLetter, { id: found })).passings).toMatchObject([
      { from: '生活自立支援センター', words: 'こちらではないようです' },
    ]);
    expect(await readReceipt(town, receipt)).toContain(`今は「${council}」が受け取っています`);
    await town.as('eguchi').call(takeLetterIn, { id: found, ...newPerson() });
    const late = { id: mintId(), letter_id: found, to_id: center, words: 'もう遅い' };
    await expectRefusal(town.as('eguchi').call(passLetterOn, late), 'refused');
  });

  test('of a letter to a chosen window asks for a yes of whoever wrote, on the form or afterwards', async () => {
    const chosen = await sendTo('eguchi', { trouble: '社協にだけ聞いてほしい' });
    const on = { id: mintId(), letter_id: chosen.id, to_id: center, words: '困窮の窓口へ' };
    await expectRefusal(town.as('eguchi').call(passLetterOn, on), 'invalid');
    await town.as('eguchi').call(passLetterOn, { ...on, id: mintId(), asked: true });
    expect((await town.as('nakajima').call(readLetter, { id: chosen.id })).passings[0]?.ground).toBe('asked');
    const open = await sendTo('eguchi', { trouble: '合う窓口ならどこでも', may_pass: 'yes' });
    await town.as('eguchi').call(passLetterOn, { ...on, id: mintId(), letter_id: open.id });
    expect((await town.as('nakajima').call(readLetter, { id: open.id })).passings[0]?.ground).toBe('offered');
  });

  test('goes to windows of the form alone, from the window that has it, and what waited apart waits no longer', async () => {
    const apart = await form.post(await form.open(), { wish: '早すぎた人の声', window: '' });
    const [row] = await town.look<{ id: string }>("select id from letters where wish = '早すぎた人の声'");
    const id = row?.id ?? '';
    const on = { id: mintId(), letter_id: id, words: '人の声です' };
    const nowhere = town.id('body:鳥飼');
    await expectRefusal(town.as('eguchi').call(passLetterOn, { ...on, to_id: nowhere }), 'invalid');
    await expectRefusal(town.as('nakajima').call(passLetterOn, { ...on, to_id: center }), 'not_found');
    await town.as('eguchi').call(passLetterOn, { ...on, to_id: center });
    expect(await find('nakajima', '早すぎた人の声')).toBe(id);
    expect((await town.look('select forget_after from letters where id = $1', [id]))[0]).toEqual({
      forget_after: null,
    });
    expect(await readReceipt(town, apart.receipt)).toContain('生活自立支援センター');
  });
});

function newPerson() {
  return { intake_id: mintId(), client_id: mintId() };
}

async function find(who: string, words: string) {
  const { letters } = await town.as(who).call(listLetters, { box: 'waiting', limit: 200 });
  return letters.find((one) => (one.wish ?? one.trouble) === words)?.id ?? '';
}

async function sendTo(who: string, said: Record<string, string>) {
  const { receipt } = await form.send({ ...said, window: town.id('body:社協') });
  return { id: await find(who, said.trouble ?? ''), receipt };
}
