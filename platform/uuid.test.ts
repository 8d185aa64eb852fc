import { afterEach, describe, expect, it, vi } from 'vitest';
import { mintId } from './uuid.ts';

describe('an id', () => {
  afterEach(() => vi.useRealTimers());

  it('is a UUID of version 7', () => {
    expect(mintId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('carries the moment it was minted in', () => {
    vi.useFakeTimers({ now: new Date('2126-02-02T01:23:45.678Z') });
    const moment = Number.parseInt(mintId().replaceAll('-', '').slice(0, 12), 16);
    expect(new Date(moment).toISOString()).toBe('2126-02-02T01:23:45.678Z');
  });

  it('sorts after the one minted before it, within a millisecond too', () => {
    vi.useFakeTimers({ now: new Date('2127-02-02T00:00:00Z') });
    const ids = Array.from({ length: 20_000 }, () => mintId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sorts after the one before it when the clock is set back', () => {
    vi.useFakeTimers({ now: new Date('2128-02-02T00:00:00Z') });
    const before = mintId();
    vi.setSystemTime(new Date('2128-02-01T00:00:00Z'));
    expect(mintId() > before).toBe(true);
  });
});
