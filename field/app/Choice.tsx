import { useId } from 'react';

/** One of a few, each as large as a thumb. */
export function Choice<Value extends string>(props: {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  const { legend, options, value, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="mb-6">
      <legend className="mb-2 text-std-20B-150">{legend}</legend>
      <div className="grid grid-cols-2 gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-16 cursor-pointer items-center gap-2 rounded-8 border-2 border-solid-gray-600 px-3 py-2 text-std-18N-160 has-checked:border-key-900 has-checked:bg-key-50"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              className="size-6 shrink-0"
            />
            <span className="min-w-0 wrap-anywhere">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
