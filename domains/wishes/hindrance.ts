import * as m from '#messages';
import { type Need, needWords, type ShownWish, type Sort } from './model.ts';
import { labelOfTag } from './words/list-tags.ts';

/** What is known between two parties, beside their words. */
export interface Ties {
  /** Declared: never brought together. */
  conflict(one: string, other: string): boolean;
  /** Whether a safeguarding concern about somebody is open. */
  worried(one: string): boolean;
  /** Whether somebody pauses today. */
  paused(one: string): boolean;
  /** Whether the consent with which a wish or an offer was passed on has been withdrawn since. */
  withdrawn(wish: string): boolean;
  /** Whether this offer and this wish are being asked about, or were and did not come together. */
  asked(offer: string, wish: string): 'now' | 'before' | null;
  /** Something came true between them before. */
  met(one: string, other: string): boolean;
  /** Something came true before between somebody and anybody of that kind. */
  metSort(one: string, sort: Sort): boolean;
  /** What the roles of these tags ask of whoever takes them on and a giver has not met today, each for itself. */
  lacks(giver: string, tags: readonly string[]): readonly { tag: string; needs: readonly Need[] }[];
  /** What the role of this tag asks for today. */
  needs(tag: string): readonly Need[];
  /** Whether a giver has room for more this month, by the cap he or she set or the usual one. */
  hasRoom(giver: string): boolean;
}

/** Times a month that somebody gives at most who has not said how often. */
export const usualMost = 3;

/** What stands between an offer and a wish, the first of these that does. */
export const hindrances = [
  'same_party',
  'full',
  'over',
  'withdrawn',
  'concern',
  'paused',
  'apart',
  'place',
  'time',
  'not_ready',
  'no_room',
] as const;
export type Hindrance = (typeof hindrances)[number];

export const hindranceWords: Record<Hindrance, () => string> = {
  same_party: m.wishes_refused_same_party,
  full: m.wishes_refused_full,
  over: m.wishes_refused_past_until,
  withdrawn: m.wishes_refused_withdrawn,
  concern: m.wishes_refused_concern,
  paused: m.wishes_refused_paused,
  apart: m.wishes_refused_apart,
  place: m.wishes_refused_place,
  time: m.wishes_refused_time,
  not_ready: m.wishes_refused_not_ready,
  no_room: m.wishes_refused_no_room,
};

/** Why what a coordinator kept is not in the next proposal: beside the limits, that it is no longer open there. */
export const keptHindrances = ['closed', 'elsewhere', 'asking', ...hindrances] as const;
export type KeptHindrance = (typeof keptHindrances)[number];
export const keptHindranceWords: Record<KeptHindrance, () => string> = {
  ...hindranceWords,
  closed: m.wishes_hindrance_closed,
  elsewhere: m.wishes_hindrance_elsewhere,
  asking: m.wishes_refused_asking,
};

/**
 * The hard limits between two: as often as was said, until when, the consent it came with, an open concern, a pause, a declared conflict, a distance and a time
 * that cannot be met. What whoever gives must have met or has room for is asked apart (`findGiversHindrance`).
 */
export function findHindrance(wish: ShownWish, offer: ShownWish, ties: Ties): Hindrance | null {
  if (wish.participant_id === offer.participant_id) return 'same_party';
  if ([wish, offer].some(isFull)) return 'full';
  if (wish.over || offer.over) return 'over';
  if ([wish, offer].some(({ id }) => ties.withdrawn(id))) return 'withdrawn';
  if ([wish, offer].some(({ participant_id }) => ties.worried(participant_id))) return 'concern';
  if ([wish, offer].some(({ participant_id }) => ties.paused(participant_id))) return 'paused';
  if (ties.conflict(wish.participant_id, offer.participant_id)) return 'apart';
  if (reasonWhere(wish, offer) === null) return 'place';
  return overlap(wish, offer) === 'never' ? 'time' : null;
}

