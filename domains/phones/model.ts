import * as m from '#messages';

/** Who delivers what phones bring, where no post is left to act as: a part of the system, not a person. */
export const courierRole = 'system_courier';

/** Hours a phone keeps the round without having heard of the server; then it wipes it. What waits to be sent stays. */
export const hoursKept = 72;

/** Minutes for which a question that a phone has signed is good. */
export const minutesFresh = 10;

export const endReasons = ['lost', 'returned', 'replaced'] as const;
export type EndReason = (typeof endReasons)[number];
export const endWords: Record<EndReason, () => string> = {
  lost: m.phones_end_lost,
  returned: m.phones_end_returned,
  replaced: m.phones_end_replaced,
};

/** How a phone stands: whoever may not have the round any more wipes it. */
export const standings = ['good', 'over', 'ended', 'unknown'] as const;
export type Standing = (typeof standings)[number];

/** Why something came late. */
export const lateReasons = ['post_over', 'phone_ended', 'could_not', 'same_day'] as const;
export type LateReason = (typeof lateReasons)[number];
export const lateWords: Record<LateReason, () => string> = {
  post_over: m.phones_late_post_over,
  phone_ended: m.phones_late_phone_ended,
  could_not: m.phones_late_could_not,
  same_day: m.phones_late_same_day,
};

/** What was decided of a call that could not simply stand. */
export const decisions = ['taken_in', 'taken_over', 'kept_book', 'kept_phone', 'set_aside'] as const;
export type DecisionOutcome = (typeof decisions)[number];
export const decisionWords: Record<DecisionOutcome, () => string> = {
  taken_in: m.phones_decided_taken_in,
  taken_over: m.phones_decided_taken_over,
  kept_book: m.phones_decided_kept_book,
  kept_phone: m.phones_decided_kept_phone,
  set_aside: m.phones_decided_set_aside_word,
};

/**
 * What became of one stored call. `done`: it happened, once. `kept`: a person in the district looks at it. `refused`: it
 * cannot be done as it stands, and why. `unreadable`: it was not sealed for this house, or is damaged. Whatever has no
 * outcome is to be sent again.
 */
export const outcomes = ['done', 'kept', 'refused', 'unreadable'] as const;
export type Outcome = (typeof outcomes)[number];
