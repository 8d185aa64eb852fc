import * as m from '#messages';

/** The sentence under a field that says what to do about it. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="mt-2 text-red-900">
      <span aria-hidden="true">＊</span>
      <span className="sr-only">{m.ui_field_error_prefix()}</span>
      {children}
    </p>
  );
}
