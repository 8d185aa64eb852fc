import { describe, expect, test } from 'vitest';
import { openTown } from '#test/town.ts';
import { createApp } from './app.ts';

const town = await openTown('cast');
const code = 'ABCD-EFGH-JKMN-PQRS';

/** Every form that anybody may send with a code or a link, and what it sends. */
const forms: readonly (readonly [string, Record<string, string>])[] = [
  ['/town/joining', { code }],
  ['/town/joining/heads', { code, heads: '2' }],
  ['/town/joining/giving-up', { code }],
  ['/tell-us/receipt', { code }],
  ['/wish-card/receipt', { code }],
  ['/wish-card/withdrawal', { code }],
  ['/came/ABCD', {}],
  ['/my-record', { code }],
  ['/my-record/questions', { code, kind: 'ask', words: 'だれが見ましたか' }],
  ['/notices/subscription/abcd/confirm', {}],
  ['/notices/subscription/abcd/end', {}],
];

describe('a form that anybody may send', () => {
  const post = (app: typeof town.app, path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });

  test('says in a sentence that it was sent too often, and what to do', async () => {
    const app = createApp({
      ...{ database: town.database, findTrouble: async () => null },
      rate: { perSecond: 0.001, burst: 4 },
      // Each form comes from a connection of its own.
      addressOf: (c) => c.req.path,
    });
    for (const [path, fields] of forms) {
      await post(app, path, fields);
      const answer = await post(app, path, fields);
      const text = (await answer.text()).replace(/《[^》]*》|<r[tp]>[^<]*<\/r[tp]>|<[^>]*>|｜/g, '');
      expect([path, answer.status, /待って/.test(text)]).toEqual([path, 429, true]);
      // What was written in words is there to be sent again.
      if (fields.words) expect(text).toContain(fields.words);
    }
  });

  test('is not read when no hand can have typed so much', async () => {
    for (const [path, fields] of forms) {
      let sent = 0;
      const part = new TextEncoder().encode(`${new URLSearchParams(fields)}&filler=`.padEnd(10_000, 'x'));
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += part.length;
          if (sent > 20_000_000) controller.close();
          else controller.enqueue(part);
        },
      });
      const answer = await town.app.request(path, {
        ...{ method: 'POST', body, duplex: 'half' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      } as RequestInit);
      expect([path, answer.status < 500, sent < 1_000_000]).toEqual([path, true, true]);
    }
  });
});
