import { findHindrance, overlap, reasonWhere, type Ties, tagsOf } from './hindrance.ts';
import type { Reason, Shape, ShownWish } from './model.ts';
import type { Path } from './suggestions/find-rings.ts';
import { compareGists, type TextGist, takeGist } from './words/compare-texts.ts';

/** One offer that answers one wish, and why. */
export interface Leg {
  readonly wish: ShownWish;
  readonly offer: ShownWish;
  /** Points of each reason: they order what is shown, are nobody's score, and are kept nowhere. */
  readonly parts: Readonly<Partial<Record<Reason, number>>>;
  readonly reasons: readonly Reason[];
  readonly score: number;
}

export interface Suggestion {
  readonly shape: Shape;
  readonly legs: readonly Leg[];
}

/** Points of what lies beside the words; what the words are worth, 0 to 100, is said where they are compared. */
const beside = { same_district: 15, new_tie: 10, same_time: 10, remote: 5, in_town: 5, across_sorts: 5 };
/** Fewer shared words than this say nothing. */
const leastWords = 5;

/**
 * Whether an offer answers a wish, and why: by tag or by words, never across a hard limit, and not where the two were asked
 * already. Null: it does not fit.
 */
export function weighLeg(wish: ShownWish, offer: ShownWish, ties: Ties): Leg | null {
  if (findHindrance(wish, offer, ties) !== null) return null;
  if (ties.asked(offer.id, wish.id) !== null) return null;
  return Object.keys(weighWords(wish, offer)).length === 0 ? null : weighChosen(wish, offer, ties);
}

/** Why two that a coordinator chose fit, also where no tag and no word speaks for it. What hinders them is asked before. */
export function weighChosen(wish: ShownWish, offer: ShownWish, ties: Ties): Leg {
  const where = reasonWhere(wish, offer);
  const parts: Partial<Record<Reason, number>> = { ...weighWords(wish, offer) };
  if (where !== null) parts[where] = beside[where];
  if (overlap(wish, offer) === 'same') parts.same_time = beside.same_time;
  if (!ties.met(wish.participant_id, offer.participant_id)) parts.new_tie = beside.new_tie;
  if (wish.sort !== offer.sort) parts.across_sorts = beside.across_sorts;
  return {
    wish,
    offer,
    parts,
    reasons: [...(Object.keys(parts) as Reason[]), ...listNewKinds(wish, offer, ties)],
    score: Object.values(parts).reduce((sum, points) => sum + points, 0),
  };
}

/** For which of the two it would be the first relation with somebody of the other's kind; it adds no points. */
function listNewKinds(wish: ShownWish, offer: ShownWish, ties: Ties): Reason[] {
  return [
    ...(ties.metSort(offer.participant_id, wish.sort) ? [] : ['new_kind_for_giver' as const]),
    ...(ties.metSort(wish.participant_id, offer.sort) ? [] : ['new_kind_for_receiver' as const]),
  ];
}

function weighWords(wish: ShownWish, offer: ShownWish): Partial<Record<Reason, number>> {
  const parts: Partial<Record<Reason, number>> = {};
  for (const reason of compareGists(gistOf(wish), gistOf(offer)).reasons) {
    if (reason.kind === 'words') {
      if (reason.points >= leastWords) parts.same_words = reason.points;
      continue;
    }
    const key = reason.wish.tag === reason.offer.tag ? 'same_tag' : 'answering_tag';
    parts[key] = (parts[key] ?? 0) + reason.points;
  }
  return parts;
}

const gists = new Map<string, TextGist>();

/** Read once, however many it is compared with. */
export function gistOf(one: ShownWish): TextGist {
  const tags = tagsOf(one);
  const key = `${one.side} ${tags.join(' ')} ${one.words}`;
  const known = gists.get(key);
  if (known) return known;
  const gist = takeGist(
    one.words,
    one.side,
    tags.map((tag) => ({ tag, label: '', words: '' })),
  );
  if (gists.size >= 50_000) gists.clear();
  gists.set(key, gist);
  return gist;
}

/**
 * Three at most: the best pairs and, where there is one, the best ring or chain, in which whoever is helped also gives. Equal fits
 * stand in the order of their ids, so that the same question has the same answer.
 */
export function chooseThree(
  pairs: readonly Leg[],
  path: Path | undefined,
  legs: ReadonlyMap<string, Leg>,
): Suggestion[] {
  const best = [...pairs].sort((a, b) => b.score - a.score || (idOfLeg(a) < idOfLeg(b) ? -1 : 1));
  const chosen: Suggestion[] = best.slice(0, path ? 2 : 3).map((leg) => ({ shape: 'pair', legs: [leg] }));
  if (!path) return chosen;
  const on = path.fits.flatMap(({ id }) => legs.get(id) ?? []);
  return [
    ...chosen,
    {
      shape: path.kind,
      legs:
        path.kind === 'ring'
          ? on.map((leg) => ({ ...leg, reasons: [...leg.reasons, 'gives_back' as const] }))
          : on,
    },
  ];
}

export function idOfLeg({ wish, offer }: Leg): string {
  return offer.id + wish.id;
}
