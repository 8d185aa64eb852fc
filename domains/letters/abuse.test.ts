import { describe, expect, test } from 'vitest';
import { openAddressReader } from '#platform/caller-address.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { createApp } from '../../server/app.ts';
import { listLetters, readLetterForm, readLetterState, sendLetter } from './api.ts';
import { openPublicForm, readReceipt } from './rig.ts';

const town = await openTown('cast');
const form = openPublicForm(town);
const rows = (where: string) =>
  town.look<{ n: number }>(`select count(*)::int as n from letters where ${where}`);
const held = async (reason: string) => (await rows(`held_back = '${reason}'`))[0]?.n;

/** The answer without what differs between any two letters. */
function normal({ status, text }: { status: number; text: string }) {
  return `${status} ${text.replace(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/g, 'code')}`;
}

describe('what looks like a machine’s work', () => {
  test('is answered as everything is, and waits apart from what a hand wrote', async () => {
    const good = await form.send({ wish: 'ひとの声' });
    const trap = await form.send({ wish: 'わなの声', website: 'https://example.jp' });
    const quick = await form.post(await form.open(), { wish: '早すぎる声' });
    const forged = await form.post(
      { hidden: { id: mintId(), at: '1', proof: 'x' }, text: '' },
      { wish: '作られた声' },
    );
    for (const answer of [trap, quick, forged]) expect(normal(answer)).toBe(normal(good));
    expect([await held('hidden_field'), await held('too_fast')]).toEqual([1, 2]);
    const box = await town.as('eguchi').call(listLetters, {});
    expect(box.letters.map(({ wish }) => wish)).toContain('ひとの声');
    expect(box.letters.map(({ wish }) => wish)).not.toContain('わなの声');
    expect(box.held_back).toBe(3);
    const apart = await town.as('eguchi').call(listLetters, { box: 'held_back' });
    expect(apart.letters.map(({ wish }) => wish).sort()).toEqual(
      ['わなの声', '作られた声', '早すぎる声'].sort(),
    );
    for (const { receipt } of [good, trap])
      expect(await readReceipt(town, receipt)).toContain('受け取りました');
  });

  test('is not read at all when no hand can have typed so much', async () => {
    const good = await form.send({ wish: 'ふつうの長さ' });
    const huge = await form.send({ wish: 'あ'.repeat(200_000) });
    expect(normal(huge)).toBe(normal(good));
    expect(await readReceipt(town, huge.receipt)).toContain('受け取りました');
    expect((await rows('length(wish) > 3000'))[0]?.n).toBe(0);
  });

  test('waits apart when much of it comes over one connection, and no address is kept', async () => {
    const app = createApp({
      database: town.database,
      findTrouble: async () => null,
      rate: { perSecond: 1000, burst: 10_000 },
    });
    const limited = openPublicForm({ ...town, app });
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await limited.send({ wish: `続けて${i}` }));
    expect(new Set(answers.map(normal)).size).toBe(1);
    expect(await held('too_many')).toBe(2);
    const columns = await town.look<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'letters'",
    );
    expect(columns.filter(({ column_name }) => /ip$|address|agent|host/.test(column_name))).toEqual([]);
  });

  test('is counted by who wrote, not by the proxy the town has named before it', async () => {
    const app = createApp({
      database: town.database,
      findTrouble: async () => null,
      rate: { perSecond: 1000, burst: 10_000 },
      addressOf: openAddressReader('10.0.0.0/8'),
    });
    const from = (writer: string) => {
      const proxy = { incoming: { socket: { remoteAddress: '10.0.0.1' } } };
      const behind = (path: string, init: RequestInit = {}) =>
        app.request(path, { ...init, headers: { ...init.headers, 'x-forwarded-for': writer } }, proxy);
      return openPublicForm({ ...town, app: { request: behind } as typeof app });
    };
    const before = (await held('too_many')) ?? 0;
    for (let i = 0; i < 12; i++) await from(`192.0.2.${i}`).send({ wish: `別の家から${i}` });
    expect(await held('too_many')).toBe(before);
    for (let i = 0; i < 12; i++) await from('192.0.2.99').send({ wish: `同じ家から${i}` });
    expect(await held('too_many')).toBe(before + 2);
  });

  test('is held back when a flood comes, and not kept when the flood goes on; the answer stays the same', async () => {
    const good = normal(await form.send({ wish: 'しずかな日' }));
    const fill = (held_back: string | null) =>
      town.look(
        `insert into letters (id, window_chosen, language, wish, held_back, receipt_hash, received_at, holder_id)
         select gen_random_uuid(), false, 'ja', 'x', $1, decode(md5(n::text || coalesce($1, '')), 'hex'), $2, $3
         from generate_series(1, 300) n`,
        [held_back, town.clock.now, town.id('body:社協')],
      );
    await fill(null);
    const flooded = await form.send({ wish: '大水の日' });
    expect([normal(flooded), await held('flood')]).toEqual([good, 1]);
    await fill('too_many');
    const before = (await rows('true'))[0]?.n;
    const full = await form.send({ wish: 'わなの声', website: 'x' });
    expect(normal(full)).toBe(good);
    expect((await rows('true'))[0]?.n).toBe(before);
    expect(await readReceipt(town, full.receipt)).toContain('受け取りました');
  });
});

describe('the box', () => {
  test('is opened by nobody but the window, and filled by nobody but the public form', async () => {
    for (const who of ['shiraishi', 'mori', 'tsutsumi'])
      await expectRefusal(town.as(who).call(listLetters, {}), 'not_allowed');
    for (const op of [readLetterForm, sendLetter, readLetterState]) {
      await expectRefusal(town.anonymous.call(op, {} as never), 'not_signed_in');
      await expectRefusal(town.as('eguchi').call(op, {} as never), 'not_allowed');
    }
    const seen = await town.database.as({ kind: 'system', name: 'letterbox' }, 'test', (db) =>
      db.driver.executeSql('select id from letters union all select letter_id from letter_decisions'),
    );
    expect(seen.rows).toEqual([]);
  });
});
