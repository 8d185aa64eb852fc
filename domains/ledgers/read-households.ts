import type { CheckedAnswers } from '#domains/items/checking.ts';
import { toPhone } from '#domains/parties/kana.ts';
import { type Caution, householdContent } from '#domains/parties/model.ts';
import * as m from '#messages';
import type { Row } from '#platform/sheets/table.ts';
import type { Findings } from './findings.ts';
import type { ItemReader } from './item-columns.ts';
import { openPlaces, type Place } from './places.ts';
import { readCautions } from './read-word.ts';
import { isTotalRow, openField, type Read, textOf } from './reading.ts';
import { toNumber } from './writing.ts';

/** A row of a household ledger, every word of it understood. What is blank says nothing. */
export interface HouseholdRow {
  readonly n: number;
  readonly place: Place;
  /** As it was registered before; null: it is known by kana and address, or new. */
  readonly number: string | null;
  readonly name: string;
  readonly kana: string;
  readonly address: string;
  readonly phone: string | null;
  readonly cautions: readonly Caution[] | null;
  readonly answers: CheckedAnswers | null;
}

const { name, kana, address, phone } = householdContent.shape;

/** The rows that can be read; what keeps the others from it is among the findings. */
export function readHouseholdRows(
  rows: readonly Row[],
  findings: Findings,
  places: readonly Place[],
  readAnswers: ItemReader,
  today: string,
): HouseholdRow[] {
  const findPlace = openPlaces(places);
  const readPlace = openField(findings, 'district', (cell) => findPlace(textOf(cell)));
  const readNumber = openField(findings, 'household', (cell) => ({ value: toNumber(textOf(cell)) }));
  const readName = openField(findings, 'name', (cell) => asEntry(name, textOf(cell)), false);
  const readKana = openField(findings, 'kana', (cell) => asEntry(kana, textOf(cell)));
  const readAddress = openField(findings, 'address', (cell) => asEntry(address, textOf(cell)), false);
  const readPhone = openField(findings, 'phone', (cell) => readPhoneCell(textOf(cell)));
  const readCautionsOf = openField(findings, 'cautions', (cell) => readCautions(textOf(cell)));
  return rows.flatMap((row) => {
    if (isTotalRow(findings, row)) return [];
    const place = readPlace(row);
    const read = { name: readName(row), kana: readKana(row), address: readAddress(row) };
    const rest = {
      n: row.n,
      number: readNumber(row),
      phone: readPhone(row),
      cautions: readCautionsOf(row),
      answers: readAnswers(row, { from: today }),
    };
    if (!place || read.name === null || read.kana === null || read.address === null) return [];
    return [{ ...rest, place, name: read.name, kana: read.kana, address: read.address }];
  });
}

/** The rule, and the sentence, of the form on which one household is registered. */
function asEntry<T>(
  field: {
    safeParse(
      text: string,
    ): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } };
  },
  text: string,
): Read<T> {
  const parsed = field.safeParse(text);
  return parsed.success ? { value: parsed.data } : { says: parsed.error.issues[0]?.message ?? '' };
}

/** With an area code a number begins with 0, which a spreadsheet takes for nothing. */
function readPhoneCell(text: string): Read<string | null> {
  if (/^[1-9]\d{8,9}$/.test(toPhone(text))) return { says: m.ledgers_phone_zero() };
  return asEntry(phone, text);
}
