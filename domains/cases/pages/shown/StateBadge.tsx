import { Badge } from '#ui/Badge.tsx';
import { type CaseState, caseStateWords, isEnd } from '../../case-model.ts';

const waiting: readonly CaseState[] = ['received', 'screening', 'consent_pending', 'support_conference'];

/** How a case stands, in a word; the colour only repeats it. */
export function StateBadge({ state }: { state: CaseState }) {
  const tone = isEnd(state) ? 'neutral' : waiting.includes(state) ? 'yellow' : 'blue';
  return <Badge tone={tone}>{caseStateWords[state]()}</Badge>;
}
