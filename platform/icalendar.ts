import type { Day } from './calendar.ts';

/** One entry of a calendar: once, or again and again by a rule. Times are `HH:MM` in the town. */
export interface CalendarEntry {
  /** Stays the same as long as the entry is the same. */
  readonly uid: string;
  readonly day: Day;
  /** Null: the whole day. */
  readonly from: string | null;
  readonly until: string | null;
  readonly summary: string;
  readonly description?: string | null;
  readonly location?: string | null;
  readonly geo?: { readonly latitude: number; readonly longitude: number } | null;
  /** RFC 5545, e.g. `FREQ=WEEKLY;BYDAY=TU`. */
  readonly rule?: string;
  /** Days on which the rule does not hold. */
  readonly without?: readonly Day[];
  /** Whoever has it already is to know that it does not take place. */
  readonly cancelled?: boolean;
  /** False: it takes no time of whoever keeps the calendar. */
  readonly busy?: boolean;
  /** The page that says more. */
  readonly url?: string;
}

export interface Calendar {
  readonly name: string;
  /** The day on which it was written: the stamp of every entry. */
  readonly written: Day;
  readonly entries: readonly CalendarEntry[];
}

/** Japan has had no summer time since 1951. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19510909T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** A calendar as RFC 5545 (iCalendar) in UTF-8: lines end with CRLF and are folded at 75 octets. */
export function writeCalendar({ name, written, entries }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kanaeau//Calendar//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...zone,
    ...entries.flatMap((entry) => writeEntry(entry, written)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

function writeEntry(entry: CalendarEntry, written: Day): string[] {
  const { day, from, until, description, location, geo, rule, without = [] } = entry;
  const at = (time: string) => `TZID=Asia/Tokyo:${digits(day)}T${digits(time)}00`;
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}@kanaeau`,
    `DTSTAMP:${digits(written)}T000000Z`,
    from === null ? `DTSTART;VALUE=DATE:${digits(day)}` : `DTSTART;${at(from)}`,
    ...(from !== null && until !== null ? [`DTEND;${at(until)}`] : []),
    ...(rule ? [`RRULE:${rule}`] : []),
    ...(rule && from !== null
      ? without.map((one) => `EXDATE;TZID=Asia/Tokyo:${digits(one)}T${digits(from)}00`)
      : []),
    `SUMMARY:${escapeText(entry.summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    ...(entry.url ? [`URL:${entry.url}`] : []),
    ...(entry.cancelled ? ['STATUS:CANCELLED'] : []),
    ...(entry.cancelled || entry.busy === false ? ['TRANSP:TRANSPARENT'] : []),
    ...(geo ? [`GEO:${geo.latitude};${geo.longitude}`] : []),
    'END:VEVENT',
  ];
}

function digits(said: string): string {
  return said.replaceAll(/\D/g, '');
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');
}

/** At most 75 octets a line; what follows begins with a space. No character is torn apart. */
function foldLine(line: string): string {
  const folded: string[] = [];
  let part = '';
  let length = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (length + size > 75) {
      folded.push(part);
      part = ' ';
      length = 1;
    }
    part += letter;
    length += size;
  }
  return [...folded, part].join('\r\n');
}
