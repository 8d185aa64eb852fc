import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { endSeat, type readBoard, seatMember } from '../../api.ts';
import { parts, partWords } from '../../model.ts';

type Board = OutputOf<typeof readBoard>;
type Member = Board['members'][number];

/** 委員: who sits at the table, for which term. */
export function Members({ board: { id, members } }: { board: Board }) {
  const { today } = useMe();
  const sitting = members.filter(({ sits }) => sits);
  return (
    <Section heading={m.boards_members()}>
      <DataTable
        caption={m.boards_members_caption()}
        rows={members}
        rowKey={(one) => one.id}
        columns={columns}
        empty={{ says: m.boards_members_none() }}
      />
      <Folded summary={m.boards_seat_summary()}>
        <Form
          op={seatMember}
          mints="id"
          also={{ board_id: id }}
          initial={{ part: 'member', starts_on: today }}
          submit={m.boards_seat_submit()}
          doneSays={m.boards_seat_done()}
        >
          <TextField name="name" label={m.boards_label_member()} required maxLength={60} />
          <TextField
            name="belongs"
            label={m.boards_label_belongs()}
            hint={m.boards_hint_belongs()}
            required
            maxLength={60}
          />
          <SelectField
            name="part"
            label={m.boards_label_part()}
            required
            choices={parts.map((value) => ({ value, label: partWords[value]() }))}
          />
          <DateField name="starts_on" label={m.boards_label_starts()} required />
          <DateField name="ends_on" label={m.boards_label_ends()} hint={m.boards_hint_ends()} />
        </Form>
      </Folded>
      {sitting.length > 0 && (
        <Folded summary={m.boards_seat_end_summary()}>
          <Form op={endSeat} submit={m.boards_seat_end_submit()} doneSays={m.boards_seat_ended()}>
            <SelectField
              name="id"
              label={m.boards_label_who_ends()}
              required
              choices={sitting.map((one) => ({ value: one.id, label: one.name }))}
            />
            <DateField name="ends_on" label={m.boards_label_last_day()} required />
          </Form>
        </Folded>
      )}
    </Section>
  );
}

const columns: Column<Member>[] = [
  { key: 'name', heading: m.boards_label_member(), value: ({ name }) => name },
  { key: 'belongs', heading: m.boards_label_belongs(), value: ({ belongs }) => belongs },
  { key: 'part', heading: m.boards_label_part(), value: ({ part }) => partWords[part]() },
  {
    key: 'term',
    heading: m.boards_label_term(),
    value: ({ starts_on, ends_on }) =>
      ends_on
        ? m.boards_term({ from: formatDay(starts_on), until: formatDay(ends_on) })
        : m.boards_term_open({ from: formatDay(starts_on) }),
    order: ({ starts_on }) => starts_on,
  },
];
