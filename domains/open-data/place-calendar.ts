import type { OpeningRule } from '#domains/places/model.ts';
import { listOpenings, writeTimes } from '#domains/places/openings.ts';
import { addDays } from '#platform/calendar.ts';
import type { Calendar, CalendarEntry } from '#platform/icalendar.ts';
import { deriveId } from './derived-id.ts';
import { type CalendarEvent, writeEvent } from './event-calendar.ts';
import type { Directory } from './standard-rows.ts';

/** RFC 5545 names of the days of the week, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** When a place is open and what takes place there; null: nothing of such a place is published. */
export function makePlaceCalendar(
  directory: Directory,
  id: string,
  events: readonly CalendarEvent[],
): Calendar | null {
  const place = directory.places.find((one) => one.id === id);
  if (!place) return null;
  const held = events.map((event) => ({ ...writeEvent(event), ...aboutPlace(place) }));
  return { name: place.name, written: directory.today, entries: [...writeOpenings(place), ...held] };
}

/** What of a place says when it is open. */
export type OpenPlace = Pick<
  Directory['places'][number],
  | 'id'
  | 'name'
  | 'what'
  | 'address'
  | 'latitude'
  | 'longitude'
  | 'times'
  | 'times_words'
  | 'days'
  | 'confirmed_on'
>;

function aboutPlace(place: OpenPlace) {
  return {
    location: [place.name, place.address].filter(Boolean).join(' '),
    geo:
      place.latitude !== null && place.longitude !== null
        ? { latitude: place.latitude, longitude: place.longitude }
        : null,
  };
}

/** When a place is open, by its rules and besides, as entries of a calendar. */
export function writeOpenings(place: OpenPlace): CalendarEntry[] {
  const about = aboutPlace(place);
  const openings = place.times.flatMap((rule): CalendarEntry[] => {
    // A rule has its first day within five weeks, but for a fifth one of a month.
    const from = place.confirmed_on;
    const [first] = listOpenings([rule], [], from, addDays(from, 120));
    if (!first) return [];
    return [
      {
        ...about,
        uid: deriveId(`rule ${place.id} ${JSON.stringify(rule)}`),
        day: first.day,
        from: rule.from,
        until: rule.until,
        summary: place.name,
        description: [place.what, writeTimes(place.times, place.times_words)].join('\n'),
        rule: writeRecurrence(rule),
        without: daysWithout(rule, place.days, first.day),
      },
    ];
  });
  const extra = place.days.flatMap((said): CalendarEntry[] =>
    said.kind === 'closed' || said.from === null
      ? []
      : daysFrom(said.starts_on, said.ends_on).map((day) => ({
          ...about,
          uid: deriveId(`extra ${place.id} ${day} ${said.from}`),
          ...{ day, from: said.from, until: said.until },
          summary: place.name,
          description: said.words,
        })),
  );
  return [...openings, ...extra];
}

/** 第2・第4金曜 → `FREQ=MONTHLY;BYDAY=2FR,4FR` */
export function writeRecurrence({ pattern, weekday, nth }: OpeningRule): string {
  const day = weekdayCodes[weekday - 1] ?? 'MO';
  if (pattern === 'weekly') return `FREQ=WEEKLY;BYDAY=${day}`;
  return `FREQ=MONTHLY;BYDAY=${nth.map((n) => `${n}${day}`).join(',')}`;
}

type Days = Directory['places'][number]['days'];

/** The days of a rule on which the place is closed. */
function daysWithout(rule: OpeningRule, days: Days, from: string): string[] {
  return days
    .filter(({ kind }) => kind === 'closed')
    .flatMap((said) =>
      listOpenings([rule], [], said.starts_on < from ? from : said.starts_on, said.ends_on).map(
        ({ day }) => day,
      ),
    )
    .filter((day, at, all) => all.indexOf(day) === at)
    .toSorted();
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
