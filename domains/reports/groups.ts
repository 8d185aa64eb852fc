import type { readPlan } from '#domains/plan/queries.ts';
import type { EvaluationReport } from './model.ts';

type Plan = Awaited<ReturnType<typeof readPlan>>;

/** The groups with their measures; measures that stand in none come last, under a group without a name. */
export function groupsOf(plan: Plan): EvaluationReport['groups'] {
  const measuresIn = (group: string | null) =>
    plan.measures
      .filter(({ group_id }) => group_id === group)
      .map(({ number, name, other_wordings }) => ({
        number,
        name,
        otherWordings: other_wordings.map(({ wording, place, group }) => ({ wording, place, group })),
      }));
  const groups = plan.groups.map(({ id, number, name }) => ({ number, name, measures: measuresIn(id) }));
  const loose = measuresIn(null);
  return loose.length > 0 ? [...groups, { number: 0, name: null, measures: loose }] : groups;
}
