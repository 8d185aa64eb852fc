import { boxLook } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

export interface TimeFieldProps extends FieldProps {
  /** `HH:MM` */
  initial?: string | undefined;
}

/** A time of day, `HH:MM`. */
export function TimeField(props: TimeFieldProps) {
  const wired = useField(props);
  return (
    <FieldFrame field={props} wired={wired}>
      <input
        id={wired.id}
        name={props.name}
        type="time"
        className={`${boxLook(wired.error)} w-36`}
        defaultValue={textOf(wired.start ?? props.initial)}
        required={props.required}
        aria-invalid={wired.error !== undefined || undefined}
        aria-describedby={wired.describedBy}
      />
    </FieldFrame>
  );
}
