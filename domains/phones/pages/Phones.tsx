import { useLoaderData } from 'react-router';
import { TakeAlong } from '#domains/papers/pages/shown/TakeAlong.tsx';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { endPhone, listPhones } from '../api.ts';
import { endReasons, endWords } from '../model.ts';

export function loader(args: PageArgs) {
  return call(listPhones, queryOf(args) as InputOf<typeof listPhones>, { signal: args.request.signal });
}

type Phone = OutputOf<typeof listPhones>['phones'][number];

/** Phones that are taken along on the round: one's own, and those of the districts one gathers in. */
export function Component() {
  const { phones, next } = useLoaderData<typeof loader>();
  const running = phones.filter(({ end }) => end === null);
  return (
    <>
      <PageHeader title={m.phones_title()} lead={m.phones_lead()} />
      <TakeAlong here="phone" />
      <p className="mb-2">{m.phones_register_lead()}</p>
      <p className="mb-6">
        <a href="/field/">{m.phones_register_here()}</a>
      </p>
      <DataTable
        caption={m.phones_title()}
        rows={phones}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.phones_empty() }}
      />
      <Pagination next={next} />
      {running.length > 0 && (
        <Section heading={m.phones_end()}>
          <p className="mb-4">{m.phones_end_lead()}</p>
          <Form op={endPhone} submit={m.phones_end()} doneSays={m.phones_ended_done()}>
            <SelectField
              name="id"
              label={m.phones_title()}
              required
              choices={running.map((phone) => ({ value: phone.id, label: sayPhone(phone) }))}
            />
            <RadioGroup
              name="reason"
              label={m.phones_label_end_reason()}
              required
              choices={endReasons.map((value) => ({ value, label: endWords[value]() }))}
            />
          </Form>
        </Section>
      )}
    </>
  );
}

function sayPhone({ name, own, owner_name }: Phone): string {
  return own || !owner_name ? name : m.phones_of_owner({ name, owner: owner_name });
}

const columns: Column<Phone>[] = [
  { key: 'name', heading: m.phones_label_name(), value: ({ name }) => name },
  { key: 'owner', heading: m.phones_label_owner(), value: ({ owner_name }) => owner_name },
  {
    key: 'registered',
    heading: m.phones_label_registered(),
    value: ({ registered_at }) => formatInstant(registered_at),
    order: ({ registered_at }) => registered_at,
  },
  {
    key: 'heard',
    heading: m.phones_label_heard(),
    value: ({ heard_at }) => (heard_at ? formatInstant(heard_at) : m.phones_never_heard()),
    order: ({ heard_at }) => heard_at ?? '',
  },
  {
    key: 'state',
    heading: m.phones_label_state(),
    value: ({ end }) =>
      end
        ? m.phones_state_ended({ reason: endWords[end.reason](), day: formatInstant(end.ended_at) })
        : m.phones_state_good(),
  },
];
