import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { gradeMeasure, type readCommitteeWork } from '../../api.ts';
import { measureRuleWords, whyNotInquiry } from '../../model.ts';
import { sayGrade } from '../../rule.ts';

type Work = OutputOf<typeof readCommitteeWork>;
type Measure = Work['measures'][number];

/** The grades of the measures as they follow from what is confirmed, or as a person writes them. */
export function MeasureGrades({ work }: { work: Work }) {
  const { rule, measures } = work;
  return (
    <Section heading={m.projects_measures_title()}>
      <p>{m.projects_measure_rule_said({ rule: measureRuleWords[rule.measure_rule]() })}</p>
      <DataTable
        caption={m.projects_measures_caption()}
        rows={measures}
        rowKey={({ id }) => id}
        empty={{ says: m.projects_measures_empty() }}
        columns={[
          { key: 'name', heading: m.projects_label_measure(), value: (one) => m.projects_measure(one) },
          {
            key: 'projects',
            heading: m.projects_label_projects(),
            value: ({ projects }) => projects,
            numeric: true,
          },
          { key: 'graded', heading: m.projects_label_graded(), value: ({ graded }) => graded, numeric: true },
          {
            key: 'grade',
            heading: m.projects_label_measure_grade(),
            value: ({ grade }) => sayGrade(rule, grade),
          },
        ]}
      />
      {rule.measure_rule === 'written' &&
        measures
          .filter(({ projects }) => projects > 0)
          .map((measure) => (
            <details key={`${measure.id} ${measure.version}`}>
              <summary className="min-h-11 cursor-pointer py-2">
                {m.projects_write_grade({ measure: m.projects_measure(measure) })}
              </summary>
              <WriteGrade work={work} measure={measure} />
            </details>
          ))}
    </Section>
  );
}

function WriteGrade({ work: { inquiry, rule }, measure }: { work: Work; measure: Measure }) {
  return (
    <Form
      op={gradeMeasure}
      mints="id"
      also={{ inquiry_id: inquiry.id, measure_id: measure.id, after_version: measure.version }}
      initial={{ grade: measure.grade ?? '', reason: measure.reason ?? '' }}
      submit={m.projects_grade_save()}
      cannotSubmit={whyNotInquiry('collect', inquiry.stage) ?? undefined}
      doneSays={m.projects_grade_saved()}
    >
      <RadioGroup
        name="grade"
        label={m.projects_label_measure_grade()}
        required
        choices={rule.grades.map(({ code }) => ({ value: code, label: sayGrade(rule, code) }))}
      />
      <TextArea name="reason" label={m.projects_label_reason()} required rows={2} maxLength={500} />
    </Form>
  );
}
