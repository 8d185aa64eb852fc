import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { PlanLink, readPlan } from '../../structure-api.ts';

/** Both ends of a link in words, in the direction it runs: challenge → measure → the next plan's measure. */
export function endsOf(tree: OutputOf<typeof readPlan>, link: PlanLink): { from: string; to: string } {
  const own = tree.measures.find(({ id }) => id === link.measure_id);
  const measure = own ? m.plan_measure(own) : m.plan_none();
  if (link.next) return { from: measure, to: m.plan_link_next({ ...link.next, plan: nextName(tree, link) }) };
  const challenge = tree.challenges.find(({ id }) => id === link.challenge_id);
  return { from: challenge ? m.plan_link_challenge(challenge) : m.plan_none(), to: measure };
}

function nextName({ next_plan }: OutputOf<typeof readPlan>, { next }: PlanLink): string {
  return next_plan && next_plan.code === next?.plan ? next_plan.name : (next?.plan ?? '');
}
