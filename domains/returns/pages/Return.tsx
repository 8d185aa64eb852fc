import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { printReturn, readReturn, submitReturn } from '../api.ts';
import { returnWords, withLaterRows } from '../model.ts';
import { sayDefinition } from '../wording.ts';
import { Corrections } from './shown/Corrections.tsx';
import { CountTables } from './shown/CountTables.tsx';

export function loader(args: PageArgs) {
  const which = { code: partOf(args, 'code'), fiscal_year: partOf(args, 'year') } as unknown;
  return call(readReturn, which as InputOf<typeof readReturn>, { signal: args.request.signal });
}

/** A return: as it was sent, or as it is counted now, with what is done with it. */
export function Component() {
  const read = useLoaderData<typeof loader>();
  const { code, fiscal_year, submitted, definition } = read;
  const { today } = useMe();
  const file = { code, fiscal_year };
  return (
    <>
      <PageHeader
        title={m.returns_link({ title: returnWords[code](), year: formatFiscalYear(fiscal_year) })}
        trail={[{ label: m.returns_title(), to: '/returns' }]}
        lead={read.body === null ? m.returns_of_town() : m.returns_of_body({ body: read.body })}
        actions={
          <>
            <DownloadLink href={hrefOf(printReturn, { ...file, format: 'pdf' })}>
              {m.returns_take_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printReturn, { ...file, format: 'csv' })}>
              {m.returns_take_csv()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printReturn, { ...file, format: 'pdf', copy: 'public' })}>
              {m.returns_take_public()}
            </DownloadLink>
          </>
        }
      />
      <div className="mb-8">
        <DescriptionList
          items={[
            {
              term: m.returns_fact_state(),
              value: submitted
                ? m.returns_fact_sent({ day: formatDay(submitted.sent_on), to: submitted.sent_to })
                : m.returns_not_sent(),
            },
            {
              term: m.returns_fact_definition(),
              value: (
                <>
                  {sayDefinition(submitted?.definition_version ?? definition.version)}{' '}
                  <Link to={`/return-definitions/${code}`}>{m.returns_read_definition()}</Link>
                </>
              ),
            },
          ]}
        />
      </div>
      {submitted ? (
        <>
          <Section heading={m.returns_as_sent()}>
            <CountTables tables={submitted.tables} />
          </Section>
          <Corrections submitted={submitted} tables={withLaterRows(submitted.tables, read.tables)} />
          <Section heading={m.returns_as_now()}>
            <p>{m.returns_as_now_says()}</p>
            <details>
              <summary className="min-h-11 cursor-pointer py-2">{m.returns_as_now_open()}</summary>
              <CountTables tables={read.tables} />
            </details>
          </Section>
        </>
      ) : (
        <>
          <Section heading={m.returns_as_now()}>
            <CountTables tables={read.tables} />
          </Section>
          <Section heading={m.returns_submit_summary()}>
            {read.running && <Notice tone="warning">{m.returns_running()}</Notice>}
            <Form
              op={submitReturn}
              keeps
              mints="id"
              also={{ code, fiscal_year }}
              initial={{ sent_on: today }}
              submit={m.returns_submit()}
              doneSays={m.returns_submitted()}
            >
              <TextField
                name="sent_to"
                label={m.returns_label_sent_to()}
                required
                width="full"
                maxLength={100}
              />
              <DateField name="sent_on" label={m.returns_label_sent_on()} required max={today} />
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
