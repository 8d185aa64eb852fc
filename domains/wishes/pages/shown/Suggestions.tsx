import { Link, useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { saying } from '#ui/saying.ts';
import type { suggestMatches } from '../../api.ts';
import { proposeMatch } from '../../match-api.ts';
import { limitWords, reasonWords, shapeWords, writeShape } from '../../model.ts';
import { writeTerms } from './WishFacts.tsx';

type Suggested = OutputOf<typeof suggestMatches>['suggestions'][number];

/** Three at most, each with why it fits and what to look at before anybody is asked. */
export function Suggestions({ suggestions }: { suggestions: readonly Suggested[] }) {
  if (suggestions.length === 0) return <EmptyState says={m.wishes_suggest_none()} />;
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
  const heeded = [...new Set(legs.flatMap(({ offer, wish }) => [...offer.limits, ...wish.limits]))];
  return (
    <>
      {shape !== 'pair' && (
        <p>
          <Badge>{shapeWords[shape]()}</Badge> {writeShape(shape, legs.length)}
        </p>
      )}
      {legs.map(({ offer, wish, reasons }) => (
        <div key={offer.id + wish.id} className="grid gap-1">
          <p>
            <Link to={`/wishes/${offer.id}`}>
              {m.wishes_leg_offer({ name: offer.participant_name, words: offer.words })}
            </Link>
            {m.wishes_leg_arrow()}
            <Link to={`/wishes/${wish.id}`}>
              {m.wishes_leg_wish({ name: wish.participant_name, words: wish.words })}
            </Link>
          </p>
          <p>{m.wishes_leg_terms({ offer: writeTerms(offer), wish: writeTerms(wish) })}</p>
          <p>
            {m.wishes_leg_reasons({
              reasons: reasons.map((reason) => reasonWords[reason]()).join(m.wishes_and()),
            })}
          </p>
        </div>
      ))}
      {heeded.length > 0 && (
        <p>{m.wishes_heed({ limits: heeded.map((limit) => limitWords[limit]()).join(m.wishes_and()) })}</p>
      )}
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
