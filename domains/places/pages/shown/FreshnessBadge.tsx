import { Badge } from '#ui/Badge.tsx';
import { type Freshness, freshnessWords } from '../../model.ts';

/** Nothing for what is confirmed; a word for what is asked after, and for what is old. */
export function FreshnessBadge({ freshness }: { freshness: Freshness }) {
  if (freshness === 'fresh') return null;
  return <Badge tone={freshness === 'old' ? 'red' : 'yellow'}>{freshnessWords[freshness]()}</Badge>;
}
