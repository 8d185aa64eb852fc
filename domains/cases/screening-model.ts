import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import type { CaseState } from './case-model.ts';

/** スクリーニング結果: what was found, and the state that follows. */
export const screeningResults = ['active', 'consent_pending', 'referred', 'info_only', 'broken_off'] as const;
export type ScreeningResult = (typeof screeningResults)[number];
const screeningResultWords: Record<ScreeningResult, () => string> = {
  active: m.cases_screening_active,
  consent_pending: m.cases_screening_consent_pending,
  referred: m.cases_screening_referred,
  info_only: m.cases_screening_info_only,
  broken_off: m.cases_screening_broken_off,
};

/** The entry of the town's list (スクリーニング結果) that words each result. What follows from it is the same in every town. */
const codeOfResult: Record<ScreeningResult, string> = {
  active: 'plan',
  consent_pending: 'consent_pending',
  referred: 'referred',
  info_only: 'info_only',
  broken_off: 'stopped',
};

/** What a result is called on a day, as the town's list says it. */
export function sayScreening(result: ScreeningResult, entries: readonly CodeEntry[], day: string): string {
  const code = codeOfResult[result];
  const label = labelOf(entries, 'screening', code, day);
  return label === code ? screeningResultWords[result]() : label;
}
export const stateAfterScreening: Record<ScreeningResult, CaseState> = {
  active: 'active',
  consent_pending: 'consent_pending',
  referred: 'referred_out',
  info_only: 'closed_info_only',
  broken_off: 'discontinued',
};
