import { describe, expect, it } from 'vitest';
import { nestFields, valueAt } from './nest.ts';

describe('fields with a path as their name', () => {
  it('make up records and lists', () => {
    const fields = {
      month: '2026-01',
      'counts.face': 12,
      'counts.phone': 3,
      'people.0.name': '石橋',
      'people.1.name': '原',
    };
    expect(nestFields(fields)).toEqual({
      month: '2026-01',
      counts: { face: 12, phone: 3 },
      people: [{ name: '石橋' }, { name: '原' }],
    });
  });

  it('leave an empty record where every field is blank, so that each can be asked for by its name', () => {
    expect(JSON.stringify(nestFields({ 'counts.face': undefined }))).toBe('{"counts":{}}');
  });

  it('begin with what stands at that path, or with nothing', () => {
    const record = { counts: { face: 12 }, people: [{ name: '石橋' }] };
    expect(valueAt(record, 'counts.face')).toBe(12);
    expect(valueAt(record, 'people.0.name')).toBe('石橋');
    expect(valueAt(record, 'counts.phone')).toBeUndefined();
    expect(valueAt(undefined, 'counts.phone')).toBeUndefined();
    expect(valueAt({ counts: null }, 'counts.phone')).toBeUndefined();
  });
});
