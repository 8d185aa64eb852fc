import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';

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

/** What a note says, as far as it can be corrected. */
interface Said {
  readonly noted_on: string;
  readonly at_time: string | null;
  readonly way: NoteWay;
  readonly with_whom: NoteWith;
  readonly outcome: NoteOutcome;
  readonly words: string;
  readonly judgement: string | null;
  readonly next_plan: string | null;
  readonly next_on: string | null;
}

const said: { readonly [Field in keyof Said]: (note: Said) => string | null } = {
  noted_on: ({ noted_on }) => formatDay(noted_on),
  at_time: ({ at_time }) => at_time,
  way: ({ way }) => noteWayWords[way](),
  with_whom: ({ with_whom }) => noteWithWords[with_whom](),
  outcome: ({ outcome }) => noteOutcomeWords[outcome](),
  words: ({ words }) => words,
  judgement: ({ judgement }) => judgement,
  next_plan: ({ next_plan }) => next_plan,
  next_on: ({ next_on }) => next_on && formatDay(next_on),
};

/** Where two sayings of a note differ, both values in words. */
export function differingNote(now: Said, typed: Said) {
  return (Object.keys(said) as (keyof Said)[]).flatMap((field) => {
    const values = {
      now: said[field](now) || m.cases_nothing(),
      typed: said[field](typed) || m.cases_nothing(),
    };
    return values.now === values.typed ? [] : [{ field, ...values }];
  });
}
