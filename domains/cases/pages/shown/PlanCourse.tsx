import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Section } from '#ui/Section.tsx';
import { printPlanForm } from '../../forms-api.ts';
import {
  attainmentWords,
  decisionWords,
  findingWords,
  outcomeWords,
  planConferenceWords,
} from '../../plan-model.ts';
import type { OpenedPlan } from '../../plan-parts.ts';
import { Lines } from './PlanContent.tsx';

interface CourseRow {
  readonly id: string;
  readonly on: string;
  readonly what: string;
  readonly words: string | null;
  readonly by: string | null;
}

interface CourseProps {
  plan: OpenedPlan;
  codes: readonly CodeEntry[];
}

/** What has become of a plan until now, and how it ended. */
export function PlanCourse({ plan, codes }: CourseProps) {
  return (
    <>
      {plan.closing && <Closing plan={plan} codes={codes} />}
      <Section heading={m.cases_plan_course()}>
        <DataTable
          caption={m.cases_plan_course_caption()}
          rows={courseOf(plan)}
          rowKey={({ id }) => id}
          empty={{ says: m.cases_plan_course_empty() }}
          columns={[
            {
              key: 'on',
              heading: m.cases_plan_label_on(),
              value: ({ on }) => formatDay(on),
              order: ({ on }) => on,
            },
            { key: 'what', heading: m.cases_plan_label_what(), value: ({ what }) => what },
            { key: 'words', heading: m.cases_plan_label_words(), value: ({ words }) => words },
            { key: 'by', heading: m.cases_plan_label_by(), value: ({ by }) => by },
          ]}
        />
      </Section>
    </>
  );
}

function courseOf({ acts, findings, decisions, reviews }: OpenedPlan): CourseRow[] {
  const actWords = {
    proposed: m.cases_plan_act_proposed,
    taken_back: m.cases_plan_act_taken_back,
    started: m.cases_plan_act_started,
  };
  return [
    ...acts.map(({ id, act, acted_on, words, by }) => ({
      id,
      on: acted_on,
      what: actWords[act](),
      words,
      by,
    })),
    ...findings.map(({ id, conference_kind, held_on, finding, words, by }) => ({
      id,
      on: held_on,
      what: m.cases_plan_found({
        conference: planConferenceWords[conference_kind](),
        finding: findingWords[finding](),
      }),
      words,
      by,
    })),
    ...decisions.map(({ id, decision, reason, number, decided_on, body_name }) => ({
      id,
      on: decided_on,
      what: decisionWords[decision](),
      words: number === null ? reason : m.cases_plan_reason_number({ reason, number }),
      by: body_name,
    })),
    ...reviews.map(({ id, reviewed_on, words, by }) => ({
      id,
      on: reviewed_on,
      what: m.cases_plan_reviewed(),
      words,
      by,
    })),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function Closing({ plan, codes }: CourseProps) {
  const { closing, goals } = plan;
  if (!closing) return null;
  const file = { client_id: plan.client_id, id: plan.id, form: 'closing' as const };
  return (
    <Section
      heading={m.cases_form_closing_title()}
      actions={
        <>
          <DownloadLink href={hrefOf(printPlanForm, { ...file, format: 'pdf' })}>
            {m.cases_closing_print_pdf()}
          </DownloadLink>
          <DownloadLink href={hrefOf(printPlanForm, { ...file, format: 'xlsx' })}>
            {m.cases_closing_print_xlsx()}
          </DownloadLink>
        </>
      }
    >
      <DataTable
        caption={m.cases_closing_attained_caption()}
        rows={goals}
        rowKey={({ id }) => id}
        empty={{ says: m.cases_plan_goals_empty() }}
        columns={[
          { key: 'goal', heading: m.cases_form_goal(), value: ({ words }) => words },
          {
            key: 'attained',
            heading: m.cases_form_attainment(),
            value: ({ attainment }) => attainment && attainmentWords[attainment.attained](),
          },
          {
            key: 'words',
            heading: m.cases_form_attained_words(),
            value: ({ attainment }) => attainment?.words ?? null,
          },
        ]}
      />
      <DescriptionList
        items={[
          { term: m.cases_form_outcome(), value: outcomeWords[closing.outcome]() },
          { term: m.cases_form_closed_on(), value: formatDay(closing.closed_on) },
          { term: m.cases_form_reason(), value: labelOf(codes, 'ending', closing.reason, closing.closed_on) },
          {
            term: m.cases_form_changes(),
            value: closing.changes
              .map((code) => labelOf(codes, 'change', code, closing.closed_on))
              .join('、'),
          },
          { term: m.cases_form_remains(), value: closing.remains && <Lines text={closing.remains} /> },
          { term: m.cases_form_own_words(), value: closing.own_words && <Lines text={closing.own_words} /> },
          { term: m.cases_form_found(), value: closing.found && <Lines text={closing.found} /> },
          {
            term: m.cases_form_afterwards(),
            value: closing.afterwards && <Lines text={closing.afterwards} />,
          },
        ]}
      />
    </Section>
  );
}
