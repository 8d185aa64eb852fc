import { Badge } from '#ui/Badge.tsx';
import { type LotState, lotStateWords } from '../../model.ts';

const tones = {
  waiting: 'blue',
  usable: 'green',
  soon: 'yellow',
  over: 'red',
  held: 'yellow',
  failed: 'red',
  recalled: 'red',
  gone: 'neutral',
} as const;

/** How a lot stands. */
export function LotBadge({ state }: { state: LotState }) {
  return <Badge tone={tones[state]}>{lotStateWords[state]()}</Badge>;
}
