import * as z from 'zod';
import type { ItemRecord } from '#domains/items/model.ts';
import * as m from '#messages';

/** 台帳の種類: every visit a row, a month's counts by channel, or every household a row. */
export const ledgerKinds = ['tally', 'visits', 'households'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];
export const kindWords: Record<LedgerKind, () => string> = {
  tally: m.ledgers_kind_tally,
  visits: m.ledgers_kind_visits,
  households: m.ledgers_kind_households,
};

/** What a column can stand for. Nobody's column is taken for another's: it is said on the screen. */
export const fields = [
  'date',
  'month',
  'district',
  'household',
  'kana',
  'address',
  'visitor',
  'channel',
  'contact',
  'condition',
  'note',
  'count',
  'name',
  'phone',
  'cautions',
] as const;
export type Field = (typeof fields)[number];
export const fieldWords: Record<Field, () => string> = {
  date: m.ledgers_field_date,
  month: m.ledgers_field_month,
  district: m.ledgers_field_district,
  household: m.ledgers_field_household,
  kana: m.ledgers_field_kana,
  address: m.ledgers_field_address,
  visitor: m.ledgers_field_visitor,
  channel: m.ledgers_field_channel,
  contact: m.ledgers_field_contact,
  condition: m.ledgers_field_condition,
  note: m.ledgers_field_note,
  count: m.ledgers_field_count,
  name: m.ledgers_field_name,
  phone: m.ledgers_field_phone,
  cautions: m.ledgers_field_cautions,
};

/** The fields of each kind, in the order of the paper. */
export const fieldsOf: Record<LedgerKind, readonly Field[]> = {
  tally: ['district', 'month', 'channel', 'count'],
  visits: [
    'date',
    'district',
    'household',
    'kana',
    'address',
    'visitor',
    'channel',
    'contact',
    'condition',
    'note',
  ],
  households: ['household', 'district', 'name', 'kana', 'address', 'phone', 'cautions'],
};

/** The record whose own items a ledger of each kind can bring. */
export const recordOf: Record<LedgerKind, ItemRecord> = {
  tally: 'tally_sheet',
  visits: 'visit',
  households: 'household',
};

/** A column: of a field, or of one of the town's own items. */
export type ColumnName = Field | `items.${string}`;

/** Fields that may have no column. Of a visit's household either the number is there, or kana and address are. */
const mayBeMissing: Record<LedgerKind, readonly Field[]> = {
  tally: [],
  visits: ['household', 'kana', 'address', 'condition', 'note'],
  households: ['household', 'phone', 'cautions'],
};

export function isNeeded(kind: LedgerKind, field: Field): boolean {
  return !mayBeMissing[kind].includes(field);
}

const heading = z.string().min(1).max(200).nullable().default(null);

/** Which heading stands for which field; null: no column. */
export const ledgerColumns = z.object({
  date: heading,
  month: heading,
  district: heading,
  household: heading,
  kana: heading,
  address: heading,
  visitor: heading,
  channel: heading,
  contact: heading,
  condition: heading,
  note: heading,
  count: heading,
  name: heading,
  phone: heading,
  cautions: heading,
  /** Which heading stands for which of the town's own items; null, or not named: none. */
  items: z.record(z.uuid(), z.string().min(1).max(200).nullable()).default({}),
} satisfies Record<Field, typeof heading> & { items: z.ZodType });
export type LedgerColumns = z.output<typeof ledgerColumns>;

/** What was read in another writing than the town's own, or could be two things, and is taken in only when somebody has said that it is right. */
export const askedKinds = ['wide_digits', 'half_kana', 'other_forms', 'namesakes'] as const;
export type AskedKind = (typeof askedKinds)[number];
export const askedWords: Record<AskedKind, (n: { n: number }) => string> = {
  wide_digits: m.ledgers_asks_wide_digits,
  half_kana: m.ledgers_asks_half_kana,
  other_forms: m.ledgers_asks_other_forms,
  namesakes: m.ledgers_asks_namesakes,
};

/** Problems that are listed; beyond that it is said how many more there are. */
export const mostListed = 500;

/** Days for which a ledger that was sent and not taken in is kept. */
export const keptForHours = 24;
