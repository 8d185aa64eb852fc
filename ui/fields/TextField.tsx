import { boxLook, type FieldWidth, widths } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';
  width?: FieldWidth;
  initial?: string | undefined;
  /** The standard word, so that a browser can fill it: `username`, `current-password`, `one-time-code` … */
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'tel';
  maxLength?: number;
  onChange?: (value: string) => void;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const wired = useField(props);
  const { type = 'text', width = 'medium', onChange } = props;
  return (
    <FieldFrame field={props} wired={wired}>
      <input
        id={wired.id}
        name={props.name}
        type={type}
        className={`${boxLook(wired.error)} ${widths[width]}`}
        defaultValue={textOf(wired.start ?? props.initial)}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        aria-required={props.required || undefined}
        aria-invalid={wired.error !== undefined || undefined}
        aria-describedby={wired.describedBy}
        onChange={onChange && ((event) => onChange(event.target.value))}
      />
    </FieldFrame>
  );
}
