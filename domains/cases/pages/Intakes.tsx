import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, labelOf, wordingOn } from '#domains/codes/model.ts';
import type { Item } from '#domains/items/model.ts';
import { answerColumnsFor } from '#domains/items/pages/shown/columns.ts';
import { ItemFilter } from '#domains/items/pages/shown/ItemFilter.tsx';
import { readItemQuery } from '#domains/items/pages/shown/item-query.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { listLetters } from '#domains/letters/api.ts';
import { WaitingLetters } from '#domains/letters/pages/shown/WaitingLetters.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, readListed } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { writePerson } from '../client-model.ts';
import { exportIntakes, listIntakes, withdrawIntake } from '../intake-api.ts';
import { countedWords } from '../intake-model.ts';

type Intake = OutputOf<typeof listIntakes>['intakes'][number];

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const { asked, items: narrowedBy } = readItemQuery(args.request);
  const { withdraw: _, ...rest } = asked;
  const input = { ...rest, ...(narrowedBy && { items: narrowedBy }) };
  const [{ list, asked: understood, misread }, items, box, { entries }] = await Promise.all([
    readListed(input as InputOf<typeof listIntakes>, (narrowed) => call(listIntakes, narrowed, { signal })),
    loadItems('intake', signal),
    call(listLetters, { limit: 5 }, { signal }),
    call(listCodes, { list: 'intake_channel' }, { signal }),
  ]);
  const { after: __, limit: ___, ...filter } = understood;
  return {
    ...list,
    items,
    box,
    entries,
    misread,
    filter: filter as Omit<InputOf<typeof exportIntakes>, 'encoding'>,
  };
}

/** First words at a window, newest first. */
export function Component() {
  const { intakes, next, items, box, entries, misread, filter } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const [search] = useSearchParams();
  const withdrawing = intakes.find(({ id }) => id === search.get('withdraw'));
  return (
    <>
      <PageHeader
        title={m.cases_intakes_title()}
        lead={m.cases_intakes_lead()}
        actions={
          <>
            <ButtonLink look="solid" to="/intakes/new">
              {m.cases_intake_receive_summary()}
            </ButtonLink>
            <ButtonLink to="/intake-counting">{m.cases_counting_title()}</ButtonLink>
          </>
        }
      />
      {withdrawing && <Withdraw intake={withdrawing} entries={entries} back={addressWith(search, null)} />}
      {misread && <Notice tone="error">{misread}</Notice>}
      <WaitingLetters box={box} />
      <Section
        heading={m.cases_intakes_recorded()}
        actions={<ExportButtons op={exportIntakes} filter={filter} />}
      >
        <Filter items={items} entries={entries} />
        <DataTable
          caption={m.cases_intake_list_summary()}
          rows={intakes}
          rowKey={({ id }) => id}
          columns={[
            ...columnsFor((id) => addressWith(search, id), entries),
            ...answerColumnsFor<Intake>(items, search, today, ({ answers }) => answers),
          ]}
          empty={{
            says: [...search.keys()].some((name) => name !== 'withdraw')
              ? m.cases_intakes_nothing_found()
              : m.cases_intakes_empty(),
          }}
        />
        <Pagination next={next} />
      </Section>
    </>
  );
}

/** The page as it is narrowed down, with the record that is to be withdrawn. */
function addressWith(search: URLSearchParams, withdraw: string | null): string {
  const query = new URLSearchParams(search);
  query.delete('withdraw');
  if (withdraw) query.set('withdraw', withdraw);
  return `/intakes?${query}`;
}

function Filter({ items, entries }: { items: readonly Item[]; entries: readonly CodeEntry[] }) {
  const { today } = useMe();
  return (
    <SearchForm label={m.cases_intakes_find()}>
      <DateField name="from" label={m.cases_label_from()} />
      <DateField name="until" label={m.cases_label_until()} />
      <SelectField
        name="channel"
        label={m.cases_label_channel()}
        emptyLabel={m.cases_any()}
        choices={entries.map((entry) => ({ value: entry.code, label: wordingOn(entry, today) }))}
      />
      <SelectField
        name="counted"
        label={m.cases_label_counted()}
        emptyLabel={m.cases_any()}
        choices={(['new', 'again'] as const).map((value) => ({ value, label: countedWords[value]() }))}
      />
      <ItemFilter items={items} />
    </SearchForm>
  );
}

function columnsFor(addressOf: (intake: string) => string, entries: readonly CodeEntry[]): Column<Intake>[] {
  return [
    {
      key: 'on',
      heading: m.cases_label_received_on(),
      value: ({ received_on }) => formatDay(received_on),
      order: ({ received_on }) => received_on,
    },
    {
      key: 'person',
      heading: m.cases_door_label_person(),
      value: writeWhose,
      cell: (intake) =>
        intake.client_id ? (
          <Link to={`/clients/${intake.client_id}/intakes/${intake.id}`}>{writeWhose(intake)}</Link>
        ) : (
          writeWhose(intake)
        ),
    },
    {
      key: 'channel',
      heading: m.cases_label_channel(),
      value: (intake) => sayChannel(intake, entries),
    },
    {
      key: 'counted',
      heading: m.cases_label_counted(),
      value: ({ counted }) => countedWords[counted](),
    },
    {
      key: 'district',
      heading: m.cases_label_district(),
      value: ({ district_name }) => district_name ?? m.cases_choose_unknown(),
    },
    {
      key: 'state',
      heading: m.cases_label_state(),
      value: writeState,
      cell: (intake) =>
        intake.withdrawn_reason === null ? (
          <>
            {writeState(intake)} <Link to={addressOf(intake.id)}>{m.cases_withdraw()}</Link>
          </>
        ) : (
          <>
            <Badge>{m.cases_withdrawn()}</Badge> {intake.withdrawn_reason}
          </>
        ),
    },
  ];
}

function sayChannel({ channel, received_on }: Intake, entries: readonly CodeEntry[]): string {
  return labelOf(entries, 'intake_channel', channel, received_on);
}

/** Of the time before Kanaeau only the count is known. */
function writeWhose({ client_id, name, called }: Intake): string {
  return client_id ? writePerson({ name, called }) : m.cases_count_only();
}

function writeState({ withdrawn_reason, late_reason }: Intake): string | null {
  if (withdrawn_reason !== null) return m.cases_withdrawn_because({ reason: withdrawn_reason });
  return late_reason && m.cases_late_because({ reason: late_reason });
}

interface WithdrawProps {
  intake: Intake;
  entries: readonly CodeEntry[];
  back: string;
}

function Withdraw({ intake, entries, back }: WithdrawProps) {
  const navigate = useNavigate();
  const { id, received_on } = intake;
  return (
    <Section heading={m.cases_intake_withdraw_summary()}>
      <p>{m.cases_intake_is({ day: formatDay(received_on), channel: sayChannel(intake, entries) })}</p>
      <p>{m.cases_withdraw_means()}</p>
      <Form
        op={withdrawIntake}
        keeps
        also={{ id }}
        submit={m.cases_withdraw_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.cases_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.cases_withdrawn_done()))}
      >
        <TextArea name="reason" label={m.cases_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
