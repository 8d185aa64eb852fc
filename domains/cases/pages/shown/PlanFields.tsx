import type { ReactNode } from 'react';
import { type CodeEntry, choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { nestFields } from '#ui/Form/nest.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import type { draftPlan } from '../../plan-api.ts';
import { doers, doerWords, planKinds, planKindWords, spans, spanWords } from '../../plan-model.ts';

/** How many goals and steps there is room for on the screen. */
export const goalRoom = 8;
export const stepRoom = 15;

/** What a plan says, in the order of its printed form. The next row comes when the one before it is begun. */
export function PlanFields({
  typed,
  codes,
  day,
}: {
  typed: Typed;
  codes: readonly CodeEntry[];
  day: string;
}) {
  return (
    <>
      <RadioGroup
        name="kind"
        label={m.cases_form_kind()}
        required
        initial="self_support"
        choices={planKinds.map((value) => ({ value, label: planKindWords[value]() }))}
      />
      <TextArea
        name="trouble"
        label={m.cases_form_trouble()}
        hint={m.cases_plan_hint_own_words()}
        rows={4}
        maxLength={2_000}
      />
      <Section heading={m.cases_form_goals()}>
        <p>{m.cases_plan_hint_one_person()}</p>
        <Rows
          typed={typed}
          room={goalRoom}
          begins={(i) => `goals.${i}.words`}
          legend={(n) => m.cases_plan_goal_n({ n })}
        >
          {(i) => (
            <>
              <SelectField
                name={`goals.${i}.span`}
                label={m.cases_form_goal_span()}
                initial={i === 0 ? 'long' : 'short'}
                choices={spans.map((value) => ({ value, label: spanWords[value]() }))}
              />
              <TextArea name={`goals.${i}.words`} label={m.cases_form_goal()} rows={2} maxLength={1_000} />
            </>
          )}
        </Rows>
      </Section>
      <Section heading={m.cases_form_steps()}>
        <Rows
          typed={typed}
          room={stepRoom}
          begins={(i) => `steps.${i}.what`}
          legend={(n) => m.cases_plan_step_n({ n })}
        >
          {(i) => (
            <>
              <TextArea
                name={`steps.${i}.what`}
                label={m.cases_form_step_what()}
                rows={2}
                maxLength={1_000}
              />
              <TextField
                name={`steps.${i}.trouble`}
                label={m.cases_form_step_trouble()}
                width="full"
                maxLength={500}
              />
              <SelectField
                name={`steps.${i}.who`}
                label={m.cases_plan_label_who()}
                initial="body"
                choices={doers.map((value) => ({ value, label: doerWords[value]() }))}
              />
              <TextField
                name={`steps.${i}.who_named`}
                label={m.cases_plan_label_who_named()}
                width="full"
                maxLength={200}
              />
              <TextField name={`steps.${i}.starts_when`} label={m.cases_plan_label_when()} maxLength={100} />
              <TextField
                name={`steps.${i}.how_often`}
                label={m.cases_plan_label_how_often()}
                maxLength={100}
              />
              <DateField name={`steps.${i}.until_on`} label={m.cases_form_step_until()} />
            </>
          )}
        </Rows>
      </Section>
      <Section heading={m.cases_form_use()}>
        <CheckboxGroup
          name="services"
          label={m.cases_form_services()}
          choices={choicesOn(codes, 'service', day)}
        />
        <DateField name="starts_on" label={m.cases_plan_label_starts_on()} />
        <DateField name="ends_on" label={m.cases_plan_label_ends_on()} />
        <DateField name="next_review_on" label={m.cases_form_next_review()} />
      </Section>
    </>
  );
}

interface RowsProps {
  typed: Typed;
  room: number;
  /** The field with which a row begins. */
  begins: (i: number) => string;
  legend: (n: number) => string;
  children: (i: number) => ReactNode;
}

function Rows({ typed, room, begins, legend, children }: RowsProps) {
  const begun = Array.from({ length: room }, (_, i) => typed[begins(i)] !== undefined).lastIndexOf(true);
  const shown = Math.min(room, begun + 2);
  return Array.from({ length: shown }, (_, i) => (
    <fieldset key={begins(i)} className="grid gap-4 border-l-4 border-solid-gray-300 pl-4">
      <legend className="mb-3 text-std-18B-160">{legend(i + 1)}</legend>
      {children(i)}
    </fieldset>
  ));
}

type Content = Omit<InputOf<typeof draftPlan>, 'id' | 'case_id' | 'client_id'>;

/** What the fields make up; rows that were not begun are left out. Ids stay the same from one attempt to the next. */
export function readPlanFields(
  typed: Typed,
  ids: { goals: readonly string[]; steps: readonly string[] },
): Content {
  const { goals, steps, ...rest } = nestFields(typed);
  const rows = (list: unknown, key: string, of: readonly string[]) =>
    (Array.isArray(list) ? (list as Record<string, unknown>[]) : [])
      .map((row, i) => ({ ...row, id: of[i] }) as Record<string, unknown>)
      .filter((row) => row[key] !== undefined);
  return {
    ...(rest as Content),
    goals: rows(goals, 'words', ids.goals) as Content['goals'],
    steps: rows(steps, 'what', ids.steps) as Content['steps'],
  };
}
