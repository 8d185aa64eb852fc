import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listEmergencyViews, openEmergencyView, printEmergencyViews } from '../emergency-api.ts';
import { emergencyRoles } from '../person-model.ts';
import { EmergencyViews } from './shown/EmergencyViews.tsx';

export function loader(args: PageArgs) {
  return call(listEmergencyViews, queryOf(args), { signal: args.request.signal });
}

/** 緊急閲覧: opens one person's record where life is in danger; whoever answers for the record reviews it here. */
export function Component() {
  const { views, tellers, next } = useLoaderData<typeof loader>();
  const alone = useSearchParams()[0].has('view');
  const { current } = useMe();
  const opens = emergencyRoles.some((role) => role === current?.role);
  return (
    <>
      <PageHeader
        title={m.consent_emergency()}
        lead={opens ? m.consent_emergency_lead() : m.consent_emergency_review_lead()}
        actions={
          !opens && (
            <DownloadLink href={hrefOf(printEmergencyViews, {})}>{m.consent_print_year()}</DownloadLink>
          )
        }
      />
      {opens && !alone && (
        <Section heading={m.consent_emergency_open_summary()}>
          <Open />
        </Section>
      )}
      <Section heading={m.consent_emergencies_title()}>
        {alone && <Link to="/emergency">{m.consent_emergency_all()}</Link>}
        <EmergencyViews
          views={views}
          tellers={tellers}
          none={alone ? m.consent_emergency_gone() : m.consent_emergencies_none()}
        />
        <Pagination next={next} size={50} />
      </Section>
    </>
  );
}

function Open() {
  const navigate = useNavigate();
  return (
    <Form
      op={openEmergencyView}
      keeps
      mints="id"
      submit={m.consent_emergency_submit()}
      done={({ people: [first] }) =>
        navigate(first ? `/given/${first}` : '/given', saying(m.consent_emergency_opened()))
      }
    >
      <Notice tone="warning" title={m.consent_emergency_only()}>
        <p>{m.consent_emergency_says()}</p>
      </Notice>
      <TextField
        name="name"
        label={m.consent_exact_name()}
        hint={m.consent_exact_name_hint()}
        required
        maxLength={100}
      />
      <DateField name="born_on" label={m.consent_form_born()} required />
      <TextArea name="reason" label={m.consent_danger()} required rows={3} maxLength={1000} />
    </Form>
  );
}
