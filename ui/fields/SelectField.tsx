import * as m from '#messages';
import { boxLook, type FieldWidth, widths } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

/** One of several possible answers. */
export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  choices: readonly Choice<Value>[];
  initial?: Value | undefined;
  width?: FieldWidth;
  /** The words of the empty answer, for example すべて; without them it asks to choose. */
  emptyLabel?: string;
  onChange?: (value: Value | '') => void;
}

/** One of many, from the browser's own list. Up to seven choices are better shown as a `RadioGroup`. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const wired = useField(props);
  const { width = 'medium', choices, onChange } = props;
  return (
    <FieldFrame field={props} wired={wired}>
      <select
        id={wired.id}
        name={props.name}
        className={`${boxLook(wired.error)} ${widths[width]}`}
        defaultValue={textOf(wired.start ?? props.initial)}
        aria-required={props.required || undefined}
        aria-invalid={wired.error !== undefined || undefined}
        aria-describedby={wired.describedBy}
        onChange={onChange && ((event) => onChange(event.target.value as Value | ''))}
      >
        <option value="">{props.emptyLabel ?? m.ui_select_empty()}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
