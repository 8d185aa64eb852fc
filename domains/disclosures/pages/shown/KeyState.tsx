import * as m from '#messages';
import { todayIn } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import type { DisclosureKey } from '../../api.ts';

/** Whether a code opens now. */
export function sayKeyState({ ended_at, released_at, expires_at }: DisclosureKey, today: string): string {
  if (ended_at !== null) return m.disclosures_key_ended();
  if (todayIn(new Date(expires_at)) < today) return m.disclosures_key_over();
  return released_at === null ? m.disclosures_key_waiting() : m.disclosures_key_open();
}

export function KeyState({ item, today }: { item: DisclosureKey; today: string }) {
  const waiting = item.ended_at === null && item.released_at === null;
  return <Badge tone={waiting ? 'yellow' : 'neutral'}>{sayKeyState(item, today)}</Badge>;
}
