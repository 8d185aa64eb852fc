import * as m from '#messages';
import type { HandedOver } from '../phone.ts';

/** What became of a call that was handed over, never more than is known. */
export function sayHandedOver(became: HandedOver): string {
  if (became === 'arrived') return m.field_handed_over();
  return became === 'waits' ? m.field_sent_none() : m.field_hand_over_refused();
}
