import type { CheckedAnswers } from '#domains/items/checking.ts';
import type { Channel, Condition, Contact } from '#domains/visits/model.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import type { Row } from '#platform/sheets/table.ts';
import { type Door, type Naming, openDoors } from './doors.ts';
import type { Findings } from './findings.ts';
import { type ItemReader, openItems } from './item-columns.ts';
import { findKnown, type Standing } from './known.ts';
import { findModes, findPlaces, type GroupMonth, keyOfMonth, openPlaces, type Place } from './places.ts';
import { readDay, sayMonth } from './read-day.ts';
import { readChannel, readCondition, readContact } from './read-word.ts';
import { isTotalRow, openDays, openField, textOf } from './reading.ts';
import { openVisitors, type Visitor } from './visitors.ts';
import { toNumber, toPlainForms } from './writing.ts';

/** One row of a visit ledger, every word of it understood. */
export interface VisitFound {
  readonly n: number;
  readonly day: string;
  /** Where it counts. */
  readonly place: Place;
  readonly door: Door;
  readonly visitor: Visitor;
  readonly channel: Channel;
  readonly contact: Contact;
  readonly condition: Condition | null;
  readonly note: string | null;
  /** To the town's own items; null where the ledger has none. They are no part of the key. */
  readonly answers: CheckedAnswers | null;
  readonly fixed: boolean;
  /** By this the row is known again. */
  readonly key: string;
  readonly standing: Standing;
}

interface RowRead {
  readonly n: number;
  readonly day: string;
  readonly place: Place;
  readonly naming: Naming;
  readonly visitor: string;
  readonly channel: Channel;
  readonly contact: Contact;
  readonly condition: Condition | null;
  readonly note: string | null;
  readonly answers: CheckedAnswers | null;
}

const longestNote = 2000;

/**
 * The rows of a visit ledger, each with its household and visitor, and whether it is new.
 *
 * @param only the month the ledger is for, as `YYYY-MM`; null: any
 */
export async function examineVisits(
  db: Db,
  rows: readonly Row[],
  findings: Findings,
  { only, today }: { only: string | null; today: string },
): Promise<VisitFound[]> {
  const places = await findPlaces(db);
  const readAnswers = await openItems(db, 'visits', findings);
  const read = readRows(rows, findings, places, { only, today, readAnswers });
  const names = new Map(places.filter(({ gathered }) => gathered).map(({ id, name }) => [id, name]));
  const byId = new Map(places.map((one) => [one.id, one]));
  const findDoor = await openDoors(db, read, names, 'visit');
  const findVisitor = await openVisitors(db);
  const placed: { row: RowRead; door: Door; visitor: Visitor; place: Place; month: string }[] = [];
  const groups = new Map<string, GroupMonth>();
  for (const row of read) {
    const door = findDoor(row.naming, row.place.id, row.day);
    const worksIn = 'says' in door ? [row.place.id] : [door.value.district_id, door.counted];
    const visitor = findVisitor(row.visitor, worksIn, row.day);
    if ('says' in door) findings.name(row.n, 'number' in row.naming ? 'household' : 'kana', door.says);
    else if (door.otherForms) findings.ask('other_forms', row.n, 'address');
    if ('says' in visitor) findings.name(row.n, 'visitor', visitor.says);
    if ('says' in door || 'says' in visitor) continue;
    const place = byId.get(door.counted) ?? row.place;
    const group = { district: place.id, group: visitor.value.body_id, month: `${row.day.slice(0, 7)}-01` };
    const month = keyOfMonth(group);
    groups.set(month, group);
    placed.push({ row, door: door.value, visitor: visitor.value, place, month });
  }
  const modes = await findModes(db, [...groups.values()]);
  const counted = placed.flatMap(({ row: { naming: _, ...row }, door, visitor, place, month }) => {
    const mode = modes.get(month);
    if (mode?.mode === 'single') return { ...row, door, visitor, place, fixed: mode.fixed };
    findings.name(row.n, 'date', m.ledgers_month_by_sheet({ district: place.name }));
    return [];
  });
  const known = await findKnown(db, counted);
  return counted.map((row, i) => ({ ...row, ...(known[i] as (typeof known)[number]) }));
}

function readRows(
  rows: readonly Row[],
  findings: Findings,
  places: readonly Place[],
  { only, today, readAnswers }: { only: string | null; today: string; readAnswers: ItemReader },
): RowRead[] {
  const findPlace = openPlaces(places);
  const readDayOf = openDays(findings, 'date', rows, readDay);
  const readPlace = openField(findings, 'district', (cell) => findPlace(textOf(cell)));
  const readVisitor = openField(findings, 'visitor', (cell) => ({ value: toNumber(textOf(cell)) }));
  const readChannelOf = openField(findings, 'channel', (cell) => readChannel(textOf(cell)));
  const readContactOf = openField(findings, 'contact', (cell) => readContact(textOf(cell)));
  const readConditionOf = openField(findings, 'condition', (cell) => readCondition(textOf(cell)));
  const readNote = openField<string>(
    findings,
    'note',
    (cell) => {
      const value = textOf(cell);
      return value.length > longestNote ? { says: m.ledgers_note_too_long() } : { value };
    },
    false,
  );
  const readNaming = openNaming(findings);
  return rows.flatMap((row) => {
    if (isTotalRow(findings, row)) return [];
    const day = readDayOf(row);
    if (day !== null && day > today) findings.name(row.n, 'date', m.ledgers_day_to_come());
    else if (day !== null && only !== null && !day.startsWith(only))
      findings.name(row.n, 'date', m.ledgers_other_month({ month: sayMonth(only) }));
    const place = readPlace(row);
    const naming = readNaming(row);
    const visitor = readVisitor(row);
    const channel = readChannelOf(row);
    const contact = readContactOf(row);
    const condition = readConditionOf(row);
    const note = readNote(row);
    const answers = day === null ? null : readAnswers(row, { from: day });
    if (day === null || !place || !naming || visitor === null || !channel || !contact) return [];
    return [{ n: row.n, day, place, naming, visitor, channel, contact, condition, note, answers }];
  });
}

/** A household by its number; where the row has none, by kana and address. */
function openNaming(findings: Findings): (row: Row) => Naming | null {
  const readNumber = openField(findings, 'household', (cell) => ({ value: toNumber(textOf(cell)) }));
  const readKana = openField(findings, 'kana', (cell) => ({ value: textOf(cell) }));
  const readAddress = openField(findings, 'address', (cell) => ({ value: textOf(cell) }), false);
  return (row) => {
    const number = readNumber(row);
    if (number !== null) return { number };
    const kana = readKana(row);
    const address = readAddress(row);
    if (kana !== null && address !== null) return { kana, address, otherForms: toPlainForms(kana) !== kana };
    findings.name(row.n, 'household', m.ledgers_no_household());
    return null;
  };
}
