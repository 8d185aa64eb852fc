import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';

/** 方法: how somebody was reached, or was to be, as the town's list called it on the day of the note. */
export function sayWay(
  { way, noted_on }: { readonly way: string; readonly noted_on: string },
  codes: readonly CodeEntry[],
): string {
  return labelOf(codes, 'way', way, noted_on);
}

/** 相手: with whom, as the town's list called it on the day of the note. */
export function sayWith(
  { with_whom, noted_on }: { readonly with_whom: string; readonly noted_on: string },
  codes: readonly CodeEntry[],
): string {
  return labelOf(codes, 'with_whom', with_whom, noted_on);
}

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
  /** A code of the list `way`. */
  readonly way: string;
  /** A code of the list `with_whom`. */
  readonly with_whom: string;
  readonly outcome: NoteOutcome;
  readonly words: string;
  readonly judgement: string | null;
  readonly next_plan: string | null;
  readonly next_on: string | null;
}

const said: { readonly [Field in keyof Said]: (note: Said, codes: readonly CodeEntry[]) => string | null } = {
  noted_on: ({ noted_on }) => formatDay(noted_on),
  at_time: ({ at_time }) => at_time,
  way: sayWay,
  with_whom: sayWith,
  outcome: ({ outcome }) => noteOutcomeWords[outcome](),
  words: ({ words }) => words,
  judgement: ({ judgement }) => judgement,
  next_plan: ({ next_plan }) => next_plan,
  next_on: ({ next_on }) => next_on && formatDay(next_on),
};

/** Where two sayings of a note differ, both values in words. */
export function differingNote(now: Said, typed: Said, codes: readonly CodeEntry[]) {
  return (Object.keys(said) as (keyof Said)[]).flatMap((field) => {
    const values = {
      now: said[field](now, codes) || m.cases_nothing(),
      typed: said[field](typed, codes) || m.cases_nothing(),
    };
    return values.now === values.typed ? [] : [{ field, ...values }];
  });
}
