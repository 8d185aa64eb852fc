import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { dayOfInstant } from '../../../letters/pages/shown/day-of-instant.ts';
import type { ListedNote } from '../../api.ts';
import { noteStateWords } from '../../model.ts';

/** How a note stands, in one line. */
export function writeNoteState({ state, anew, answered_at }: ListedNote): string {
  const says = noteStateWords[state]();
  if (state === 'withdrawn') return says;
  if (anew) return m.cards_state_anew({ state: says });
  return answered_at ? m.cards_answered({ day: formatDay(dayOfInstant(answered_at)) }) : says;
}
