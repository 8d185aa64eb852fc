import * as m from '#messages';
import { addDays, type Day } from '#platform/calendar.ts';

/** 知らせの種類. 異変 and 気になる come with a visit; `unmet` comes by a rule, gently. */
export const levels = ['alarm', 'concern', 'unmet'] as const;
export type Level = (typeof levels)[number];
export const levelWords: Record<Level, () => string> = {
  alarm: m.escalations_level_alarm,
  concern: m.escalations_level_concern,
  unmet: m.escalations_level_unmet,
};

export const steps = ['taken', 'acting', 'closed'] as const;
export type StepName = (typeof steps)[number];

/** How a 知らせ stands: what its last step says. */
export const states = ['raised', ...steps] as const;
export type State = (typeof states)[number];
export const stateWords: Record<State, () => string> = {
  raised: m.escalations_state_raised,
  taken: m.escalations_state_taken,
  acting: m.escalations_state_acting,
  closed: m.escalations_state_closed,
};

/** Which steps may follow: the one table behind the server's refusal and the acts of the page. Taking it again is a change of hands. */
export const stepsFrom: Record<State, readonly StepName[]> = {
  raised: ['taken'],
  taken: ['taken', 'acting', 'closed'],
  acting: ['taken', 'acting', 'closed'],
  closed: [],
};

/** 当番の時間帯 */
export const hours = ['office', 'outside'] as const;
export const hourWords: Record<(typeof hours)[number], () => string> = {
  office: m.escalations_hours_office,
  outside: m.escalations_hours_outside,
};

export const rules = ['times', 'days'] as const;
export const ruleWords: Record<(typeof rules)[number], () => string> = {
  times: m.escalations_rule_times,
  days: m.escalations_rule_days,
};

/** 1 Monday … 7 Sunday */
export const weekdayWords: Record<number, () => string> = {
  1: m.escalations_weekday_1,
  2: m.escalations_weekday_2,
  3: m.escalations_weekday_3,
  4: m.escalations_weekday_4,
  5: m.escalations_weekday_5,
  6: m.escalations_weekday_6,
  7: m.escalations_weekday_7,
};

/** When the office watches. */
export interface OfficeHours {
  /** 1 Monday … 7 Sunday */
  readonly weekdays: readonly number[];
  /** `HH:MM` */
  readonly opens: string;
  readonly closes: string;
  /** Within so many minutes somebody should have taken an 異変. */
  readonly alarm_minutes: number;
}

/** Until the town sets its own. */
export const hoursAtFirst: OfficeHours = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '08:30',
  closes: '17:15',
  alarm_minutes: 30,
};

/** The hours, and the days off around today. */
export interface OfficeCalendar extends OfficeHours {
  readonly closed: readonly Day[];
}

/** Days ahead that are looked at for a working day; the days off are read for as long. */
export const lookedAhead = 60;

export function isWorkingDay({ weekdays, closed }: OfficeCalendar, day: Day): boolean {
  return weekdays.includes(weekdayOf(day)) && !closed.includes(day);
}

/** The first working day after a day; the day after, where none lies within two months. */
export function nextWorkingDay(calendar: OfficeCalendar, day: Day): Day {
  for (let n = 1; n <= lookedAhead; n++) {
    const next = addDays(day, n);
    if (isWorkingDay(calendar, next)) return next;
  }
  return addDays(day, 1);
}

/** Whether somebody of the office watches at that moment. */
export function isOpenAt(calendar: OfficeCalendar, now: Date): boolean {
  const { day, time } = momentOf(now);
  return isWorkingDay(calendar, day) && time >= calendar.opens && time < calendar.closes;
}

/** When somebody watches again: today before the office opens, otherwise the next working day. */
export function nextOpening(calendar: OfficeCalendar, now: Date): { day: Day; time: string } {
  const { day, time } = momentOf(now);
  const today = isWorkingDay(calendar, day) && time < calendar.opens;
  return { day: today ? day : nextWorkingDay(calendar, day), time: calendar.opens };
}

/** By when somebody should have taken it: an 異変 within minutes, at any hour; everything else in the course of the next working day. */
export function dueOf(level: Level, calendar: OfficeCalendar, now: Date): Date {
  if (level === 'alarm') return new Date(now.getTime() + calendar.alarm_minutes * 60_000);
  return instantOf(nextWorkingDay(calendar, momentOf(now).day), calendar.closes);
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

function momentOf(now: Date): { day: Day; time: string } {
  const [day = '', time = ''] = clock.format(now).split(' ');
  return { day, time };
}

function instantOf(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+09:00`);
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
