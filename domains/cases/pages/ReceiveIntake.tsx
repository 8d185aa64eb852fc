import { useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { fiscalYearOf } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { readClient } from '../client-api.ts';
import { writePerson } from '../client-model.ts';
import { receiveIntake } from '../intake-api.ts';
import { IntakeFields } from './shown/IntakeFields.tsx';
import { SamePerson } from './shown/SamePerson.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { client } = queryOf(args);
  const [{ entries }, items, known] = await Promise.all([
    call(listCodes, {}, options),
    loadItems('intake', args.request.signal),
    client ? call(readClient, { id: client }, options) : null,
  ]);
  return { entries, items, known, newcomer: mintId() };
}

/** 相談の受付: one form; it can be saved with whatever was heard, and is filled in further where it is saved. */
export function Component() {
  const { entries, items, known, newcomer } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.cases_intake_receive_summary()}
        lead={known ? m.cases_receive_known({ name: writePerson(known) }) : m.cases_receive_lead()}
        trail={[{ label: m.cases_intakes_title(), to: '/intakes' }]}
      />
      <Form
        key={known?.id ?? ''}
        op={receiveIntake}
        mints="id"
        keeps
        also={{ client_id: known?.id ?? newcomer, known: known !== null }}
        initial={{ received_on: today, channel: 'phone', consent: 'not_asked' }}
        submit={m.cases_receive_submit()}
        done={({ id, client_id }) =>
          navigate(`/clients/${client_id}/intakes/${id}`, saying(m.cases_received()))
        }
      >
        {(typed) => (
          <>
            <IntakeFields entries={entries} items={items} typed={typed} person={!known} reached />
            {!known && <SamePerson typed={typed} />}
            {typeof typed.received_on === 'string' &&
              fiscalYearOf(typed.received_on) < fiscalYearOf(today) && (
                <TextArea
                  name="late_reason"
                  label={m.cases_label_late_reason()}
                  hint={m.cases_hint_late_reason()}
                  rows={2}
                  maxLength={500}
                />
              )}
          </>
        )}
      </Form>
    </>
  );
}
