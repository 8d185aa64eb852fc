import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';

/** Whether an item is held without consent, and so closed, or with it. */
export function SealedBadge({ sealed }: { sealed: boolean }) {
  return sealed ? (
    <Badge tone="red">{m.conferences_sealed_word()}</Badge>
  ) : (
    <Badge tone="green">{m.conferences_consented_word()}</Badge>
  );
}
