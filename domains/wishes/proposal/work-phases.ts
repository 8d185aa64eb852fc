import * as m from '#messages';

/** What of a proposal runs: what fits together is gathered, and then `propose` works in its three phases. */
export const workPhases = ['gathering', 'laying_out', 'flow', 'rules'] as const;
export type WorkPhase = (typeof workPhases)[number];
export const phaseWords: Record<WorkPhase, () => string> = {
  gathering: m.wishes_phase_gathering,
  laying_out: m.wishes_phase_laying_out,
  flow: m.wishes_phase_flow,
  rules: m.wishes_phase_rules,
};