/** Whether two of these have declared that they are never brought together. */
export function holdsApart(people: readonly string[], ties: Ties): boolean {
  return people.some((one, i) => people.slice(i + 1).some((other) => ties.conflict(one, other)));
}

/** Whether whoever gives has met what the roles of what is offered and wished for ask for, and has room this month. */
export function findGiversHindrance(wish: ShownWish, offer: ShownWish, ties: Ties): Hindrance | null {
  if (!isReady({ wish, offer }, ties)) return 'not_ready';
  return ties.hasRoom(offer.participant_id) ? null : 'no_room';
}

/** What stands in the way of a pair that the coordinator wants in; `here`: both are open in the district of the proposal. */
export function findKeptHindrance(
  wish: ShownWish,
  offer: ShownWish,
  ties: Ties,
  here: boolean,
): KeptHindrance | null {
  if (wish.closed_on !== null || offer.closed_on !== null) return 'closed';
  if (ties.asked(offer.id, wish.id) === 'now') return 'asking';
  const hindrance = findHindrance(wish, offer, ties) ?? findGiversHindrance(wish, offer, ties);
  return hindrance ?? (here ? null : 'elsewhere');
}

export function isReady(leg: { wish: ShownWish; offer: ShownWish }, ties: Ties): boolean {
  return listLacking(leg, ties).length === 0;
}

/** The roles of an offer and a wish for which whoever gives is not ready today, with what is missing. */
export function listLacking({ wish, offer }: { wish: ShownWish; offer: ShownWish }, ties: Ties) {
  return ties.lacks(offer.participant_id, [...new Set([...tagsOf(offer), ...tagsOf(wish)])]);
}

/** What stands between an offer and a wish, in a sentence: of roles, for which, and what of it is missing. */
export function explainHindrance(
  hindrance: KeptHindrance,
  leg: { wish: ShownWish; offer: ShownWish },
  ties: Ties,
): string {
  if (hindrance !== 'not_ready') return keptHindranceWords[hindrance]();
  return m.wishes_refused_not_ready_for({
    name: leg.offer.participant_name,
    roles: writeLacking(listLacking(leg, ties)),
  });
}

/** Roles, each with what of it is missing. */
export function writeLacking(lacking: readonly { tag: string; needs: readonly Need[] }[]): string {
  return lacking
    .map(({ tag, needs }) =>
      m.wishes_role_lacks({
        role: labelOfTag(tag),
        needs: needs.map((need) => needWords[need]()).join(m.wishes_and()),
      }),
    )
    .join(m.wishes_and());
}

/** Tags that were chosen, and those the words speak of. */
export function tagsOf({ tags, hints }: ShownWish): string[] {
  return [...new Set([...tags, ...hints])];
}

function isFull({ times, came_true, going_on }: ShownWish): boolean {
  return came_true + going_on >= times;
}

/** Where it could be, null: neither comes to the other. */
export function reasonWhere(
  wish: ShownWish,
  offer: ShownWish,
): 'remote' | 'same_district' | 'in_town' | null {
  if (wish.reach === 'remote' || offer.reach === 'remote') return 'remote';
  if (wish.district_id !== null && wish.district_id === offer.district_id) return 'same_district';
  const bound = [wish, offer].filter(({ reach }) => reach === 'own_district');
  return bound.every(({ district_id }) => district_id === null) ? 'in_town' : null;
}

/** Times that both said and share; times that exclude one another; or nobody said when. */
export function overlap(wish: ShownWish, offer: ShownWish): 'same' | 'never' | 'open' {
  const days = shareOf(wish.days, offer.days);
  const parts = shareOf(wish.parts, offer.parts);
  if (days === 'never' || parts === 'never') return 'never';
  return days === 'same' || parts === 'same' ? 'same' : 'open';
}

function shareOf<T>(mine: readonly T[], theirs: readonly T[]): 'same' | 'never' | 'open' {
  if (mine.length === 0 || theirs.length === 0) return 'open';
  return mine.some((one) => theirs.includes(one)) ? 'same' : 'never';
}
