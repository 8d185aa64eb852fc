import { boxLook } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

export interface TextAreaProps extends FieldProps {
  /** Lines visible at first. */
  rows?: number;
  initial?: string | undefined;
  maxLength?: number;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const wired = useField(props);
  return (
    <FieldFrame field={props} wired={wired}>
      <textarea
        id={wired.id}
        name={props.name}
        rows={props.rows ?? 4}
        className={`${boxLook(wired.error)} w-full resize-y`}
        defaultValue={textOf(wired.start ?? props.initial)}
        maxLength={props.maxLength}
        aria-required={props.required || undefined}
        aria-invalid={wired.error !== undefined || undefined}
        aria-describedby={wired.describedBy}
      />
    </FieldFrame>
  );
}
