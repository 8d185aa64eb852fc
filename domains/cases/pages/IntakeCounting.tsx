import { Link, useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, choicesOn, labelOf } from '#domains/codes/model.ts';
import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { addDays, fiscalYearOf, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listCountings, setCounting } from '../counting-api.ts';
import { againRules, againWords, countingOn } from '../counting-model.ts';

type Counting = OutputOf<typeof listCountings>['countings'][number];

export async function loader({ request }: PageArgs) {
  const [{ countings }, { entries }] = await Promise.all([
    call(listCountings, {}, { signal: request.signal }),
    call(listCodes, { list: 'intake_channel' }, { signal: request.signal }),
  ]);
  return { countings, entries };
}

/** What counts as a new consultation: the version in force, those before it, and the next, for whoever sets it. */
export function Component() {
  const { countings, entries } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const now = countingOn(countings, today);
  const role = current?.role;
  return (
    <>
      <PageHeader title={m.cases_counting_title()} lead={m.cases_counting_lead()} />
      <Section heading={m.cases_counting_now()}>
        {now ? <DescriptionList items={describe(now, entries)} /> : <p>{m.cases_counting_none()}</p>}
        <ul className="mt-4 list-disc pl-6">
          <li>{m.cases_counting_says_day()}</li>
          <li>{m.cases_counting_says_contacts()}</li>
          <li>{m.cases_counting_says_work()}</li>
          <li>{m.cases_counting_says_plan()}</li>
        </ul>
        {(role === 'planner' || role === 'intake_worker' || role === 'case_coordinator') && (
          <p className="mt-4">
            <Link to={`/returns/consultations/${fiscalYearOf(today)}`}>{m.cases_counting_figures()}</Link>
          </p>
        )}
      </Section>
      <Section heading={m.cases_counting_versions()}>
        <DataTable
          caption={m.cases_counting_versions_caption()}
          rows={countings}
          rowKey={({ version }) => String(version)}
          empty={{ says: m.cases_counting_none() }}
          columns={[
            {
              key: 'version',
              heading: m.cases_counting_label_version(),
              value: ({ version }) => m.cases_counting_version({ version }),
              order: ({ version }) => version,
            },
            {
              key: 'starts',
              heading: m.cases_counting_label_starts_on(),
              value: ({ starts_on }) => formatDay(starts_on),
            },
            { key: 'says', heading: m.cases_counting_title(), value: (one) => sayCounting(one, entries) },
            { key: 'reason', heading: m.cases_label_reason(), value: ({ reason }) => reason },
            { key: 'author', heading: m.cases_counting_label_author(), value: sayAuthor },
          ]}
        />
      </Section>
      {role === 'planner' && <Next latest={countings[0] ?? null} entries={entries} />}
    </>
  );
}

function describe(counting: Counting, entries: readonly CodeEntry[]) {
  return [
    {
      term: m.cases_counting_label_version(),
      value: m.cases_counting_since({ version: counting.version, day: formatDay(counting.starts_on) }),
    },
    { term: m.cases_counting_label_again(), value: againWords[counting.again]() },
    { term: m.cases_counting_label_unnamed(), value: unnamedWords[counting.unnamed ? 'yes' : 'no']() },
    { term: m.cases_counting_label_channels(), value: sayChannels(counting, entries) },
  ];
}

const unnamedWords = { yes: m.cases_counting_unnamed_yes, no: m.cases_counting_unnamed_no };

function sayChannels({ channels, starts_on }: Counting, entries: readonly CodeEntry[]): string {
  return channels === null
    ? m.cases_counting_every_channel()
    : channels.map((way) => labelOf(entries, 'intake_channel', way, starts_on)).join(m.items_between());
}

function sayCounting(counting: Counting, entries: readonly CodeEntry[]): string {
  return m.cases_counting_in_short({
    again: againWords[counting.again](),
    unnamed: unnamedWords[counting.unnamed ? 'yes' : 'no'](),
    channels: sayChannels(counting, entries),
  });
}

function sayAuthor({ author, written_on }: Counting): string {
  return author
    ? m.cases_counting_by({ role: roleWords[author.role](), body: author.body, day: formatDay(written_on) })
    : m.cases_counting_by_none();
}

function Next({ latest, entries }: { latest: Counting | null; entries: readonly CodeEntry[] }) {
  const { today } = useMe();
  const ways = choicesOn(entries, 'intake_channel', addDays(today, 1));
  const navigate = useNavigate();
  return (
    <Section heading={m.cases_counting_set_summary()}>
      <Form
        key={latest?.version ?? 0}
        op={setCounting}
        keeps
        mints="id"
        also={{ after_version: latest?.version ?? 0 }}
        initial={{
          again: latest?.again ?? 'when_none_open',
          unnamed: latest?.unnamed === false ? 'no' : 'yes',
          channels: [...(latest?.channels ?? ways.map(({ value }) => value))],
        }}
        submit={m.cases_counting_set_summary()}
        done={() => navigate('/intake-counting', { replace: true, ...saying(m.cases_counting_set()) })}
      >
        <RadioGroup
          name="again"
          label={m.cases_counting_label_again()}
          hint={m.cases_counting_hint_again()}
          required
          choices={againRules.map((value) => ({ value, label: againWords[value]() }))}
        />
        <RadioGroup
          name="unnamed"
          label={m.cases_counting_label_unnamed()}
          required
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: unnamedWords[value]() }))}
        />
        <CheckboxGroup
          name="channels"
          label={m.cases_counting_label_channels()}
          required
          inline
          choices={ways}
        />
        <DateField
          name="starts_on"
          label={m.cases_counting_label_starts_on()}
          hint={m.cases_counting_hint_starts_on()}
          required
          min={addDays(today, 1)}
        />
        <TextArea name="reason" label={m.cases_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
