import { labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { boxOf, type Form, ticksOf } from '#platform/typesetting/form.ts';
import {
  attainmentWords,
  findingWords,
  outcomes,
  outcomeWords,
  sayNumber,
  spanWords,
} from '../plan-model.ts';
import type { OpenedPlan } from '../plan-parts.ts';
import { choiceOf, dayOrNone, type FormFrame, frameForm, ticksOfList } from './frame.ts';
import { joinLines, nameIn } from './plan-form.ts';

/** 評価（終結）シート of a plan, filled in as far as it is, or blank. */
export function closingForm(plan: OpenedPlan | null, frame: FormFrame): Form {
  const closing = plan?.closing ?? null;
  return frameForm(frame, {
    title: m.cases_form_closing_title(),
    corner: [plan ? m.cases_form_number({ number: sayNumber(plan.number) }) : m.cases_form_number_blank()],
    parts: [
      {
        kind: 'boxes',
        heading: null,
        rows: [
          [
            boxOf(m.cases_form_name(), 5, plan ? nameIn(plan) : null),
            boxOf(m.cases_form_case(), 3, plan?.case_number ?? null),
            boxOf(m.cases_form_body(), 4, plan?.holder.name ?? null),
          ],
        ],
      },
      {
        kind: 'table',
        heading: m.cases_form_attained(),
        columns: [
          { head: m.cases_form_goal_span(), span: 2 },
          { head: m.cases_form_goal(), span: 5 },
          { head: m.cases_form_attainment(), span: 2 },
          { head: m.cases_form_attained_words(), span: 3 },
        ],
        rows: plan?.goals.length
          ? plan.goals.map(({ span, words, attainment }) => [
              spanWords[span](),
              words,
              attainment ? attainmentWords[attainment.attained]() : '',
              attainment?.words ?? '',
            ])
          : [
              [spanWords.long(), '', '', ''],
              [spanWords.short(), '', '', ''],
            ],
        room: 14,
      },
      {
        kind: 'boxes',
        heading: m.cases_form_changes_heading(),
        rows: [
          [
            ticksOf(
              m.cases_form_changes(),
              ticksOfList(frame, 'change', closing?.closed_on ?? frame.printedOn, closing?.changes ?? []),
            ),
          ],
          [boxOf(m.cases_form_remains(), 12, closing?.remains ?? null, 16)],
          [boxOf(m.cases_form_own_words(), 12, closing?.own_words ?? null, 16)],
        ],
      },
      {
        kind: 'boxes',
        heading: m.cases_form_evaluation(),
        rows: [
          [boxOf(m.cases_form_found(), 12, closing ? foundIn(plan, closing.found) : null, 16)],
          [
            choiceOf(
              m.cases_form_outcome(),
              5,
              outcomes.map((one) => [one, outcomeWords[one]()]),
              closing?.outcome ?? null,
            ),
            boxOf(m.cases_form_closed_on(), 3, dayOrNone(closing?.closed_on)),
            boxOf(
              m.cases_form_reason(),
              4,
              closing ? labelOf(frame.codes, 'ending', closing.reason, closing.closed_on) : null,
            ),
          ],
          [boxOf(m.cases_form_afterwards(), 12, closing?.afterwards ?? null, 14)],
          [boxOf(m.cases_form_closed_by(), 12, closing?.by ?? null)],
        ],
      },
    ],
  });
}

/** What the conference said of how it went, and what the worker wrote of it. */
function foundIn(plan: OpenedPlan | null, found: string | null): string {
  const said = plan?.findings.filter(({ about }) => about === 'closing') ?? [];
  return joinLines(...said.map(({ finding, words }) => joinLines(findingWords[finding](), words)), found);
}
