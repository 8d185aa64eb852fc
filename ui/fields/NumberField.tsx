import { boxLook } from './controls.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, textOf, useField } from './use-field.ts';

export interface NumberFieldProps extends FieldProps {
  /** Stands behind the box: 件, %, 円. */
  unit?: string;
  initial?: number | undefined;
  /** Decimals are wanted: the phone's keyboard shows a point. */
  decimals?: boolean;
}

/**
 * A number. A text box, because a browser's number box swallows 全角 digits and counts up when the wheel turns;
 * the form reads １，２３４ as 1234 and hands on what is no number as it was typed.
 */
export function NumberField(props: NumberFieldProps) {
  const wired = useField(props);
  const unitId = `${wired.id}-unit`;
  return (
    <FieldFrame field={props} wired={wired}>
      <span className="inline-flex max-w-full items-center gap-2">
        <input
          id={wired.id}
          name={props.name}
          type="text"
          data-kind="number"
          inputMode={props.decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          className={`${boxLook(wired.error)} w-40 max-w-full text-right tabular-nums`}
          defaultValue={textOf(wired.start ?? props.initial)}
          aria-required={props.required || undefined}
          aria-invalid={wired.error !== undefined || undefined}
          aria-describedby={[props.unit && unitId, wired.describedBy].filter(Boolean).join(' ') || undefined}
        />
        {props.unit && <span id={unitId}>{props.unit}</span>}
      </span>
    </FieldFrame>
  );
}
