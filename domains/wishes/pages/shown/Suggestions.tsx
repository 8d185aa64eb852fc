import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { saying } from '#ui/saying.ts';
import type { suggestMatches } from '../../api.ts';
import { proposeMatch } from '../../match-api.ts';
import { shapeWords, writeShape } from '../../model.ts';
import { HeedFirst, LegLines } from './LegLines.tsx';

type Suggested = OutputOf<typeof suggestMatches>['suggestions'][number];

interface SuggestionsProps {
  suggestions: readonly Suggested[];
  /** Whether others fit that cannot be asked now, as the lines above say. */
  others: boolean;
}

/** Three at most, each with why it fits and what to look at before anybody is asked. */
export function Suggestions({ suggestions, others }: SuggestionsProps) {
  if (suggestions.length === 0)
    return <EmptyState says={others ? m.wishes_suggest_none_now() : m.wishes_suggest_none()} />;
  return (
    <ol className="grid gap-4">
      {suggestions.map((one) => (
        <li
          key={one.legs.map(({ offer, wish }) => offer.id + wish.id).join()}
          className="grid gap-3 rounded-8 border border-solid-gray-300 p-4"
        >
          <Suggestion one={one} />
        </li>
      ))}
    </ol>
  );
}

function Suggestion({ one: { shape, legs } }: { one: Suggested }) {
  const navigate = useNavigate();
  return (
    <>
      {shape !== 'pair' && (
        <p>
          <Badge>{shapeWords[shape]()}</Badge> {writeShape(shape, legs.length)}
        </p>
      )}
      {legs.map((leg) => (
        <div key={leg.offer.id + leg.wish.id} className="grid gap-1">
          <LegLines leg={leg} />
        </div>
      ))}
      <HeedFirst legs={legs} />
      <CommandButton
        op={proposeMatch}
        look="solid"
        input={{
          id: mintId(),
          legs: legs.map(({ offer, wish, reasons }) => ({ offer_id: offer.id, wish_id: wish.id, reasons })),
        }}
        done={({ id }) => navigate(`/matches/${id}`, saying(m.wishes_proposed()))}
      >
        {m.wishes_propose_submit()}
      </CommandButton>
    </>
  );
}
