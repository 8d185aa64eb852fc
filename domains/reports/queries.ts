import { listCodes } from '#domains/codes/queries.ts';
import { readTown } from '#domains/districts/queries.ts';
import { readEvaluations, readIndicators, readPlan } from '#domains/plan/queries.ts';
import { readToldStories } from '#domains/wishes/story-queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply, LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { presentEvaluation } from './evaluation-paper.ts';
import { authorRoleOf, fillFigure } from './figure-report.ts';
import { groupsOf } from './groups.ts';
import { EvaluationReport } from './model.ts';
import { renderEvaluation } from './render.ts';

type Plan = Awaited<ReturnType<typeof readPlan>>;

/** The evaluation of a plan, worded as it is printed. */
export async function readEvaluation(
  db: Db,
  { plan }: ParsedInputOf<typeof api.readEvaluation>,
  act: Act,
): Promise<OutputOf<typeof api.readEvaluation>> {
  const report = await readEvaluationReport(db, plan, act);
  const { code, name } = report.plan;
  return { plan: { code, name }, paper: presentEvaluation(report) };
}

/**
 * The evaluation of a plan as a file, with the digits that the screen shows. Typesetting takes a second or more and
 * waits until nothing more is asked of the database; a CSV is made at once, so that its refusal rolls back.
 *
 * @throws Refusal `invalid` naming the character that a CSV in CP932 cannot hold
 */
export async function printEvaluation(
  db: Db,
  { plan, format, encoding }: ParsedInputOf<typeof api.printEvaluation>,
  act: Act,
): Promise<FileReply | LaterFile> {
  const report = await readEvaluationReport(db, plan, act);
  const name = m.reports_file_name({ plan: report.plan.name, date: report.printedOn });
  const make = () => renderEvaluation(report, { name, format, encoding });
  return format === 'csv' ? make() : make;
}

/**
 * What the evaluation of a plan says to this actor. Figures come from the plan's own query; nothing is reckoned here.
 *
 * @throws Refusal `not_found` for a code that no plan has
 */
export async function readEvaluationReport(db: Db, code: string, act: Act): Promise<EvaluationReport> {
  const { town } = await readTown(db, {}, act);
  if (!town) throw refuseNotFound();
  const plan = await readPlan(db, { plan: code }, act);
  const indicators = await readIndicators(db, { plan: code }, act);
  const { entries } = await listCodes(db, {}, act);
  const { evaluations } = await readEvaluations(db, { plan: code }, act);
  return EvaluationReport.parse({
    town: { name: town.name },
    sample: town.sample,
    printedOn: act.today,
    plan: {
      code: plan.code,
      name: plan.name,
      vision: plan.vision,
      firstFiscalYear: plan.first_year,
      lastFiscalYear: plan.last_year,
      owners: plan.owners.map(({ body, plan_name }) => ({ body, planName: plan_name })),
    },
    nextPlan: plan.next_plan && {
      name: plan.next_plan.name,
      measures: plan.next_plan.measures.map(({ number, name }) => ({ number, name })),
    },
    challenges: plan.challenges.map(({ number, wording }) => ({ number, wording })),
    groups: groupsOf(plan),
    challengeLinks: challengeLinksOf(plan),
    carryLinks: carryLinksOf(plan),
    figures: indicators.map((indicator) => fillFigure(indicator, entries)),
    evaluations: evaluations.map(({ group, kind, body, author, on, version }) => ({
      group,
      kind,
      body,
      authorRole: authorRoleOf(author),
      date: on,
      version,
    })),
    stories: await readToldStories(
      db,
      'report',
      sql`s.happened_on between make_date(${plan.first_year}::int, 4, 1) and make_date(${plan.last_year}::int + 1, 3, 31)`,
    ),
  } satisfies EvaluationReport);
}

function challengeLinksOf(plan: Plan): EvaluationReport['challengeLinks'] {
  return plan.links.flatMap((link) => {
    const challenge = plan.challenges.find(({ id }) => id === link.challenge_id);
    const measure = plan.measures.find(({ id }) => id === link.measure_id);
    return challenge && measure
      ? [{ ...drawnOf(link), challenge: challenge.number, measure: measure.number }]
      : [];
  });
}

/** Links to the plan that comes next; a link to any other plan is not part of this report. */
function carryLinksOf(plan: Plan): EvaluationReport['carryLinks'] {
  return plan.links.flatMap((link) => {
    const next = plan.next_plan?.measures.find(({ id }) => id === link.next?.measure_id);
    const measure = plan.measures.find(({ id }) => id === link.measure_id);
    return next && measure ? [{ ...drawnOf(link), measure: measure.number, next: next.number }] : [];
  });
}

function drawnOf({ state, author, on, note }: Plan['links'][number]) {
  return {
    state: state === 'decided' ? ('decided' as const) : ('draft' as const),
    author: authorRoleOf(author),
    date: on,
    note,
  };
}

export * from './progress-queries.ts';
