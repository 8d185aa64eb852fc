import * as z from 'zod';
import * as m from '#messages';

/** The returns the ministry asks for (重層的支援体制整備事業, 自立相談支援). */
export const returnCodes = [
  'consultations',
  'comprehensive',
  'coordination',
  'outreach',
  'participation',
] as const;
export type ReturnCode = (typeof returnCodes)[number];
export const returnWords: Record<ReturnCode, () => string> = {
  consultations: m.returns_code_consultations,
  comprehensive: m.returns_code_comprehensive,
  coordination: m.returns_code_coordination,
  outreach: m.returns_code_outreach,
  participation: m.returns_code_participation,
};

/** What is counted; `gate.things_of_return` knows them by these names. `none`: nobody records it yet. */
export const sources = [
  'intakes',
  'receptions',
  'notes',
  'contacts',
  'cases',
  'plans',
  'decisions',
  'endings',
  'meetings',
  'sittings',
  'items',
  'joinings',
  'joining_plans',
  'joining_steps',
  'places',
  'place_supports',
  'none',
] as const;
export type Source = (typeof sources)[number];
export const sourceWords: Record<Source, () => string> = {
  intakes: m.returns_source_intakes,
  receptions: m.returns_source_receptions,
  notes: m.returns_source_notes,
  contacts: m.returns_source_contacts,
  cases: m.returns_source_cases,
  plans: m.returns_source_plans,
  decisions: m.returns_source_decisions,
  endings: m.returns_source_endings,
  meetings: m.returns_source_meetings,
  sittings: m.returns_source_sittings,
  items: m.returns_source_items,
  joinings: m.returns_source_joinings,
  joining_plans: m.returns_source_joining_plans,
  joining_steps: m.returns_source_joining_steps,
  places: m.returns_source_places,
  place_supports: m.returns_source_place_supports,
  none: m.returns_source_none,
};

/** Things (件), or the distinct persons among them (実人数), of each body. */
export const shows = ['things', 'persons'] as const;

/** By what the rows of a table are told apart; `body` is who counted. */
export const rowMarks = [
  'body',
  'month',
  'work',
  'worry',
  'route',
  'way',
  'outcome',
  'with_whom',
  'reason',
  'standing',
  'conference',
] as const;
export type RowMark = (typeof rowMarks)[number];

export const rowMarkWords: Record<RowMark, () => string> = {
  body: m.returns_mark_body,
  month: m.returns_mark_month,
  work: m.returns_mark_work,
  worry: m.returns_mark_worry,
  route: m.returns_mark_route,
  way: m.returns_mark_way,
  outcome: m.returns_mark_outcome,
  with_whom: m.returns_mark_with,
  reason: m.returns_mark_reason,
  standing: m.returns_mark_standing,
  conference: m.returns_mark_conference,
};

const word = z
  .string({ error: () => m.returns_field_wording() })
  .trim()
  .min(1, { error: () => m.returns_field_wording() })
  .max(100, { error: () => m.returns_field_wording() });
const code = z.string().regex(/^[a-z0-9_]{1,40}$/, { error: () => m.returns_field_code() });

export const countedColumn = z.object({
  code,
  wording: word,
  unit: z.string().max(10),
  source: z.enum(sources),
  show: z.enum(shows),
  /** Every mark named has one of these values. */
  where: z.record(z.string().max(40), z.array(z.string().max(60)).min(1)).default({}),
});
export type CountedColumn = z.output<typeof countedColumn>;

/** One table of a return: what its rows are, and what each of its columns counts. */
export const countedTable = z.object({
  code,
  wording: word,
  rows: z.enum(rowMarks).nullable(),
  columns: z
    .array(countedColumn)
    .min(1, { error: () => m.returns_field_columns() })
    .max(12, { error: () => m.returns_field_columns() }),
});
export type CountedTable = z.output<typeof countedTable>;

/** A table with its figures, worded as it is read; null where nobody records it yet. */
export const filledTable = z.object({
  code: z.string(),
  wording: z.string(),
  columns: z.array(
    z.object({ code: z.string(), wording: z.string(), unit: z.string(), counted: z.string() }),
  ),
  rows: z.array(z.object({ key: z.string(), wording: z.string(), cells: z.array(z.int().nullable()) })),
  /** Of everything; of persons it is not the sum of the rows. */
  sum: z.array(z.int().nullable()),
  /** Things of which no person is known, by column: they are in no count of persons. */
  unnamed: z.array(z.int().nullable()),
});
export type FilledTable = z.output<typeof filledTable>;

/**
 * What was sent, with the rows beside it that are counted today and of which there was nothing then: they can be put right too. They
 * held nought, or nothing where nobody recorded it.
 */
export function withLaterRows(sent: readonly FilledTable[], now: readonly FilledTable[]): FilledTable[] {
  return sent.map((table) => {
    const keys = new Set(table.rows.map(({ key }) => key));
    const later = now.find(({ code }) => code === table.code)?.rows.filter(({ key }) => !keys.has(key)) ?? [];
    const cells = table.sum.map((n) => (n === null ? null : 0));
    return { ...table, rows: [...table.rows, ...later.map(({ key, wording }) => ({ key, wording, cells }))] };
  });
}

/** Whether a table holds a count that is small enough to point at somebody. Then the whole of it stays away. */
export function holdsSmall({ rows, sum }: FilledTable, smallest: number): boolean {
  return [...rows.flatMap(({ cells }) => cells), ...sum].some(
    (count) => count !== null && count > 0 && count < smallest,
  );
}
