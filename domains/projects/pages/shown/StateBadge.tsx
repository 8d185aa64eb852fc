import { Badge, type BadgeProps } from '#ui/Badge.tsx';
import { type ItemState, itemStateWords } from '../../model.ts';

const tones: Record<ItemState, NonNullable<BadgeProps['tone']>> = {
  waiting: 'neutral',
  draft: 'neutral',
  answered: 'blue',
  returned: 'yellow',
  confirmed: 'green',
  fixed: 'green',
  published: 'green',
};

/** Where a project of an inquiry stands. */
export function StateBadge({ state }: { state: ItemState }) {
  return <Badge tone={tones[state]}>{itemStateWords[state]()}</Badge>;
}
