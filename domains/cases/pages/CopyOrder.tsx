import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readCopyOrders, setCopyOrder } from '../copy-api.ts';
import { copyItems, copyItemWords, readOrder } from '../copy-model.ts';

export function loader({ request }: PageArgs) {
  return call(readCopyOrders, {}, { signal: request.signal });
}

/** In which order the items are typed into the national system: data of the town, with the day from which it holds. */
export function Component() {
  const { orders } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const items = orders[0]?.items ?? copyItems;
  return (
    <>
      <PageHeader title={m.cases_copy_order_title()} lead={m.cases_copy_order_lead()} />
      <Section heading={m.cases_copy_order_new()}>
        <Form
          op={setCopyOrder}
          keeps
          mints="id"
          initial={{ starts_on: today }}
          reshape={({ items: typed, ...rest }) => ({ ...rest, items: readOrder(String(typed ?? '')) })}
          submit={m.cases_copy_order_save()}
          doneSays={m.cases_copy_order_saved()}
        >
          <DateField name="starts_on" label={m.cases_copy_order_starts_on()} required />
          <TextLines items={items.map((item) => copyItemWords[item]())} />
          <Checkbox name="confirmed" label={m.cases_copy_order_confirm()} />
          <TextArea name="note" label={m.cases_copy_order_note()} rows={2} maxLength={500} />
        </Form>
      </Section>
      <Section heading={m.cases_copy_orders_summary()}>
        <DataTable
          caption={m.cases_copy_orders_caption()}
          rows={orders}
          rowKey={({ id }) => id}
          empty={{ says: m.cases_copy_order_usual() }}
          columns={[
            {
              key: 'on',
              heading: m.cases_copy_order_starts_on(),
              value: ({ starts_on }) => starts_on && formatDay(starts_on),
              order: ({ starts_on }) => starts_on,
            },
            {
              key: 'confirmed',
              heading: m.cases_copy_order_state(),
              value: ({ confirmed }) =>
                confirmed ? m.cases_copy_order_is_confirmed() : m.cases_copy_order_waits(),
            },
            {
              key: 'items',
              heading: m.cases_copy_items(),
              value: (order) => order.items.map((item) => copyItemWords[item]()).join('、'),
            },
            { key: 'note', heading: m.cases_copy_order_note(), value: ({ note }) => note },
          ]}
        />
      </Section>
    </>
  );
}

/** One item a line, as it was: lines are moved, left out and brought back with the keyboard alone. */
function TextLines({ items }: { items: readonly string[] }) {
  return (
    <TextArea
      name="items"
      label={m.cases_copy_order_items()}
      hint={m.cases_copy_order_items_hint()}
      required
      rows={18}
      initial={items.join('\n')}
      maxLength={3_000}
    />
  );
}
