import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';

/** Somebody else was first: of each field that differs, what stands there now and what was typed. Nothing typed is lost. */
export function refuseBothValues(
  fields: Readonly<Record<string, { readonly now: string; readonly typed: string }>>,
): Refusal {
  const said = Object.entries(fields).map(([field, both]) => [field, m.cases_refused_changed_field(both)]);
  return new Refusal('refused', m.cases_refused_changed(), Object.fromEntries(said));
}
