import { useState } from 'react';
import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { nestFields } from '#ui/Form/nest.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listGradingRules, setGradingRule } from '../api.ts';
import { measureRules, measureRuleWords } from '../model.ts';
import { sayGrade } from '../rule.ts';
import { Body } from './shown/Body.tsx';
import { trailOf } from './shown/InquiryNav.tsx';

type Rule = OutputOf<typeof listGradingRules>['rules'][number];

export function loader({ request }: PageArgs) {
  return call(listGradingRules, {}, { signal: request.signal });
}

/** How a project's year is graded: as it is, as it was, and from which year on it shall be otherwise. */
export function Component() {
  const { rules } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  return (
    <>
      <PageHeader title={m.projects_rules_title()} trail={trailOf()} lead={m.projects_rules_lead()} />
      {rules.length === 0 && <EmptyState says={m.projects_rules_empty()} />}
      {rules.map((rule) => (
        <Section key={rule.id} heading={m.projects_rule_from({ year: formatFiscalYear(rule.starts_year) })}>
          <RuleList rule={rule} />
        </Section>
      ))}
      {planner && <NewRule last={rules[0]} />}
    </>
  );
}

function RuleList({ rule }: { rule: Rule }) {
  return (
    <DescriptionList
      items={[
        ...rule.grades.map(({ code, criterion }) => ({ term: sayGrade(rule, code), value: criterion })),
        {
          term: m.projects_label_course(),
          value: rule.courses.map(({ code, wording }) => m.projects_grade_said({ code, wording })).join('、'),
        },
        { term: m.projects_label_how(), value: <Body text={rule.how} /> },
        { term: m.projects_label_measure_rule(), value: measureRuleWords[rule.measure_rule]() },
        { term: m.projects_label_set_on(), value: formatDay(rule.on) },
      ]}
    />
  );
}

function NewRule({ last }: { last: Rule | undefined }) {
  const { today } = useMe();
  const [grades, setGrades] = useState(Math.max(4, last?.grades.length ?? 0));
  const [courses, setCourses] = useState(Math.max(6, last?.courses.length ?? 0));
  return (
    <Section heading={m.projects_set_rule_summary()}>
      <Form
        op={setGradingRule}
        mints="id"
        initial={{ ...last, id: undefined, starts_year: fiscalYearOf(today) }}
        reshape={withoutBlanks}
        submit={m.projects_rule_save()}
        doneSays={m.projects_rule_saved()}
        wide
      >
        <NumberField
          name="starts_year"
          label={m.projects_label_starts_year()}
          hint={m.projects_starts_year_hint()}
          required
        />
        {Array.from({ length: grades }, (_, n) => (
          <fieldset key={m.projects_grade_row({ n: n + 1 })} className="flex flex-wrap gap-4">
            <legend className="text-std-16B-170">{m.projects_grade_row({ n: n + 1 })}</legend>
            <TextField
              name={`grades.${n}.code`}
              label={m.projects_label_code()}
              width="short"
              maxLength={4}
            />
            <TextField name={`grades.${n}.wording`} label={m.projects_label_wording()} maxLength={100} />
            <div className="basis-full">
              <TextField
                name={`grades.${n}.criterion`}
                label={m.projects_label_criterion()}
                width="full"
                maxLength={300}
              />
            </div>
          </fieldset>
        ))}
        <p>
          <Button onPress={() => setGrades(grades + 1)}>{m.projects_more_grades()}</Button>
        </p>
        {Array.from({ length: courses }, (_, n) => (
          <fieldset key={m.projects_course_row({ n: n + 1 })} className="flex flex-wrap gap-4">
            <legend className="text-std-16B-170">{m.projects_course_row({ n: n + 1 })}</legend>
            <TextField
              name={`courses.${n}.code`}
              label={m.projects_label_code()}
              width="short"
              maxLength={4}
            />
            <TextField name={`courses.${n}.wording`} label={m.projects_label_wording()} maxLength={100} />
          </fieldset>
        ))}
        <p>
          <Button onPress={() => setCourses(courses + 1)}>{m.projects_more_courses()}</Button>
        </p>
        <TextArea name="how" label={m.projects_label_how()} required rows={5} maxLength={2_000} />
        <RadioGroup
          name="measure_rule"
          label={m.projects_label_measure_rule()}
          required
          choices={measureRules.map((value) => ({ value, label: measureRuleWords[value]() }))}
        />
      </Form>
    </Section>
  );
}

/** Rows that were left blank are no grades. */
function withoutBlanks(typed: Typed): Partial<InputOf<typeof setGradingRule>> {
  const nested = nestFields(typed) as Record<string, unknown>;
  const filled = (rows: unknown) =>
    (rows as Record<string, unknown>[]).filter((row) =>
      Object.values(row).some((value) => value !== undefined),
    );
  return { ...nested, grades: filled(nested.grades), courses: filled(nested.courses) } as Partial<
    InputOf<typeof setGradingRule>
  >;
}
