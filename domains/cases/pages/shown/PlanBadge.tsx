import { Badge } from '#ui/Badge.tsx';
import { isClosed, type PlanState, planStateWords } from '../../plan-model.ts';

/** How a plan stands, in a word. */
export function PlanBadge({ state }: { state: PlanState }) {
  const tone = isClosed(state)
    ? 'neutral'
    : state === 'proposed' || state === 'returned'
      ? 'yellow'
      : state === 'in_support' || state === 'reviewed'
        ? 'green'
        : 'blue';
  return <Badge tone={tone}>{planStateWords[state]()}</Badge>;
}
