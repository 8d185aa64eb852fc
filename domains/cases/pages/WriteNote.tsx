import { useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { writeNote } from '../note-api.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { NoteFields } from './shown/NoteFields.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const [shown, { entries }] = await Promise.all([
    openCase(args),
    call(listCodes, {}, { signal: args.request.signal }),
  ]);
  return { shown, entries };
}

/** 支援経過（入力）. Attempts, "does not wish" and keeping in touch are work, and count. */
export function Component() {
  const { shown, entries } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const back = `/cases/${shown.id}`;
  // In a household of one, what happened is about that one.
  const [only, another] = shown.members.filter(({ left_on }) => left_on === null);
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_note_summary()} lead={m.cases_note_lead()} />
      <Form
        op={writeNote}
        keeps
        mints="id"
        also={{ case_id: shown.id }}
        initial={{ noted_on: today, ...(only && !another && { client_id: only.client_id }) }}
        submit={m.cases_note_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.cases_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.cases_note_written()))}
      >
        {(typed) => (
          <>
            <SelectField
              name="client_id"
              label={m.cases_label_person()}
              hint={m.cases_person_hint()}
              emptyLabel={m.cases_whole_household()}
              choices={shown.members.map(({ client_id, name }) => ({
                value: client_id,
                label: name ?? m.cases_name_hidden(),
              }))}
            />
            <NoteFields entries={entries} typed={typed} />
            {String(typed.noted_on ?? '') < fiscalYearBegan(today) && (
              <TextField
                name="late_reason"
                label={m.cases_label_late()}
                hint={m.cases_late_hint()}
                width="full"
                maxLength={500}
              />
            )}
          </>
        )}
      </Form>
    </>
  );
}

/** The first day of the year that runs: what happened before may belong to a year that is fixed. */
function fiscalYearBegan(today: string): string {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return `${year}-04-01`;
}
