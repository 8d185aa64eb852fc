import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { type Answers, answers, type Item, sayAnswer } from '#domains/items/model.ts';
import { type Correction, sayValue } from '#domains/parties/correct.ts';
import {
  type Answering,
  answersOfHousehold,
  answerVersionsOfHousehold,
} from '#domains/parties/household-answers.ts';
import { toKanaKey } from '#domains/parties/kana.ts';
import { saidOfHousehold } from '#domains/parties/model.ts';
import * as m from '#messages';
import { currentSite } from '#platform/credentials/site.ts';
import type { Db } from '#platform/db.ts';
import type { Row } from '#platform/sheets/table.ts';
import { idList, sql } from '#platform/sql.ts';
import { openDoors } from './doors.ts';
import type { Findings } from './findings.ts';
import { differsIn, findLedgerItems, openItems, pickItems } from './item-columns.ts';
import { toKey } from './known.ts';
import { findGroups, findPlaces, readTownName } from './places.ts';
import { type HouseholdRow, readHouseholdRows } from './read-households.ts';
import { foldAddress, toPlainForms } from './writing.ts';

/** What a row says otherwise than the entry does, in words. */
export interface Difference {
  readonly field: string;
  readonly now: string;
  readonly said: string;
}

/** The entry that a row is about, and what the row makes of it. */
export interface EntryFound {
  readonly id: string;
  readonly number: string;
  readonly holder_id: string;
  readonly district_id: string;
  /** Null where name, address and so on stay as they are. */
  readonly correction: Correction | null;
  readonly answerings: readonly Answering[];
  readonly differences: readonly Difference[];
}

/** One row of a household ledger: it came with an earlier one, is a new household of a holder, or is about an entry. */
export interface HouseholdFound extends HouseholdRow {
  readonly key: string;
  readonly standing: 'known' | { readonly newOf: string } | EntryFound;
}

/** The rows of a household ledger, each with its entry as far as there is one, and what it changes. */
export async function examineHouseholds(
  db: Db,
  rows: readonly Row[],
  findings: Findings,
  { today }: { today: string },
): Promise<HouseholdFound[]> {
  const places = await findPlaces(db);
  const readAnswers = await openItems(db, 'households', findings);
  const read = readHouseholdRows(rows, findings, places, readAnswers, today);
  const groups = await findGroups(db, 'household');
  const keyed = read.map((row) => ({ ...row, key: keyOfRow(row, groups.get(row.place.id) ?? null) }));
  const known = await findKnownKeys(db, keyed);
  const town = await readTownName(db);
  const open = keyed
    .filter(({ key }) => !known.has(key))
    .map((row) => ({ row, naming: nameOf(row), day: today }));
  const names = new Map(places.filter(({ gathered }) => gathered).map(({ id, name }) => [id, name]));
  const findDoor = await openDoors(db, open, names, 'household');
  const doors = new Map(open.map(({ row, naming }) => [row.n, findDoor(naming, row.place.id, today)]));
  const entries = await findEntries(
    db,
    [...doors.values()].flatMap((one) => ('value' in one ? [one.value.opens_as] : [])),
  );
  const items = await findLedgerItems(db, 'households');
  const seen = new Map<string, number>();
  return keyed.flatMap((row): HouseholdFound[] => {
    const door = doors.get(row.n);
    if (!door) return [{ ...row, standing: 'known' }];
    const isNew = 'says' in door;
    if (isNew && door.missing === undefined) {
      findings.name(row.n, row.number === null ? 'kana' : 'household', door.says);
      return [];
    }
    const same = isNew ? describe(row, town) : door.value.opens_as;
    const before = seen.get(same);
    seen.set(same, before ?? row.n);
    if (before !== undefined) {
      findings.name(
        row.n,
        isNew || row.number === null ? 'kana' : 'household',
        m.ledgers_household_twice({ row: before }),
      );
      return [];
    }
    if (isNew) {
      if (door.missing === 'address') findings.ask('namesakes', row.n, 'address');
      const group = groups.get(row.place.id);
      if (group !== undefined) return [{ ...row, standing: { newOf: group } }];
      findings.name(row.n, 'district', m.ledgers_no_group_of_households());
      return [];
    }
    const entry = entries.get(door.value.opens_as);
    if (!entry) return [];
    if (entry.closed_on !== null) {
      findings.name(
        row.n,
        row.number === null ? 'name' : 'household',
        m.ledgers_household_closed({ number: entry.number }),
      );
      return [];
    }
    if (door.otherForms) findings.ask('other_forms', row.n, 'address');
    const { holder_id, district_id } = door.value;
    return [{ ...row, standing: { ...compare(row, entry, items, town), holder_id, district_id } }];
  });
}

