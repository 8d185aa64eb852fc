import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { openCase } from '../case-api.ts';
import { listClients } from '../client-api.ts';

export async function loader(args: PageArgs) {
  const { client, intake } = queryOf(args);
  const { clients } = await call(listClients, { limit: 200 }, { signal: args.request.signal });
  return { client, intake, clients };
}

/** A case is opened from a first word, or with a person the body knows. */
export function Component() {
  const { client, intake, clients } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.cases_open_summary()}
        lead={m.cases_open_lead()}
        trail={[{ label: m.cases_title(), to: '/cases' }]}
      />
      {clients.length === 0 ? (
        <EmptyState
          says={m.cases_open_nobody()}
          action={<ButtonLink to="/intakes">{m.cases_intakes_title()}</ButtonLink>}
        />
      ) : (
        <Form
          op={openCase}
          keeps
          mints="id"
          also={intake ? { intake_id: intake } : {}}
          initial={{ opened_on: today, ...(client && { client_id: client }) }}
          submit={m.cases_open_submit()}
          beside={
            <ButtonLink look="text" to="/cases">
              {m.cases_leave()}
            </ButtonLink>
          }
          done={({ id }) => navigate(`/cases/${id}`, saying(m.cases_opened()))}
        >
          <SelectField
            name="client_id"
            label={m.cases_label_first_person()}
            emptyLabel={m.cases_choose()}
            choices={clients.map(({ id, name, called }) => ({ value: id, label: name ?? called ?? '' }))}
          />
          <TextField
            name="called"
            label={m.cases_label_called()}
            hint={m.cases_called_hint()}
            maxLength={60}
          />
          <DateField name="opened_on" label={m.cases_label_opened_on()} max={today} />
        </Form>
      )}
    </>
  );
}
