import { useNavigate } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { defineReturn, type listReturnDefinitions } from '../../api.ts';
import { conditionChoices, type TownLists } from '../../conditions.ts';
import {
  type CountedColumn,
  type CountedTable,
  type ReturnCode,
  rowMarks,
  rowMarkWords,
  type Source,
  sources,
  sourceWords,
} from '../../model.ts';
import { fieldsOf, mostColumns, mostTables, readDefined } from './defined-fields.ts';

type Listed = OutputOf<typeof listReturnDefinitions>;

interface DefineReturnProps {
  code: ReturnCode;
  newest: Listed['definitions'][number];
  lists: TownLists;
}

/** The next version of a return's definition, begun with the newest: a table or column whose name is taken away goes. */
export function DefineReturn({ code, newest, lists }: DefineReturnProps) {
  const { today } = useMe();
  const navigate = useNavigate();
  const year = fiscalYearOf(today);
  const { version, tables } = newest;
  return (
    <Section heading={m.returns_define_summary()}>
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{m.returns_define_open()}</summary>
        <div className="pt-3">
          <Form
            key={`${code} ${version}`}
            op={defineReturn}
            keeps
            mints="id"
            also={{ code, after_version: version }}
            initial={{ starts_year: String(year) as never, ...(fieldsOf(tables) as object) }}
            reshape={(typed) => readDefined(typed, tables) as never}
            submit={m.returns_define()}
            done={() =>
              navigate(`/return-definitions/${code}`, { replace: true, ...saying(m.returns_defined()) })
            }
          >
            {(typed) => (
              <>
                <SelectField
                  name="starts_year"
                  label={m.returns_definition_label_from()}
                  hint={m.returns_define_hint_year()}
                  required
                  choices={[year - 1, year, year + 1].map((one) => ({
                    value: String(one),
                    label: m.returns_definition_from({
                      year: formatFiscalYear(one),
                      day: formatDay(`${one}-04-01`),
                    }),
                  }))}
                />
                <TextArea name="note" label={m.returns_label_reason()} required rows={2} maxLength={500} />
                {begun(typed, mostTables, (t) => `tables.${t}.wording`).map((t) => (
                  <TableFields key={t} t={t} typed={typed} table={tables[t] ?? null} lists={lists} />
                ))}
              </>
            )}
          </Form>
        </div>
      </details>
    </Section>
  );
}

/** The rows that were begun, and one more to begin. */
function begun(typed: Typed, most: number, nameOf: (i: number) => string): number[] {
  const last = Array.from({ length: most }, (_, i) => typed[nameOf(i)] !== undefined).lastIndexOf(true);
  return Array.from({ length: Math.min(most, last + 2) }, (_, i) => i);
}

interface TableFieldsProps {
  t: number;
  typed: Typed;
  table: CountedTable | null;
  lists: TownLists;
}

function TableFields({ t, typed, table, lists }: TableFieldsProps) {
  return (
    <fieldset className="grid gap-4 border-l-4 border-solid-gray-300 pl-4">
      <legend className="mb-3 text-std-18B-160">{m.returns_define_table({ n: t + 1 })}</legend>
      <TextField
        name={`tables.${t}.wording`}
        label={m.returns_define_table_wording({ n: t + 1 })}
        hint={m.returns_define_hint_table()}
        width="full"
        maxLength={100}
      />
      <SelectField
        name={`tables.${t}.rows`}
        label={m.returns_define_rows({ n: t + 1 })}
        emptyLabel={m.returns_rows_none()}
        choices={rowMarks.map((value) => ({ value, label: rowMarkWords[value]() }))}
      />
      {begun(typed, mostColumns, (c) => `tables.${t}.columns.${c}.wording`).map((c) => (
        <ColumnFields
          key={c}
          at={`tables.${t}.columns.${c}`}
          n={c + 1}
          typed={typed}
          column={table?.columns[c] ?? null}
          lists={lists}
        />
      ))}
    </fieldset>
  );
}

interface ColumnFieldsProps {
  /** The path of its fields. */
  at: string;
  n: number;
  typed: Typed;
  column: CountedColumn | null;
  lists: TownLists;
}

function ColumnFields({ at, n, typed, column, lists }: ColumnFieldsProps) {
  const source = sources.find((one) => one === (typed[`${at}.source`] ?? column?.source)) ?? null;
  const choices = source ? conditionChoices(source, standing(column, source), lists) : [];
  return (
    <fieldset className="grid gap-4 rounded-8 border border-solid-gray-300 p-4">
      <legend className="px-1 text-std-16B-170">{m.returns_define_column({ n })}</legend>
      <TextField
        name={`${at}.wording`}
        label={m.returns_define_column_wording()}
        hint={m.returns_define_hint_column()}
        maxLength={100}
      />
      <SelectField
        name={`${at}.source`}
        label={m.returns_label_counted()}
        width="full"
        initial="contacts"
        choices={sources.map((value) => ({ value, label: sourceWords[value]() }))}
      />
      <RadioGroup
        name={`${at}.show`}
        label={m.returns_define_show()}
        inline
        initial="things"
        choices={[
          { value: 'things', label: m.returns_show_things() },
          { value: 'persons', label: m.returns_show_persons() },
        ]}
      />
      {choices.length > 0 && (
        <CheckboxGroup name={`${at}.where`} label={m.returns_define_where()} inline choices={choices} />
      )}
    </fieldset>
  );
}

/** What narrows a column as it stands; of another source nothing of it holds. */
function standing(column: CountedColumn | null, source: Source): CountedColumn['where'] {
  return column?.source === source ? column.where : {};
}
