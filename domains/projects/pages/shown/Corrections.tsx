import { sayAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { correctFixedAnswer } from '../../api.ts';
import { sayCourse, sayGrade } from '../../rule.ts';
import type { AnswerProps } from './AnswerForm.tsx';
import { AnswerList } from './AnswerList.tsx';
import { writeAuthor } from './wording.ts';

/** A fixed answer, which does not move, with what was said beside it afterwards. */
export function Corrections({ item, own, mayWrite }: AnswerProps & { mayWrite: boolean }) {
  const { today } = useMe();
  const [newest] = item.versions;
  return (
    <>
      <Section heading={m.projects_fixed_title()}>
        {newest && (
          <AnswerList
            answer={newest}
            grade={sayGrade(item.rule, newest.grade)}
            course={sayCourse(item.rule, newest.course)}
            own={sayAnswers(own, newest.own_answers, today)}
          />
        )}
      </Section>
      <Section heading={m.projects_corrections()}>
        {item.corrections.length === 0 && <p>{m.projects_corrections_empty()}</p>}
        {item.corrections.map(({ correction, reason, author, on }) => (
          <div key={`${on} ${correction}`} className="border-b border-solid-gray-300 pb-3">
            <p>{correction}</p>
            <p>{m.projects_correction_by({ day: formatDay(on), author: writeAuthor(author), reason })}</p>
          </div>
        ))}
        {mayWrite && (
          <Form
            op={correctFixedAnswer}
            mints="id"
            also={{ item_id: item.id }}
            submit={m.projects_correct()}
            doneSays={m.projects_corrected()}
          >
            <TextArea
              name="correction"
              label={m.projects_label_correction()}
              required
              rows={3}
              maxLength={1_000}
            />
            <TextArea name="reason" label={m.projects_label_reason()} required rows={2} maxLength={500} />
          </Form>
        )}
      </Section>
    </>
  );
}
