import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';

import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import type { OpenedCase } from '../../case-api.ts';
import { whyNotWithCase } from '../../case-model.ts';
import { finishTask, setTask } from '../../task-api.ts';
import { Folded } from './Folded.tsx';

/** What was promised, until when, and by whom. */
export function Tasks({ shown }: { shown: OpenedCase }) {
  const { today } = useMe();
  const { id, tasks } = shown;
  const why = whyNotWithCase('set_task', { ...shown, holder_name: shown.holder.name });
  return (
    <Section heading={m.cases_tasks()}>
      {tasks.length === 0 ? (
        <p>{m.cases_tasks_none()}</p>
      ) : (
        <ul className="grid gap-3">
          {tasks.map((task) => (
            <li
              key={task.id}
              className="flex flex-wrap items-center gap-4 border-b border-solid-gray-300 pb-3"
            >
              <span>
                {m.cases_task_line({ day: formatDay(task.due_on), words: task.words, name: task.by ?? '' })}
              </span>
              {task.due_on < today && <Badge tone="red">{m.cases_overdue()}</Badge>}
              <CommandButton op={finishTask} input={{ id: task.id }}>
                {m.cases_task_done()}
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
      {why === null && (
        <div className="print:hidden">
          <Folded summary={m.cases_task_summary()}>
            <Form
              op={setTask}
              keeps
              mints="id"
              also={{ case_id: id }}
              submit={m.cases_task_submit()}
              doneSays={m.cases_task_set()}
            >
              <TextField name="words" label={m.cases_label_task()} required width="full" maxLength={300} />
              <DateField name="due_on" label={m.cases_label_due()} required />
            </Form>
          </Folded>
        </div>
      )}
    </Section>
  );
}
