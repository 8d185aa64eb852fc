import { describe, expect, it } from 'vitest';
import type { Me } from '#ui/me.ts';
import { navigationFor } from './navigation.ts';

function asRole(role: string | null): Me {
  const post = role === null ? null : { id: role, role, district: null, body: null };
  return {
    account: { id: 'a', name: '古賀' },
    current: post,
    posts: post ? [{ ...post, ends_on: null }] : [],
    town: { name: '見本', sample: true, empty: false },
    today: '2026-02-02',
    second_factor: 'none',
  };
}

const addressesFor = (me: Me) => navigationFor(me).flatMap(({ items }) => items.map(({ to }) => to));

describe('the main menu', () => {
  it('has nothing for somebody who is not signed in', () => {
    expect(navigationFor({ ...asRole('visitor'), account: null })).toEqual([]);
  });

  it('has only what needs no operation for somebody without a post', () => {
    expect(addressesFor(asRole(null))).toContain('/help');
    expect(addressesFor(asRole(null))).not.toContain('/visits');
  });

  it('has no heading without an entry below it', () => {
    expect(navigationFor(asRole(null)).every(({ items }) => items.length > 0)).toBe(true);
  });
});
