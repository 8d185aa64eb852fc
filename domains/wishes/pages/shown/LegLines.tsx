import { Link } from 'react-router';
import * as m from '#messages';
import {
  limitWords,
  type Need,
  needWords,
  personalNeeds,
  type Reason,
  reasonWords,
  type ShownWish,
} from '../../model.ts';
import { writeTerms } from './WishFacts.tsx';

/** An offer that answers a wish, as it stands beside a suggestion, in a proposal and in a match. */
interface ShownLeg {
  offer: ShownWish;
  wish: ShownWish;
  reasons: readonly Reason[];
}

/** Who gives what to whom, when and where each side can, and why it fits. */
export function LegLines({ leg: { offer, wish, reasons } }: { leg: ShownLeg }) {
  return (
    <>
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
      {reasons.length > 0 && (
        <p>
          {m.wishes_leg_reasons({
            reasons: reasons.map((reason) => reasonWords[reason]()).join(m.wishes_and()),
          })}
        </p>
      )}
    </>
  );
}

interface HeedFirstProps {
  legs: readonly Pick<ShownLeg, 'offer' | 'wish'>[];
  /** What the roles in them ask for. */
  needs?: readonly Need[];
}

/** What to look at before anybody is asked: the limits of both sides, and what the role asks for, each once. */
export function HeedFirst({ legs, needs = [] }: HeedFirstProps) {
  const limits = [...new Set(legs.flatMap(({ offer, wish }) => [...offer.limits, ...wish.limits]))];
  const isPersonal = (need: Need) => personalNeeds.some((one) => one === need);
  const [of, how] = [needs.filter(isPersonal), needs.filter((need) => !isPersonal(need))];
  const write = (some: readonly Need[]) =>
    [...new Set(some)].map((need) => needWords[need]()).join(m.wishes_and());
  return (
    <>
      {limits.length > 0 && (
        <p>{m.wishes_heed({ limits: limits.map((limit) => limitWords[limit]()).join(m.wishes_and()) })}</p>
      )}
      {how.length > 0 && <p>{m.wishes_heed_needs({ needs: write(how) })}</p>}
      {of.length > 0 && <p>{m.wishes_heed_giver({ needs: write(of) })}</p>}
    </>
  );
}
