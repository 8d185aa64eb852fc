import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { openAddressReader, openTlsReader } from './caller-address.ts';

/** What is read of a call from a peer that says it was forwarded for others. */
async function read(trusted: string | undefined, peer: string | undefined, forwarded?: string) {
  const addressOf = openAddressReader(trusted);
  const app = new Hono().get('/', (c) => c.text(addressOf(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const response = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } });
  return response.text();
}

describe('the caller’s address', () => {
  test('is the peer’s while no proxy is named, whatever the call says of itself', async () => {
    expect(await read(undefined, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(await read('', '127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
    expect(await read('10.0.0.0/8', '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(await read('10.0.0.0/8', undefined, '198.51.100.1')).toBe('local');
  });

  test('is what the named proxy says, and of its words only the nearest that is none of ours', async () => {
    expect(await read('10.0.0.0/8', '10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
    expect(await read('10.0.0.0/8', '10.0.0.1', 'forged, 192.0.2.7, 198.51.100.1, 10.1.2.3')).toBe(
      '198.51.100.1',
    );
    expect(await read('127.0.0.1 ::1', '::ffff:127.0.0.1', '198.51.100.1:4711')).toBe('198.51.100.1');
    expect(await read('10.0.0.0/8', '10.0.0.1')).toBe('10.0.0.1');
    expect(await read('10.0.0.0/8', '10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(await read('10.0.0.0/8', '10.0.0.1', '192.0.2.7, unknown')).toBe('10.0.0.1');
  });

  test('is the network of an IPv6 address', async () => {
    expect(await read('fd00::/8', 'fd00::1', '[2001:db8:1:2:3:4:5:6]:443')).toBe('2001:db8:1:2');
    expect(await read(undefined, '2001:db8:1:2::9')).toBe('2001:db8:1:2');
    expect(await read(undefined, 'fe80::1%eth0')).toBe('fe80:0:0:0');
  });

  test('is not read where a proxy is named wrongly: the start says so', () => {
    for (const said of ['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', '10.0.0.0/x'])
      expect(() => openAddressReader(said), said).toThrow(said);
  });
});

/** What a call from that peer is taken for that says of itself it came over TLS. */
async function overTls(trusted: string | undefined, socket: object | undefined, proto = 'https') {
  const read = openTlsReader(trusted);
  const app = new Hono().get('/', (c) => c.text(String(read(c))));
  const response = await app.request(
    '/',
    { headers: { 'x-forwarded-proto': proto } },
    { incoming: { socket } },
  );
  return response.text();
}

describe('whether a call came over TLS', () => {
  test('is what a named proxy says, and nobody else', async () => {
    expect(await overTls('10.0.0.0/8', { remoteAddress: '10.0.0.1' })).toBe('true');
    expect(await overTls('10.0.0.0/8', { remoteAddress: '::ffff:10.0.0.1' })).toBe('true');
    expect(await overTls('10.0.0.0/8', { remoteAddress: '10.0.0.1' }, 'http')).toBe('false');
    expect(await overTls('10.0.0.0/8', { remoteAddress: '203.0.113.9' })).toBe('false');
    expect(await overTls(undefined, { remoteAddress: '127.0.0.1' })).toBe('false');
    expect(await overTls('10.0.0.0/8', undefined)).toBe('false');
  });

  test('is seen where it came to us', async () => {
    const socket = { remoteAddress: '203.0.113.9', encrypted: true };
    expect(await overTls(undefined, socket, 'http')).toBe('true');
  });
});
