import { useState } from 'react';
import { type Day, formatEraDay } from '#platform/calendar.ts';
import { boxLook } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

export interface DateFieldProps extends FieldProps {
  initial?: Day | undefined;
  min?: Day;
  max?: Day;
}

/** What stands in an address may look like a day and be none: `2026-99-99`. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** A day, `YYYY-MM-DD`: the browser's own calendar, with the day in Japanese years beside it. */
export function DateField(props: DateFieldProps) {
  const wired = useField(props);
  const [day, setDay] = useState(textOf(wired.start ?? props.initial));
  const eraId = `${wired.id}-era`;
  return (
    <FieldFrame field={props} wired={wired}>
      <span className="inline-flex max-w-full flex-wrap items-center gap-x-3 gap-y-1">
        <input
          id={wired.id}
          name={props.name}
          type="date"
          className={`${boxLook(wired.error)} w-48 max-w-full`}
          defaultValue={day}
          min={props.min}
          // A year of four digits, so that the next digit typed is the month's.
          max={props.max ?? '9999-12-31'}
          required={props.required}
          aria-invalid={wired.error !== undefined || undefined}
          aria-describedby={[eraId, wired.describedBy].filter(Boolean).join(' ')}
          onChange={(event) => setDay(event.target.value)}
        />
        <output id={eraId} htmlFor={wired.id}>
          {isDay(day) ? formatEraDay(day) : ''}
        </output>
      </span>
    </FieldFrame>
  );
}
