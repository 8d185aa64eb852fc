import { Badge } from '#ui/Badge.tsx';
import { type Condition, conditionWords } from '../../model.ts';

/** 様子: the usual is written plainly, what asks for a second look stands out. */
export function ConditionBadge({ condition }: { condition: Condition | null }) {
  if (condition === null) return null;
  const words = conditionWords[condition]();
  if (condition === 'usual') return words;
  return <Badge tone={condition === 'alarm' ? 'red' : 'yellow'}>{words}</Badge>;
}
