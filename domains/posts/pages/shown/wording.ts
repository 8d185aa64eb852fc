import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { type PostState, type Role, roleWords } from '../../model.ts';

/** A term in words; without an end it runs until further notice. */
export function writeTerm({ starts_on, ends_on }: { starts_on: string; ends_on: string | null }): string {
  const [first, last] = [formatDay(starts_on), ends_on === null ? '' : formatDay(ends_on)];
  return last === '' ? m.posts_term_open({ first }) : m.posts_term({ first, last });
}

/** A role, and the district it is held in. */
export function writeHat(role: Role, district: string | null): string {
  return district === null ? roleWords[role]() : m.posts_hat({ role: roleWords[role](), district });
}

export const accountStateWords = {
  invited: m.posts_account_invited,
  active: m.posts_account_active,
  closed: m.posts_account_closed,
};

export const postStateTones = {
  future: 'blue',
  current: 'green',
  finishing: 'yellow',
  ended: 'neutral',
} as const satisfies Record<PostState, string>;
