import * as m from '#messages';

const call =
  'flex min-h-16 items-center justify-center rounded-12 border-2 border-error-2 px-4 text-std-24B-150 text-error-2';

/** 119 and 110 before anything else. */
export function FirstCalls() {
  return (
    <div role="alert" className="mb-6 rounded-12 border-4 border-error-2 p-4">
      <p className="mb-3 text-std-20B-150">{m.field_alarm_first()}</p>
      <p className="grid gap-3">
        <a href="tel:119" className={call}>
          {m.field_call_119()}
        </a>
        <a href="tel:110" className={call}>
          {m.field_call_110()}
        </a>
      </p>
    </div>
  );
}
