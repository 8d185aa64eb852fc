import * as m from '#messages';

/** ※必須 beside a label. */
export function RequiredMark() {
  return <span className="ml-2 text-std-16N-170 text-red-900">{m.ui_field_required()}</span>;
}
