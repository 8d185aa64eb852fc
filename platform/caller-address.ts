import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import * as m from '#messages';
import { Refusal } from './refusal.ts';

/** Where a call comes from, for limits only: it stands in memory while calls are counted, and is never logged or kept. */
export type ReadAddress = (c: Context) => string;

/**
 * Reads the caller's address: the peer's, or, where the peer is a proxy the town named, the nearest address of
 * `X-Forwarded-For` that is none of them. What anybody else says in that header is not believed. Of an IPv6 address the
 * network counts (its first 64 bits), since one connection is given all of it.
 *
 * @param said `KANAEAU_TRUSTED_PROXIES`: addresses and networks (CIDR), by comma or space
 * @throws Refusal `invalid` where one of them is neither
 */
export function openAddressReader(said = ''): ReadAddress {
  const trusted = openTrust(said);
  return (c) => {
    let nearest = peerOf(c);
    if (nearest === null) return 'local';
    // From the nearest to the farthest: what lies beyond the first address that is no proxy of ours was written by anybody.
    const told = c.req.header('x-forwarded-for')?.split(',').reverse() ?? [];
    for (const one of told) {
      if (!trusted(nearest)) break;
      const before = plainAddress(one);
      if (before === null) break;
      nearest = before;
    }
    return isIP(nearest) === 6 ? networkOf(nearest) : nearest;
  };
}

/** Whether a call came over TLS. */
export type ReadTls = (c: Context) => boolean;

/**
 * Reads whether a call came over TLS: to us, or to a proxy the town named, which says so in `X-Forwarded-Proto`. From anybody
 * else that header is not believed.
 *
 * @param said `KANAEAU_TRUSTED_PROXIES`, as above
 * @throws Refusal `invalid`, as above
 */
export function openTlsReader(said = ''): ReadTls {
  const trusted = openTrust(said);
  return (c) => {
    if (socketOf(c)?.encrypted === true) return true;
    const peer = peerOf(c);
    return peer !== null && trusted(peer) && c.req.header('x-forwarded-proto') === 'https';
  };
}

function openTrust(said: string): (address: string) => boolean {
  const proxies = new BlockList();
  for (const one of said.split(/[\s,]+/).filter(Boolean)) trust(proxies, one);
  return (address) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function socketOf({ env }: Context) {
  return (env as { incoming?: { socket?: { remoteAddress?: string; encrypted?: boolean } } } | undefined)
    ?.incoming?.socket;
}

/** Null for who calls over a socket of this machine. */
function peerOf(c: Context): string | null {
  return plainAddress(socketOf(c)?.remoteAddress ?? '');
}

function trust(proxies: BlockList, said: string): void {
  const [written = '', bits, ...more] = said.split('/');
  const version = isIP(written);
  const most = version === 6 ? 128 : 32;
  const length = bits === undefined ? most : Number(bits);
  const sound = version !== 0 && more.length === 0 && bits !== '' && Number.isInteger(length);
  if (!sound || length < 0 || length > most)
    throw new Refusal('invalid', m.platform_refused_trusted_proxies({ said }));
  proxies.addSubnet(written, length, version === 6 ? 'ipv6' : 'ipv4');
}

/** Without port, brackets, zone and the IPv6 clothes of an IPv4 address; null for what is no address. */
function plainAddress(said: string): string | null {
  const bare = said
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) === 0 ? null : bare;
}

function networkOf(address: string): string {
  const [left = [], right] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const gap = right === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(gap).fill('0'), ...(right ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
