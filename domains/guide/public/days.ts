import type { OpeningRule } from '#domains/places/model.ts';
import type { Day } from '#platform/calendar.ts';
import type { Say } from '#ui/public/speak.ts';
import type { GuideKey } from '../public-words.ts';

/** 2月13日（金曜） in the words of a language. */
export function writeDay(say: Say<GuideKey>, day: Day): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return say('date', {
    month: say('date_months').split(' ')[month - 1] ?? '',
    day: say('date_days').split(' ')[date - 1] ?? '',
    weekday: nameWeekday(say, weekdayOf(day)),
  });
}

/** The same with its year, for a day that is over. */
export function writeDayOfYear(say: Say<GuideKey>, day: Day): string {
  return say('date_year', { year: day.slice(0, 4), date: writeDay(say, day) });
}

/** 17:00–19:30 */
export function writeHours(from: string, until: string | null): string {
  return until === null ? from : `${from}–${until}`;
}

/** When a place is open as its rules have it: 毎週火曜 10:00–12:00. */
export function writeRule(say: Say<GuideKey>, { pattern, weekday, nth, from, until }: OpeningRule): string {
  const said = { day: nameWeekday(say, weekday), time: writeHours(from, until) };
  if (pattern === 'weekly') return say('rule_weekly', said);
  const turns = nth.map((n) => say(`nth_${n}` as GuideKey)).join(say('nth_and'));
  return say('rule_monthly', { ...said, nth: turns });
}

/** @param weekday 1 Monday to 7 Sunday */
export function nameWeekday(say: Say<GuideKey>, weekday: number): string {
  return say(`day_${weekday}` as GuideKey);
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
