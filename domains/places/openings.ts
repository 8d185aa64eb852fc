import { weekdays } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { addDays, type Day } from '#platform/calendar.ts';
import type { OpeningRule, ShownDay } from './model.ts';

/** A day on which a place is open, or on which it would have been and is not. */
export interface Opening {
  readonly day: Day;
  readonly from: string;
  readonly until: string | null;
  readonly closed: boolean;
  readonly words: string | null;
}

/**
 * The days on which a place is open, in their order: what its rules give, what is open besides, and what falls out. A closed day
 * closes what the rules give, never what was said to be open besides.
 *
 * @param first first and last day asked for, both included
 */
export function listOpenings(
  rules: readonly OpeningRule[],
  days: readonly ShownDay[],
  first: Day,
  last: Day,
): Opening[] {
  const found: Opening[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const closing = days.find((one) => one.kind === 'closed' && one.starts_on <= day && day <= one.ends_on);
    for (const rule of rules) {
      if (holdsOn(rule, day))
        found.push({
          day,
          from: rule.from,
          until: rule.until,
          closed: closing !== undefined,
          words: closing?.words ?? null,
        });
    }
    for (const extra of days) {
      if (extra.kind === 'extra' && extra.starts_on <= day && day <= extra.ends_on)
        found.push({ day, from: extra.from ?? '', until: extra.until, closed: false, words: extra.words });
    }
  }
  return found.sort((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1));
}

function holdsOn({ pattern, weekday, nth }: OpeningRule, day: Day): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  if ((at.getUTCDay() || 7) !== weekday) return false;
  return pattern === 'weekly' || nth.includes(Math.ceil(at.getUTCDate() / 7));
}

/** 毎週火曜 10:00〜12:00 · 第1・第3土曜 9:30〜11:30 */
export function writeRule({ pattern, weekday, nth, from, until }: OpeningRule): string {
  const day = [...m.wishes_weekdays()][weekdays.indexOf(weekday as (typeof weekdays)[number])] ?? '';
  const time = m.places_time_span({ from, until });
  if (pattern === 'weekly') return m.places_rule_weekly({ day, time });
  return m.places_rule_monthly({
    nth: nth.map((n) => m.places_nth({ n })).join(m.places_between()),
    day,
    time,
  });
}

/** When a place is open, in words: its rules, and what no rule says. */
export function writeTimes(rules: readonly OpeningRule[], words: string | null): string {
  return [...rules.map(writeRule), words].filter(Boolean).join(m.places_and());
}
