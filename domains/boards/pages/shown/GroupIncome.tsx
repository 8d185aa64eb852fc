import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { formatMonth } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type ShownGroup, withdrawIncome, writeIncome } from '../../api.ts';
import { incomeKinds, incomeWords } from '../../model.ts';

type Income = NonNullable<ShownGroup['inside']>['income'][number];

/** What the group takes in, by month. It is the group's; nobody has a balance. */
export function GroupIncome({ group, income }: { group: string; income: readonly Income[] }) {
  const { today } = useMe();
  return (
    <Section heading={m.boards_income_title()}>
      <p>{m.boards_income_lead()}</p>
      <DataTable
        caption={m.boards_income_caption()}
        rows={income}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.boards_income_none() }}
        fileName={m.boards_income_file()}
      />
      <Folded summary={m.boards_income_summary()}>
        <Form
          op={writeIncome}
          mints="id"
          also={{ group_id: group }}
          initial={{ month: today.slice(0, 7) }}
          submit={m.boards_income_submit()}
          doneSays={m.boards_income_done()}
        >
          <TextField
            name="month"
            label={m.boards_label_month()}
            hint={m.boards_hint_month()}
            required
            width="short"
            maxLength={7}
          />
          <RadioGroup
            name="kind"
            label={m.boards_label_income_kind()}
            required
            inline
            choices={incomeKinds.map((value) => ({ value, label: incomeWords[value]() }))}
          />
          <NumberField name="amount" label={m.boards_label_amount()} unit={m.boards_unit_yen()} required />
          <TextField name="words" label={m.boards_label_income_words()} width="full" maxLength={200} />
        </Form>
      </Folded>
    </Section>
  );
}

const columns: Column<Income>[] = [
  {
    key: 'month',
    heading: m.boards_label_month(),
    value: ({ month }) => formatMonth(month),
    order: ({ month }) => month,
  },
  { key: 'kind', heading: m.boards_label_income_kind(), value: ({ kind }) => incomeWords[kind]() },
  { key: 'amount', heading: m.boards_label_amount(), value: ({ amount }) => amount, numeric: true },
  { key: 'words', heading: m.boards_label_income_words(), value: ({ words }) => words },
  {
    key: 'back',
    heading: m.boards_label_mistake(),
    value: () => null,
    cell: ({ id }) => (
      <CommandButton op={withdrawIncome} input={{ id }}>
        {m.boards_withdraw()}
      </CommandButton>
    ),
  },
];
