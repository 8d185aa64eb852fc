import * as m from '#messages';

/** 方法: how contact was sought. All seven count as one visit (counting rule, version 1). */
export const channels = ['face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering'] as const;
export type Channel = (typeof channels)[number];
export const channelWords: Record<Channel, () => string> = {
  face: m.visits_channel_face,
  intercom: m.visits_channel_intercom,
  phone: m.visits_channel_phone,
  letter: m.visits_channel_letter,
  outside: m.visits_channel_outside,
  message: m.visits_channel_message,
  gathering: m.visits_channel_gathering,
};

/** 会えたか. Not wishing a visit is an answer like any other. */
export const contacts = ['met', 'answered', 'absent', 'declined'] as const;
export type Contact = (typeof contacts)[number];
export const contactWords: Record<Contact, () => string> = {
  met: m.visits_contact_met,
  answered: m.visits_contact_answered,
  absent: m.visits_contact_absent,
  declined: m.visits_contact_declined,
};

/** 様子: two levels above the usual, and they are different things. */
export const conditions = ['usual', 'concern', 'alarm'] as const;
export type Condition = (typeof conditions)[number];
export const conditionWords: Record<Condition, () => string> = {
  usual: m.visits_condition_usual,
  concern: m.visits_condition_concern,
  alarm: m.visits_condition_alarm,
};

/** 訪問の希望: how often a household would like to be looked in on. */
export const wishIntervals = ['weekly', 'two_weeks', 'monthly', 'two_months', 'as_needed'] as const;
export const wishIntervalWords: Record<(typeof wishIntervals)[number], () => string> = {
  weekly: m.visits_wish_weekly,
  two_weeks: m.visits_wish_two_weeks,
  monthly: m.visits_wish_monthly,
  two_months: m.visits_wish_two_months,
  as_needed: m.visits_wish_as_needed,
};
