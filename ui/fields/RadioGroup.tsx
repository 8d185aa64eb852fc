import { ChoiceBox } from './ChoiceBox.tsx';
import { GroupFrame } from './FieldFrame.tsx';
import type { Choice } from './SelectField.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

export interface RadioGroupProps<Value extends string> extends FieldProps {
  choices: readonly (Choice<Value> & { hint?: string })[];
  initial?: Value | undefined;
  /** Beside one another where there is room; below one another otherwise. */
  inline?: boolean;
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const wired = useField(props);
  const chosen = textOf(wired.start ?? props.initial);
  return (
    <GroupFrame field={props} wired={wired}>
      <div className={props.inline ? 'flex flex-wrap gap-x-4' : 'grid'}>
        {props.choices.map(({ value, label, hint }, index) => (
          <ChoiceBox
            key={value}
            id={index === 0 ? wired.id : `${wired.id}-${value}`}
            kind="radio"
            name={props.name}
            value={value}
            label={label}
            hint={hint}
            start={value === chosen}
            required={props.required}
            describedBy={wired.error && wired.errorId}
          />
        ))}
      </div>
    </GroupFrame>
  );
}
