import * as m from '#messages';

/** 改選の決め方: what becomes of a post whose term ends; nobody has decided while it is undecided, and `vacant` is 欠員. */
export const renewalStates = ['undecided', 'reappointed', 'succeeded', 'vacant'] as const;
export type RenewalState = (typeof renewalStates)[number];
export const renewalStateWords: Record<RenewalState, () => string> = {
  undecided: m.posts_renewal_undecided,
  reappointed: m.posts_transfer_reappointed,
  succeeded: m.posts_renewal_succeeded,
  vacant: m.posts_renewal_vacant,
};
