import { useState } from 'react';
import { sayRefusedFile } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

export interface FileFieldProps extends FieldProps {
  /** As the `accept` of HTML: `image/*,application/pdf`. */
  accept: string;
  /** Larger files are refused at once, by name, instead of after a long upload. */
  maxBytes: number;
}

/** One file. The form reads it as `{ name, type, base64 }`; it is the one thing a draft does not keep. */
export function FileField(props: FileFieldProps) {
  const [refused, setRefused] = useState<string>();
  const error = refused ?? props.error;
  const field = { ...props, error };
  const wired = useField(field);
  return (
    <FieldFrame field={field} wired={wired}>
      <input
        id={wired.id}
        name={props.name}
        type="file"
        accept={props.accept}
        className="min-h-12 w-full max-w-96 cursor-pointer rounded-8 border border-solid-gray-600 bg-white p-2 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border file:border-solid-gray-600 file:bg-solid-gray-50 file:px-3"
        required={props.required}
        aria-invalid={wired.error !== undefined || undefined}
        aria-describedby={wired.describedBy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          const says = file && sayRefusedFile(file, props.maxBytes);
          if (says) event.target.value = '';
          setRefused(says);
        }}
      />
    </FieldFrame>
  );
}
