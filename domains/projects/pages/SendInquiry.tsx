import { useLoaderData, useNavigate } from 'react-router';
import { listPlans } from '#domains/plan/api.ts';
import * as m from '#messages';
import { fiscalYearOf, formatFiscalYear } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listInquiries, sendInquiry } from '../api.ts';
import { trailOf } from './shown/InquiryNav.tsx';

export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ plans }, { inquiries }] = await Promise.all([
    call(listPlans, {}, options),
    call(listInquiries, {}, options),
  ]);
  return { plans, last: inquiries[0] };
}

/** A year's inquiry to every owner; last time's instruction stands there to begin with. */
export function Component() {
  const { plans, last } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const year = fiscalYearOf(today);
  const plan = plans.find(({ first_year, last_year }) => first_year <= year && year <= last_year);
  return (
    <>
      <PageHeader title={m.projects_send_summary()} trail={trailOf()} lead={m.projects_send_lead()} />
      <Form
        op={sendInquiry}
        mints="id"
        initial={{
          plan_id: plan?.id ?? '',
          fiscal_year: year,
          title: plan ? m.projects_send_title({ year: formatFiscalYear(year), plan: plan.name }) : '',
          instruction: last?.instruction ?? '',
        }}
        submit={m.projects_send()}
        beside={
          <ButtonLink look="text" to="/inquiries">
            {m.projects_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/inquiries/${id}`, saying(m.projects_sent()))}
      >
        <SelectField
          name="plan_id"
          label={m.projects_label_plan()}
          required
          width="full"
          choices={plans.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField
          name="fiscal_year"
          label={m.projects_label_year()}
          hint={m.projects_year_hint()}
          required
        />
        <TextField name="title" label={m.projects_label_title()} required width="full" maxLength={200} />
        <TextArea
          name="instruction"
          label={m.projects_label_instruction()}
          required
          rows={8}
          maxLength={3_000}
        />
        <DateField name="due_on" label={m.projects_label_due_on()} required min={today} />
      </Form>
    </>
  );
}
