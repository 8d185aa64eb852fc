import * as m from '#messages';
import { boxOf, type Form, type FormPart, ticksOf } from '#platform/typesetting/form.ts';
import type { ShownJoining } from '../joining-api.ts';
import { joiningStateWords } from '../joining-model.ts';
import {
  conferenceNeeded,
  decisions,
  decisionWords,
  doerWords,
  findingWords,
  planConferenceWords,
  planKinds,
  planKindWords,
  sayNumber,
  spanWords,
} from '../plan-model.ts';
import type { OpenedPlan } from '../plan-parts.ts';
import { choiceOf, dayOrNone, type FormFrame, frameForm, ticksOfList } from './frame.ts';

const blankRows = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));

/** プラン兼利用申込書, filled in or, without a plan, blank; the ways to places (参加支援) stand on it where there are any. */
export function planForm(
  plan: OpenedPlan | null,
  frame: FormFrame,
  joinings: readonly ShownJoining[] = [],
): Form {
  return frameForm(frame, {
    title: m.cases_form_plan_title(),
    corner: [
      plan ? m.cases_form_number({ number: sayNumber(plan.number) }) : m.cases_form_number_blank(),
      m.cases_form_written({ day: dayOrNone(plan?.written_on) ?? m.cases_form_day_blank() }),
    ],
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
          [
            choiceOf(
              m.cases_form_kind(),
              8,
              planKinds.map((kind) => [kind, planKindWords[kind]()]),
              plan?.kind ?? null,
            ),
            boxOf(m.cases_form_by(), 4, plan?.by ?? null),
          ],
          [boxOf(m.cases_form_trouble(), 12, plan?.trouble ?? null, 18)],
        ],
      },
      goalsOf(plan),
      stepsOf(plan),
      ...joiningsOf(joinings),
      {
        kind: 'boxes',
        heading: m.cases_form_use(),
        rows: [
          [
            ticksOf(
              m.cases_form_services(),
              ticksOfList(frame, 'service', plan?.written_on ?? frame.printedOn, plan?.services ?? []),
            ),
          ],
          [
            boxOf(m.cases_form_span(), 8, spanOf(plan)),
            boxOf(m.cases_form_next_review(), 4, dayOrNone(plan?.next_review_on)),
          ],
        ],
      },
      agreementOf(plan, frame),
      cityOf(plan),
    ],
    notes: [m.cases_form_plan_note()],
  });
}

export function nameIn(plan: Pick<OpenedPlan, 'client_name'>): string {
  return plan.client_name ?? m.cases_form_name_not_given();
}

function goalsOf(plan: OpenedPlan | null): FormPart {
  return {
    kind: 'table',
    heading: m.cases_form_goals(),
    columns: [
      { head: m.cases_form_goal_span(), span: 2 },
      { head: m.cases_form_goal(), span: 10 },
    ],
    rows: plan?.goals.length
      ? plan.goals.map(({ span, words }) => [spanWords[span](), words])
      : [
          [spanWords.long(), ''],
          [spanWords.short(), ''],
        ],
    room: 12,
  };
}

function stepsOf(plan: OpenedPlan | null): FormPart {
  return {
    kind: 'table',
    heading: m.cases_form_steps(),
    columns: [
      { head: m.cases_form_step_trouble(), span: 2 },
      { head: m.cases_form_step_what(), span: 4 },
      { head: m.cases_form_step_who(), span: 2 },
      { head: m.cases_form_step_when(), span: 2 },
      { head: m.cases_form_step_until(), span: 2 },
    ],
    rows: plan?.steps.length
      ? plan.steps.map((step) => [
          step.trouble ?? m.cases_form_dash(),
          step.what,
          [doerWords[step.who](), step.who_named].filter((text) => text !== null).join('\n'),
          [step.starts_when, step.how_often].filter((text) => text !== null).join('\n') ||
            m.cases_form_dash(),
          dayOrNone(step.until_on) ?? m.cases_form_dash(),
        ])
      : blankRows(5, 5),
    room: 11,
  };
}

function joiningsOf(joinings: readonly ShownJoining[]): FormPart[] {
  if (joinings.length === 0) return [];
  return [
    {
      kind: 'table',
      heading: m.cases_joinings_title(),
      columns: [
        { head: m.cases_joining_label_place(), span: 3 },
        { head: m.cases_joining_label_wish(), span: 4 },
        { head: m.cases_joining_label_state(), span: 2 },
        { head: m.cases_joining_label_said(), span: 3 },
      ],
      rows: joinings.map(({ place_name, wish, state, steps }) => [
        place_name,
        wish,
        joinLines(joiningStateWords[state](), dayOrNone(steps.at(-1)?.taken_on)),
        steps.findLast(({ said }) => said !== null)?.said ?? m.cases_form_dash(),
      ]),
      room: 11,
    },
  ];
}

function spanOf(plan: OpenedPlan | null): string | null {
  if (!plan?.starts_on && !plan?.ends_on) return null;
  return m.cases_form_from_until({
    from: dayOrNone(plan.starts_on) ?? '',
    until: dayOrNone(plan.ends_on) ?? '',
  });
}

/** A signature is written by hand on what is printed. */
function agreementOf(plan: OpenedPlan | null, frame: FormFrame): FormPart {
  return {
    kind: 'boxes',
    heading: m.cases_form_agreement(),
    rows: [
      [
        {
          ...ticksOf(
            m.cases_form_agreed_way(),
            ticksOfList(
              frame,
              'consent_way',
              plan?.agreed_on ?? frame.printedOn,
              plan?.agreed_way ? [plan.agreed_way] : [],
            ),
          ),
          span: 7,
          room: 7,
        },
        boxOf(m.cases_form_agreed_on(), 2, dayOrNone(plan?.agreed_on)),
        boxOf(m.cases_form_signature(), 3, null, 10),
      ],
    ],
  };
}

function cityOf(plan: OpenedPlan | null): FormPart {
  const finding = plan?.findings.findLast(({ about }) => about === 'plan');
  const decision = plan?.decisions.at(-1);
  const needed = plan ? planConferenceWords[conferenceNeeded[plan.kind]]() : null;
  return {
    kind: 'boxes',
    heading: m.cases_form_city(),
    rows: [
      [
        boxOf(
          m.cases_form_conference(),
          4,
          finding ? planConferenceWords[finding.conference_kind]() : needed,
        ),
        boxOf(m.cases_form_held_on(), 3, dayOrNone(finding?.held_on)),
        boxOf(
          m.cases_form_finding(),
          5,
          finding ? joinLines(findingWords[finding.finding](), finding.words) : null,
        ),
      ],
      [
        choiceOf(
          m.cases_form_decision(),
          7,
          decisions.map((one) => [one, decisionWords[one]()]),
          decision?.decision ?? null,
        ),
        boxOf(m.cases_form_decided_on(), 3, dayOrNone(decision?.decided_on)),
        boxOf(m.cases_form_decision_number(), 2, decision?.number ?? null),
      ],
      [boxOf(m.cases_form_decision_reason(), 12, decision?.reason ?? null, 10)],
    ],
  };
}

export function joinLines(...lines: (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n');
}
