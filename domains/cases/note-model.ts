import * as m from '#messages';

/** 方法: how somebody was reached, or was to be. */
export const noteWays = ['came', 'phone', 'visit', 'went_along', 'message', 'meeting', 'other'] as const;
export type NoteWay = (typeof noteWays)[number];
export const noteWayWords: Record<NoteWay, () => string> = {
  came: m.cases_note_way_came,
  phone: m.cases_note_way_phone,
  visit: m.cases_note_way_visit,
  went_along: m.cases_note_way_went_along,
  message: m.cases_note_way_message,
  meeting: m.cases_note_way_meeting,
  other: m.cases_note_way_other,
};

/** 相手: with whom. */
export const noteWiths = ['person', 'family', 'body', 'neighbour'] as const;
export type NoteWith = (typeof noteWiths)[number];
export const noteWithWords: Record<NoteWith, () => string> = {
  person: m.cases_note_with_person,
  family: m.cases_note_with_family,
  body: m.cases_note_with_body,
  neighbour: m.cases_note_with_neighbour,
};

/** What came of it. All four are work, and count. */
export const noteOutcomes = ['spoke', 'attempt', 'declined', 'kept_touch'] as const;
export type NoteOutcome = (typeof noteOutcomes)[number];
export const noteOutcomeWords: Record<NoteOutcome, () => string> = {
  spoke: m.cases_note_outcome_spoke,
  attempt: m.cases_note_outcome_attempt,
  declined: m.cases_note_outcome_declined,
  kept_touch: m.cases_note_outcome_kept_touch,
};
