import * as m from '#messages';

/** What somebody is tied to. */
export const tieKinds = ['body', 'place', 'neighbour', 'kin', 'work', 'school', 'medical', 'other'] as const;
export type TieKind = (typeof tieKinds)[number];
export const tieKindWords: Record<TieKind, () => string> = {
  body: m.cases_tie_body,
  place: m.cases_tie_place,
  neighbour: m.cases_tie_neighbour,
  kin: m.cases_tie_kin,
  work: m.cases_tie_work,
  school: m.cases_tie_school,
  medical: m.cases_tie_medical,
  other: m.cases_tie_other,
};

/** How strong a tie is; `wished` is one the person would like to have. */
export const tieStrengths = ['strong', 'plain', 'thin', 'strained', 'wished'] as const;
export type TieStrength = (typeof tieStrengths)[number];
export const tieStrengthWords: Record<TieStrength, () => string> = {
  strong: m.cases_strength_strong,
  plain: m.cases_strength_plain,
  thin: m.cases_strength_thin,
  strained: m.cases_strength_strained,
  wished: m.cases_strength_wished,
};

/** Who gives: the person gives, the person receives, or both. */
export const tieFlows = ['both', 'receives', 'gives'] as const;
export type TieFlow = (typeof tieFlows)[number];
export const tieFlowWords: Record<TieFlow, () => string> = {
  both: m.cases_flow_both,
  receives: m.cases_flow_receives,
  gives: m.cases_flow_gives,
};
