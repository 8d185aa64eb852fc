import { personFacetWords } from '#domains/consent/person-model.ts';
import { type Answers, type Item, isInForce } from '#domains/items/model.ts';
import * as m from '#messages';
import { boxOf, type Form, type FormPart, ticksOf } from '#platform/typesetting/form.ts';
import { assessmentFacets } from '../assessment-model.ts';
import { type CaseRelation, caseRelationWords } from '../case-model.ts';
import { type ScreeningResult, sayScreening, screeningResults } from '../screening-model.ts';
import { choiceOf, dayOrNone, type FormFrame, frameForm, ticksOfList } from './frame.ts';
import { rowsOfItems } from './item-boxes.ts';

export interface PrintedAssessment {
  readonly name: string | null;
  readonly holder: string;
  readonly case_number: string | null;
  readonly answers: Answers;
  /** Of the household, as far as whoever prints may see it. */
  readonly household: readonly {
    name: string | null;
    relation: CaseRelation;
    born_on: string | null;
    lives_in: boolean;
  }[];
  /** Codes of the list `urgency`. */
  readonly urgent: readonly string[] | null;
  readonly screening: { result: ScreeningResult; screened_on: string; words: string | null } | null;
  /** The newest day on which something was answered. */
  readonly answered_on: string | null;
}

/** インテーク・アセスメントシート of a person, filled in as far as it is, or blank; the person's own wish stands first. */
export function assessmentForm(
  printed: PrintedAssessment | null,
  frame: FormFrame,
  items: readonly Item[],
): Form {
  const said = printed?.answers ?? {};
  const day = frame.printedOn;
  return frameForm(frame, {
    title: m.cases_form_assessment_title(),
    corner: [m.cases_form_answered({ day: dayOrNone(printed?.answered_on) ?? m.cases_form_day_blank() })],
    lead: m.cases_form_assessment_lead(),
    parts: [
      {
        kind: 'boxes',
        heading: null,
        rows: [
          [
            boxOf(m.cases_form_name(), 5, printed ? (printed.name ?? m.cases_form_name_not_given()) : null),
            boxOf(m.cases_form_case(), 3, printed?.case_number ?? null),
            boxOf(m.cases_form_body(), 4, printed?.holder ?? null),
          ],
        ],
      },
      householdOf(printed),
      ...assessmentFacets.flatMap((facet): FormPart[] => {
        const asked = items.filter(
          (one) => one.facet === facet && (isInForce(one, day) || said[one.id] !== undefined),
        );
        const rows = rowsOfItems(asked, said, day);
        return rows.length === 0 ? [] : [{ kind: 'boxes', heading: personFacetWords[facet](), rows }];
      }),
      screeningOf(printed, frame),
    ],
    notes: [m.cases_form_assessment_note()],
  });
}

function householdOf(printed: PrintedAssessment | null): FormPart {
  return {
    kind: 'table',
    heading: m.cases_form_household(),
    columns: [
      { head: m.cases_form_name(), span: 4 },
      { head: m.cases_label_relation(), span: 3 },
      { head: m.cases_label_born_on(), span: 3 },
      { head: m.cases_form_lives_in(), span: 2 },
    ],
    rows: printed?.household.length
      ? printed.household.map(({ name, relation, born_on, lives_in }) => [
          name ?? m.cases_form_name_not_given(),
          caseRelationWords[relation](),
          dayOrNone(born_on) ?? m.cases_form_dash(),
          lives_in ? m.cases_given_yes() : m.cases_given_no(),
        ])
      : Array.from({ length: printed ? 1 : 4 }, () => ['', '', '', '']),
    room: 9,
  };
}

function screeningOf(printed: PrintedAssessment | null, frame: FormFrame): FormPart {
  const screening = printed?.screening ?? null;
  return {
    kind: 'boxes',
    heading: m.cases_form_screening(),
    rows: [
      [
        ticksOf(
          m.cases_form_urgency(),
          ticksOfList(frame, 'urgency', frame.printedOn, printed?.urgent ?? []),
        ),
      ],
      [
        choiceOf(
          m.cases_form_screening_result(),
          9,
          screeningResults.map((result) => [
            result,
            sayScreening(result, frame.codes, screening?.screened_on ?? frame.printedOn),
          ]),
          screening?.result ?? null,
        ),
        boxOf(m.cases_form_screened_on(), 3, dayOrNone(screening?.screened_on)),
      ],
      [boxOf(m.cases_form_screening_words(), 12, screening?.words ?? null, 12)],
    ],
  };
}
