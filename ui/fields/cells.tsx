import { type RefObject, useId, useState } from 'react';
import { readFile, type TypedFile } from '../Form/read-typed.ts';
import { boxLook, sayRefusedFile } from './controls.ts';
import type { Choice } from './SelectField.tsx';

/**
 * Boxes that stand in the cells of a table, where the column's heading is the label one sees. The label here is the one that
 * is spoken: it names the row too. Their values are the row's, which keeps itself.
 */
interface CellProps {
  label: string;
  value: string;
  /** What is wrong with it; the sentence stands elsewhere in the row, under the id `describedBy`. */
  error: string | undefined;
  describedBy: string | undefined;
  disabled?: boolean;
  change: (value: string) => void;
}

interface NumberCellProps extends CellProps {
  /** Which column of the table it is, for who goes through the boxes by arrows. */
  column?: string;
  box?: RefObject<HTMLInputElement | null>;
}

/** A number, typed in any width, as in `NumberField`. */
export function NumberCell({
  label,
  value,
  error,
  describedBy,
  disabled,
  change,
  column,
  box,
}: NumberCellProps) {
  return (
    <input
      ref={box}
      data-column={column}
      aria-label={label}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={describedBy}
      disabled={disabled}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className={`${boxLook(error)} w-16 px-2 text-right tabular-nums`}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** A few signs of text, such as a day as somebody wrote it. */
export function TextCell({
  label,
  value,
  error,
  describedBy,
  change,
  placeholder,
}: CellProps & { placeholder: string }) {
  return (
    <input
      aria-label={label}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={describedBy}
      placeholder={placeholder}
      type="text"
      autoComplete="off"
      maxLength={20}
      className={`${boxLook(error)} w-24 px-2`}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );
}

interface SelectCellProps extends CellProps {
  choices: readonly Choice[];
  /** The words of the empty answer; without them there is always one chosen. */
  emptyLabel?: string;
}

/** One of several, from the browser's own list. */
export function SelectCell({
  label,
  value,
  error,
  describedBy,
  disabled,
  change,
  choices,
  emptyLabel,
}: SelectCellProps) {
  return (
    <select
      aria-label={label}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={describedBy}
      disabled={disabled}
      className={`${boxLook(error)} ${emptyLabel === undefined ? 'w-40' : 'w-48'}`}
      value={value}
      onChange={(event) => change(event.target.value)}
    >
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

interface FileCellProps {
  /** What is spoken; what is seen is a part of it. */
  label: string;
  seen: string;
  /** As the `accept` of HTML. */
  accept: string;
  maxBytes: number;
  chosen: (file: TypedFile) => void;
}

/** One file, taken with the phone's camera or chosen from its files, and handed on at once; it looks like a link of the row. */
export function FileCell({ label, seen, accept, maxBytes, chosen }: FileCellProps) {
  const id = useId();
  const [refused, setRefused] = useState<string>();

  async function choose(file: File | undefined) {
    if (!file) return;
    const says = sayRefusedFile(file, maxBytes);
    setRefused(says);
    if (!says) chosen(await readFile(file));
  }

  return (
    <>
      <label
        htmlFor={id}
        className="relative inline-flex min-h-11 cursor-pointer items-center px-1 text-blue-1000 underline focus-within:outline-2 focus-within:outline-black"
      >
        <span aria-hidden="true">{seen}</span>
        <input
          id={id}
          type="file"
          aria-label={label}
          aria-invalid={refused !== undefined || undefined}
          aria-describedby={refused ? `${id}-error` : undefined}
          accept={accept}
          className="sr-only"
          onChange={(event) => {
            choose(event.target.files?.[0]);
            // The same photograph can be chosen once more after a refusal.
            event.target.value = '';
          }}
        />
      </label>
      {refused && (
        <span id={`${id}-error`} role="alert" className="text-error-1">
          {refused}
        </span>
      )}
    </>
  );
}
