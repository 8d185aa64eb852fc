import { Link, useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { codeListWords, labelOf } from '#domains/codes/model.ts';
import { initialAnswers } from '#domains/items/pages/shown/initial-answers.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { OwnAnswers } from '#domains/items/pages/shown/OwnAnswers.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { writePerson } from '../client-model.ts';
import { printIntakeForm } from '../forms-api.ts';
import { correctIntake, readIntake } from '../intake-api.ts';
import { consentStateWords, countedWords, matters } from '../intake-model.ts';
import { labelOfField, sayIntake } from '../intake-words.ts';
import { besideItems } from './shown/beside-items.ts';
import { IntakeFields } from './shown/IntakeFields.tsx';
import { begunField, Meanwhile } from './shown/Meanwhile.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [intake, { entries }, items] = await Promise.all([
    call(readIntake, { id: partOf(args, 'id'), client_id: partOf(args, 'client') }, options),
    call(listCodes, {}, options),
    loadItems('intake', args.request.signal),
  ]);
  return { intake, entries, items };
}

/** 相談受付・申込票 of one first word: filled in further and corrected by its window, read by whoever is given it. */
export function Component() {
  const { intake } = useLoaderData<typeof loader>();
  const { client_id, identity, received_on, own, withdrawn_reason } = intake;
  const person = identity ? writePerson(identity) : m.cases_person_unseen();
  return (
    <>
      <PageHeader
        title={m.cases_intake_of({ name: person, day: formatDay(received_on) })}
        trail={[
          { label: m.cases_clients_title(), to: '/clients' },
          { label: person, to: `/clients/${client_id}` },
        ]}
        actions={
          <>
            {own && withdrawn_reason === null && (
              <ButtonLink to={`/cases/new?client=${client_id}&intake=${intake.id}`}>
                {m.cases_open_summary()}
              </ButtonLink>
            )}
            <DownloadLink href={hrefOf(printIntakeForm, { client_id, id: intake.id, format: 'pdf' })}>
              {m.cases_form_intake_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printIntakeForm, { client_id, id: intake.id, format: 'xlsx' })}>
              {m.cases_form_intake_xlsx()}
            </DownloadLink>
            {own && withdrawn_reason === null && (
              <ButtonLink to={`/cases/new?client=${client_id}&intake=${intake.id}`}>
                {m.cases_open_summary()}
              </ButtonLink>
            )}
            {own && <ButtonLink to="/intakes">{m.cases_intakes_title()}</ButtonLink>}
          </>
        }
      />
      {withdrawn_reason !== null && (
        <Notice tone="warning">{m.cases_withdrawn_because({ reason: withdrawn_reason })}</Notice>
      )}
      {intake.counted === 'again' && (
        <p className="mb-4">
          <Badge>{countedWords.again()}</Badge> <Link to="/intake-counting">{m.cases_counting_why()}</Link>
        </p>
      )}
      {own && withdrawn_reason === null ? <Correct /> : <Shown />}
    </>
  );
}

function Correct() {
  const { intake, entries, items } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { id, client_id, version, identity, contact, channel, route } = intake;
  const { version: identity_version = 1, ...who } = identity ?? {};
  const { version: contact_version = null, ...reached } = contact ?? {};
  const { districts } = useMe();
  const known = {
    codes: entries,
    districts: new Map(districts.map((district) => [district.id, district.name])),
    day: intake.received_on,
  };
  const now = sayIntake({ ...intake, ...who, ...reached }, known);
  const standing = [version, identity_version, contact_version].join(' ');
  const begun: object = { [begunField]: standing };
  return (
    <Form
      key={standing}
      op={correctIntake}
      keeps
      also={{ id, client_id, version, identity_version, contact_version }}
      initial={{
        ...intake,
        ...who,
        ...reached,
        answers: initialAnswers(items, intake.answers),
        ...begun,
        channel: channel ?? 'phone',
        route: route === 'unknown' ? null : route,
      }}
      submit={m.cases_correct_submit()}
      done={() =>
        navigate(`/clients/${client_id}/intakes/${id}`, { replace: true, ...saying(m.cases_corrected()) })
      }
      refused={() => void revalidate()}
    >
      {(typed) => (
        <>
          <Meanwhile
            version={standing}
            rows={[
              ...Object.entries(sayIntake(typed, known)).map(([field, words]) => ({
                term: labelOfField(field),
                values: [now[field] ?? null, words] as const,
              })),
              ...besideItems(items, intake.answers, typed),
            ]}
          />
          <IntakeFields
            entries={entries}
            items={items}
            before={intake.answers}
            typed={typed}
            person
            reached={contact !== null}
          />
          <TextArea
            name="reason"
            label={m.cases_label_count_reason()}
            hint={m.cases_hint_count_reason()}
            rows={2}
            maxLength={500}
          />
        </>
      )}
    </Form>
  );
}

function Shown() {
  const { intake, entries, items } = useLoaderData<typeof loader>();
  const worries = intake.worries.map((code) => {
    const label = labelOf(entries, 'worry', code, intake.received_on);
    return intake.worst.includes(code) ? m.cases_worry_worst({ label }) : m.cases_worry({ label });
  });
  return (
    <>
      <DescriptionList
        items={[
          { term: m.cases_label_received_on(), value: formatDay(intake.received_on) },
          { term: m.cases_label_trouble(), value: intake.trouble },
          { term: m.cases_label_wish(), value: intake.wish },
          { term: m.cases_label_worries(), value: worries.join('、') || null },
          { term: m.cases_label_route(), value: labelOf(entries, 'route', intake.route, intake.received_on) },
          { term: m.cases_label_caller_name(), value: intake.caller_name },
          { term: m.cases_label_caller_relation(), value: intake.caller_relation },
          ...matters.flatMap((matter) => {
            const code = intake[matter];
            return code === null
              ? []
              : [
                  {
                    term: codeListWords[matter](),
                    value: labelOf(entries, matter, code, intake.received_on),
                  },
                ];
          }),
          { term: m.cases_label_consent(), value: consentStateWords[intake.consent]() },
        ]}
      />
      <OwnAnswers items={items} answers={intake.answers} from={intake.received_on} />
    </>
  );
}
