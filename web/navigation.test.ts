import { describe, expect, it } from 'vitest';
import type { Me } from '#ui/me.ts';
import { navigationFor } from './navigation.ts';

function asRole(role: string | null): Me {
  const post = role && {
    id: role,
    role,
    body: { id: 'b', name: 'ふれあいの会' },
    district: { id: 'd', name: '荘島' },
    starts_on: '2025-04-01',
    ends_on: null,
    acting_for: null,
    needs_second_factor: false,
  };
  return {
    account: { id: 'a', name: '古賀', sign_in_name: 'koga' },
    current: post || null,
    finishing: false,
    districts: [],
    posts: post ? [post] : [],
    town: { name: '見本', sample: true, empty: false },
    today: '2026-02-02',
    second_factor: 'none',
    factors: { totp: false, passkeys: 0 },
    sign_on: null,
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

  it('leaves out what an ended post may no longer do', () => {
    expect(addressesFor({ ...asRole('visitor'), finishing: true })).not.toContain('/households');
  });

  it('has no heading without an entry below it', () => {
    expect(navigationFor(asRole(null)).every(({ items }) => items.length > 0)).toBe(true);
  });
});