/** By its number where the row has one; else by kana and address. */
function nameOf({ number, kana, address }: HouseholdRow) {
  return number === null ? { kana, address, otherForms: false } : { number };
}

/** Two rows that describe one new household are one too many. */
function describe({ place, kana, address }: HouseholdRow, town: string): string {
  return [place.id, toKanaKey(kana), toPlainForms(foldAddress(address, town))].join(' ');
}

/** Names and addresses can be guessed: without the key of the house nobody finds out what a hash was made of. */
function keyOfRow(
  { n: _, place, cautions, answers: said, ...row }: HouseholdRow,
  group: string | null,
): string {
  const text = JSON.stringify([group, place.id, row, cautions, said?.rows ?? []]);
  return toKey(createHmac('sha256', currentSite().sealingKey).update(text).digest('hex'));
}

async function findKnownKeys(db: Db, rows: readonly { readonly key: string }[]): Promise<Set<string>> {
  const known = await db.all(
    z.object({ key: z.uuid() }),
    sql`select key from ledger_households where key = any(${idList(rows.map(({ key }) => key))}::uuid[])`,
  );
  return new Set(known.map(({ key }) => key));
}

const entry = saidOfHousehold.extend({
  id: z.uuid(),
  number: z.string(),
  version: z.int(),
  closed_on: z.string().nullable(),
  answers,
  answer_versions: z.object({ household: z.int(), watching: z.int() }),
});
type Entry = z.output<typeof entry>;

async function findEntries(db: Db, ids: readonly string[]): Promise<Map<string, Entry>> {
  const found = await db.all(
    entry,
    sql`select h.id, h.number, h.name, h.kana, h.address, h.phone, h.cautions, h.version, h.closed_on,
        ${answersOfHousehold}, ${answerVersionsOfHousehold}
      from households h where h.id = any(${idList([...new Set(ids)])}::uuid[])`,
  );
  return new Map(found.map((one) => [one.id, one]));
}

/** What a row makes of an entry. Width, spaces and the way an address is written change nothing. */
function compare(row: HouseholdRow, now: Entry, items: readonly Item[], town: string) {
  const { id, number, version } = now;
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
  const place = (address: string) => toPlainForms(foldAddress(address, town));
  const saying = {
    name: bare(row.name) === bare(now.name) ? now.name : row.name,
    kana: toKanaKey(row.kana) === toKanaKey(now.kana) ? now.kana : row.kana,
    address: place(row.address) === place(now.address) ? now.address : row.address,
    phone: row.phone === null || digits(row.phone) === digits(now.phone) ? now.phone : row.phone,
    cautions:
      row.cautions === null || [...row.cautions].sort().join() === [...now.cautions].sort().join()
        ? now.cautions
        : [...row.cautions],
  };
  const fields = (Object.keys(saying) as (keyof typeof saying)[]).filter(
    (field) => saying[field] !== now[field],
  );
  const answered = items.filter(({ id: item }) => differsIn(pickSaid(row, item), now.answers));
  const facets = (['household', 'watching'] as const).filter((facet) =>
    answered.some((item) => item.facet === facet),
  );
  return {
    id,
    number,
    correction: fields.length === 0 ? null : { id, version, ...saying },
    answerings: facets.map((facet) => {
      const asked = answered.filter((item) => item.facet === facet).map((item) => item.id);
      const said = pickItems(row.answers, asked);
      return { household_id: id, facet, version: now.answer_versions[facet], answers: said };
    }),
    differences: [
      ...fields.map((field) => ({
        field: fieldNames[field](),
        now: sayValue(now[field]),
        said: sayValue(saying[field]),
      })),
      ...answered.map((item) => ({
        field: item.label,
        now: sayItem(item, now.answers),
        said: sayItem(item, row.answers?.answers ?? {}),
      })),
    ],
  };
}

const fieldNames = {
  name: m.ledgers_field_name,
  kana: m.ledgers_field_kana,
  address: m.ledgers_field_address,
  phone: m.ledgers_field_phone,
  cautions: m.ledgers_field_cautions,
};

/** What a row says to an item; null where it says nothing. */
function pickSaid({ answers: said }: HouseholdRow, item: string) {
  return said && item in said.answers ? pickItems(said, [item]) : null;
}

function sayItem(item: Item, said: Answers): string {
  return sayAnswer(item, said[item.id]) ?? sayValue(null);
}

function digits(phone: string | null): string {
  return (phone ?? '').normalize('NFKC').replaceAll(/[^\d+]/g, '');
}
