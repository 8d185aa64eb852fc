import { describe, expect, test } from 'vitest';
import { readIntake } from '#domains/cases/intake-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { answerLetter, listLetters, readLetter, setLetterAside, takeLetterIn } from './api.ts';
import { setPublicForm } from './form-api.ts';
import { sweepLetters } from './jobs.ts';
import { openPublicForm, readReceipt } from './rig.ts';

const town = await openTown('cast');
const form = openPublicForm(town);
const waiting = async (who: string) =>
  (await town.as(who).call(listLetters, { box: 'waiting' })).letters.map(
    ({ wish, trouble }) => wish ?? trouble,
  );
const eguchis = { window: town.id('body:社協') };

describe('what anybody writes', () => {
  test('reaches the chosen window and no other, without a name and without a kind', async () => {
    const answer = await form.send({
      trouble: '夜ねむれません',
      window: town.id('body:生活自立支援センター'),
    });
    expect(answer.status).toBe(200);
    expect(answer.receipt).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await waiting('nakajima')).toContain('夜ねむれません');
    for (const who of ['eguchi', 'nagata']) expect(await waiting(who)).not.toContain('夜ねむれません');
    const [row] = await town.look(
      'select name, phone, worries, held_back from letters order by received_at desc limit 1',
    );
    expect(row).toEqual({ name: null, phone: null, worries: [], held_back: null });
  });

  test('reaches the town’s window when none is chosen, with everything that was said', async () => {
    const said = { wish: '庭の柿をもらってほしい', name: '柿', phone: '0942-00-0000', heard_of: '回覧板' };
    await form.send({ ...said, worries: ['09', '99'], about: 'self', window: '' });
    const { letters } = await town.as('eguchi').call(listLetters, {});
    const found = letters.find(({ wish }) => wish === said.wish);
    expect(found).toMatchObject({ window_chosen: false, about: 'self', name: '柿' });
    const whole = await town.as('eguchi').call(readLetter, { id: found?.id ?? '' });
    expect(whole).toMatchObject({ ...said, worries: ['09'] });
    await expectRefusal(town.as('nakajima').call(readLetter, { id: found?.id ?? '' }), 'not_found');
  });

  test('comes back filled in when something is missing, and is sent once however often it is pressed', async () => {
    const refused = await form.send({ name: '見本 花子', reaching: '夕方に' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('見本 花子');
    expect(refused.text).toContain('夕方に');
    expect(refused.text).toContain('role="alert"');
    const long = await form.send({ wish: 'あ'.repeat(3001), name: '長い' });
    expect([long.status, long.text.includes('あ'.repeat(3001))]).toEqual([422, true]);
    const handed = await form.open();
    const twice = [
      await form.send({ wish: '二度押した' }, handed),
      await form.send({ wish: '二度押した' }, handed),
    ];
    expect(new Set(twice.map(({ receipt }) => receipt)).size).toBe(1);
    expect((await waiting('eguchi')).filter((words) => words === '二度押した')).toHaveLength(1);
  });

  test('does not arrive while the form is shut, and nothing of it is lost', async () => {
    await town.as('shiraishi').call(setPublicForm, { id: mintId(), windows: [] });
    const handed = await form.open();
    expect(handed.text).toContain('今はしていません');
    await town.as('shiraishi').call(setPublicForm, {
      id: mintId(),
      windows: ['社協', '生活自立支援センター', '地域包括支援センター'].map((name) =>
        town.id(`body:${name}`),
      ),
      default_id: town.id('body:社協'),
    });
    await expectRefusal(
      town.as('shiraishi').call(setPublicForm, {
        id: mintId(),
        windows: [town.id('body:鳥飼')],
        default_id: town.id('body:鳥飼'),
      }),
      'invalid',
    );
  });
});

describe('a window', () => {
  test('takes a letter in as a first word with one act: the person’s own, or a caller’s', async () => {
    const own = await sendTo('eguchi', {
      wish: 'だれかと話したい',
      name: '見本 たろう',
      phone: '０９０-0000-0001',
      about: 'self',
    });
    const taken = { intake_id: mintId(), client_id: mintId() };
    await town.as('eguchi').call(takeLetterIn, { id: own.id, ...taken });
    const intake = await town
      .as('eguchi')
      .call(readIntake, { id: taken.intake_id, client_id: taken.client_id });
    expect(intake).toMatchObject({
      wish: 'だれかと話したい',
      route: 'public_form',
      channel: 'mail',
      received_on: '2026-02-02',
    });
    expect(intake.identity?.name).toBe('見本 たろう');
    expect(intake.contact?.phone).toBe('090-0000-0001');
    await expectRefusal(
      town.as('eguchi').call(takeLetterIn, { id: own.id, intake_id: mintId(), client_id: mintId() }),
      'refused',
    );
    const said = {
      trouble: '隣の雨戸が閉まったまま',
      name: '隣の人',
      phone: 'LINEで',
      reaching: '夜に',
      about: 'neighbour',
    };
    const other = await sendTo('eguchi', said);
    const next = { intake_id: mintId(), client_id: mintId() };
    await town.as('eguchi').call(takeLetterIn, { id: other.id, ...next });
    const second = await town
      .as('eguchi')
      .call(readIntake, { id: next.intake_id, client_id: next.client_id });
    expect(second).toMatchObject({ caller_name: '隣の人', caller_phone: null });
    expect(second.trouble).toContain('隣の雨戸が閉まったまま');
    expect(second.trouble).toContain('LINEで');
    expect(second.trouble).toContain('夜に');
    expect(second.identity?.name).toBeNull();
  });

  test('takes it in for somebody it works with, who stays as the record says', async () => {
    const letter = await sendTo('eguchi', { wish: '料理をしたい', name: 'べつの名前' });
    const known = { intake_id: mintId(), client_id: mintId() };
    await town.as('eguchi').call(takeLetterIn, { id: letter.id, ...known });
    const again = await sendTo('eguchi', { wish: 'もう一度', name: 'ちがう名前' });
    const intake_id = mintId();
    await town
      .as('eguchi')
      .call(takeLetterIn, { id: again.id, intake_id, client_id: known.client_id, known: true });
    const intake = await town.as('eguchi').call(readIntake, { id: intake_id, client_id: known.client_id });
    expect(intake).toMatchObject({ wish: 'もう一度', identity: { name: 'べつの名前' } });
    const third = await sendTo('eguchi', { wish: 'ほかの窓口の人' });
    await expectRefusal(
      town.as('eguchi').call(takeLetterIn, {
        id: third.id,
        intake_id: mintId(),
        client_id: town.id('client:keiko'),
        known: true,
      }),
      'not_found',
    );
  });

  test('sets a letter aside with a reason, and may take it in after all', async () => {
    const letter = await sendTo('eguchi', { wish: '広告です' });
    await expectRefusal(town.as('eguchi').call(setLetterAside, { id: letter.id, reason: ' ' }), 'invalid');
    await town.as('eguchi').call(setLetterAside, { id: letter.id, reason: '広告' });
    await expectRefusal(
      town.as('eguchi').call(setLetterAside, { id: letter.id, reason: 'もう一度' }),
      'refused',
    );
    expect(await readReceipt(town, letter.receipt)).toContain('受け取りました');
    await town.as('eguchi').call(takeLetterIn, { id: letter.id, intake_id: mintId(), client_id: mintId() });
    expect((await town.as('eguchi').call(readLetter, { id: letter.id })).state).toBe('taken_in');
    await expectRefusal(
      town.as('nakajima').call(setLetterAside, { id: letter.id, reason: 'よその窓口' }),
      'not_found',
    );
    await expectRefusal(town.as('nakajima').call(answerLetter, { id: letter.id }), 'not_found');
  });
});

describe('whoever holds the receipt', () => {
  test('reads received, being looked at, answered, and nothing else', async () => {
    const { id, receipt } = await sendTo('eguchi', { trouble: 'ひみつの言葉', name: 'ひみつの名' });
    const stages = [await readReceipt(town, receipt)];
    await town.as('eguchi').call(takeLetterIn, { id, intake_id: mintId(), client_id: mintId() });
    stages.push(await readReceipt(town, receipt.toLowerCase().replaceAll('-', ' ')));
    await town.as('eguchi').call(answerLetter, { id });
    await town.as('eguchi').call(answerLetter, { id });
    stages.push(await readReceipt(town, receipt));
    for (const [i, sentence] of [
      '受け取りました。',
      '窓口の担当が見ています。',
      'お返事をしました。',
    ].entries())
      expect(stages[i]).toContain(sentence);
    for (const text of stages) {
      for (const secret of ['ひみつ', '社協', '江口']) expect(text).not.toContain(secret);
    }
    expect(await readReceipt(town, '0000-0000-0000-0000')).toContain('この番号はありません');
  });
});

describe('a letter', () => {
  test('is forgotten ninety days after it came, thirty after the decision, and the first word stays', async () => {
    const { id, receipt } = await sendTo('eguchi', { trouble: '忘れられる言葉' });
    const left = await sendTo('eguchi', { trouble: 'まだ決めていない言葉' });
    const client_id = mintId();
    await town.as('eguchi').call(takeLetterIn, { id, intake_id: mintId(), client_id });
    const before = town.clock.now;
    const wait = (days: number) => {
      town.clock.now = new Date(before.getTime() + days * 86_400_000);
    };
    wait(89);
    await sweepLetters(town.database);
    expect((await town.look('select 1 from letters where id = $1', [id])).length).toBe(1);
    wait(91);
    expect(await sweepLetters(town.database)).toBeGreaterThan(0);
    expect(await town.look('select 1 from letters where id = $1', [id])).toEqual([]);
    expect(await town.look('select 1 from letter_decisions where letter_id = $1', [id])).toEqual([]);
    expect((await town.look('select 1 from letters where id = $1', [left.id])).length).toBe(1);
    expect((await town.look('select trouble from intakes where client_id = $1', [client_id]))[0]).toEqual({
      trouble: '忘れられる言葉',
    });
    expect(await readReceipt(town, receipt)).toContain('90日');
    town.clock.now = before;
  });
});

async function sendTo(who: string, said: Record<string, string>) {
  const { receipt } = await form.send({ ...said, ...eguchis });
  const { letters } = await town.as(who).call(listLetters, { box: 'waiting', limit: 200 });
  const words = said.wish ?? said.trouble;
  return { id: letters.find((one) => (one.wish ?? one.trouble) === words)?.id ?? '', receipt };
}
