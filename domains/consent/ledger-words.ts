import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { LedgerRow } from './ledger-api.ts';

/** Whether the person was told, in a word: on the page and on paper. */
export function writeWhetherTold({ told, told_on, weigh_again_on }: LedgerRow): string {
  if (told_on !== null) return m.consent_ledger_told({ day: formatDay(told_on) });
  if (told === 'never') return m.consent_told_never();
  return weigh_again_on === null
    ? m.consent_not_told_yet()
    : m.consent_ledger_not_told_until({ day: formatDay(weigh_again_on) });
}
