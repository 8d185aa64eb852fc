import * as m from '#messages';
import { formatEraDay } from '#platform/calendar.ts';

/** 統合, 分割, 改称. */
export const districtChanges = ['merged', 'split', 'renamed'] as const;

interface Named {
  readonly name: string;
  readonly changes: readonly {
    readonly kind: (typeof districtChanges)[number];
    readonly starts_on: string;
    readonly into: { readonly name: string } | null;
    readonly name_before: string | null;
  }[];
}

/**
 * The name a district had on a day, and what became of it: 「草野（令和8年4月1日に山本校区と統合）」.
 *
 * @param on the last day that is spoken of; a name that came later is not used for it
 */
export function describeDistrict({ name, changes }: Named, on: string): string {
  const inOrder = changes.toSorted((a, b) => a.starts_on.localeCompare(b.starts_on));
  const renamed = inOrder.find(({ kind, starts_on }) => kind === 'renamed' && starts_on > on);
  const called = renamed?.name_before ?? name;
  const ended = inOrder.filter(({ kind }) => kind !== 'renamed');
  const [first] = ended;
  if (!first) return called;
  const others = ended.map(({ into }) => into?.name ?? '').join(m.districts_comma());
  const said = { name: called, day: formatEraDay(first.starts_on), others };
  return first.kind === 'merged' ? m.districts_merged_name(said) : m.districts_split_name(said);
}

/**
 * Whether six digits are a code of a local government (全国地方公共団体コード): the last is a check digit over the
 * five before it, weighted 6 to 2, modulo 11.
 */
export function isTownCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const digits = [...code].map(Number);
  const sum = digits.slice(0, 5).reduce((total, digit, i) => total + digit * (6 - i), 0);
  return (11 - (sum % 11)) % 10 === digits[5];
}
