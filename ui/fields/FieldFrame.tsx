import type { ReactNode } from 'react';
import { FieldError } from './FieldError.tsx';
import { RequiredMark } from './RequiredMark.tsx';
import type { FieldProps, WiredField } from './use-field.ts';

interface FieldFrameProps {
  field: FieldProps;
  wired: WiredField;
  children: ReactNode;
}

/** Label, hint, control and error of a field with one control, in this order. */
export function FieldFrame({ field, wired, children }: FieldFrameProps) {
  return (
    <div>
      <label htmlFor={wired.id} className="block text-std-16B-170">
        {field.label}
        {field.required && <RequiredMark />}
      </label>
      {field.hint && (
        <p id={wired.hintId} className="text-solid-gray-700">
          {field.hint}
        </p>
      )}
      <div className="mt-1">{children}</div>
      {wired.error && <FieldError id={wired.errorId}>{wired.error}</FieldError>}
    </div>
  );
}

/** The same for a group of choices: the label is the legend of a fieldset. */
export function GroupFrame({ field, wired, children }: FieldFrameProps) {
  return (
    <fieldset aria-describedby={wired.describedBy}>
      <legend className="text-std-16B-170">
        {field.label}
        {field.required && <RequiredMark />}
      </legend>
      {field.hint && (
        <p id={wired.hintId} className="text-solid-gray-700">
          {field.hint}
        </p>
      )}
      <div className="mt-1">{children}</div>
      {wired.error && <FieldError id={wired.errorId}>{wired.error}</FieldError>}
    </fieldset>
  );
}
