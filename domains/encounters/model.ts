import * as z from 'zod';
import * as m from '#messages';

/** 関わりの種類. A domain that records something new adds its kind here. */
export const kinds = [
  'visit',
  'intake',
  'conference',
  'contact',
  'fulfilment',
  'joining',
  'place_support',
  'attendance',
  'food_handover',
  'meeting',
] as const;
export type Kind = (typeof kinds)[number];
export const kindWords: Record<Kind, () => string> = {
  visit: m.encounters_kind_visit,
  intake: m.encounters_kind_intake,
  conference: m.encounters_kind_conference,
  contact: m.encounters_kind_contact,
  fulfilment: m.encounters_kind_fulfilment,
  joining: m.encounters_kind_joining,
  place_support: m.encounters_kind_place_support,
  attendance: m.encounters_kind_attendance,
  food_handover: m.encounters_kind_food_handover,
  meeting: m.encounters_kind_meeting,
};

/** Where a count comes from: records one by one, or a group's tally sheet. */
export const sources = ['single', 'sheet'] as const;
export type Source = (typeof sources)[number];

/** How a group's month counts until the group changes over: one record, one count. */
export const modeAtFirst: Source = 'single';
export const modeWords: Record<Source, () => string> = {
  single: m.encounters_mode_single,
  sheet: m.encounters_mode_sheet,
};

/**
 * What is counted, as data; null leaves a property open. A row counts when it passes every part of the rule and
 * comes from the source in force for its group, district and month; so nothing counts twice, whatever the rule.
 * Tally sheets know no contact: a rule that asks for one counts single records only.
 */
export interface CountingRule {
  readonly kinds: readonly string[];
  readonly roles: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly contacts: readonly string[] | null;
  readonly sources: readonly Source[];
}

/** A month as `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: () => m.encounters_field_month() });

export function firstDayOf(yearMonth: string): string {
  return `${yearMonth}-01`;
}

/** First and last month of a range, both counted. */
export interface Months {
  readonly from: string;
  readonly until: string;
}
