/**
 * What a proposal is computed from. Plain values, ids of any kind (unique within their list); the order of a list never
 * matters.
 */
export interface Town {
  readonly parties: readonly Party[];
  readonly offers: readonly Side[];
  readonly wishes: readonly Side[];
  readonly candidates: readonly Candidate[];
  /** Points for every party that both gives and receives at least once. A whole number, 0 or more. */
  readonly bonus: number;
  readonly rules?: Rules;
}

export interface Party {
  readonly id: string;
  /** The cap on burden: how many matches this party gives to at most, over all its offers. */
  readonly givesAtMost: number;
}

/** An offer or a wish: whose, and how many matches it takes at most. */
export interface Side {
  readonly id: string;
  readonly party: string;
  readonly times: number;
}

/** An offer that could answer a wish. The giver is the offer's party, the receiver the wish's. */
export interface Candidate {
  readonly id: string;
  readonly offer: string;
  readonly wish: string;
  /** What the score is made of, each a whole number of points; the score is their sum. */
  readonly parts: Readonly<Record<string, number>>;
}

/** What a proposal keeps to whatever it costs. Ids are those of candidates unless said otherwise. */
export interface Rules {
  /** Pairs of parties between whom nothing is ever proposed, in either direction. */
  readonly conflicts?: readonly (readonly [string, string])[];
  /** Kept: the coordinator wants these in. */
  readonly lockedIn?: readonly string[];
  /** Left out: the coordinator does not want these. */
  readonly lockedOut?: readonly string[];
  /** At most so many of each group are chosen; a pair that excludes each other is a group of two, at most 1. */
  readonly groups?: readonly { readonly matches: readonly string[]; readonly atMost: number }[];
  /** All of a group or none, as where two persons are needed. */
  readonly together?: readonly (readonly string[])[];
  /**
   * No closed ring of more parties than this. A ring is closed where each of its parties gives once, to the next, and
   * receives once, from the one before, so that it stands or falls as a whole. At least 1.
   */
  readonly longestRing?: number;
}
