import * as z from 'zod';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';

/** 対象: on which record an item is asked. */
export const itemRecords = [
  'visit',
  'household',
  'tally_sheet',
  'project_answer',
  'client',
  'intake',
] as const;
export type ItemRecord = (typeof itemRecords)[number];
export const itemRecordWords: Record<ItemRecord, () => string> = {
  visit: m.items_record_visit,
  household: m.items_record_household,
  tally_sheet: m.items_record_tally_sheet,
  project_answer: m.items_record_project_answer,
  client: m.items_record_client,
  intake: m.items_record_intake,
};

/** What is known, in parts (docs/gate.md): whoever may not see the part knows nothing of its items. */
export const itemFacets = [
  'visit',
  'household',
  'watching',
  'tally',
  'project',
  'wish',
  'consultation',
  'family',
  'living',
  'economy',
  'health',
] as const;
export type ItemFacet = (typeof itemFacets)[number];
export const itemFacetWords: Record<ItemFacet, () => string> = {
  visit: m.items_facet_visit,
  household: m.items_facet_household,
  watching: m.items_facet_watching,
  tally: m.items_facet_tally,
  project: m.items_facet_project,
  wish: m.items_facet_wish,
  consultation: m.items_facet_consultation,
  family: m.items_facet_family,
  living: m.items_facet_living,
  economy: m.items_facet_economy,
  health: m.items_facet_health,
};

/** To which parts the items of a record can belong. */
export const facetsOfRecord: Record<ItemRecord, readonly ItemFacet[]> = {
  visit: ['visit'],
  household: ['household', 'watching'],
  tally_sheet: ['tally'],
  project_answer: ['project'],
  client: ['wish', 'consultation', 'family', 'living', 'economy', 'health'],
  intake: ['consultation'],
};

/** 種類. A section is a heading: what follows it belongs to it, until the next. */
export const itemKinds = [
  'line',
  'lines',
  'number',
  'date',
  'yes_no',
  'choice',
  'choices',
  'section',
] as const;
export type ItemKind = (typeof itemKinds)[number];
export const itemKindWords: Record<ItemKind, () => string> = {
  line: m.items_kind_line,
  lines: m.items_kind_lines,
  number: m.items_kind_number,
  date: m.items_kind_date,
  yes_no: m.items_kind_yes_no,
  choice: m.items_kind_choice,
  choices: m.items_kind_choices,
  section: m.items_kind_section,
};

/** Whether one chooses from the item's own list. 「はい・いいえ」 is a list of two. */
export function isChosen(kind: ItemKind): boolean {
  return kind === 'yes_no' || kind === 'choice' || kind === 'choices';
}

/** How many items of a record can be asked at a time, headings included: a longer form is not filled in. */
export const mostItems = 30;
/** An assessment is not one form: it is asked facet by facet, over several talks, and the national sheet has four pages. */
const mostItemsOfClient = 120;

export function mostItemsOf(record: ItemRecord): number {
  return record === 'client' ? mostItemsOfClient : mostItems;
}

/** How many answers a list can offer at a time. */
export const mostOptions = 40;

export const itemOption = z.object({
  id: z.uuid(),
  label: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});

/** An item as it is worded now. Options in their order, those that ended among them. */
export const item = z.object({
  id: z.uuid(),
  record: z.enum(itemRecords),
  facet: z.enum(itemFacets),
  kind: z.enum(itemKinds),
  label: z.string(),
  hint: z.string().nullable(),
  /** Stands behind a number: 回, 人. */
  unit: z.string().nullable(),
  required: z.boolean(),
  starts_on: z.string(),
  /** The last day on which it is asked. */
  ends_on: z.string().nullable(),
  options: z.array(itemOption),
});
export type Item = z.output<typeof item>;

interface Dated {
  readonly starts_on: string;
  readonly ends_on: string | null;
}

/** Whether something is asked on some day of a span, ends included. */
export function isInForce({ starts_on, ends_on }: Dated, from: string, until = from): boolean {
  return starts_on <= until && (ends_on === null || ends_on >= from);
}

/** The days of a month, for what is asked of a month as a whole. Days compare as text: no month goes past its 31st. */
export function spanOfMonth(month: string): { from: string; until: string } {
  return { from: `${month}-01`, until: `${month}-31` };
}

/**
 * What is answered, by item: a list of one value or, where several can be chosen, of several. Numbers are numbers; days
 * `YYYY-MM-DD`; choices the ids of options; everything else is text. An item without an answer is not there.
 */
export const answers = z.record(z.uuid(), z.array(z.union([z.string(), z.number()])));
export type Answers = z.output<typeof answers>;

/**
 * What is typed, by item. Items that are asked and not named here are left blank; items that are no longer asked keep
 * what they say. Left out as a whole: every answer stays as it is.
 */
export const typedAnswers = z
  .record(
    z.uuid({ error: () => m.items_refused_unknown() }),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()], {
      error: () => m.items_refused_unreadable(),
    }),
  )
  .optional();
export type TypedAnswers = NonNullable<z.output<typeof typedAnswers>>;

/** An item's name, and until when it was asked if it has ended. */
export function nameItem({ label, ends_on }: Item, today: string): string {
  if (ends_on === null || ends_on >= today) return label;
  const [year = 0, month = 0, day = 0] = ends_on.split('-').map(Number);
  return m.items_label_ended({ label, year, month, day });
}

/** An item's name over a column of figures: その回数（回）. */
export function headItem(asked: Item, today: string): string {
  const label = nameItem(asked, today);
  return asked.unit === null ? label : m.items_label_with_unit({ label, unit: asked.unit });
}

/** What a cell says: a number as a number, everything else as text; null where nothing was answered. */
export function cellOfAnswer(asked: Item, parts: Answers[string] | undefined): string | number | null {
  const [first] = parts ?? [];
  if (!parts || first === undefined) return null;
  if (asked.kind === 'number') return first;
  if (asked.kind === 'date') return String(first);
  if (!isChosen(asked.kind)) return String(first);
  const labels = parts.map((id) => asked.options.find((option) => option.id === id)?.label);
  return labels.filter(Boolean).join(m.items_between());
}

/** An answer as a person reads it. */
export function sayAnswer(asked: Item, parts: Answers[string] | undefined): string | null {
  const cell = cellOfAnswer(asked, parts);
  if (cell === null) return null;
  if (asked.kind === 'date') return formatDay(String(cell));
  return typeof cell === 'number'
    ? m.items_number_with_unit({ n: cell.toLocaleString('ja-JP'), unit: asked.unit ?? '' })
    : cell;
}

/** An item and what was said to it, as it is read. */
export const saidItem = z.object({ label: z.string(), said: z.string() });
export type SaidItem = z.output<typeof saidItem>;

/** A record's answers in words, in the order of the form; nothing for what is blank. */
export function sayAnswers(items: readonly Item[], said: Answers, today: string): SaidItem[] {
  return items.flatMap((one) => {
    const words = sayAnswer(one, said[one.id]);
    return words === null ? [] : [{ label: nameItem(one, today), said: words }];
  });
}

/** The columns of a file: items that are asked today, and those that have ended and are answered by a row of it. */
export function itemsToExport(
  items: readonly Item[],
  rows: readonly { answers: Answers }[],
  today: string,
): Item[] {
  const answered = new Set(rows.flatMap((row) => Object.keys(row.answers)));
  return items.filter((one) => one.kind !== 'section' && (isInForce(one, today) || answered.has(one.id)));
}
