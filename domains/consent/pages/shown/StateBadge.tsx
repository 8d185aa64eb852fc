import { Badge } from '#ui/Badge.tsx';
import { type ProvisionState, provisionStateWords } from '../../model.ts';

const tones = { coming: 'neutral', open: 'green', over: 'neutral', withdrawn: 'yellow' } as const;

/** Where a provision stands today. */
export function StateBadge({ state }: { state: ProvisionState }) {
  return <Badge tone={tones[state]}>{provisionStateWords[state]()}</Badge>;
}
