import { useId } from 'react';
import * as m from '#messages';

export interface ProgressBarProps {
  label: string;
  /** Steps done; left out while nobody knows how much there is. */
  value?: number;
  max?: number;
}

/** How far long work has come, as a bar and in figures. */
export function ProgressBar({ label, value, max = 100 }: ProgressBarProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block">
        {label}
        {value !== undefined && <span className="ml-2 tabular-nums">{m.ui_progress({ value, max })}</span>}
      </label>
      <progress
        id={id}
        value={value}
        max={max}
        className="mt-1 h-3 w-full max-w-160 appearance-none overflow-hidden rounded-full border border-solid-gray-600 bg-white accent-key-900 [&::-moz-progress-bar]:bg-key-900 [&::-webkit-progress-bar]:bg-white [&::-webkit-progress-value]:bg-key-900"
      />
    </div>
  );
}
