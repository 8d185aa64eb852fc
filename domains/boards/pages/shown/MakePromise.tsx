import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { makePromise, type readMeeting, withdrawPromise } from '../../api.ts';
import { isAllowed } from '../../model.ts';

/** Who does what until when. What was written by mistake can be taken back until the minutes are confirmed. */
export function MakePromise({ meeting: { id, state, promises } }: { meeting: OutputOf<typeof readMeeting> }) {
  if (!isAllowed('promise', state)) return null;
  const last = promises.at(-1);
  return (
    <div className="grid gap-4 print:hidden">
      {last && (
        <p>
          <CommandButton op={withdrawPromise} input={{ id: last.id }}>
            {m.boards_promise_withdraw_last()}
          </CommandButton>
        </p>
      )}
      <Form
        op={makePromise}
        mints="id"
        also={{ meeting_id: id }}
        submit={m.boards_promise_submit()}
        doneSays={m.boards_promise_done()}
      >
        <TextField name="what" label={m.boards_label_what()} required width="full" maxLength={500} />
        <TextField name="who" label={m.boards_label_who()} hint={m.boards_hint_who()} maxLength={100} />
        <DateField name="until_on" label={m.boards_label_until()} hint={m.boards_hint_until()} />
      </Form>
    </div>
  );
}
