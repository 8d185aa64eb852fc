import * as m from '#messages';
import { type EvaluationKind, evaluationKinds } from '../../model.ts';

/** Which text of a plan: of the whole (null) or of a group, looking back or forward. */
export interface TextOf {
  group: number | null;
  kind: EvaluationKind;
}

/** As it stands in an address: `whole-evaluation`, `2-carry_on`. */
export function addressOfText({ group, kind }: TextOf): string {
  return `${group ?? 'whole'}-${kind}`;
}

/** Undefined for an address that names no text. */
export function textOfAddress(address: string): TextOf | undefined {
  const [, part, kind] = address.match(/^(whole|\d+)-(\w+)$/) ?? [];
  const known = evaluationKinds.find((one) => one === kind);
  if (!known) return undefined;
  return { group: part === 'whole' ? null : Number(part), kind: known };
}

/** 評価, or 第2期につなげよう under the next plan's name. */
export function titleOfKind(kind: EvaluationKind, nextPlan: string | null): string {
  if (kind === 'evaluation') return m.plan_evaluation();
  return nextPlan === null ? m.plan_carry_on() : m.plan_carry_on_to({ plan: nextPlan });
}
