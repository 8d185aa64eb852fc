import { useContext } from 'react';
import * as m from '#messages';
import type { Day } from '#platform/calendar.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { FieldSurroundingsContext } from '#ui/fields/use-field.ts';
import { type Answers, type Item, isInForce } from '../../model.ts';
import { inSections } from './sections.ts';

interface ItemFieldsProps {
  items: readonly Item[];
  /** The day, or the span of days, that the record is about. */
  from: Day;
  until?: Day;
  /** What was answered before, when a record is corrected. */
  before?: Answers;
  /** Nothing is insisted on: somebody else's paper is written down. */
  byProxy?: boolean;
  /** They are what the form is about. */
  open?: boolean;
}

/** The choice that says nothing, so that an answer can be taken back. */
const blank = '';
/** More than these are better chosen from a list. */
const mostInSight = 7;

/** The town's own items, below the usual fields and folded as long as none has to be answered. */
export function ItemFields(props: ItemFieldsProps) {
  const { items, from, until = from, before = {}, byProxy = false, open = false } = props;
  const surroundings = useContext(FieldSurroundingsContext);
  const asked = items.filter((one) => isInForce(one, from, until));
  const fields = asked.filter(({ kind }) => kind !== 'section');
  if (fields.length === 0) return null;
  const unseen = fields.every(({ facet }) => facet === 'watching');
  const wanted =
    open ||
    fields.some(
      ({ id, required }) =>
        (required && !byProxy) || before[id] !== undefined || surroundings?.errorOf(`answers.${id}`),
    );
  return (
    <details open={wanted} className="rounded-8 border border-solid-gray-300 p-4">
      <summary className="cursor-pointer py-2 text-std-16B-170">
        {unseen ? m.items_fields_unseen({ n: fields.length }) : m.items_fields({ n: fields.length })}
      </summary>
      <div className="mt-4 grid gap-6">
        {inSections(asked).map(({ heading, items: within }) =>
          heading === null ? (
            within.map((one) => <ItemField key={one.id} item={one} {...{ from, until, before, byProxy }} />)
          ) : (
            <fieldset key={heading.id} className="grid gap-6 border-t border-solid-gray-300 pt-4">
              <legend className="float-left mb-2 w-full text-std-18B-160">{heading.label}</legend>
              {heading.hint && <p className="text-solid-gray-700">{heading.hint}</p>}
              {within.map((one) => (
                <ItemField key={one.id} item={one} {...{ from, until, before, byProxy }} />
              ))}
            </fieldset>
          ),
        )}
      </div>
    </details>
  );
}

interface ItemFieldProps extends Required<Omit<ItemFieldsProps, 'items' | 'open'>> {
  item: Item;
}

function ItemField({ item, from, until, before, byProxy }: ItemFieldProps) {
  const { id, kind, label, hint, unit, required } = item;
  const field = {
    name: `answers.${id}`,
    label,
    hint: hint ?? undefined,
    required: required && !byProxy,
  };
  const choices = item.options
    .filter((option) => isInForce(option, from, until) || before[id]?.includes(option.id))
    .map(({ id: value, label: words }) => ({ value, label: words }));
  switch (kind) {
    case 'line':
      return <TextField {...field} width="full" maxLength={200} />;
    case 'lines':
      return <TextArea {...field} rows={3} maxLength={2000} />;
    case 'number':
      return <NumberField {...field} {...(unit !== null && { unit })} />;
    case 'date':
      return <DateField {...field} />;
    case 'choices':
      return <CheckboxGroup {...field} choices={choices} inline />;
    default:
      return choices.length > mostInSight ? (
        <SelectField {...field} emptyLabel={m.items_not_answered()} choices={choices} />
      ) : (
        <RadioGroup
          {...field}
          inline
          choices={[...choices, { value: blank, label: m.items_not_answered() }]}
        />
      );
  }
}
