import type { ReactNode } from 'react';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Section } from '#ui/Section.tsx';
import { doerWords, planKindWords, sayNumber, spanWords } from '../../plan-model.ts';
import type { OpenedPlan } from '../../plan-parts.ts';

/** What a plan says, in the order of its printed form. */
export function PlanContent({ plan, codes }: { plan: OpenedPlan; codes: readonly CodeEntry[] }) {
  const { goals, steps } = plan;
  return (
    <>
      <DescriptionList
        items={[
          {
            term: m.cases_form_kind(),
            value: m.cases_plan_kind_and_number({
              kind: planKindWords[plan.kind](),
              number: sayNumber(plan.number),
            }),
          },
          { term: m.cases_form_trouble(), value: plan.trouble && <Lines text={plan.trouble} /> },
          {
            term: m.cases_form_span(),
            value:
              plan.starts_on && plan.ends_on
                ? m.cases_form_from_until({ from: formatDay(plan.starts_on), until: formatDay(plan.ends_on) })
                : null,
          },
          { term: m.cases_form_next_review(), value: plan.next_review_on && formatDay(plan.next_review_on) },
          {
            term: m.cases_form_services(),
            value: plan.services.map((code) => labelOf(codes, 'service', code, plan.written_on)).join('、'),
          },
          {
            term: m.cases_plan_label_agreement(),
            value:
              plan.agreed_way && plan.agreed_on
                ? m.cases_plan_agreed({
                    way: labelOf(codes, 'consent_way', plan.agreed_way, plan.agreed_on),
                    day: formatDay(plan.agreed_on),
                  })
                : m.cases_plan_not_agreed(),
          },
        ]}
      />
      <Section heading={m.cases_form_goals()}>
        <DataTable
          caption={m.cases_plan_goals_caption()}
          rows={goals}
          rowKey={({ id }) => id}
          empty={{ says: m.cases_plan_goals_empty() }}
          columns={[
            { key: 'span', heading: m.cases_form_goal_span(), value: ({ span }) => spanWords[span]() },
            { key: 'words', heading: m.cases_form_goal(), value: ({ words }) => words },
          ]}
        />
      </Section>
      <Section heading={m.cases_form_steps()}>
        <DataTable
          caption={m.cases_plan_steps_caption()}
          rows={steps}
          rowKey={({ id }) => id}
          empty={{ says: m.cases_plan_steps_empty() }}
          columns={[
            { key: 'what', heading: m.cases_form_step_what(), value: ({ what }) => what },
            { key: 'trouble', heading: m.cases_form_step_trouble(), value: ({ trouble }) => trouble },
            {
              key: 'who',
              heading: m.cases_form_step_who(),
              value: ({ who, who_named }) =>
                [doerWords[who](), who_named].filter((text) => text !== null).join(' '),
            },
            {
              key: 'when',
              heading: m.cases_form_step_when(),
              value: ({ starts_when, how_often }) =>
                [starts_when, how_often].filter((text) => text !== null).join(' ') || null,
            },
            {
              key: 'until',
              heading: m.cases_form_step_until(),
              value: ({ until_on }) => until_on && formatDay(until_on),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** Text as it was typed, line by line. */
export function Lines({ text }: { text: string }): ReactNode {
  return <span className="whitespace-pre-line">{text}</span>;
}
