import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import {
  limitWords,
  type Need,
  needWords,
  personalNeeds,
  type Reason,
  reasonWords,
  type ShownGiving,
  type ShownWish,
  sortWords,
} from '../../model.ts';
import { writeTerms } from './WishFacts.tsx';

/** An offer that answers a wish, as it stands beside a suggestion, in a proposal and in a match. */
interface ShownLeg {
  offer: ShownWish;
  wish: ShownWish;
  reasons: readonly Reason[];
  giving: ShownGiving | null;
}

/** Who gives what to whom, when and where each side can, and why it fits. */
export function LegLines({ leg }: { leg: ShownLeg }) {
  const { offer, wish, giving } = leg;
  const reasons = leg.reasons.filter((reason) => !isNewKind(reason));
  const newKinds = [
    ...(leg.reasons.includes('new_kind_for_giver')
      ? [m.wishes_new_kind_for({ name: offer.participant_name, sort: sortWords[wish.sort]() })]
      : []),
    ...(leg.reasons.includes('new_kind_for_receiver')
      ? [m.wishes_new_kind_for({ name: wish.participant_name, sort: sortWords[offer.sort]() })]
      : []),
  ];
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
      {newKinds.length > 0 && (
        <p>
          {newKinds.length === 2
            ? m.wishes_new_kind_both({ each: newKinds.join(m.wishes_and()) })
            : m.wishes_new_kind_one({ each: newKinds.join(m.wishes_and()) })}
        </p>
      )}
      {giving && (
        <p>
          <Link to={`/contributions/${giving.id}`}>{writeGiving(giving)}</Link>
        </p>
      )}
    </>
  );
}

function isNewKind(reason: Reason): boolean {
  return reason === 'new_kind_for_giver' || reason === 'new_kind_for_receiver';
}

function writeGiving({ conditions, ends_on, over }: ShownGiving): string {
  const until = ends_on
    ? over
      ? m.wishes_giving_over({ day: formatDay(ends_on) })
      : m.wishes_giving_until({ day: formatDay(ends_on) })
    : m.wishes_giving_open();
  return m.wishes_giving_line({ conditions: conditions ?? m.wishes_giving_no_conditions(), until });
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
