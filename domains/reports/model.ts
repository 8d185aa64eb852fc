import * as z from 'zod';
import { polarities } from '#domains/plan/achievement.ts';
import { toldStory } from '#domains/wishes/story-api.ts';
import { sumOfMonths } from './small-cells.ts';

const day = z.iso.date();
const fiscalYear = z.int().min(1900).max(2200);
const text = z.string().min(1);
const count = z.int().min(0);

/** A value that somebody stated beforehand, with the fiscal year it is for; `note` says where it stands. */
const statedValue = z.object({ value: z.number(), fiscalYear, note: text.nullable() });

/** A baseline whose value is known may be of a year that is not. */
const baseline = statedValue.extend({ fiscalYear: fiscalYear.nullable() });

/** The same item, worded or placed differently elsewhere in the book. `group` names the other group, if any. */
const otherWording = z.object({ wording: text, place: text, group: text.nullable() });

const measure = z.object({ number: count, name: text, otherWordings: z.array(otherWording) });
/** `name` is null for measures that a plan put into no group. */
const group = z.object({ number: count, name: text.nullable(), measures: z.array(measure) });

/** A link someone drew: many-to-many, and a draft until it was decided. */
const link = z.object({
  state: z.enum(['draft', 'decided']),
  author: text,
  date: day,
  note: text.nullable(),
});

/** One round of a survey. `answered` is the number of valid answers to this very question. */
const surveyWave = z.object({
  name: text,
  fiscalYear,
  asked: count.nullable(),
  returned: count.nullable(),
  answered: count.nullable(),
  method: text.nullable(),
  question: text.nullable(),
  note: text.nullable(),
});

/** 調査 asks people, 実績 counts what happened. */
const kindOfYear = z.enum(['survey', 'result']);

/** 未確定 open, 確定 fixed, 公表 published: from fixed on the value does not move. `since` is null while open. */
const period = z.object({ state: z.enum(['open', 'fixed', 'published']), since: day.nullable() });

/** `value` is null where it is too small for a reader of dated figures. */
const measured = z.object({ value: z.number().nullable(), fiscalYear, kind: kindOfYear, period });

const point = measured.extend({
  /** Earlier points were measured in another way and cannot be compared. */
  breaksBefore: z.boolean(),
  /** The target of this very year. */
  target: z.number().nullable(),
  /** How many came after the year was fixed and are not in the value; null where nobody counts, or may know. */
  additions: z.int().nullable(),
  /** The round of a survey, by name, or where an outside figure was taken from. */
  from: text.nullable(),
});

/** What changed a count after its period was fixed; the printed value does not follow it. No names. */
const addition = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  addedOn: day,
  /** Null where nobody asked where it was. */
  district: text.nullable(),
  channel: text.nullable(),
  reason: text,
  /** How many came (or, below zero, were withdrawn). */
  amount: z.int(),
});

/** Another value for a year that was fixed already: it stands beside the fixed one, never in its place. */
const lateValue = z.object({ value: z.number(), fiscalYear, author: text, date: day, reason: text });

/** April first; null where nothing was handed in and nothing counted. */
const months = z.array(count.nullable()).length(12);

const districtRow = z.object({
  /** Null for what happened where nobody asked the district. */
  name: text.nullable(),
  area: text.nullable(),
  /** Null where a month of some district is too small to leave the house. */
  months: months.nullable(),
  total: count,
});

/** A count of one year: the town's months, or null, and the districts, or none, where they would show a small cell. */
const byDistrict = z.object({ fiscalYear, months: months.nullable(), rows: z.array(districtRow) });

const figure = z.object({
  /** The indicator's code, unique in the report. */
  code: text,
  /** The number of its group, or null for 全体. */
  group: count.nullable(),
  wording: text,
  unit: z.string(),
  decimals: z.int().min(0).max(4),
  polarity: z.enum(polarities),
  /** Counts below this are too small to leave the house. */
  smallestShown: count,
  /** Null where no document states one: printed 不明. */
  baseline: baseline.nullable(),
  target: statedValue.nullable(),
  actual: measured.nullable(),
  /** Null while nobody has written down how it is counted. */
  definition: z.object({ wording: text, version: count, since: day }).nullable(),
  source: z.object({ kind: z.enum(['encounters', 'survey', 'statistic', 'typed']), note: text.nullable() }),
  /** The round the actual comes from, where it comes from a survey. */
  wave: surveyWave.nullable(),
  series: z.array(point),
  /** To the year of the actual. */
  additions: z.array(addition),
  lateValues: z.array(lateValue),
  byDistrict: byDistrict.nullable(),
  /** The reader's post may see the fixed totals of this count only: no open year, no districts, no additions. */
  totalsOnly: z.boolean(),
});

