import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { publishNotice, readNotice, readNoticeWords, writeNotice } from './api.ts';
import { openChannels, readChannels } from './channels.ts';
import { sendNotices } from './jobs.ts';
import { housePushKeys, isPushAddress } from './push.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

/** A push service of one's own: what came, and what it answers to a path. */
const came: { path: string; headers: Record<string, unknown>; body: Buffer }[] = [];
const answers = new Map<string, number>();
const service = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  came.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
  response.writeHead(answers.get(request.url ?? '') ?? 201).end();
});
await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready));
const host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
const push = { contact: 'mailto:oshirase@example.jp', hosts: [host] };
openChannels({ mail: null, line: null, push });
await sendNotices(town.database);
afterAll(() => {
  openChannels({ mail: null, line: null });
  service.close();
});

/** A browser: its keys, and how it reads what was sealed for it (RFC 8291, aes128gcm), written from the standard alone. */
function openDevice(path: string) {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  const part = (key: Buffer | Uint8Array, salt: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, info, length));
  const open = (body: Buffer): { title: string; link: string } => {
    const salt = body.subarray(0, 16);
    const size = body.readUInt8(20);
    const theirs = body.subarray(21, 21 + size);
    const sealed = body.subarray(21 + size);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs]);
    const secret = part(pair.computeSecret(theirs), auth, info, 32);
    const key = part(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = part(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8'));
  };
  const keys = { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') };
  return { endpoint: `http://${host}${path}`, path, keys, open };
}
type Device = ReturnType<typeof openDevice>;

const later = (ms: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + ms);
};
/** Sends what the page's script sends, from the form as it is handed out. */
async function subscribe(device: Device, rest: Record<string, string> = {}): Promise<number> {
  const text = await (await town.app.request('/notices/push?lang=en')).text();
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  later(6_000);
  const body = new URLSearchParams({
    ...{ id: of('id'), at: of('at'), proof: of('proof'), language: of('language') },
    ...{ endpoint: device.endpoint, ...device.keys, ...rest },
  });
  return (await town.app.request('/notices/push', { method: 'POST', body })).status;
}
const end = async (device: Device) =>
  (
    await town.app.request('/notices/push/end', {
      method: 'POST',
      body: new URLSearchParams({ endpoint: device.endpoint }),
    })
  ).status;
async function publish(rest: object = {}): Promise<string> {
  const id = mintId();
  const said = { title: '料理の集まり', words: 'みんなで料理をします。', themes: ['gathering'] as never };
  await ogata.call(writeNotice, { id, ...said, shown_from: '2026-02-01', ...rest });
  await ogata.call(publishNotice, { id: mintId(), notice_id: id });
  return id;
}
const devices = () => town.look('select 1 from notice_subscriptions where push_keys is not null');

