import { describe, expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { readMe, signIn } from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { openTown } from '../test/town.ts';
import { createApp } from './app.ts';

const town = await openTown('cast');
const tls = { 'x-forwarded-proto': 'https' };

describe('every answer', () => {
  test.each(['/api/me', '/api/households', '/api/nothing-here', '/healthz'])(
    'of %s carries the headers',
    async (path) => {
      const { headers } = await town.anonymous.fetch(path, { headers: tls });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain(
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store');
    },
  );
});

const elsewhere: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
];

test('a command from another site is refused, with or without a cookie', async () => {
  for (const headers of elsewhere) {
    const response = await town.anonymous.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost:3000', ...headers },
      body: JSON.stringify({ sign_in_name: 'koga', password: samplePassword }),
    });
    expect(response.status).toBe(403);
  }
});

test('a form of another site cannot speak as JSON: what is not an object is refused', async () => {
  const response = await town.anonymous.fetch('/api/session', {
    method: 'POST',
    body: 'sign_in_name=koga&password=x',
  });
  expect(response.status).toBe(422);
});

test('over TLS the session’s cookie is this host’s alone, and the plain one is not read', async () => {
  const sign = async (headers: Record<string, string>) => {
    const response = await town.anonymous.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ sign_in_name: 'koga', password: samplePassword }),
    });
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const cookie = await sign(tls);
  expect(cookie).toMatch(/^__Host-kanaeau_session=/);
  const me = async (headers: Record<string, string>) =>
    ((await (await town.anonymous.fetch('/api/me', { headers })).json()) as { account: unknown }).account;
  expect(await me({ ...tls, cookie })).not.toBeNull();
  expect(await me({ ...tls, cookie: cookie.replace('__Host-', '') })).toBeNull();
});

test('signing in anew ends the session the browser had, and gives another', async () => {
  const browser = town.browser();
  const first = await browser.call(signIn, { sign_in_name: 'koga', password: samplePassword });
  const second = await browser.call(signIn, { sign_in_name: 'furukawa', password: samplePassword });
  expect(second.session).not.toBe(first.session);
  const [old] = await town.look<{ ended_at: Date | null }>('select ended_at from sessions where id = $1', [
    first.session,
  ]);
  expect(old?.ended_at).not.toBeNull();
  expect((await browser.call(readMe, {})).account?.sign_in_name).toBe('furukawa');
});

test('a method that an address does not have is not answered as another', async () => {
  for (const method of ['PATCH', 'OPTIONS', 'TRACE_ME']) {
    const response = await town.anonymous.fetch('/api/me', { method });
    expect(response.status).toBe(404);
  }
});

test('no read changes anything: every operation that changes is no GET', () => {
  const reads = operations.filter(({ declared }) => declared.route.startsWith('GET '));
  expect(
    reads
      .filter(({ name }) => /^(record|write|add|end|close|give|set|remove|change)/.test(name))
      .map(({ name }) => name),
  ).toEqual([]);
  expect(reads.length).toBeGreaterThan(40);
});

test('a bug is answered with a number and no detail', async () => {
  const { tellBug } = await import('#platform/serve.ts');
  const { Hono } = await import('hono');
  const app = new Hono().get('/', (c) => tellBug(c, 'the-number'));
  const response = await app.request('/');
  expect(response.status).toBe(500);
  expect(JSON.stringify(await response.json())).not.toMatch(/at .*\.ts|select |stack/i);
});

test('who is no proxy of the town is not believed that a call came over TLS', async () => {
  const app = createApp({ database: town.database, findTrouble: async () => null, rate: null });
  const { headers } = await app.request(
    '/api/session',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...tls },
      body: JSON.stringify({ sign_in_name: 'koga', password: samplePassword }),
    },
    { incoming: { socket: { remoteAddress: '203.0.113.9' } } },
  );
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('set-cookie')).toMatch(/^kanaeau_session=/);
});