/** 評価 or 第2期につなげよう, for a group or (null) for the whole; the newest version of each. */
const evaluation = z.object({
  group: count.nullable(),
  kind: z.enum(['evaluation', 'carry_on']),
  body: text,
  authorRole: text,
  date: day,
  version: count,
});

const shape = z.object({
  town: z.object({ name: text }),
  sample: z.boolean(),
  printedOn: day,
  plan: z.object({
    code: text,
    name: text,
    vision: text,
    firstFiscalYear: fiscalYear,
    lastFiscalYear: fiscalYear,
    /** One book may be the plan of two bodies, each under its own name. */
    owners: z.array(z.object({ body: text, planName: text })).min(1),
  }),
  /** The plan that comes after, once there is one. */
  nextPlan: z.object({ name: text, measures: z.array(z.object({ number: count, name: text })) }).nullable(),
  challenges: z.array(z.object({ number: count, wording: text })),
  groups: z.array(group),
  challengeLinks: z.array(link.extend({ challenge: count, measure: count })),
  carryLinks: z.array(link.extend({ measure: count, next: count })),
  figures: z.array(figure),
  evaluations: z.array(evaluation),
  /** 叶え合う事例: what everybody in them lets stand in a report today. */
  stories: z.array(toldStory),
});

export type EvaluationReport = z.output<typeof shape>;
/** The parts of a report that its tables of figures are made from. */
export type FiguresReport = Pick<EvaluationReport, 'figures' | 'groups' | 'printedOn'>;
export type ReportFigure = EvaluationReport['figures'][number];
export type ReportByDistrict = NonNullable<ReportFigure['byDistrict']>;
export type ReportEvaluation = EvaluationReport['evaluations'][number];

/**
 * Everything the printed evaluation of a plan says, and nothing it does not say. Whoever fills it has passed
 * the gate; whoever prints it adds words and layout, never a value. A report that contradicts itself (a link to
 * nowhere, districts that do not sum to their figure) does not parse: that is a bug, not something to print.
 */
export const EvaluationReport: z.ZodType<EvaluationReport> = shape.superRefine((report, context) => {
  for (const message of contradictionsOf(report)) context.addIssue({ code: 'custom', message });
});

function* contradictionsOf(report: EvaluationReport): Generator<string> {
  const groups = new Set(report.groups.map(({ number }) => number));
  const measures = new Set(report.groups.flatMap((one) => one.measures.map(({ number }) => number)));
  const challenges = new Set(report.challenges.map(({ number }) => number));
  const next = new Set(report.nextPlan?.measures.map(({ number }) => number));
  for (const { challenge, measure } of report.challengeLinks) {
    if (!challenges.has(challenge)) yield `a link leads to challenge ${challenge}, which is not there`;
    if (!measures.has(measure)) yield `a link leads to measure ${measure}, which is not there`;
  }
  for (const link of report.carryLinks) {
    if (!measures.has(link.measure)) yield `a link leads to measure ${link.measure}, which is not there`;
    if (!next.has(link.next)) yield `a link leads to the next measure ${link.next}, which is not there`;
  }
  for (const { group } of [...report.figures, ...report.evaluations]) {
    if (group !== null && !groups.has(group)) yield `group ${group} is not there`;
  }
  for (const { code, actual, byDistrict: counted } of report.figures) {
    if (counted === null || actual?.fiscalYear !== counted.fiscalYear) continue;
    const sums = [
      ...(counted.rows.length > 0 ? [counted.rows.reduce((sum, { total }) => sum + total, 0)] : []),
      ...(counted.months ? [sumOfMonths(counted.months)] : []),
    ];
    for (const sum of sums)
      if (sum !== actual.value) yield `the parts of ${code} sum to ${sum}, its figure is ${actual.value}`;
  }
}
