import { useId } from 'react';

/** One line to type into, with its label above and what helps below the label. */
export function Typed(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly error?: string | null;
  readonly autoComplete?: string;
}) {
  const { label, hint, value, onType, type = 'text', error, autoComplete = 'off' } = props;
  const id = useId();
  const said = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="mb-6">
      <label htmlFor={id} className="block text-std-20B-150">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-std-17N-170">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mb-1 text-std-17B-170 text-error-2">
          {error}
        </p>
      )}
      <input
        id={id}
        type={type}
        value={value}
        autoComplete={autoComplete}
        aria-describedby={said || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onType(event.target.value)}
        className="min-h-16 w-full rounded-8 border-2 border-solid-gray-600 px-3 text-std-20N-150"
      />
    </div>
  );
}
