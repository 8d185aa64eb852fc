interface ChoiceBoxProps {
  id: string;
  kind: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  hint?: string | undefined;
  start: boolean;
  readAs?: 'list' | 'flag';
  required?: boolean | undefined;
  invalid?: boolean;
  describedBy?: string | undefined;
}

/** One radio button or check box with its words; the whole of it can be pressed. */
export function ChoiceBox({ id, kind, label, hint, start, readAs, ...rest }: ChoiceBoxProps) {
  const described = [hint && `${id}-hint`, rest.describedBy].filter(Boolean).join(' ') || undefined;
  return (
    <label className="flex min-h-11 w-fit cursor-pointer items-start gap-2 py-2 pr-3">
      <input
        id={id}
        type={kind}
        name={rest.name}
        value={rest.value}
        defaultChecked={start}
        data-kind={readAs}
        required={rest.required}
        aria-invalid={rest.invalid || undefined}
        aria-describedby={described}
        className="mt-0.5 size-6 shrink-0 cursor-pointer accent-key-900"
      />
      <span>
        {label}
        {hint && (
          <span id={`${id}-hint`} className="block text-solid-gray-700">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