describe('a device that wants to hear of notices', () => {
  test('is told each once, sealed: the title and the link, and nothing else', async () => {
    const device = openDevice('/once');
    expect(await subscribe(device)).toBe(204);
    const id = await publish();
    await Promise.all([sendNotices(town.database), sendNotices(town.database)]);
    await sendNotices(town.database);
    expect(came.map(({ path }) => path)).toEqual(['/once']);
    const [one] = came;
    expect(device.open(one?.body ?? Buffer.alloc(0))).toEqual({
      title: '料理の集まり',
      link: `http://localhost:3000/notices/${id}?lang=en`,
    });
    expect(one?.body.toString('latin1')).not.toContain('notices');
    expect((await ogata.call(readNotice, { id })).deliveries).toEqual([
      { channel: 'push', state: 'sent', answer: null, messages: 1 },
    ]);
    expect(await end(device)).toBe(204);
    expect(await devices()).toEqual([]);
    await publish();
    await sendNotices(town.database);
    expect(came.splice(0)).toHaveLength(1);
  });

  test('sees by the signature that it is this house', async () => {
    const device = openDevice('/signed');
    await subscribe(device);
    await publish();
    await sendNotices(town.database);
    const said = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(
      String(came[0]?.headers.authorization),
    );
    const [, head = '', claims = '', signature = '', key = ''] = said ?? [];
    expect(key).toBe(housePushKeys().publicKey);
    const point = Buffer.from(key, 'base64url');
    const jwk = {
      ...{ kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url') },
      y: point.subarray(33).toString('base64url'),
    };
    const known = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
    expect(
      verify('sha256', Buffer.from(`${head}.${claims}`), known, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect([aud, sub]).toEqual([`http://${host}`, 'mailto:oshirase@example.jp']);
    await end(device);
    came.length = 0;
  });

  test('hears of the own themes, and asks anew in the place of what it had asked for', async () => {
    const device = openDevice('/themes');
    await subscribe(device, { themes: 'disaster' });
    await publish();
    await sendNotices(town.database);
    expect(came).toEqual([]);
    await subscribe(device, { themes: 'gathering' });
    expect(await devices()).toHaveLength(1);
    await publish();
    await sendNotices(town.database);
    expect(came.splice(0)).toHaveLength(1);
    await end(device);
  });

  test('that has ended it is forgotten; one that cannot be reached now is told later', async () => {
    const [gone, busy] = [openDevice('/gone'), openDevice('/busy')];
    await subscribe(gone);
    await subscribe(busy);
    answers.set('/gone', 410).set('/busy', 503);
    const id = await publish();
    await sendNotices(town.database);
    expect(await devices()).toHaveLength(1);
    expect(
      (await ogata.call(readNotice, { id })).deliveries.map(({ state, answer }) => [state, answer]),
    ).toEqual([
      ['failed', '410'],
      ['waiting', '503'],
    ]);
    answers.clear();
    came.length = 0;
    later(120_000);
    await sendNotices(town.database);
    expect(came.splice(0).map(({ path }) => path)).toEqual(['/busy']);
    await end(busy);
  });

  test('is called at no host but those that are named, and staff never sees where it is', async () => {
    const device = openDevice('/known');
    for (const endpoint of [
      'https://example.jp/x',
      'http://localhost/x',
      `https://user@${host}/x`,
      'nothing',
    ])
      expect([endpoint, await subscribe({ ...device, endpoint })]).toEqual([endpoint, 422]);
    expect(await subscribe(device, { p256dh: 'x' })).toBe(422);
    expect(await devices()).toEqual([]);
    await subscribe(device);
    openChannels({ mail: null, line: null, push: { ...push, hosts: ['fcm.googleapis.com'] } });
    const id = await publish();
    await sendNotices(town.database);
    expect(came).toEqual([]);
    const [read, words] = [await ogata.call(readNotice, { id }), await ogata.call(readNoticeWords, {})];
    expect(read.deliveries).toMatchObject([{ channel: 'push', state: 'failed', answer: 'HOST' }]);
    expect(JSON.stringify([read, words])).not.toContain('/known');
    const trail = await town.look("select 1 from audit_inbox where audit_inbox::text like '%/known%'");
    expect(trail).toEqual([]);
    openChannels({ mail: null, line: null, push });
    await end(device);
  });
});

describe('a house that has not turned it on', () => {
  test('shows no page of it, takes no device, and calls nobody', async () => {
    const device = openDevice('/off');
    openChannels({ mail: null, line: null });
    expect((await town.app.request('/notices/push')).status).toBe(302);
    expect(await (await town.app.request('/notices')).text()).not.toContain('/notices/push');
    expect(await subscribe(device)).not.toBe(204);
    expect(await devices()).toEqual([]);
    openChannels({ mail: null, line: null, push });
  });

  test('turns it on by saying who answers for it; the services of the browsers are known', () => {
    expect(readChannels({}).push).toBeNull();
    const read = readChannels({ KANAEAU_PUSH_CONTACT: 'mailto:a@example.jp' }).push;
    if (!read) throw new Error('not read');
    for (const address of ['https://fcm.googleapis.com/fcm/send/x', 'https://web.push.apple.com/x'])
      expect(isPushAddress(read, address)).toBe(true);
    for (const address of [
      'http://fcm.googleapis.com/x',
      'https://push.apple.com.example.jp/x',
      'https://127.0.0.1/x',
    ])
      expect(isPushAddress(read, address)).toBe(false);
    for (const env of [
      { KANAEAU_PUSH_CONTACT: 'a' },
      { KANAEAU_PUSH_CONTACT: 'mailto:a@b', KANAEAU_PUSH_HOSTS: 'https://x' },
    ])
      expect(() => readChannels(env)).toThrow('KANAEAU_PUSH_CONTACT');
  });
});
