import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { closeDays, openDay, readOfficeHours, setOfficeHours } from '../api.ts';
import { type OfficeHours, weekdayWords } from '../model.ts';

export function loader({ request }: PageArgs) {
  return call(readOfficeHours, {}, { signal: request.signal });
}

/** When the office watches: the hours that hold, the next decision, and the days off. */
export function Component() {
  const held = useLoaderData<typeof loader>();
  const { current } = useMe();
  const keeps = current?.role === 'administrator';
  return (
    <>
      <PageHeader title={m.escalations_hours_title()} lead={m.escalations_hours_lead()} />
      <Section heading={m.escalations_hours_now()}>
        <p>
          <strong>{writeHours(held)}</strong>
        </p>
        <p>{m.escalations_hours_minutes({ minutes: held.alarm_minutes })}</p>
        <p>
          {held.since === null
            ? m.escalations_hours_never()
            : m.escalations_hours_since({ day: formatDay(held.since) })}
        </p>
        {held.next && (
          <p>
            {m.escalations_hours_next({ day: formatDay(held.next.starts_on), hours: writeHours(held.next) })}
          </p>
        )}
        {keeps && <Change />}
      </Section>
      <Section heading={m.escalations_closed_days()}>
        {held.closed_until && <p>{m.escalations_closed_until({ day: formatDay(held.closed_until) })}</p>}
        <DataTable
          caption={m.escalations_closed_caption()}
          rows={held.closed}
          rowKey={({ day }) => day}
          empty={{ says: m.escalations_closed_empty() }}
          columns={[
            {
              key: 'day',
              heading: m.escalations_column_day(),
              value: ({ day }) => formatDay(day),
              order: ({ day }) => day,
            },
            { key: 'name', heading: m.escalations_column_called(), value: ({ name }) => name },
            ...(keeps
              ? [
                  {
                    key: 'open',
                    heading: m.escalations_open_day(),
                    value: () => '',
                    cell: ({ day }: { day: string }) => (
                      <CommandButton op={openDay} input={{ day }}>
                        {m.escalations_open_day()}
                      </CommandButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {keeps && (
          <Form op={closeDays} submit={m.escalations_add_days()} doneSays={m.escalations_days_saved()}>
            <TextArea
              name="lines"
              label={m.escalations_label_lines()}
              hint={m.escalations_hint_lines()}
              required
              rows={6}
              maxLength={20000}
            />
          </Form>
        )}
      </Section>
    </>
  );
}

function Change() {
  const { weekdays, opens, closes, alarm_minutes } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <Form
      op={setOfficeHours}
      mints="id"
      initial={{ weekdays: weekdays.map(String), opens, closes, alarm_minutes, starts_on: today }}
      submit={m.escalations_hours_change()}
      doneSays={m.escalations_hours_saved()}
    >
      <CheckboxGroup
        name="weekdays"
        label={m.escalations_label_weekdays()}
        required
        inline
        choices={Object.entries(weekdayWords).map(([value, label]) => ({ value, label: label() }))}
      />
      <TimeField name="opens" label={m.escalations_label_opens()} required />
      <TimeField name="closes" label={m.escalations_label_closes()} required />
      <NumberField name="alarm_minutes" label={m.escalations_label_minutes()} required />
      <DateField name="starts_on" label={m.escalations_label_from()} required min={today} />
    </Form>
  );
}

function writeHours({ weekdays, opens, closes }: OfficeHours): string {
  const days = weekdays.map((day) => weekdayWords[day]?.() ?? '').join('');
  return m.escalations_hours_are({ weekdays: days, opens, closes });
}
