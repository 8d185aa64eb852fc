import { useSearchParams } from 'react-router';
import * as m from '#messages';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { type Item, nameItem } from '../../model.ts';
import { columnParameter } from './columns.ts';
import { conditionName } from './item-query.ts';

interface ItemFilterProps {
  items: readonly Item[];
  /** Only the columns can be chosen: the list is short and is searched as it stands. */
  columnsOnly?: boolean;
}

/** Which own items a list is narrowed by and which stand as its columns; all of it is a part of the address. */
export function ItemFilter({ items, columnsOnly = false }: ItemFilterProps) {
  const [search] = useSearchParams();
  const { today } = useMe();
  const fields = items.filter(({ kind }) => kind !== 'section');
  if (fields.length === 0) return null;
  const asked = [...search.keys()].some((name) => name.startsWith('i.') || name === columnParameter);
  return (
    <details open={asked} className="basis-full">
      <summary className="w-fit cursor-pointer py-2.5">
        {columnsOnly ? m.items_columns() : m.items_filter()}
      </summary>
      {!columnsOnly && (
        <div className="mt-2 mb-4 flex flex-wrap items-end gap-4">
          {fields.map((one) => (
            <Condition key={one.id} item={one} label={nameItem(one, today)} />
          ))}
        </div>
      )}
      <CheckboxGroup
        name={columnParameter}
        label={m.items_columns()}
        inline
        choices={fields.map((one) => ({ value: one.id, label: nameItem(one, today) }))}
      />
    </details>
  );
}

function Condition({ item: { id, kind, options, unit }, label }: { item: Item; label: string }) {
  switch (kind) {
    case 'line':
    case 'lines':
      return (
        <TextField name={conditionName(id, 'has')} label={m.items_filter_has({ label })} maxLength={100} />
      );
    case 'number':
      return (
        <>
          <NumberField
            name={conditionName(id, 'from')}
            label={m.items_filter_from({ label })}
            {...(unit !== null && { unit })}
          />
          <NumberField
            name={conditionName(id, 'until')}
            label={m.items_filter_until({ label })}
            {...(unit !== null && { unit })}
          />
        </>
      );
    case 'date':
      return (
        <>
          <DateField name={conditionName(id, 'from')} label={m.items_filter_from({ label })} />
          <DateField name={conditionName(id, 'until')} label={m.items_filter_until({ label })} />
        </>
      );
    default:
      return (
        <SelectField
          name={conditionName(id, 'is')}
          label={label}
          emptyLabel={m.items_any()}
          choices={options.map(({ id: value, label: words }) => ({ value, label: words }))}
        />
      );
  }
}
