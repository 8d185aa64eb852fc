import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import {
  publishNotice,
  readNotice,
  readNoticeWords,
  sendNoticeAgain,
  takeNoticeBack,
  writeNotice,
} from './api.ts';
import { openChannels } from './channels.ts';
import { sendNotices, sweepSubscriptions } from './jobs.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

/** A mail server of one's own; what it answers to an address can be said beforehand. */
const letters: { to: string; text: string }[] = [];
const answers = new Map<string, number>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _session, done) {
    const code = answers.get(address);
    done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
  },
  onData(stream, { envelope }, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      // Long header lines come folded.
      const text = Buffer.concat(parts).toString('utf8').replaceAll('\r\n ', ' ');
      letters.push({ to: envelope.rcptTo[0]?.address ?? '', text });
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const mail = {
  server: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  from: 'お知らせ <oshirase@example.jp>',
};
openChannels({ mail, line: null });
afterAll(() => {
  openChannels({ mail: null, line: null });
  server.close();
});
afterEach(() => {
  letters.length = 0;
  answers.clear();
});

const later = (ms: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + ms);
};
const form = async (lang = 'ja') => {
  const text = await (await town.app.request(`/notices/subscribe?lang=${lang}`)).text();
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { id: of('id'), at: of('at'), proof: of('proof') };
};
/** Asks by the public form as a hand does, and answers what the page says. */
async function ask(address: string, rest: Record<string, string> = {}, lang = 'ja') {
  const hidden = await form(lang);
  later(6_000);
  const body = new URLSearchParams({ ...hidden, address, ...rest });
  return town.app.request('/notices/subscribe', {
    method: 'POST',
    body,
    headers: { cookie: `kanaeau_language=${lang}` },
  });
}
const decoded = (text: string) =>
  Buffer.from(text.split('\r\n\r\n').slice(1).join('').replaceAll('\r\n', ''), 'base64').toString('utf8');
const plainOf = (text: string) => (/base64/.test(text) ? decoded(text) : text.replace(/=\r\n/g, ''));
const linkIn = (text: string) =>
  /\/notices\/subscription\/[\w-]+/.exec(plainOf(text).replaceAll('=3D', '='))?.[0] ?? '';
const post = (path: string, body = '') => town.app.request(path, { method: 'POST', body });
async function subscribe(address: string, rest: Record<string, string> = {}, lang = 'ja') {
  await ask(address, rest, lang);
  await sendNotices(town.database);
  const own = linkIn(letters.find(({ to }) => to === address)?.text ?? '');
  letters.length = 0;
  expect((await post(`${own}/confirm`)).status).toBe(200);
  return own;
}
async function publish(rest: object = {}, toLine = false) {
  const id = mintId();
  await ogata.call(writeNotice, {
    ...{
      id,
      title: '料理の集まり',
      words: 'みんなで料理をします。',
      themes: ['gathering'],
      shown_from: '2026-02-01',
    },
    ...rest,
  });
  await ogata.call(publishNotice, { id: mintId(), notice_id: id, to_line: toLine });
  return id;
}
const addresses = () =>
  town.look<{ address: string }>('select address from notice_subscriptions order by asked_at');

