import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readSmallestShown, setSmallestShown } from '../api.ts';
import { leastSmallest, mostSmallest } from '../model.ts';
import { writeOrigin } from './shown/wording.ts';

export function loader({ request }: PageArgs) {
  return call(readSmallestShown, {}, { signal: request.signal });
}

/** How small a count is shown: what holds, what was decided before, and the next decision. */
export function Component() {
  const { smallest, settings } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const below = (n: number) => m.plan_smallest_below({ n });
  return (
    <>
      <PageHeader title={m.plan_smallest_title()} lead={m.plan_smallest_lead({ n: smallest })} />
      <Section heading={m.plan_smallest_now()}>
        <p>
          <strong>{m.plan_smallest_now_is({ n: smallest })}</strong>
        </p>
        <p>{m.plan_smallest_whom()}</p>
      </Section>
      {(current?.role === 'planner' || current?.role === 'administrator') && (
        <Section heading={m.plan_smallest_change()}>
          <Form
            op={setSmallestShown}
            mints="id"
            initial={{ smallest, starts_on: today }}
            submit={m.plan_smallest_change()}
            doneSays={m.plan_smallest_saved()}
          >
            <NumberField
              name="smallest"
              label={m.plan_smallest_field()}
              hint={m.plan_smallest_hint({ least: leastSmallest, most: mostSmallest })}
              required
            />
            <DateField name="starts_on" label={m.plan_smallest_from()} required min={today} />
            <TextArea
              name="reason"
              label={m.plan_reason()}
              hint={m.plan_smallest_reason_hint()}
              required
              rows={2}
              maxLength={500}
            />
          </Form>
        </Section>
      )}
      <Section heading={m.plan_smallest_settings()}>
        <DataTable
          caption={m.plan_smallest_caption()}
          rows={settings}
          rowKey={({ id }) => id}
          empty={{ says: m.plan_smallest_empty() }}
          columns={[
            {
              key: 'from',
              heading: m.plan_smallest_from(),
              value: ({ starts_on }) => formatDay(starts_on),
              order: (row) => row.starts_on,
            },
            { key: 'smallest', heading: m.plan_version_said(), value: (row) => below(row.smallest) },
            { key: 'reason', heading: m.plan_reason(), value: ({ reason }) => reason },
            { key: 'origin', heading: m.plan_written_by(), value: writeOrigin, order: ({ on }) => on },
          ]}
        />
      </Section>
    </>
  );
}
