/** The parts of what is known of a person that are provided one by one (docs/gate.md). */
export const personFacets = [
  'identity',
  'contact',
  'family',
  'consultation',
  'living',
  'economy',
  'health',
  'wish',
  'plan',
  'notes',
] as const;
export type PersonFacet = (typeof personFacets)[number];

export interface Post {
  readonly id: string;
  readonly account: string;
  readonly role: string;
  readonly body: string;
  readonly starts: string;
  readonly ends: string | null;
}

export interface Consent {
  readonly id: string;
  readonly receivers: readonly string[];
  readonly person: string;
  readonly holder: string;
  readonly given: boolean;
  /** Whether it is about the wish too. */
  readonly wish: boolean;
  readonly ends: string | null;
  readonly withdrawn: boolean;
}

export interface Provision {
  readonly id: string;
  readonly person: string;
  readonly holder: string;
  readonly receiver: string;
  readonly post: string | null;
  readonly facets: readonly PersonFacet[];
  readonly basis: string;
  readonly consent: string | null;
  readonly starts: string;
  readonly ends: string;
  readonly withdrawn: boolean;
}

export interface Emergency {
  readonly id: string;
  readonly person: string;
  readonly holder: string;
  readonly post: string;
  readonly body: string;
  readonly opened: string;
  readonly until: string;
  /** Reviewed, and found not to have been justified. */
  readonly unjustified: boolean;
}

export interface Protection {
  readonly id: string;
  readonly person: string;
  readonly holder: string;
  readonly keepers: readonly string[];
  readonly ended: boolean;
}

export interface Look {
  readonly id: string;
  readonly person: string;
  readonly holder: string;
  readonly post: string;
  readonly at: string;
}

/** A person as one body knows that person, with one row of everything that is kept of it. */
export interface Client {
  readonly id: string;
  readonly holder: string;
  readonly protected: boolean;
  readonly intake: string;
}

export interface Case {
  readonly id: string;
  readonly holder: string;
  readonly step: string;
  readonly worker: string;
  readonly members: readonly string[];
  /** About whom each note is; null: the household. */
  readonly notes: readonly { readonly id: string; readonly client: string | null }[];
}

/** One row of a table that is planted as it stands, and asked about by its key. */
export interface Row {
  readonly table: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** What invents: the same seed draws the same. */
export interface Dice {
  draw(below: number): number;
  id(): string;
  pick<T>(from: readonly T[]): T;
  perhaps<T>(value: T, one: number, of: number): T | null;
}

export interface World {
  readonly bodies: readonly { readonly id: string; readonly kind: string }[];
  readonly takeover: { readonly from: string; readonly into: string; readonly starts: string };
  readonly posts: readonly Post[];
  readonly bases: readonly { readonly id: string; readonly ends: string | null }[];
  readonly clients: readonly Client[];
  readonly cases: readonly Case[];
  readonly consents: readonly Consent[];
  readonly provisions: readonly Provision[];
  readonly emergencies: readonly Emergency[];
  readonly protections: readonly Protection[];
  readonly looks: readonly Look[];
  /** Everything else that is kept, with the columns the gate decides by. */
  readonly rows: readonly Row[];
}
