import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay, formatFiscalYear } from '#platform/calendar.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { printContributions, readContribution, recordContributionResult, recordPermission } from '../api.ts';
import { insuranceWords, kindWords, permissions, permissionWords } from '../model.ts';

export function loader(args: PageArgs) {
  return call(readContribution, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One contribution: what it is, what it brought to both, and what may be published of it. */
export function Component() {
  const one = useLoaderData<typeof loader>();
  const { today } = useMe();
  const year = fiscalYearOf(today);
  return (
    <>
      <PageHeader
        title={m.contributions_of({ name: one.participant_name })}
        lead={one.offer_words}
        trail={[{ label: m.contributions_title(), to: '/contributions' }]}
        actions={
          <>
            {/* After March the year that has ended is what the organisation is handed. */}
            {[year, year - 1]
              .filter((printed) => printed >= fiscalYearOf(one.starts_on))
              .map((printed) => (
                <DownloadLink
                  key={printed}
                  href={hrefOf(printContributions, {
                    participant_id: one.participant_id,
                    fiscal_year: printed,
                  })}
                >
                  {m.contributions_print({ year: formatFiscalYear(printed) })}
                </DownloadLink>
              ))}
            <ButtonLink to={`/contributions/${one.id}/edit`}>{m.contributions_correct_summary()}</ButtonLink>
          </>
        }
      />
      <Facts />
      <Results />
      <Permissions />
    </>
  );
}

function Facts() {
  const {
    kinds,
    conditions,
    insurance,
    insurance_words,
    starts_on,
    ends_on,
    came_true,
    thanks,
    offer_id,
    offer_words,
  } = useLoaderData<typeof loader>();
  return (
    <Section heading={m.contributions_facts()}>
      <DescriptionList
        items={[
          {
            term: m.contributions_label_offer(),
            value: <Link to={`/wishes/${offer_id}`}>{offer_words}</Link>,
          },
          {
            term: m.contributions_label_kinds(),
            value: kinds.map((kind) => kindWords[kind]()).join(m.wishes_and()),
          },
          {
            term: m.contributions_label_term(),
            value: ends_on
              ? m.contributions_term({ from: formatDay(starts_on), until: formatDay(ends_on) })
              : m.contributions_term_open({ from: formatDay(starts_on) }),
          },
          { term: m.contributions_label_conditions(), value: conditions },
          {
            term: m.contributions_label_insurance(),
            value: [insuranceWords[insurance](), insurance_words].filter(Boolean).join(m.wishes_apart()),
          },
          {
            term: m.contributions_label_came_true(),
            value:
              came_true.length === 0
                ? m.contributions_came_true_none()
                : m.contributions_came_true_n({ n: came_true.length }),
          },
          {
            term: m.contributions_label_thanks(),
            value:
              thanks.length > 0 ? (
                <ul>
                  {thanks.map(({ words, on }) => (
                    <li key={on + words}>{words}</li>
                  ))}
                </ul>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

function Results() {
  const { id, results } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <Section heading={m.contributions_results()}>
      {results.length === 0 && <p>{m.contributions_results_none()}</p>}
      <ul className="mb-6 grid gap-2">
        {results.map((one) => (
          <li key={one.id}>
            {m.contributions_result_line({
              day: formatDay(one.looked_on),
              others: one.brought_others ?? m.contributions_nothing_said(),
              giver: one.brought_giver ?? m.contributions_nothing_said(),
            })}
          </li>
        ))}
      </ul>
      <Form
        op={recordContributionResult}
        mints="id"
        also={{ contribution_id: id }}
        initial={{ looked_on: today }}
        submit={m.contributions_result_submit()}
        doneSays={m.contributions_kept()}
      >
        <TextArea
          name="brought_others"
          label={m.contributions_label_brought_others()}
          rows={2}
          maxLength={500}
        />
        <TextArea
          name="brought_giver"
          label={m.contributions_label_brought_giver()}
          hint={m.contributions_hint_brought_giver()}
          rows={2}
          maxLength={500}
        />
        <DateField name="looked_on" label={m.contributions_label_looked_on()} required max={today} />
      </Form>
    </Section>
  );
}

function Permissions() {
  const { id, permissions: said } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <Section heading={m.contributions_permissions()}>
      <p className="mb-4">{m.contributions_permission_lead()}</p>
      <ul className="mb-6 grid gap-2">
        {said.map((one) => (
          <li key={one.id}>
            <p>
              {m.contributions_permission_line({
                day: formatDay(one.said_on),
                who: one.said_by,
                allows: permissionWords[one.allows](),
              })}
            </p>
            {one.words && <p>{one.words}</p>}
          </li>
        ))}
      </ul>
      <Form
        op={recordPermission}
        mints="id"
        also={{ contribution_id: id }}
        initial={{ said_on: today }}
        submit={m.contributions_permission_submit()}
        doneSays={m.contributions_kept()}
      >
        {({ allows }) => (
          <>
            <RadioGroup
              name="allows"
              label={m.contributions_label_allows()}
              required
              inline
              choices={permissions.map((value) => ({ value, label: permissionWords[value]() }))}
            />
            {allows !== 'nothing' && (
              <TextArea
                name="words"
                label={m.contributions_label_words()}
                hint={m.contributions_hint_words()}
                rows={3}
                maxLength={500}
              />
            )}
            <TextField
              name="said_by"
              label={m.contributions_label_said_by()}
              hint={m.contributions_hint_said_by()}
              required
              maxLength={60}
            />
            <DateField name="said_on" label={m.contributions_label_said_on()} required max={today} />
          </>
        )}
      </Form>
    </Section>
  );
}
