import { type Role, roleScopes, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';

/** Who wrote something: the role and its body, never a name. */
export function writeAuthor({ role, body }: { role: Role; body: string }): string {
  return m.projects_author({ role: roleWords[role](), body });
}

/** The bodies that can own a project, to choose from. */
export function ownersAmong(bodies: readonly { id: string; name: string; kind: string }[]) {
  const kinds: readonly string[] = roleScopes.section_worker.bodies;
  return bodies
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** A measure with the plan it is of. */
export function sayMeasure(measure: { plan_name: string; number: number; name: string }): string {
  return m.projects_measure_of_plan({ plan: measure.plan_name, measure: m.projects_measure(measure) });
}
