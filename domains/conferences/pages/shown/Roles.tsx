import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { type ConferenceItem, endRoleLine, type RoleLine, writeRoleLine } from '../../api.ts';
import { whyNot } from '../../model.ts';

/** 役割票: what lives on when the papers are closed. */
export function Roles({ item }: { item: ConferenceItem }) {
  const writing = item.called && whyNot('assign', item.state) === null;
  return (
    <Section heading={m.conferences_roles()}>
      <DataTable
        caption={m.conferences_roles_caption()}
        rows={item.roles}
        rowKey={({ id }) => id}
        columns={columnsFor(item.called)}
        empty={{ says: m.conferences_roles_none() }}
      />
      {writing && (
        <Form
          op={writeRoleLine}
          mints="id"
          also={{ item_id: item.id }}
          submit={m.conferences_role_submit()}
          cannotSubmit={item.seats.length === 0 ? m.conferences_seats_empty_caller() : undefined}
          doneSays={m.conferences_role_done()}
        >
          <SelectField
            name="seat_id"
            label={m.conferences_role_who()}
            required
            width="full"
            choices={item.seats.map(({ id, name, office }) => ({
              value: id,
              label: m.conferences_seat_says({ name, office }),
            }))}
          />
          <TextArea
            name="watches"
            label={m.conferences_role_watches()}
            hint={m.conferences_hint_watches()}
            required
            rows={3}
            maxLength={500}
          />
          <TextField name="tells" label={m.conferences_role_tells()} required maxLength={200} />
          <DateField name="until" label={m.conferences_role_until()} hint={m.conferences_hint_until()} />
        </Form>
      )}
    </Section>
  );
}

function columnsFor(called: boolean): Column<RoleLine>[] {
  return [
    { key: 'who', heading: m.conferences_role_who(), value: ({ name }) => name },
    { key: 'watches', heading: m.conferences_role_watches(), value: ({ watches }) => watches },
    { key: 'tells', heading: m.conferences_role_tells(), value: ({ tells }) => tells },
    {
      key: 'until',
      heading: m.conferences_role_until(),
      value: ({ until }) => (until ? formatDay(until) : m.conferences_role_open()),
      order: ({ until }) => until,
    },
    {
      key: 'stands',
      heading: m.conferences_state(),
      value: ({ ended }) => (ended ? m.conferences_role_ended() : m.conferences_role_stands()),
    },
    ...(called
      ? [
          {
            key: 'acts',
            heading: m.conferences_acts(),
            value: () => null,
            cell: ({ id, ended, name }: RoleLine) =>
              ended ? null : (
                <CommandButton op={endRoleLine} input={{ id }} look="text">
                  {m.conferences_role_end({ name })}
                </CommandButton>
              ),
          },
        ]
      : []),
  ];
}
