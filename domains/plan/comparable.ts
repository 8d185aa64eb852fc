import type { District } from '#domains/districts/api.ts';
import { describeDistrict } from '#domains/districts/model.ts';

/**
 * The district in which another one's years are counted today: the one it was merged into, and that again. What was
 * split has no single one: its years stay under its own name.
 *
 * @param on the day that is today
 */
export function todaysDistrict(districts: readonly District[], id: string | null, on: string): string | null {
  const changes = districts.find((district) => district.id === id)?.changes ?? [];
  const merged = changes.find(({ kind, starts_on }) => kind === 'merged' && starts_on <= on);
  return merged?.into ? todaysDistrict(districts, merged.into.id, on) : id;
}

/** The name a district had in a year, and what became of it; in today's districts, its name today. */
export function nameIn(district: District, on: string, cut: 'as_was' | 'today'): string {
  if (cut === 'as_was') return describeDistrict(district, on);
  const split = district.changes.filter(({ kind }) => kind === 'split');
  return describeDistrict({ name: district.name, changes: split }, on);
}
