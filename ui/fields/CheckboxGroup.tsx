import { ChoiceBox } from './ChoiceBox.tsx';
import { FieldError } from './FieldError.tsx';
import { GroupFrame } from './FieldFrame.tsx';
import type { Choice } from './SelectField.tsx';
import { type FieldProps, useField } from './use-field.ts';

export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  choices: readonly (Choice<Value> & { hint?: string })[];
  initial?: readonly Value[] | undefined;
  inline?: boolean;
}

/** Any number of a few; the form reads them as a list. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const wired = useField(props);
  const start = wired.start ?? props.initial;
  // Out of an address, a list of one is a single value.
  const chosen: readonly unknown[] = Array.isArray(start) ? start : [start];
  return (
    <GroupFrame field={props} wired={wired}>
      <div className={props.inline ? 'flex flex-wrap gap-x-4' : 'grid'}>
        {props.choices.map(({ value, label, hint }, index) => (
          <ChoiceBox
            key={value}
            id={index === 0 ? wired.id : `${wired.id}-${value}`}
            kind="checkbox"
            readAs="list"
            name={props.name}
            value={value}
            label={label}
            hint={hint}
            start={chosen.includes(value)}
            invalid={wired.error !== undefined}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

export interface CheckboxProps extends FieldProps {
  initial?: boolean;
}

/** One yes or no; the form reads it as true or false. */
export function Checkbox(props: CheckboxProps) {
  const wired = useField(props);
  return (
    <div>
      <ChoiceBox
        id={wired.id}
        kind="checkbox"
        readAs="flag"
        name={props.name}
        value="on"
        label={props.label}
        hint={props.hint}
        start={(wired.start ?? props.initial) === true}
        invalid={wired.error !== undefined}
        describedBy={wired.error && wired.errorId}
      />
      {wired.error && <FieldError id={wired.errorId}>{wired.error}</FieldError>}
    </div>
  );
}
