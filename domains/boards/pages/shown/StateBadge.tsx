import { Badge } from '#ui/Badge.tsx';
import { type State, stateWords } from '../../model.ts';

const tones = {
  planned: 'blue',
  held: 'yellow',
  drafted: 'yellow',
  confirmed: 'green',
  shared: 'green',
  cancelled: 'neutral',
} as const;

/** How far a meeting and its minutes are. */
export function StateBadge({ state }: { state: State }) {
  return <Badge tone={tones[state]}>{stateWords[state]()}</Badge>;
}
