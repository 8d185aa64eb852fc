import { useNavigate } from 'react-router';
import type { Item as OwnItem } from '#domains/items/model.ts';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import { initialAnswers } from '#domains/items/pages/shown/initial-answers.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { type readAskedProject, saveAnswer } from '../../api.ts';
import { whyNotItem } from '../../model.ts';
import { sayGrade } from '../../rule.ts';
import { Body } from './Body.tsx';

type Item = OutputOf<typeof readAskedProject>;

export interface AnswerProps {
  item: Item;
  /** The town's own items. */
  own: readonly OwnItem[];
}

/** The answer, to be kept as a draft or given. */
export function AnswerForm({ item, own }: AnswerProps) {
  const navigate = useNavigate();
  const planner = useMe().current?.role === 'planner';
  const [newest] = item.versions;
  const why = whyNotItem('write', item.state);
  const back = `/inquiries/${item.inquiry.id}`;
  const { id: _, ...said } = newest ?? { id: null };
  return (
    <Section heading={planner ? m.projects_for_owner_title() : m.projects_answer_title()}>
      <Form
        op={saveAnswer}
        mints="id"
        also={{ item_id: item.id, after_version: newest?.version ?? 0 }}
        initial={{
          ...pickAnswer(said),
          answers: initialAnswers(own, newest?.own_answers ?? {}),
          state: 'answered',
        }}
        submit={m.projects_answer_save()}
        cannotSubmit={why ?? undefined}
        beside={
          <ButtonLink look="text" to={back}>
            {m.projects_back_to_board()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.projects_answer_saved({ name: item.name })))}
      >
        <TextArea name="results" label={m.projects_label_results()} rows={8} maxLength={4_000} />
        <NumberField
          name="amount"
          label={m.projects_amount()}
          unit={m.projects_yen()}
          hint={m.projects_amount_hint()}
        />
        <RadioGroup
          name="grade"
          label={m.projects_label_grade()}
          hint={m.projects_grade_hint()}
          choices={item.rule.grades.map(({ code, criterion }) => ({
            value: code,
            label: sayGrade(item.rule, code),
            hint: criterion,
          }))}
        />
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{m.projects_label_how()}</summary>
          <Body text={item.rule.how} />
        </details>
        <TextArea name="grade_reason" label={m.projects_label_grade_reason()} rows={3} maxLength={1_000} />
        <RadioGroup
          name="course"
          label={m.projects_label_course()}
          inline
          choices={item.rule.courses.map(({ code, wording }) => ({ value: code, label: wording }))}
        />
        <TextArea name="remarks" label={m.projects_label_remarks()} rows={3} maxLength={1_000} />
        <ItemFields
          items={own}
          from={item.inquiry.sent_on}
          before={newest?.own_answers ?? {}}
          byProxy={planner}
          open
        />
        {planner && (
          <TextField
            name="answered_by"
            label={m.projects_label_answered_by()}
            hint={m.projects_answered_by_hint()}
            required
            width="full"
            maxLength={100}
          />
        )}
        <RadioGroup
          name="state"
          label={m.projects_label_saving()}
          required
          choices={[
            { value: 'answered', label: m.projects_save_answered(), hint: m.projects_save_answered_hint() },
            { value: 'draft', label: m.projects_save_draft(), hint: m.projects_save_draft_hint() },
          ]}
        />
      </Form>
    </Section>
  );
}

function pickAnswer(said: Partial<Item['versions'][number]>) {
  const { results, amount, grade, grade_reason, course, remarks, answered_by } = said;
  return { results, amount, grade, grade_reason, course, remarks, answered_by };
}
