import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { State } from '../../model.ts';

interface Origin {
  readonly author: { readonly role: string; readonly body: string | null };
  readonly on: string;
}

/** 計画担当（地域福祉課）, 2026年2月2日 */
export function writeOrigin({ author, on }: Origin): string {
  const role = author.role in roleWords ? roleWords[author.role as Role]() : author.role;
  return m.disposals_origin({ role, body: author.body ?? '', day: formatDay(on) });
}

/** 2020年4月1日から2021年3月31日まで */
export function writePeriod(first: string | null, last: string | null): string {
  if (!first || !last) return m.disposals_no_period();
  return m.disposals_from_to({ first: formatDay(first), last: formatDay(last) });
}

export const stateTones: Record<State, 'neutral' | 'blue' | 'green' | 'yellow'> = {
  made: 'blue',
  submitted: 'yellow',
  approved: 'yellow',
  given_up: 'neutral',
  carried_out: 'green',
};
