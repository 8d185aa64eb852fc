import { writeTimes } from '#domains/places/openings.ts';
import { weekdays } from '#domains/wishes/model.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { readOpenDirectory } from './api.ts';
import { prefectureOf, type StandardCells, type StandardSet } from './standard-sets.ts';
import { toFullAddress, toPhoneNumber } from './written-out.ts';

export type Directory = OutputOf<typeof readOpenDirectory>;
type Place = Directory['places'][number];
type Town = NonNullable<Directory['town']>;

/**
 * What of Kanaeau's own goes into a set, one row each. A place that does not show its address stands in none of them: both sets ask for
 * one. Of refuges Kanaeau has nothing of its own, and of how many live where it knows no ages.
 */
export function writeStandardRows(set: StandardSet, directory: Directory): StandardCells[] {
  const { town, places, events } = directory;
  if (!town || set === 'shelters') return [];
  if (set === 'population') return directory.areas.map((area) => writeArea(town, area));
  if (set === 'facilities')
    return places.flatMap((place) => (place.address ? [writeFacility(town, place, directory)] : []));
  const by = new Map(places.map((place) => [place.id, place]));
  return events.flatMap((event) => {
    const place = by.get(event.place_id);
    return place?.address ? [writeEvent(town, place, event)] : [];
  });
}

function writeFacility(town: Town, place: Place, { access }: Directory): StandardCells {
  const open = weekdays.filter((day) =>
    place.times.some(({ pattern, weekday }) => pattern === 'weekly' && weekday === day),
  );
  const names = [...m.wishes_weekdays()];
  const weekly = place.times.filter(({ pattern }) => pattern === 'weekly');
  // One span of hours can be said by two cells; anything else stands in words.
  const [first] = weekly;
  const same = first && weekly.every(({ from, until }) => from === first.from && until === first.until);
  const plain = same && weekly.length === place.times.length && !place.times_words;
  return filled({
    ...whereabouts(town, place),
    id: place.id,
    name: place.name,
    kana: toKatakana(place.kana),
    phone: toPhoneNumber(place.contact),
    weekdays: open.map((day) => names[weekdays.indexOf(day)] ?? '').join(''),
    starts_at: same ? first.from : null,
    ends_at: same ? first.until : null,
    times_words: plain ? null : writeTimes(place.times, place.times_words),
    what: oneLine(place.what),
    access: [...labelsOf(place.access, access), place.access_words].filter(Boolean).join(m.open_data_comma()),
    remarks: place.for_whom && m.open_data_remark_for({ whom: place.for_whom }),
  });
}

function writeEvent(town: Town, place: Place, event: Directory['events'][number]): StandardCells {
  const fee = readFee(event.cost);
  return filled({
    ...whereabouts(town, place),
    id: event.id,
    name: event.title,
    kana: kanaOnly(event.title),
    starts_on: event.held_on,
    ends_on: event.held_on,
    starts_at: event.from,
    ends_at: event.until,
    what: oneLine(event.what ?? event.title),
    fee: fee === null ? null : String(fee),
    fee_words: event.cost,
    phone: toPhoneNumber(place.contact),
    contact: place.contact && place.name,
    organiser: place.run_by,
    place: place.name,
    capacity: event.capacity === null ? null : String(event.capacity),
    apply_until: event.register_until,
    apply_how: event.capacity === null ? null : (place.contact ?? m.open_data_apply_there()),
  });
}

function writeArea(town: Town, area: Directory['areas'][number]): StandardCells {
  return filled({
    town_code: town.code,
    area_code: area.code,
    prefecture: prefectureOf(town.code),
    city: town.name,
    counted_on: area.as_of,
    area: area.name,
    people: String(area.population),
    households: area.households === null ? null : String(area.households),
    remarks: m.open_data_remark_source({ source: area.source }),
  });
}

function whereabouts(town: Town, { address, latitude, longitude }: Place) {
  return {
    town_code: town.code,
    prefecture: prefectureOf(town.code),
    city: town.name,
    address: toFullAddress(address ?? '', town),
    latitude: latitude === null ? null : String(latitude),
    longitude: longitude === null ? null : String(longitude),
  };
}

/** A fee that is one figure and nothing more, in yen; null: it needs words. */
function readFee(cost: string | null): number | null {
  if (cost === null) return null;
  if (cost === m.open_data_free()) return 0;
  const digits = cost.normalize('NFKC').match(/^([\d,]+)\s*\p{L}$/u)?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

/** Hiragana as katakana, as the standard asks for readings. */
function toKatakana(kana: string): string {
  return kana.replace(/[\u3041-\u3096]/g, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) + 96),
  );
}

/** The reading of a title that is written in kana throughout; what has other characters is read by no rule. */
function kanaOnly(title: string): string | null {
  return /^[\u3040-\u30ff\s]+$/.test(title) ? toKatakana(title) : null;
}

function labelsOf(codes: readonly string[], named: Directory['access']): string[] {
  return codes.map((code) => named.find((one) => one.code === code)?.label ?? code);
}

function oneLine(words: string): string {
  return words.replaceAll(/\s*\n\s*/g, ' ').trim();
}

function filled(cells: Readonly<Record<string, string | null>>): StandardCells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([id, cell]) => (cell === null || cell === '' ? [] : [[id, cell]])),
  );
}
