import { Link, useLoaderData, useNavigate } from 'react-router';
import { listConsents } from '#domains/consent/consent-api.ts';
import { personFacets, personFacetWords } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listJoinings, tellPlace } from '../joining-api.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [shown, { joinings }] = await Promise.all([
    openCase(args),
    call(listJoinings, { case_id: partOf(args, 'id') }, options),
  ]);
  const joining = joinings.find(({ id }) => id === partOf(args, 'joining'));
  if (!joining) throw new CallRefused({ code: 'not_found', message: m.ui_page_not_found() });
  const { consents } = await call(listConsents, { person: joining.client_id }, options);
  const standing = consents.filter(
    ({ decision, withdrawn_at, receivers }) =>
      decision === 'given' &&
      withdrawn_at === null &&
      receivers.some(({ id }) => id === joining.place_body?.id),
  );
  return { shown, joining, standing };
}

/** What a place is told is what stands on this page, on the consent that names the body that runs it. */
export function Component() {
  const { shown, joining, standing } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const back = `/cases/${shown.id}/joinings`;
  const name = joining.client_name ?? m.cases_name_hidden();
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_joining_tell_summary()} lead={m.cases_joining_tell_lead()} />
      <p className="mb-6 text-std-18B-160">{m.cases_joining_heading({ name, place: joining.place_name })}</p>
      {joining.place_body === null ? (
        <Notice tone="info">
          {m.cases_joining_no_body()}{' '}
          <Link to={`/welcoming-places/${joining.place_id}`}>{joining.place_name}</Link>
        </Notice>
      ) : standing.length === 0 ? (
        <Notice tone="info">
          {m.cases_joining_no_consent({ body: joining.place_body.name })}{' '}
          <Link to={`/clients/${joining.client_id}/consents`}>{m.cases_joining_to_consent()}</Link>
        </Notice>
      ) : (
        <Form
          op={tellPlace}
          keeps
          mints="id"
          also={{ joining_id: joining.id, provision_id: mintId() }}
          initial={{
            told_on: today,
            ...(standing.length === 1 ? { consent_id: standing[0]?.id } : {}),
          }}
          submit={m.cases_joining_tell_submit()}
          beside={
            <ButtonLink look="text" to={back}>
              {m.cases_leave()}
            </ButtonLink>
          }
          done={() => navigate(back, saying(m.cases_joining_told()))}
        >
          {(typed) => {
            const consent = standing.find(({ id }) => id === typed.consent_id);
            return (
              <>
                <SelectField
                  name="consent_id"
                  label={m.cases_joining_label_consent()}
                  required
                  emptyLabel={m.cases_choose()}
                  choices={standing.map(({ id, given_on, receivers }) => ({
                    value: id,
                    label: m.cases_referral_consent_line({
                      day: formatDay(given_on),
                      receivers: receivers.map((one) => one.name).join(m.cases_join()),
                    }),
                  }))}
                />
                <CheckboxGroup
                  name="facets"
                  label={m.cases_joining_label_facets()}
                  required
                  choices={personFacets
                    .filter((facet) => consent?.facets.includes(facet))
                    .map((value) => ({ value, label: personFacetWords[value]() }))}
                />
                <TextArea
                  name="words"
                  label={m.cases_joining_label_told()}
                  required
                  rows={4}
                  maxLength={1000}
                />
                <DateField name="told_on" label={m.cases_joining_label_told_on()} required max={today} />
                <DateField name="ends_on" label={m.cases_joining_label_ends_on()} required />
              </>
            );
          }}
        </Form>
      )}
    </>
  );
}