describe('who wants to hear of notices', () => {
  test('is written to once, says yes, hears of a notice once, and ends it with one post of the mail program', async () => {
    const own = await subscribe('nguyen@example.jp', { themes: 'gathering' }, 'vi');
    const id = await publish();
    await Promise.all([sendNotices(town.database), sendNotices(town.database)]);
    await sendNotices(town.database);
    expect(letters.map(({ to }) => to)).toEqual(['nguyen@example.jp']);
    expect(letters[0]?.text).toContain(`List-Unsubscribe: <http://localhost:3000${own}/end>`);
    expect(letters[0]?.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    // What is published again with a word mended is not sent again.
    await ogata.call(publishNotice, { id: mintId(), notice_id: id });
    await sendNotices(town.database);
    expect(letters).toHaveLength(1);
    expect((await ogata.call(readNotice, { id })).deliveries).toEqual([
      { channel: 'mail', state: 'sent', answer: null, messages: 1 },
    ]);
    expect((await post(`${own}/end`, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await addresses()).toEqual([]);
    expect((await town.app.request(own)).status).toBe(404);
    expect((await ogata.call(readNotice, { id })).deliveries[0]?.messages).toBe(1);
  });

  test('hears nothing before saying yes, and is forgotten after two days', async () => {
    await ask('nobody@example.jp');
    await sendNotices(town.database);
    expect(letters).toHaveLength(1);
    await publish();
    await sendNotices(town.database);
    expect(letters).toHaveLength(1);
    later(2 * 86_400_000 + 60_000);
    expect(await sweepSubscriptions(town.database)).toBe(1);
    expect(await addresses()).toEqual([]);
  });

  test('hears of the own district and theme, and of the whole town', async () => {
    const own = await subscribe('torikai@example.jp', {
      district: town.id('district:鳥飼'),
      themes: 'disaster',
    });
    await publish({ themes: ['disaster'], district_ids: [town.id('district:草野')] });
    await publish({ themes: ['gathering'], district_ids: [town.id('district:鳥飼')] });
    await sendNotices(town.database);
    expect(letters).toEqual([]);
    await publish({ themes: ['disaster'], district_ids: [town.id('district:鳥飼')] });
    await publish({ themes: ['disaster', 'help'] });
    await sendNotices(town.database);
    expect(letters).toHaveLength(2);
    await post(`${own}/end`);
  });

  test('is flooded by nobody: one letter an hour goes to an address, machines get the same answer and no letter', async () => {
    const first = await (await ask('often@example.jp')).text();
    expect(await (await ask('often@example.jp')).text()).toBe(first);
    expect(await (await ask('machine@example.jp', { website: 'x' })).text()).toBe(first);
    await sendNotices(town.database);
    expect(letters.map(({ to }) => to)).toEqual(['often@example.jp']);
    const hidden = await form();
    const quick = await post(
      '/notices/subscribe',
      new URLSearchParams({ ...hidden, address: 'quick@example.jp' }).toString(),
    );
    expect(quick.status).toBe(422);
    expect(await quick.text()).toContain('quick@example.jp');
    later(2 * 86_400_000 + 60_000);
    await sweepSubscriptions(town.database);
  });

  test('changes what is sent by asking anew: the newest yes holds', async () => {
    await subscribe('twice@example.jp', { themes: 'help' });
    later(3_700_000);
    const own = await subscribe('Twice@example.jp', { themes: 'children' });
    expect(await addresses()).toEqual([{ address: 'Twice@example.jp' }]);
    await post(`${own}/end`);
  });

  test('stays unknown: staff reads how many, and neither staff nor the trail holds an address', async () => {
    const own = await subscribe('secret@example.jp');
    const { subscriptions } = await ogata.call(readNoticeWords, {});
    expect(subscriptions).toEqual([{ language: 'ja', subscriptions: 1 }]);
    const trail = await town.look(
      "select 1 from audit_inbox where audit_inbox::text like '%secret@example%'",
    );
    const calls = await town.look("select 1 from calls where calls::text like '%secret@example%'");
    expect([trail, calls]).toEqual([[], []]);
    await post(`${own}/end`);
  });
});

describe('what cannot be sent', () => {
  test('is tried again when it was refused for now, and told to staff when it was refused for good', async () => {
    const soon = await subscribe('soon@example.jp');
    const never = await subscribe('never@example.jp');
    answers.set('soon@example.jp', 450).set('never@example.jp', 550);
    const id = await publish();
    await sendNotices(town.database);
    const states = async () =>
      (await ogata.call(readNotice, { id })).deliveries.map((d) => [d.state, d.answer]);
    expect(await states()).toEqual([
      ['failed', '550'],
      ['waiting', '450'],
    ]);
    answers.clear();
    later(120_000);
    await sendNotices(town.database);
    expect(letters.map(({ to }) => to)).toEqual(['soon@example.jp']);
    await ogata.call(sendNoticeAgain, { id });
    await sendNotices(town.database);
    expect(letters.map(({ to }) => to)).toEqual(['soon@example.jp', 'never@example.jp']);
    expect(await states()).toEqual([['sent', null]]);
    await post(`${soon}/end`);
    await post(`${never}/end`);
  });

  test('is not sent a second time when a process died in it; a person sees that nobody knows', async () => {
    const own = await subscribe('lost@example.jp');
    const id = await publish();
    openChannels({ mail: null, line: null });
    await sendNotices(town.database);
    const sender = { kind: 'system', name: 'notice_sender' } as const;
    const { sql } = await import('#platform/sql.ts');
    await town.database.as(sender, 'test', (db, act) =>
      db.run(
        sql`update notice_deliveries set state = 'sending', changed_at = ${act.now} where notice_id = ${id}::uuid`,
      ),
    );
    openChannels({ mail, line: null });
    later(11 * 60_000);
    await sendNotices(town.database);
    expect(letters).toEqual([]);
    expect((await ogata.call(readNotice, { id })).deliveries[0]?.state).toBe('unclear');
    await post(`${own}/end`);
  });

  test('is not sent at all once the notice was taken back', async () => {
    const own = await subscribe('late@example.jp');
    answers.set('late@example.jp', 450);
    const id = await publish();
    await sendNotices(town.database);
    await ogata.call(takeNoticeBack, { id });
    answers.clear();
    later(120_000);
    await sendNotices(town.database);
    expect(letters).toEqual([]);
    expect((await ogata.call(readNotice, { id })).deliveries[0]?.state).toBe('dropped');
    await post(`${own}/end`);
  });
});

test('LINE is told a notice once, under a key of its own, with nothing of anybody', async () => {
  const heard: { path: string; key: string; token: string; body: string }[] = [];
  let status = 500;
  const line = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const of = (name: string) => String(request.headers[name]);
    heard.push({
      ...{ path: request.url ?? '', key: of('x-line-retry-key'), token: of('authorization') },
      body: Buffer.concat(parts).toString('utf8'),
    });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready));
  const baseUrl = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  openChannels({ mail, line: { token: 'channel-token', baseUrl } });
  const id = await publish({}, true);
  await sendNotices(town.database);
  status = 200;
  later(120_000);
  await sendNotices(town.database);
  await sendNotices(town.database);
  line.close();
  openChannels({ mail, line: null });
  expect(heard.map(({ path, token }) => [path, token])).toEqual([
    ['/v2/bot/message/broadcast', 'Bearer channel-token'],
    ['/v2/bot/message/broadcast', 'Bearer channel-token'],
  ]);
  expect(heard[0]?.key).toBe(heard[1]?.key);
  expect(JSON.parse(heard[1]?.body ?? '{}').messages).toEqual([
    {
      type: 'text',
      text: `料理の集まり\n\nみんなで料理をします。\n\nhttp://localhost:3000/notices/${id}?lang=ja-easy`,
    },
  ]);
  expect((await ogata.call(readNotice, { id })).deliveries).toEqual([
    { channel: 'line', state: 'sent', answer: null, messages: 1 },
  ]);
});
