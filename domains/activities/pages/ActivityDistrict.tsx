import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatEraMonth } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { printMonthEnd, readActivityDistrict, sendActivityMonth } from '../api.ts';
import { dutyWords, stateWords } from '../model.ts';
import { sayRule } from '../wording.ts';
import { Corrections } from './shown/Corrections.tsx';
import { RecordTables } from './shown/RecordTables.tsx';

type Opened = OutputOf<typeof readActivityDistrict> & { month: string };

export async function loader(args: PageArgs): Promise<Opened> {
  const [district, month] = [partOf(args, 'district'), partOf(args, 'month')];
  const read = await call(readActivityDistrict, { district, month }, { signal: args.request.signal });
  return { ...read, month };
}

/** A district's month: whose record is still to come or to be checked, the sum, and the way to the city. */
export function Component() {
  const read = useLoaderData<typeof loader>();
  const { month, district_name, sent_on, tables } = read;
  const file = { of: 'district', month, district: read.district_id } as const;
  return (
    <>
      <PageHeader
        title={m.activities_district_title({ district: district_name, month: formatEraMonth(month) })}
        lead={read.group_name}
        trail={[{ label: m.activities_title(), to: '/activities' }]}
        actions={
          <>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'pdf' })}>
              {m.returns_take_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'xlsx' })}>
              {m.activities_take_xlsx()}
            </DownloadLink>
          </>
        }
      />
      <div className="mb-8">
        <DescriptionList
          items={[
            {
              term: m.activities_fact_state(),
              value: sent_on ? m.activities_sent_on({ day: formatDay(sent_on) }) : m.activities_not_sent(),
            },
            { term: m.activities_fact_rule(), value: sayRule(read.rule) },
          ]}
        />
      </div>
      {read.chairs && <Everybody read={read} />}
      <Section heading={sent_on ? m.activities_as_sent() : m.activities_so_far()}>
        <RecordTables caption={m.activities_sum_caption({ district: district_name })} tables={tables} />
      </Section>
      {sent_on && <Corrections corrections={read.corrections} tables={tables} />}
    </>
  );
}

function Everybody({ read }: { read: Opened }) {
  const { sheets, month, sent_on, district_id } = read;
  const done = sheets.filter(({ state }) => state === 'checked' || state === 'sent').length;
  const left = sheets.length - done;
  return (
    <Section heading={m.activities_everybody()}>
      <ProgressBar label={m.activities_progress()} value={done} max={Math.max(1, sheets.length)} />
      <ul className="grid gap-1">
        {sheets.map(({ post_id, name, duty, state }) => (
          <li key={post_id} className="flex min-h-11 flex-wrap items-center gap-x-4">
            <Link to={`/activities/posts/${post_id}/${month}`}>{name}</Link>
            {duty === 'child' && <span>{dutyWords[duty]()}</span>}
            <span>{stateWords[state]()}</span>
          </li>
        ))}
      </ul>
      {!sent_on && (
        <p>
          <CommandButton
            op={sendActivityMonth}
            input={{ id: mintId(), district_id, month }}
            look="solid"
            disabledReason={left > 0 ? m.activities_left({ n: left }) : undefined}
          >
            {m.activities_send_do()}
          </CommandButton>
        </p>
      )}
    </Section>
  );
}
