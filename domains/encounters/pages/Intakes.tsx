import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listIntakes, withdrawIntake } from '../api.ts';
import { intakeChannels, intakeChannelWords } from '../model.ts';
import { IntakeForm } from './shown/IntakeForm.tsx';

type Intake = OutputOf<typeof listIntakes>['intakes'][number];

export function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listIntakes>;
  return call(listIntakes, asked, { signal: args.request.signal });
}

/** First words at a window: recorded with three answers at the most, listed below. */
export function Component() {
  const { intakes, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const withdrawing = intakes.find(({ id }) => id === search.get('withdraw'));
  return (
    <>
      <PageHeader title={m.encounters_intakes_title()} lead={m.encounters_intakes_lead()} />
      {withdrawing ? (
        <Withdraw intake={withdrawing} back={addressWith(search, null)} />
      ) : (
        <Section heading={m.encounters_intake_record_summary()}>
          <IntakeForm />
        </Section>
      )}
      <Section heading={m.encounters_intakes_recorded()}>
        <Filter />
        <DataTable
          caption={m.encounters_intake_list_summary()}
          rows={intakes}
          rowKey={({ id }) => id}
          columns={columnsFor((id) => addressWith(search, id))}
          empty={{
            says: [...search.keys()].some((name) => name !== 'withdraw')
              ? m.encounters_intakes_nothing_found()
              : m.encounters_intakes_empty(),
          }}
          fileName={m.encounters_intakes_file()}
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

function Filter() {
  return (
    <SearchForm label={m.encounters_intakes_find()}>
      <DateField name="from" label={m.encounters_label_from()} />
      <DateField name="until" label={m.encounters_label_until()} />
      <SelectField
        name="channel"
        label={m.encounters_label_channel()}
        emptyLabel={m.encounters_any()}
        choices={intakeChannels.map((value) => ({ value, label: intakeChannelWords[value]() }))}
      />
    </SearchForm>
  );
}

function columnsFor(addressOf: (intake: string) => string): Column<Intake>[] {
  return [
    {
      key: 'on',
      heading: m.encounters_label_on(),
      value: ({ occurred_on }) => formatDay(occurred_on),
      order: ({ occurred_on }) => occurred_on,
    },
    {
      key: 'channel',
      heading: m.encounters_label_channel(),
      value: ({ channel }) => intakeChannelWords[channel](),
    },
    {
      key: 'district',
      heading: m.encounters_label_district(),
      value: ({ district_name }) => district_name ?? m.encounters_district_unknown(),
    },
    {
      key: 'state',
      heading: m.encounters_label_state(),
      value: writeState,
      cell: (intake) =>
        intake.withdrawn_reason === null ? (
          <>
            {writeState(intake)} <Link to={addressOf(intake.id)}>{m.encounters_withdraw()}</Link>
          </>
        ) : (
          <>
            <Badge>{m.encounters_withdrawn()}</Badge> {intake.withdrawn_reason}
          </>
        ),
    },
  ];
}

function writeState({ withdrawn_reason, late_reason }: Intake): string | null {
  if (withdrawn_reason !== null) return m.encounters_withdrawn_because({ reason: withdrawn_reason });
  return late_reason && m.encounters_late_because({ reason: late_reason });
}

function Withdraw({ intake, back }: { intake: Intake; back: string }) {
  const navigate = useNavigate();
  const { id, occurred_on, channel } = intake;
  return (
    <Section heading={m.encounters_intake_withdraw_summary()}>
      <p>{m.encounters_intake_is({ day: formatDay(occurred_on), channel: intakeChannelWords[channel]() })}</p>
      <p>{m.encounters_withdraw_means()}</p>
      <Form
        op={withdrawIntake}
        also={{ id }}
        submit={m.encounters_withdraw_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.encounters_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.encounters_withdrawn_done()))}
      >
        <TextArea name="reason" label={m.encounters_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
